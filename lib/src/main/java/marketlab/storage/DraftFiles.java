package marketlab.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files that are being written: {@code .draft-PROCESS-NUMBER}. Each has a {@link FileLease} with the same name plus
 * {@code .lock}, which shows whether the draft is still in use.
 */
final class DraftFiles {

    private static final String OWN = ".draft-" + FileLease.PROCESS + "-";
    private static final String LOCK = ".lock";
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final Map<Path, FileLease> LEASES = new ConcurrentHashMap<>();
    private static final Set<Path> FOLDERS = new HashSet<>();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(DraftFiles::removeOwn, "marketlab-drafts"));
    }

    private DraftFiles() {}

    static Path create(Path folder) throws IOException {
        synchronized (FOLDERS) { // so that no draft is created while removeOwn runs
            if (ending) {
                throw new IOException("the program is ending");
            }
            FOLDERS.add(folder);
            return Files.createFile(leased(folder));
        }
    }

    private static Path leased(Path folder) throws IOException {
        while (true) {
            Path draft = folder.resolve(OWN + NUMBER.incrementAndGet());
            try {
                LEASES.put(draft, FileLease.take(lock(draft)));
                return draft;
            } catch (FileAlreadyExistsException | NoSuchFileException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
    }

    /** Removes a draft that was published or abandoned. */
    static void discard(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        FileLease lease = LEASES.remove(draft);
        if (lease != null) {
            lease.close();
        }
    }

    /** Removes the drafts of writers that no longer run. */
    static void removeLeftOvers(Path folder) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, ".draft-*")) {
            for (Path file : drafts) {
                String name = file.getFileName().toString();
                Path draft = name.endsWith(LOCK)
                        ? file.resolveSibling(name.substring(0, name.length() - LOCK.length()))
                        : file;
                FileLease.removeLeftOvers(lock(draft), List.of(draft));
            }
        }
    }

    /**
     * Publishes on a file system without hard links. First a claim file, which only one writer can create or lock,
     * claims the name; then the draft is moved there in one step. The claim of a dead writer is taken over.
     *
     * @return false if the name exists, or another writer has claimed it
     */
    static boolean claimAndMove(Path draft, Path target) throws IOException {
        Path claim = target.resolveSibling(".claim-" + target.getFileName());
        synchronized (FileLease.PROCESS) {
            boolean made = make(claim);
            try (FileChannel channel = FileChannel.open(claim, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!isOurs(channel, made, claim)) {
                    return false;
                }
                boolean free = !Files.exists(target, LinkOption.NOFOLLOW_LINKS);
                if (free) {
                    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.deleteIfExists(claim);
                return free;
            }
        }
    }

    private static boolean make(Path claim) throws IOException {
        try {
            Files.createFile(claim);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static boolean isOurs(FileChannel claim, boolean made, Path file) throws IOException {
        try {
            return claim.tryLock() != null;
        } catch (IOException e) {
            if (made) {
                return true; // this file system has no locks: whoever created the claim holds it
            }
            throw new IOException("another writer has claimed this name; if no writer is running, remove " + file, e);
        }
    }

    /**
     * Removes this process's drafts when it ends during a save, for example by Ctrl-C. If it is killed, the next
     * process removes them.
     */
    private static void removeOwn() {
        synchronized (FOLDERS) {
            ending = true;
            for (Path folder : FOLDERS) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, OWN + "*")) {
                    for (Path file : files) {
                        Files.deleteIfExists(file);
                    }
                } catch (IOException e) {
                    // the folder is gone, or another process cleans it
                }
            }
        }
    }

    private static Path lock(Path draft) {
        return draft.resolveSibling(draft.getFileName() + LOCK);
    }
}
