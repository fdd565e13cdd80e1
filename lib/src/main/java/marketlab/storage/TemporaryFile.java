package marketlab.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for what is on its way to a bucket or from it. Those that are left when this process is interrupted go with it. */
final class TemporaryFile {

    private static final String BEGINNING = "marketlab-" + ProcessHandle.current().pid() + "-";
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFile::removeAll));
    }

    private TemporaryFile() {}

    static Path create() throws IOException {
        return Files.createTempFile(FOLDER, BEGINNING, ".pkl");
    }

    private static void removeAll() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(FOLDER, BEGINNING + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // what cannot be removed now, the system's own cleaning of its folder will
        }
    }
}
