package marketlab.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import marketlab.dataset.DatasetName;
import marketlab.pickle.PandasPickle;
import marketlab.pickle.PickleException;

/**
 * Copies datasets from one storage to another under the same paths, several in parallel. A dataset that already exists
 * and is equal is skipped, so an interrupted copy is completed by running it again. One that exists and differs is left
 * unchanged and reported. A damaged dataset is not copied. Each copy is read back and compared with its source by
 * CRC32C.
 */
public final class StorageCopy {

    private static final int AT_ONCE = 8;

    private final Storage from;
    private final Storage to;
    private final Progress progress;
    private int finished;

    private StorageCopy(Storage from, Storage to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * The result of a copy.
     *
     * @param copied paths that did not exist before
     * @param skipped paths that already existed with the same bytes
     * @param failed paths that could not be copied, and the reason in one line with the place
     */
    public record Result(List<String> copied, List<String> skipped, Map<String, String> failed) {}

    /**
     * Copies the datasets of a directory and below it.
     *
     * @param directory directory, the same in both storages; empty for everything
     * @param pattern regular expression found somewhere in the file name
     * @param since only datasets with this time or a later one in their name; {@link Instant#MIN} for all
     * @throws StorageException if none matches
     */
    public static Result copy(
            Storage from, Storage to, String directory, String pattern, Instant since, Progress progress) {
        List<String> paths = from.list(directory, pattern).stream()
                .filter(path -> isSince(path, since))
                .toList();
        return new StorageCopy(from, to, progress).run(paths);
    }

    private Result run(List<String> paths) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Boolean>> copies = new ArrayList<>();
            for (String path : paths) {
                copies.add(threads.submit(() -> copyAndTell(path, paths.size())));
            }
            return result(paths, copies);
        } finally {
            threads.shutdownNow();
        }
    }

    private Result result(List<String> paths, List<Future<Boolean>> copies) {
        Result result = new Result(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        for (int i = 0; i < paths.size(); i++) {
            try {
                (copies.get(i).get() ? result.copied : result.skipped).add(paths.get(i));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof StorageException failure)) {
                    throw new IllegalStateException(e.getCause());
                }
                result.failed.put(paths.get(i), failure.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StorageException(to.root(), "the copy was interrupted; run it again to complete it", e);
            }
        }
        return result;
    }

    private boolean copyAndTell(String path, int total) {
        try {
            return copy(path);
        } catch (NoSuchFileException e) {
            throw new StorageException(
                    from.place(path), "was removed before it was copied; there is nothing to copy", e);
        } catch (IOException e) {
            throw new StorageException(to.place(path), "copy failed: " + FileReasons.of(e), e);
        } finally {
            synchronized (this) {
                progress.done(++finished, total, path);
            }
        }
    }

    private boolean copy(String path) throws IOException {
        if (to.backend().size(path).isPresent()) {
            return skip(path);
        }
        Path draft = to.backend().newDraft(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
        try {
            String checksum = from.backend().fetch(path, file -> {
                refuseDamaged(path, file);
                try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.WRITE)) {
                    Files.copy(file, out);
                }
                return Crc32c.of(file);
            });
            if (!to.publish(draft, path)) {
                return skip(path);
            }
            if (!checksum.equals(to.backend().checksum(path))) {
                to.backend().remove(path);
                throw new IOException("the copy differs from its source, so it was removed; try again");
            }
            return true;
        } finally {
            to.backend().discard(draft);
        }
    }

    private void refuseDamaged(String path, Path file) throws IOException {
        try {
            PandasPickle.verify(file);
        } catch (PickleException e) {
            throw new StorageException(from.place(path), "is damaged and was not copied: " + FileReasons.of(e), e);
        }
    }

    private boolean skip(String path) throws IOException {
        OptionalLong size = from.backend().size(path);
        if (size.isEmpty()) {
            throw new NoSuchFileException(path);
        }
        if (!size.equals(to.backend().size(path))
                || !from.backend().checksum(path).equals(to.backend().checksum(path))) {
            throw new StorageException(
                    to.place(path), "another dataset with this name already exists; it was left unchanged");
        }
        return false;
    }

    private static boolean isSince(String path, Instant since) {
        return since.equals(Instant.MIN)
                || DatasetName.parseEnd(path)
                        .filter(name ->
                                !name.timestamp().toInstant(ZoneOffset.UTC).isBefore(since))
                        .isPresent();
    }
}
