package marketlab.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Runs independent pieces of work on several threads; results are in order. */
final class ParallelTasks {

    private ParallelTasks() {}

    /**
     * @param done gets the number of finished pieces after each piece, from the thread that finished it
     * @throws IllegalStateException if the thread is interrupted meanwhile; the work stops, the interrupt stays set
     */
    static <T> List<T> map(int count, int threads, IntConsumer done, IntFunction<T> work) {
        Object[] results = new Object[count];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        int workers = Math.min(count, threads);
        ExecutorService pool = Executors.newFixedThreadPool(workers, ParallelTasks::daemon);
        try {
            List<Future<?>> running = new ArrayList<>(workers);
            for (int worker = 0; worker < workers; worker++) {
                running.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        results[i] = work.apply(i);
                        done.accept(finished.incrementAndGet());
                        if (Thread.interrupted()) {
                            return;
                        }
                    }
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while generating", e);
        } finally {
            pool.shutdownNow();
        }
        @SuppressWarnings("unchecked")
        List<T> inOrder = (List<T>) Arrays.asList(results);
        return inOrder;
    }

    /** Work that is done in pieces. */
    interface Piece {

        /** Does the next piece; false if there is none. */
        boolean next() throws IOException;
    }

    /**
     * Runs this number of threads, each with its own worker, until there are no more pieces. If one fails, the others
     * end after their current piece.
     *
     * @throws IllegalStateException if the thread is interrupted meanwhile; the work stops, the interrupt stays set
     */
    static void exhaust(int threads, Supplier<Piece> workers) throws IOException {
        AtomicBoolean failed = new AtomicBoolean();
        try {
            map(threads, threads, done -> {}, thread -> {
                boolean more = true;
                try {
                    Piece worker = workers.get();
                    while (more && !failed.get()) {
                        more = worker.next();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } finally {
                    failed.compareAndSet(false, more);
                }
                return null;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "marketlab-generate");
        thread.setDaemon(true);
        return thread;
    }
}
