package marketlab.pickle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writes long arrays on all cores, behind the back of whoever writes the rest of the file: each core takes a block, fills
 * it, sums it up and writes it at its place. Not thread-safe.
 */
final class ArrayBlocks implements Closeable {

    /** Bytes of an array that are worth a second thread. */
    static final int WORTHWHILE = 8 * PickleInput.BLOCK;

    /** So many bytes of the file, whose sum is known when they are written. */
    record Part(Future<Integer> sum, long length) {

        /** Waits for the bytes to be written; what kept them from it is thrown here. */
        int await() throws IOException {
            try {
                return sum.get();
            } catch (InterruptedException e) {
                throw interrupted();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            }
        }
    }

    private final FileChannel file;
    private final ThreadLocal<ByteBuffer> block =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(PickleInput.BLOCK));
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), run -> {
                Thread thread = new Thread(run, "marketlab-write");
                thread.setDaemon(true);
                return thread;
            });

    ArrayBlocks(FileChannel file) {
        this.file = file;
    }

    /**
     * Begins to write all items. Blocks end where the file's blocks of the same size do, as near as the items allow: the
     * pages that the system keeps of a file are largest, and fewest, when no two writes share them.
     *
     * @param start the file's offset of the first item
     */
    List<Part> write(long start, int itemSize, int size, ByteOrder order, BlockFiller items) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < size; ) {
            long at = start + (long) from * itemSize;
            long room = PickleInput.BLOCK - at % PickleInput.BLOCK;
            int count = (int) Math.min(size - from, Math.max(1, room / itemSize));
            int first = from;
            parts.add(new Part(
                    threads.submit(() -> write(at, itemSize, first, count, order, items)), (long) count * itemSize));
            from += count;
        }
        return parts;
    }

    /** Waits for all at once: who wakes up for every block takes a core from those that write them. */
    void await() throws IOException {
        threads.shutdown();
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new ClosedByInterruptException();
    }

    private int write(long start, int itemSize, int from, int count, ByteOrder order, BlockFiller items)
            throws IOException {
        ByteBuffer bytes = block.get().clear().limit(count * itemSize);
        items.fill(bytes.slice().order(order), from, count);
        int sum = Checksum.of(bytes.duplicate());
        for (long at = start; bytes.hasRemaining(); ) {
            at += file.write(bytes, at);
        }
        return sum;
    }

    /** Ends the threads; what they have not begun by now is not written. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        for (boolean ended = false; !ended; ) {
            try {
                ended = threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
