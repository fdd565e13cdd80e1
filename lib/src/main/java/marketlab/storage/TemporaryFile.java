package marketlab.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files for uploads and downloads. If this process is interrupted, it removes them. If it is killed, the next
 * process removes them when it creates its first one: a {@link FileLease} shows that the process no longer runs.
 */
final class TemporaryFile {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String BEGINNING = "marketlab-";
    private static final String LOCK = ".lock";
    private static final Pattern LEASE = Pattern.compile(BEGINNING + "([0-9a-f]{32})\\" + LOCK);
    private static final FileLease OWN = lease();

    static {
        removeLeftOvers();
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFile::removeOwn, "marketlab-temporary-files"));
    }

    private TemporaryFile() {}

    static Path create() throws IOException {
        return Files.createTempFile(FOLDER, BEGINNING + FileLease.PROCESS + "-", ".pkl");
    }

    private static FileLease lease() {
        try {
            return FileLease.take(FOLDER.resolve(BEGINNING + FileLease.PROCESS + LOCK));
        } catch (IOException e) {
            return null; // another class loader of this process has it, or there is no such folder, which create()
            // tells
        }
    }

    private static void removeLeftOvers() {
        for (Path lease : files(BEGINNING + "*" + LOCK)) {
            Matcher name = LEASE.matcher(lease.getFileName().toString());
            if (name.matches()) {
                FileLease.removeLeftOvers(lease, files(BEGINNING + name.group(1) + "-*.pkl"));
            }
        }
    }

    private static void removeOwn() {
        try {
            for (Path file : files(BEGINNING + FileLease.PROCESS + "-*.pkl")) {
                Files.deleteIfExists(file);
            }
            if (OWN != null) {
                OWN.close();
            }
        } catch (IOException e) {
            // what cannot be removed now, the next process will
        }
    }

    private static List<Path> files(String glob) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(FOLDER, glob)) {
            found.forEach(files::add);
        } catch (IOException e) {
            // then there are none to remove
        }
        return files;
    }
}
