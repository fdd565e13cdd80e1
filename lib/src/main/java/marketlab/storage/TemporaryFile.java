package marketlab.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Files for what is on its way to a bucket or from it. Those that are left when this process is interrupted go with it;
 * those of a process that was killed, when the next one makes its first.
 */
final class TemporaryFile {

    private static final String BEGINNING = "marketlab-%s-%d-".formatted(Drafts.host(), ProcessHandle.current().pid());
    private static final Pattern NAME = Pattern.compile("marketlab-(.*)-(\\d{1,18})-\\d+\\.pkl");
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    static {
        remove("marketlab-*.pkl", file -> Drafts.isLeftOver(file, NAME));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(BEGINNING + "*", file -> true)));
    }

    private TemporaryFile() {}

    static Path create() throws IOException {
        return Files.createTempFile(FOLDER, BEGINNING, ".pkl");
    }

    private static void remove(String glob, DirectoryStream.Filter<Path> which) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(FOLDER, glob)) {
            for (Path file : left) {
                if (which.accept(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // what cannot be removed now, the system's own cleaning of its folder will
        }
    }
}
