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
 * Writes long arrays on all cores, while the caller writes the rest of the file. Each core takes a block, fills it,
 * computes its checksum and writes it at its place. Not thread-safe.
 */
final class ArrayBlocks implements Closeable {

    /** From this number of bytes on, an array is written by several threads. */
    static final int WORTHWHILE = 8 * PickleInput.BLOCK;

    /** A part of the file. Its checksum is known after it is written. */
    record Part(Future<Integer> sum, long length) {

        /** Waits until the bytes are written. Throws the failure of the writing thread, if there was one. */
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
     * Begins to write all items. Blocks end at multiples of their size in the file, as nearly as the items allow. Then
     * no two writes share a page of the system's cache, so the pages are larger and fewer.
     *
     * @param start offset of the first item in the file
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

    /**
     * Waits for all blocks at once. A wait for each block would wake this thread often, and take a core from the
     * writers.
     */
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

    /** Ends the threads. Blocks that are not begun by now are not written. */
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
