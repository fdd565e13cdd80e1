package marketlab.plot;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads files that come with the library. */
final class Resource {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    private Resource() {}

    /** A file of this package with each <code>${name}</code> replaced by its value; values are not replaced again. */
    static String fill(String file, Map<String, String> values) {
        return PLACE.matcher(text(file)).replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
    }

    static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** Bytes of a file of this package, or, from {@code /}, of the class path. */
    static byte[] bytes(String file) {
        try (InputStream in = Resource.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException("not on the class path: " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
