package marketlab.plot;

import static java.util.stream.Collectors.joining;
import static marketlab.plot.Json.object;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures on a page of HTML that needs no network and no other file: it carries plotly.js within, 2.7 MB in all.
 * Immutable and thread-safe.
 *
 * <pre>{@code Page.of(PricePlots.candlestick(bars)).write(Path.of("nifty.html"));}</pre>
 */
public final class Page {

    private final List<PlotlyFigure> figures;
    private final Theme theme;

    private Page(List<PlotlyFigure> figures, Theme theme) {
        this.figures = figures;
        this.theme = theme;
    }

    /**
     * A page of these figures, one below the other, in the light theme.
     *
     * @throws IllegalArgumentException if there is no figure, or one was not made by this package
     */
    public static Page of(Figure... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("a page needs a figure");
        }
        return new Page(Arrays.stream(figures).map(Page::plotly).toList(), Theme.LIGHT);
    }

    /** This page in another theme; a reader can still change it by the button in the page's corner. */
    public Page theme(Theme theme) {
        return new Page(figures, theme);
    }

    /** The page's text. */
    public String html() {
        return Resource.fill("page.html", Map.of(
                "title", Label.html(figures.get(0).heading().title()),
                "theme", theme.key(),
                "style", Arrays.stream(Theme.values()).map(Theme::css).collect(joining("\n")),
                "plotly", PlotlyJs.packed(),
                "payload", Json.text(object("figures", figures.stream().map(PlotlyFigure::json).toList(),
                        "themes", themes())),
                "script", Resource.text("page.js")));
    }

    /**
     * Writes the page to this file, in place of what was there.
     *
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Path file) throws IOException {
        return Files.writeString(file, html(), StandardCharsets.UTF_8);
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
