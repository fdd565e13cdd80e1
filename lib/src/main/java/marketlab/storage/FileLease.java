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
 * A file that its creator keeps locked while it runs, so that others can see whether it still runs. Only the lock tells
 * this: two containers on one disk may have the same host name and process id.
 */
final class FileLease implements AutoCloseable {

    /**
     * The name of this Java process, the same for all class loaders. Locks belong to the process and end when it closes
     * any channel to the file, so it must never open the files of its own leases.
     */
    static final String PROCESS = (String) System.getProperties()
            .computeIfAbsent(
                    "marketlab.process", key -> UUID.randomUUID().toString().replace("-", ""));

    /** For file systems without locks, such as some network disks. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final Path file;
    private final FileChannel channel;

    private FileLease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Creates the file and locks it; its name must contain {@link #PROCESS}.
     *
     * @throws IOException also if the file already exists, or another process has just removed it as a leftover
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

    /** If the creator of a lease no longer runs, removes the files that belong to the lease, and then the lease. */
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

    /**
     * Locks a file if the file system supports it. If not, others wait for days before they treat the file as a
     * leftover.
     */
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
                // another process removes it
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
