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
 * Figures on an HTML page, which by default needs no network and no other file. Immutable and thread-safe.
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
    /** Format and size of a page for a picture, {@code png 1200 720}; empty for a normal page. */
    private final String still;

    private Page(List<Panel> panels, Theme theme, PlotlyScript js, String still) {
        this.panels = panels;
        this.theme = theme;
        this.js = js;
        this.still = still;
    }

    /**
     * A page with these figures, one below the other, in the light theme and with plotly.js included. Figures of jsplot
     * are shown too; their titles are converted for the current plotly.js.
     *
     * @throws IllegalArgumentException if there is no figure
     */
    public static Page of(Figure... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("a page needs at least one figure");
        }
        return new Page(Arrays.stream(figures).map(Panel::of).toList(), Theme.LIGHT, PlotlyScript.INLINE, "");
    }

    /** This page in another theme; a reader can change it with the button in the page's corner. */
    public Page theme(Theme theme) {
        return new Page(panels, theme, js, still);
    }

    /** This page with plotly.js from another place. */
    public Page js(PlotlyScript js) {
        return new Page(panels, theme, js, still);
    }

    /** The page's HTML. Its Content-Security-Policy allows only its own scripts and no fetching. */
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
     * The figures as HTML for one output of a Jupyter notebook, in the light or dark colours of the front end. It
     * contains the needed part of plotly.js, 0.7 MB, or 1 MB for a surface, so that other cells may be deleted.
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
     * Writes the page to an {@code .html} file and replaces an existing file; missing folders are created. For a name
     * that ends in {@code .png}, {@code .svg} or {@code .pdf}, an installed Chromium draws a picture of the page. An
     * SVG holds one figure.
     *
     * @return the file
     * @throws IOException if the file cannot be written, or a picture is requested and Chromium is missing or fails
     * @throws IllegalArgumentException if the name has another ending, or an SVG of several figures is requested
     */
    public Path write(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png") || name.endsWith(".pdf") || name.endsWith(".svg")) {
            return new Picture(this).write(file, name.substring(name.length() - 3));
        }
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new IllegalArgumentException(
                    "[%s] a figure's file name must end with .html, .png, .svg or .pdf".formatted(file));
        }
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        if (js == PlotlyScript.SIDECAR) {
            writeSidecar(folder);
        }
        // written to a temporary file first: on a full disk, the old figure stays
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
     * @return false if there is no desktop
     * @throws IOException if the browser cannot be started
     */
    public static boolean browse(Path page) throws IOException {
        if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
            return false;
        }
        Desktop.getDesktop().browse(page.toUri());
        return true;
    }

    /** This page for a picture with this size in pixels, without the button. */
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

    /** The sources of plotly.js that the page's policy allows. */
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
