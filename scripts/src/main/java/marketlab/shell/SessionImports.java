package marketlab.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The imports that a session begins with. */
final class SessionImports {

    private SessionImports() {}

    /** The imports of kit.jsh, and of spark.jsh if Spark is there, one per line. */
    static String imports() {
        return imports("/kit.jsh") + imports("/spark.jsh");
    }

    private static String imports(String file) {
        try (InputStream script = SessionImports.class.getResourceAsStream(file)) {
            return script == null
                    ? ""
                    : new String(script.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith("import "))
                            .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
