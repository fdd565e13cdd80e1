package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes a long array on all cores: each takes a block, fills it, sums it up and writes it at its place in the file. */
final class ArrayBlocks {

    /** Bytes of an array that are worth a second thread. */
    static final int WORTHWHILE = 8 * Input.BLOCK;

    private final FileChannel file;
    private final long start;
    private final int itemSize;
    private final int size;
    private final ByteOrder order;
    private final Packed items;
    private final int perBlock;
    private final int[] sums;
    private final AtomicInteger next = new AtomicInteger();

    /** @param start the file's offset of the first item */
    ArrayBlocks(FileChannel file, long start, int itemSize, int size, ByteOrder order, Packed items) {
        this.file = file;
        this.start = start;
        this.itemSize = itemSize;
        this.size = size;
        this.order = order;
        this.items = items;
        this.perBlock = Input.BLOCK / itemSize;
        this.sums = new int[(size - 1) / perBlock + 1];
    }

    /** Writes all items, leaves the file's position behind them, and adds their bytes to the sum. */
    void write(Checksum sum) throws IOException {
        onAllCores(() -> {
            try {
                writeBlocks();
            } finally {
                next.set(sums.length);
            }
            return null;
        });
        for (int i = 0; i < sums.length; i++) {
            sum.add(sums[i], (long) count(i) * itemSize);
        }
        file.position(start + (long) size * itemSize);
    }

    private int count(int index) {
        return Math.min(perBlock, size - index * perBlock);
    }

    private void writeBlocks() throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(perBlock * itemSize).order(order);
        for (int i = next.getAndIncrement(); i < sums.length; i = next.getAndIncrement()) {
            block.clear().limit(count(i) * itemSize);
            items.fill(block.slice().order(order), i * perBlock, count(i));
            sums[i] = Checksum.of(block.duplicate());
            for (long at = start + (long) i * perBlock * itemSize; block.hasRemaining(); ) {
                at += file.write(block, at);
            }
        }
    }

    private static void onAllCores(Callable<Void> work) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(cores, run -> {
            Thread thread = new Thread(run, "marketlab-write");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(cores, work))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
