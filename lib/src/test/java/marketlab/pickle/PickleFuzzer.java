package marketlab.pickle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jazzer calls with bytes that it thinks up: all are to be read, or refused as a {@link PickleException}. */
public final class PickleFuzzer {

    private static final Path FILE = file();

    private PickleFuzzer() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            PandasPickle.describe(FILE);
            PandasPickle.write(PandasPickle.read(FILE), FILE);
            PandasPickle.read(FILE);
        } catch (PickleException e) {
            // What is refused is as good as what is read.
        }
    }

    private static Path file() {
        try {
            return Files.createTempFile("fuzz", ".pkl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
