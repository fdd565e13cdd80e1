package marketlab.plot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

/** plotly.js, as the webjar on the class path brings it. */
final class PlotlyJs {

    private static final String POM = "/META-INF/maven/org.webjars.npm/plotly.js-dist/pom.properties";
    private static final String SCRIPT = "/META-INF/resources/webjars/plotly.js-dist/%s/plotly.js";

    private static String packed;

    private PlotlyJs() {}

    static String version() {
        Properties pom = new Properties();
        try {
            pom.load(new ByteArrayInputStream(Resource.bytes(POM)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pom.getProperty("version");
    }

    /** Name of the script in a file of its own. */
    static String fileName() {
        return "plotly-" + version() + ".js";
    }

    /** The script: 11 MB. */
    static byte[] script() {
        return Resource.bytes(SCRIPT.formatted(version()));
    }

    /** The script, gzipped, as Base64: 2.6 MB. Packed once. */
    static synchronized String packed() {
        if (packed == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(script());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            packed = Base64.getEncoder().encodeToString(bytes.toByteArray());
        }
        return packed;
    }
}
