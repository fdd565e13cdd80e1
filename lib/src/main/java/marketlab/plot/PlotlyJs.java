package marketlab.plot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

/** plotly.js from the webjar on the class path. */
final class PlotlyJs {

    private static final String POM = "/META-INF/maven/org.webjars.npm/plotly.js-dist/pom.properties";
    private static final String SCRIPT = "/META-INF/resources/webjars/plotly.js-dist/%s/plotly.js";
    private static final String GLOBAL = "window.Plotly = Plotly;\n";

    private static final Map<PlotlyPart, PlotlyJs> PACKED = new EnumMap<>(PlotlyPart.class);

    private final String base64;
    private final String hash;

    private PlotlyJs(String script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(script.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        base64 = Base64.getEncoder().encodeToString(bytes.toByteArray());
        hash = ContentPolicy.hash(script);
    }

    static String version() {
        Properties pom = new Properties();
        try {
            pom.load(new ByteArrayInputStream(Resource.bytes(POM)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pom.getProperty("version");
    }

    /** File name of the script as a separate file. */
    static String fileName() {
        return "plotly-" + version() + ".js";
    }

    /** Address of the script in Plotly's content delivery network. */
    static String address() {
        return "https://cdn.plot.ly/plotly-" + version() + ".min.js";
    }

    /** The script: 11 MB. */
    static byte[] script() {
        return Resource.bytes(SCRIPT.formatted(version()));
    }

    /**
     * A packed part of the script for pages and cells; packed once. It puts plotly.js into
     * {@code window.marketlabPlotly} plus the part's name, and does not touch another plotly.js or require.js in a
     * notebook.
     */
    static PlotlyJs packed(PlotlyPart part) {
        synchronized (PACKED) {
            return PACKED.computeIfAbsent(
                    part,
                    wanted -> new PlotlyJs(
                            "window.marketlabPlotly%s = ((define, exports, module) => {\n%s\nreturn module.exports;\n})(0, 0, {exports: {}});\n"
                                    .formatted(
                                            wanted,
                                            wanted.cut(new String(script(), StandardCharsets.UTF_8))
                                                    .replace(GLOBAL, ""))));
        }
    }

    /** The packed script, gzipped, in Base64: 0.7 MB, with surfaces 1 MB, the whole 2.6 MB. */
    String base64() {
        return base64;
    }

    /** Hash of the script, with which a page's policy allows it. */
    String hash() {
        return hash;
    }
}
