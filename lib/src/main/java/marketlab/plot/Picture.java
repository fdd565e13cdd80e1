package marketlab.plot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Draws a page as a picture. */
final class Picture {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 720;
    private static final Pattern SVG = Pattern.compile("<pre id=\"svg\">([A-Za-z0-9+/=]+)</pre>");

    private final Page page;
    private final Chromium chromium;

    Picture(Page page) {
        this(page, new Chromium());
    }

    Picture(Page page, Chromium chromium) {
        this.page = page;
        this.chromium = chromium;
    }

    Path write(Path file, String format) throws IOException {
        if (format.equals("svg") && page.panels().size() > 1) {
            throw new IllegalArgumentException(
                    "an SVG holds one figure, got " + page.panels().size());
        }
        Path folder = Files.createTempDirectory("picture");
        try {
            Path html =
                    page.js(PlotlyScript.SIDECAR).still(format, WIDTH, height()).write(folder.resolve("page.html"));
            Path drawn = folder.resolve("drawn." + format);
            switch (format) {
                case "png" ->
                    chromium.open(
                            html,
                            folder,
                            "--screenshot=" + drawn,
                            "--force-device-scale-factor=2",
                            "--window-size=%s,%s".formatted(WIDTH, height()));
                case "pdf" -> chromium.open(html, folder, "--print-to-pdf=" + drawn, "--no-pdf-header-footer");
                default -> Files.write(drawn, svg(chromium.open(html, folder, "--dump-dom")));
            }
            if (Files.notExists(drawn)) {
                throw new IOException("Chromium drew no picture");
            }
            return Files.move(drawn, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            delete(folder);
        }
    }

    private int height() {
        return page.panels().stream()
                .mapToInt(panel -> panel.height() > 0 ? panel.height() : HEIGHT)
                .sum();
    }

    private static byte[] svg(String dom) throws IOException {
        Matcher svg = SVG.matcher(dom);
        if (!svg.find()) {
            throw new IOException("Chromium drew no SVG of the figure");
        }
        return Base64.getDecoder().decode(svg.group(1));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
