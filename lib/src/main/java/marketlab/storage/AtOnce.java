package marketlab.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Does the same for many datasets, for a few at the same time. If one fails, it is reported and the others continue; if
 * the storage fails, everything ends.
 */
final class AtOnce {

    private static final int THREADS = 8;
    private static final int AHEAD = 4 * THREADS;

    private AtOnce() {}

    /**
     * Runs a task for each path.
     *
     * @param done receives each path and its result, in order, in this thread
     * @param failed receives the path of each that failed, and why
     */
    static <T> void each(
            List<String> paths,
            Function<String, T> task,
            BiConsumer<String, T> done,
            BiConsumer<String, String> failed) {
        if (paths.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, paths.size()));
        try {
            Deque<Future<T>> running = new ArrayDeque<>();
            Iterator<String> next = paths.iterator();
            for (String path : paths) {
                while (running.size() < AHEAD && next.hasNext()) {
                    String later = next.next();
                    running.add(threads.submit(() -> task.apply(later)));
                }
                try {
                    done.accept(path, result(running.remove()));
                } catch (StorageException e) {
                    failed.accept(path, StorageErrors.ofOneEntry(e));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
