package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.peer.Browser;
import marketlab.peer.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.components.Figure;

/** Whole pages in Chromium; closing a tab fails on any error on its console and any request to a host. */
@Tag("slow")
class PageTest {

    private static final List<String> TEXTS = List.of(
            "</script><script>window.injected = 1</script>",
            "\"quoted\" and 'quoted' \\ \\u003c \\n",
            "two\nlines",
            "<img src=x onerror=\"window.injected = 1\"><b>bold</b>",
            "<!--<script>",
            "<a href=\"https://example.com\">link</a> &lt;&amp;amp; &#65;",
            "%{x} $x$ ${script} $1",
            "📈 निफ्टी पचास");

    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void anyTextIsShownAsItIs() throws IOException {
        Figure[] figures = TEXTS.stream().map(PageTest::named).toArray(Figure[]::new);
        try (Tab tab = show(Page.of(figures))) {
            List<String> shown =
                    TEXTS.stream().map(text -> text.replace("\n", "")).toList();
            assertThat(texts(tab, ".gtitle")).isEqualTo(shown);
            assertThat(texts(tab, ".gtitle-subtitle"))
                    .isEqualTo(shown.stream().map(text -> text + " · 20 bars").toList());
            assertThat(tab.evaluate("document.title").asText()).isEqualTo(TEXTS.get(0));
            assertThat(tab.evaluate("typeof injected").asText()).isEqualTo("undefined");
            assertThat(texts(tab, "img, .gtitle a, .gtitle [style*=bold]")).isEmpty();
        }
    }

    @Test
    void buttonChangesTheThemeOfPageAndFigures() throws IOException {
        Page page = Page.of(named("one"), named("two")).theme(Theme.DARK);
        try (Tab tab = show(page)) {
            String colours = "[document.body, ...document.querySelectorAll('.main-svg:first-child')]"
                    + ".map(element => getComputedStyle(element).backgroundColor).join()";
            assertThat(tab.evaluate(colours).asText()).isEqualTo("rgb(18, 24, 31),rgb(18, 24, 31),rgb(18, 24, 31)");
            tab.click("#theme");
            tab.evaluate("new Promise(done => { const look = () => "
                    + colours + " === 'rgb(255, 255, 255),rgb(255, 255, 255),rgb(255, 255, 255)' ? done()"
                    + " : setTimeout(look, 20); look(); })");
        }
    }

    @Test
    void figureIsDrawnByJsplotsOwnPageToo() throws IOException {
        Files.write(folder.resolve("plotly.js"), PlotlyJs.script());
        String html = tech.tablesaw.plotly.components.Page.pageBuilder(named(TEXTS.get(0)), "price")
                .plotlyJsLocation("plotly.js")
                .build()
                .asJavascript();
        try (Tab tab = browser.show(Files.writeString(folder.resolve("jsplot.html"), html))) {
            assertThat(texts(tab, ".gtitle")).containsExactly(TEXTS.get(0));
        }
    }

    @Test
    void sidecarIsWrittenOnceAndSharedByPages() throws IOException {
        Page page = Page.of(named("beside")).js(PlotlyScript.SIDECAR);
        try (Tab tab = show(page)) {
            assertThat(texts(tab, ".gtitle")).containsExactly("beside");
        }
        Path script = folder.resolve(PlotlyJs.fileName());
        FileTime written = FileTime.fromMillis(0);
        Files.setLastModifiedTime(script, written);
        page.write(folder.resolve("other.html"));
        assertThat(Files.getLastModifiedTime(script)).isEqualTo(written);
        Files.writeString(script, "torn");
        page.write(folder.resolve("other.html"));
        assertThat(script).hasSize(PlotlyJs.script().length);
        assertThat(folder.resolve("other.html")).content().hasSizeLessThan(40_000);
    }

    @Test
    void pageOfTheNetworkIsSmallAndSaysWhereItHasPlotlyFrom() {
        assertThat(Page.of(named("far")).js(PlotlyScript.CDN).html())
                .contains("src=\"https://cdn.plot.ly/plotly-" + PlotlyJs.version() + ".min.js\"")
                .hasSizeLessThan(40_000);
    }

    @Test
    void pageThatCannotFindPlotlySaysSo() throws IOException {
        Path page = Page.of(named("lost")).js(PlotlyScript.SIDECAR).write(folder.resolve("page.html"));
        Files.delete(folder.resolve(PlotlyJs.fileName()));
        Tab tab = browser.show(page);
        tab.evaluate("plotted.catch(() => true)");
        assertThat(texts(tab, "#problem").get(0)).contains("cannot be drawn here", "plotly.js was not found");
        assertThatThrownBy(tab::close).hasMessageContaining(PlotlyJs.fileName());
    }

    @Test
    void yearOfDailyBarsIsUnderFiftyKilobytesAndItsPageUnderEightHundred() {
        Figure year = PricePlots.candlestick(Samples.dailyBars(252));
        assertThat(Json.text(((PlotlyFigure) year).json()).length()).isLessThan(50_000);
        assertThat(Page.of(year).html().getBytes(StandardCharsets.UTF_8).length).isLessThan(800_000);
    }

    @Test
    void pageNeedsAFigure() {
        assertThatThrownBy(Page::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs at least one figure");
    }

    @Test
    void figureOfJsplotsOwnIsShownWithItsTitles() throws IOException {
        Table table = Samples.dailyBars(50).table();
        Figure histogram = Histogram.create("<\"Volume\"> & more", table, "Volume");
        Figure line = LinePlot.create("Close", table, "Volume", "Close");
        try (Tab tab = show(Page.of(histogram, named("ours"), line).theme(Theme.DARK))) {
            assertThat(texts(tab, ".gtitle")).containsExactly("<\"Volume\"> & more", "ours", "Close");
            assertThat(texts(tab, ".ytitle")).contains("Close");
            assertThat(tab.evaluate("document.querySelector('.figure')._fullLayout.paper_bgcolor")
                            .asText())
                    .isEqualTo("#12181f");
            assertThat(tab.evaluate("document.title").asText()).isEqualTo("<\"Volume\"> & more");
        }
    }

    @Test
    void titlesOfJsplotsOwnFiguresAreShownAsTheyAre() throws IOException {
        Table table = Samples.dailyBars(50).table();
        List<String> titles =
                TEXTS.stream().filter(text -> !text.startsWith("<")).toList();
        Figure[] figures = titles.stream()
                .map(text -> Histogram.create(text, table, "Volume"))
                .toArray(Figure[]::new);
        try (Tab tab = show(Page.of(figures))) {
            assertThat(texts(tab, ".gtitle"))
                    .isEqualTo(
                            titles.stream().map(text -> text.replace("\n", "")).toList());
        }
    }

    @Test
    void pageCanFetchNothingAndRunsNoScriptThatWasPutIn() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        Tab tab = show(Page.of(named("closed"), ChainPlots.surface(Samples.chain())));
        assertThat(tab.evaluate("fetch('" + address + "').then(() => 'fetched', () => 'refused')")
                        .asText())
                .isEqualTo("refused");
        assertThat(tab.evaluate("new Promise(done => { const image = new Image(); image.onload = () => done('loaded');"
                                + "image.onerror = () => done('refused'); image.src = '" + address + "'; })")
                        .asText())
                .isEqualTo("refused");
        assertThat(tab.evaluate("(() => { const script = document.createElement('script');script.textContent ="
                                + " 'window.injected = 1'; document.head.append(script); return typeof injected;"
                                + " })()")
                        .asText())
                .isEqualTo("undefined");
        assertThat(tab.evaluate("(() => { document.body.insertAdjacentHTML('beforeend', '<img src=x"
                                + " onerror=\"window.injected = 1\">');return new Promise(done => setTimeout(() =>"
                                + " done(typeof injected), 0)); })()")
                        .asText())
                .isEqualTo("undefined");
        assertThat(requests).hasValue(0);
        assertThatThrownBy(tab::close).hasMessageContaining("Content Security Policy");
        server.stop(0);
    }

    @Test
    void charactersThatWouldBeObeyedAreWrittenOut() throws IOException {
        String text = "a\u202eb\u200bc\u2028d\u0007e";
        try (Tab tab = show(Page.of(
                named(text), Histogram.create(text, Samples.dailyBars(50).table(), "Volume")))) {
            String shown = "a\\u202eb\\u200bc\\u2028d\\u0007e";
            assertThat(texts(tab, ".gtitle")).containsExactly(shown, shown);
            assertThat(tab.evaluate("document.title").asText()).isEqualTo(shown);
        }
    }

    @Test
    void foldersThatAreMissingAreMade() throws IOException {
        assertThat(Page.of(named("deep")).js(PlotlyScript.CDN).write(folder.resolve("a/b/c.html")))
                .exists();
    }

    private Tab show(Page page) throws IOException {
        Tab tab = browser.show(page.write(folder.resolve("page.html")));
        tab.evaluate("plotted.then(() => true)");
        return tab;
    }

    private static Figure named(String text) {
        Dataset bars = Samples.dailyBars(20);
        bars.table().setName(text);
        return PricePlots.candlestick(bars.with(Metadata.EMPTY.with(Metadata.MODEL_TYPE, text)));
    }

    private static List<String> texts(Tab tab, String selector) {
        JsonNode texts = tab.evaluate("[...document.querySelectorAll('" + selector + "')].map(e => e.textContent)");
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
