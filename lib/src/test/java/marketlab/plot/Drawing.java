package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketlab.peer.Browser;
import marketlab.peer.Tab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import tech.tablesaw.plotly.components.Figure;

/** One page in Chromium on which the tests draw one after another; a test that makes it do wrong fails. */
abstract class Drawing {

    private static Tab tab;

    /** Opens the page unless another test has: its script, which draws every kind, is read once. */
    @BeforeAll
    static void openPage() throws IOException {
        if (tab == null) {
            Path page = Files.createTempFile("drawing", ".html");
            Browser browser = Browser.open();
            Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
            tab = browser.show(Page.of(ChainPlots.surface(Samples.chain())).write(page));
            Files.delete(page);
            evaluate("plotted.then(() => { window.figure = i => document.querySelectorAll('.figure')[i ?? 0]; return 1;"
                    + " })");
        }
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(tab.problems()).isEmpty();
    }

    static void draw(Figure figure) {
        draw(Theme.LIGHT, figure);
    }

    /** Draws the figures in place of what was there, as the page itself does. */
    static void draw(Theme theme, Figure... figures) {
        List<Map<String, Object>> json =
                Stream.of(figures).map(figure -> ((PlotlyFigure) figure).json()).toList();
        evaluate("document.querySelectorAll('.figure').forEach(old => { Plotly.purge(old); old.remove(); });"
                + "document.documentElement.dataset.theme = '" + theme.key() + "';"
                + "Promise.all(" + Json.text(json) + ".map(draw)).then(() => 1)");
    }

    static JsonNode evaluate(String expression) {
        return tab.evaluate(expression);
    }

    static String text(String expression) {
        return evaluate(expression).asText();
    }

    static List<String> texts(String expression) {
        return stream(expression).map(JsonNode::asText).toList();
    }

    static double[] numbers(String expression) {
        return stream(expression).mapToDouble(JsonNode::asDouble).toArray();
    }

    /** Waits until the expression is true, and returns its value. */
    static JsonNode await(String expression) {
        return evaluate("new Promise(done => { const look = () => { const value = " + expression
                + "; value ? done(value) : setTimeout(look, 20); }; look(); })");
    }

    static Tab tab() {
        return tab;
    }

    private static Stream<JsonNode> stream(String expression) {
        return StreamSupport.stream(evaluate(expression).spliterator(), false);
    }
}
