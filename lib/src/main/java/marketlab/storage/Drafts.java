package marketlab.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are being written: {@code .draft-HOST-PID-NUMBER}, so that a left-over can be told from one in use. */
final class Drafts {

    private static final Duration OTHER_HOSTS_PATIENCE = Duration.ofDays(2);
    private static final Pattern NAME = Pattern.compile("\\.draft-(.*)-(\\d{1,18})-\\d+");
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();
    private static volatile boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Drafts::removeOwn, "marketlab-drafts"));
    }

    private Drafts() {}

    static Path create(Path folder) throws IOException {
        FOLDERS.add(folder);
        String name = prefix() + NUMBER.incrementAndGet();
        Path draft = folder.resolve(name);
        Files.deleteIfExists(draft);
        Files.createFile(draft);
        if (ending) {
            Files.deleteIfExists(draft);
            throw new IOException("the program is ending");
        }
        return draft;
    }

    /** Removes the drafts of processes that are gone; those of other hosts when nobody has touched them for days. */
    static void removeLeftOvers(Path folder) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, ".draft-*")) {
            for (Path draft : drafts) {
                if (isLeftOver(draft, NAME)) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    /**
     * Publishes on a file system without hard links: a marker that only one writer can create claims the name, then the
     * draft is moved there in one step. A writer that dies in between leaves the name claimed and without a dataset.
     */
    static boolean claimAndMove(Path draft, Path target) throws IOException {
        Path claim = target.resolveSibling(".claim-" + target.getFileName());
        try {
            Files.createFile(claim);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        try {
            if (Files.exists(target)) {
                return false;
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.delete(claim);
        }
    }

    /** When the program ends in the middle of a save, as by Ctrl-C; one that is killed leaves its draft to the next. */
    private static void removeOwn() {
        ending = true;
        for (Path folder : FOLDERS) {
            try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, Drafts::isOwn)) {
                for (Path draft : drafts) {
                    Files.deleteIfExists(draft);
                }
            } catch (IOException e) {
                // the folder is gone, or somebody else's to clean
            }
        }
    }

    private static boolean isOwn(Path file) {
        return file.getFileName().toString().startsWith(prefix());
    }

    private static String prefix() {
        return ".draft-%s-%d-".formatted(host(), ProcessHandle.current().pid());
    }

    /** Whether a file is one that nobody writes any more, by the host and the process in its name. */
    static boolean isLeftOver(Path draft, Pattern hostAndProcess) throws IOException {
        Matcher name = hostAndProcess.matcher(draft.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        if (name.group(1).equals(host())) {
            return ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty();
        }
        return Files.getLastModifiedTime(draft).toInstant().isBefore(Instant.now().minus(OTHER_HOSTS_PATIENCE));
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
