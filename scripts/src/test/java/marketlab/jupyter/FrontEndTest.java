package marketlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import marketlab.peer.Browser;
import marketlab.peer.Jupyter;
import marketlab.peer.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A notebook with figures in each front end, in Chromium, where no host's name resolves. */
@Tag("slow")
class FrontEndTest {

    private static final String DRAWN = "document.querySelectorAll('.js-plotly-plot .gtitle').length === 2";

    @TempDir
    static Path folder;

    private static Jupyter jupyter;
    private static Jupyter.Server server;
    private static Browser browser;

    @BeforeAll
    static void execute() throws Exception {
        jupyter = Jupyter.installed();
        Path notebook = jupyter.notebook(List.of(
                "var spx = index(\"spx\").days(60).end(LocalDate.of(2026, 1, 30)).seed(1).generate(); spx",
                "plot(spx)",
                "plot(spx, \"line\")"));
        Files.copy(jupyter.tryOut(notebook, "marketlab", folder), folder.resolve("figures.ipynb"));
        jupyter.python("""
            import sys, nbformat
            notebook = nbformat.read(sys.argv[1] + '/figures.ipynb', 4)
            del notebook.cells[1]
            nbformat.write(notebook, sys.argv[1] + '/second.ipynb')
            """, folder.toString());
        jupyter.jupyter(folder, "trust", "figures.ipynb", "second.ipynb");
        server = jupyter.serve(folder);
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab/tree/figures.ipynb", "notebooks/figures.ipynb", "nbclassic/notebooks/figures.ipynb"})
    void figuresAreDrawnAndAnswerTheMouse(String page) {
        interactive(server.page(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab/tree/second.ipynb", "nbclassic/notebooks/second.ipynb"})
    void figureIsDrawnWhereTheCellOfTheFirstOneIsDeleted(String page) {
        drawnAlone(server.page(page));
    }

    @Test
    void figureIsDrawnInAPageWhereTheCellOfTheFirstOneIsDeleted() {
        jupyter.jupyter(
                folder,
                "nbconvert",
                "--to",
                "html",
                "second.ipynb",
                "--HTMLExporter.require_js_url=",
                "--HTMLExporter.mathjax_url=");
        drawnAlone(folder.resolve("second.html").toUri());
    }

    private static void drawnAlone(URI page) {
        Tab tab = browser.show(page);
        await(tab, "document.querySelectorAll('.js-plotly-plot .gtitle').length === 1");
        assertThat(tab.evaluate("document.querySelector('.js-plotly-plot .gtitle').textContent")
                        .asText())
                .isEqualTo("SPX · close");
        assertThat(tab.problems())
                .filteredOn(problem -> problem.matches("(?i).*(plotly|marketlab-).*"))
                .isEmpty();
    }

    @Test
    void convertedToHtmlTheyAreToo() {
        jupyter.jupyter(
                folder,
                "nbconvert",
                "--to",
                "html",
                "figures.ipynb",
                "--HTMLExporter.require_js_url=",
                "--HTMLExporter.mathjax_url=");
        interactive(folder.resolve("figures.html").toUri());
    }

    /** What a front end itself does wrong is not looked at, but for requests to a host. */
    private static void interactive(URI page) {
        Tab tab = browser.show(page);
        await(tab, DRAWN);
        await(tab, "document.querySelectorAll('.marketlab-table tbody th').length === 20");
        await(
                tab,
                "(() => { const plot = document.querySelectorAll('.js-plotly-plot')[1];"
                        + " plot.scrollIntoView({block: 'center'});"
                        + " const box = plot.querySelector('.nsewdrag').getBoundingClientRect();"
                        + " const point = [box.x + box.width / 2, box.y + box.height / 2];"
                        + " const still = String(window.point) === String(point); window.point = point;"
                        + " return still && point[1] > 0 && point[1] < innerHeight; })()");
        tab.hover(
                tab.evaluate("point[0]").asDouble() - 5,
                tab.evaluate("point[1]").asDouble());
        tab.hover(tab.evaluate("point[0]").asDouble(), tab.evaluate("point[1]").asDouble());
        await(
                tab,
                "[...document.querySelectorAll('.marketlab-readout')].some(readout =>"
                        + " readout.textContent.includes('Close '))");
        assertThat(tab.problems())
                .filteredOn(problem -> problem.startsWith("request"))
                .isEmpty();
        assertThat(tab.problems())
                .filteredOn(problem -> problem.matches("(?i).*(plotly|marketlab-).*"))
                .isEmpty();
    }

    /** Looks again and again: a front end may load its page anew, and what was asked of the old one is never answered. */
    private static void await(Tab tab, String condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!tab.evaluate("Boolean(" + condition + ")").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(condition + " is not so: "
                        + tab.evaluate("document.body.innerText").asText());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
