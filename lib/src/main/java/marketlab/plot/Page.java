package marketlab.plot;

import static java.util.stream.Collectors.joining;
import static marketlab.plot.Json.object;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures on a page of HTML, which by default needs no network and no other file. Immutable and thread-safe.
 *
 * <pre>{@code
 * Page.of(PricePlots.candlestick(bars)).write(Path.of("nifty.html"));
 * Page.of(PricePlots.candlestick(bars)).theme(Theme.DARK).write(Path.of("nifty.png"));
 * }</pre>
 */
public final class Page {

    private final List<PlotlyFigure> figures;
    private final Theme theme;
    private final Js js;
    /** What a still page is for, {@code png 1200 720}; empty for a page to read. */
    private final String still;

    private Page(List<PlotlyFigure> figures, Theme theme, Js js, String still) {
        this.figures = figures;
        this.theme = theme;
        this.js = js;
        this.still = still;
    }

    /**
     * A page of these figures, one below the other, in the light theme and with plotly.js within.
     *
     * @throws IllegalArgumentException if there is no figure, or one was not made by this package
     */
    public static Page of(Figure... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("a page needs a figure");
        }
        return new Page(Arrays.stream(figures).map(Page::plotly).toList(), Theme.LIGHT, Js.INLINE, "");
    }

    /** This page in another theme; a reader can still change it by the button in the page's corner. */
    public Page theme(Theme theme) {
        return new Page(figures, theme, js, still);
    }

    /** This page with plotly.js from elsewhere. */
    public Page js(Js js) {
        return new Page(figures, theme, js, still);
    }

    /** The page's text. */
    public String html() {
        return Resource.fill("page.html", Map.of(
                "title", Label.html(figures.get(0).heading().title()),
                "theme", theme.key(),
                "still", still,
                "size", still.isEmpty() ? "auto" : still.replaceFirst("\\w+ (\\d+) (\\d+)", "$1px $2px"),
                "style", Arrays.stream(Theme.values()).map(Theme::css).collect(joining("\n")),
                "plotly", plotlyElement(),
                "payload", Json.text(object("figures", figures.stream().map(PlotlyFigure::json).toList(),
                        "themes", themes())),
                "script", Resource.text("page.js")));
    }

    /**
     * Writes the page to a file, in place of what was there. A name that ends in {@code .png}, {@code .svg} or
     * {@code .pdf} gets a picture of the page, drawn by a Chromium that is installed; an SVG holds one figure.
     *
     * @return the file
     * @throws IOException if it cannot be written, or a picture is asked for and there is no Chromium or it fails
     * @throws IllegalArgumentException if an SVG of more than one figure is asked for
     */
    public Path write(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png") || name.endsWith(".pdf") || name.endsWith(".svg")) {
            return new Picture(this).write(file, name.substring(name.length() - 3));
        }
        if (js == Js.SIDECAR) {
            writeSidecar(file.toAbsolutePath().getParent());
        }
        return Files.writeString(file, html(), StandardCharsets.UTF_8);
    }

    /** This page to be taken a picture of, at this size in pixels: without the button. */
    Page still(String format, int width, int height) {
        return new Page(figures, theme, js, format + " " + width + " " + height);
    }

    List<PlotlyFigure> figures() {
        return figures;
    }

    private String plotlyElement() {
        return switch (js) {
            case INLINE -> "<script id=\"plotly\" type=\"text/plain\">" + PlotlyJs.packed() + "</script>";
            case SIDECAR -> "<script src=\"" + PlotlyJs.fileName() + "\"></script>";
            case CDN -> "<script src=\"https://cdn.plot.ly/plotly-" + PlotlyJs.version() + ".min.js\"></script>";
        };
    }

    private static void writeSidecar(Path folder) throws IOException {
        Path script = folder.resolve(PlotlyJs.fileName());
        byte[] bytes = PlotlyJs.script();
        if (Files.notExists(script) || Files.size(script) != bytes.length) {
            Files.write(script, bytes);
        }
    }

    private static Map<String, Object> themes() {
        Map<String, Object> themes = object();
        for (Theme theme : Theme.values()) {
            themes.put(theme.key(), theme.template());
        }
        return themes;
    }

    private static PlotlyFigure plotly(Figure figure) {
        if (figure instanceof PlotlyFigure plotly) {
            return plotly;
        }
        throw new IllegalArgumentException("a page shows figures of marketlab.plot, got " + figure.getClass().getName());
    }
}
