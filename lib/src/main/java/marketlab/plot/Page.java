package marketlab.plot;

import static java.util.stream.Collectors.joining;
import static marketlab.plot.Json.object;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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

    private static final List<String> SCRIPTS = List.of("figure.js", "header.js", "time.js");

    private final List<Panel> panels;
    private final Theme theme;
    private final PlotlyScript js;
    /** What a still page is for, {@code png 1200 720}; empty for a page to read. */
    private final String still;

    private Page(List<Panel> panels, Theme theme, PlotlyScript js, String still) {
        this.panels = panels;
        this.theme = theme;
        this.js = js;
        this.still = still;
    }

    /**
     * A page of these figures, one below the other, in the light theme and with plotly.js within. Figures of jsplot's own
     * are shown too, their titles brought to what plotly.js takes today.
     *
     * @throws IllegalArgumentException if there is no figure
     */
    public static Page of(Figure... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("a page needs a figure");
        }
        return new Page(Arrays.stream(figures).map(Panel::of).toList(), Theme.LIGHT, PlotlyScript.INLINE, "");
    }

    /** This page in another theme; a reader can still change it by the button in the page's corner. */
    public Page theme(Theme theme) {
        return new Page(panels, theme, js, still);
    }

    /** This page with plotly.js from elsewhere. */
    public Page js(PlotlyScript js) {
        return new Page(panels, theme, js, still);
    }

    /** The page's text. Its Content-Security-Policy lets it run its own scripts only, and fetch nothing. */
    public String html() {
        String code = "\n" + code("page.js");
        return Resource.fill(
                "page.html",
                Map.of(
                        "policy",
                                ContentPolicy.of(Stream.concat(
                                                Stream.of(ContentPolicy.hash(code)),
                                                Stream.concat(plotlySources(), jsplotSources()))
                                        .toList()),
                        "title", PlainLabel.html(panels.get(0).title()),
                        "theme", theme.key(),
                        "still", still,
                        "size", still.isEmpty() ? "auto" : still.replaceFirst("\\w+ (\\d+) (\\d+)", "$1px $2px"),
                        "style", Arrays.stream(Theme.values()).map(Theme::css).collect(joining("\n")),
                        "plotly", plotlyElement(),
                        "payload", payload(),
                        "code", code));
    }

    /**
     * The figures as the HTML of one output of a Jupyter notebook, in the front end's own colours, light or dark. It has with
     * it what it needs of plotly.js, 0.7 MB, or 1 MB for a surface: cells before it may be deleted.
     */
    public String cell() {
        return Resource.fill(
                "cell.html",
                Map.of(
                        "id", "marketlab-" + UUID.randomUUID(),
                        "part", part().name(),
                        "packed", PlotlyJs.packed(part()).base64(),
                        "payload", payload(),
                        "code", code("cell.js")));
    }

    /**
     * Writes the page to an {@code .html} file, in place of what was there; folders that are missing are made. A name that ends in
     * {@code .png}, {@code .svg} or {@code .pdf} gets a picture of the page, drawn by a Chromium that is installed; an SVG
     * holds one figure.
     *
     * @return the file
     * @throws IOException if it cannot be written, or a picture is asked for and there is no Chromium or it fails
     * @throws IllegalArgumentException if the name ends otherwise, or an SVG of more than one figure is asked for
     */
    public Path write(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png") || name.endsWith(".pdf") || name.endsWith(".svg")) {
            return new Picture(this).write(file, name.substring(name.length() - 3));
        }
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new IllegalArgumentException("[%s] a figure is written as .html, .png, .svg or .pdf".formatted(file));
        }
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        if (js == PlotlyScript.SIDECAR) {
            writeSidecar(folder);
        }
        // written beside it first: where there is no room, the figure that was there stays
        Path draft = folder.resolve("." + UUID.randomUUID() + ".html");
        try {
            Files.writeString(draft, html(), StandardCharsets.UTF_8);
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Shows a page in the desktop's browser.
     *
     * @return false where there is no desktop
     * @throws IOException if the browser cannot be started
     */
    public static boolean browse(Path page) throws IOException {
        if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
            return false;
        }
        Desktop.getDesktop().browse(page.toUri());
        return true;
    }

    /** This page to be taken a picture of, at this size in pixels: without the button. */
    Page still(String format, int width, int height) {
        return new Page(panels, theme, js, format + " " + width + " " + height);
    }

    List<Panel> panels() {
        return panels;
    }

    private String payload() {
        return Json.text(object("figures", panels.stream().map(Panel::json).toList(), "themes", themes()));
    }

    private PlotlyPart part() {
        return PlotlyPart.of(panels.stream().map(Panel::part).toList());
    }

    private String plotlyElement() {
        return switch (js) {
            case INLINE ->
                "<script id=\"plotly\" type=\"text/plain\" data-part=\"%s\">%s</script>"
                        .formatted(part(), PlotlyJs.packed(part()).base64());
            case SIDECAR -> "<script src=\"" + PlotlyJs.fileName() + "\"></script>";
            case CDN -> "<script src=\"" + PlotlyJs.address() + "\"></script>";
        };
    }

    /** Where the page's policy lets it have plotly.js from. */
    private Stream<String> plotlySources() {
        return switch (js) {
            case INLINE -> Stream.of(PlotlyJs.packed(part()).hash());
            case SIDECAR -> Stream.of("'self'", "file:");
            case CDN -> Stream.of(PlotlyJs.address());
        };
    }

    private Stream<String> jsplotSources() {
        return panels.stream()
                .map(panel -> panel.json().get("script"))
                .filter(Objects::nonNull)
                .map(script -> ContentPolicy.hash((String) script));
    }

    private static String code(String last) {
        return Stream.concat(SCRIPTS.stream(), Stream.of(last))
                .map(Resource::text)
                .collect(joining("\n"));
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
}
