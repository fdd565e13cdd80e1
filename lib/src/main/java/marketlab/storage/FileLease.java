package marketlab.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file that its maker keeps locked for its life, so that others can tell whether the maker lives. The lock alone says so:
 * two containers on one disk may have the same host name and process id.
 */
final class FileLease implements AutoCloseable {

    /**
     * The name of this Java process, one for all class loaders. The system's locks are the process's, and end when it closes
     * any channel to the file: it must never open the files of its own leases.
     */
    static final String PROCESS = (String) System.getProperties()
            .computeIfAbsent(
                    "marketlab.process", key -> UUID.randomUUID().toString().replace("-", ""));

    /** Where a lock cannot be asked for, as on some network disks. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final Path file;
    private final FileChannel channel;

    private FileLease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Makes the file and locks it; its name must have {@link #PROCESS} in it.
     *
     * @throws IOException also if the file is there already, or another process took it for a left-over just now
     */
    static FileLease take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            if (!isLocked(channel) || Files.notExists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            return new FileLease(file, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Removes the files that belong to a lease, and then its own, if its maker is gone. */
    static void removeLeftOvers(Path lease, List<Path> files) {
        boolean own = lease.getFileName().toString().contains(PROCESS);
        boolean there = Files.exists(lease, LinkOption.NOFOLLOW_LINKS);
        if (own || there && !Files.isRegularFile(lease, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lease, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                delete(files);
                Files.deleteIfExists(lease);
            }
        } catch (IOException e) {
            if (isOld(files)) {
                delete(files);
                delete(List.of(lease));
            }
        }
    }

    /** Locks a file if the file system can; if not, others wait for days before they take the file for a left-over. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isOld(List<Path> files) {
        Instant limit = Instant.now().minus(PATIENCE);
        return files.stream().allMatch(file -> {
            try {
                return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(limit);
            } catch (IOException e) {
                return true; // it is gone
            }
        });
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // somebody else's to remove
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
