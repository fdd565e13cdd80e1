package marketlab.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import marketlab.dataset.Dataset;
import marketlab.dataset.Fingerprint;
import marketlab.dataset.Streamed;

/** The closes of many paths in one dataset, generated while they are written, one column per thread. */
final class CloseStream implements Streamed {

    private static final int ROWS = 105 * StepBlock.CAPACITY;

    private final IndexPlan plan;
    private final Timetable timetable;
    private final int paths;
    private final int threads;

    CloseStream(IndexPlan plan, Timetable timetable, int paths, int threads) {
        this.plan = plan;
        this.timetable = timetable;
        this.paths = paths;
        this.threads = threads;
    }

    @Override
    public int rows() {
        return timetable.steps();
    }

    @Override
    public Dataset ends() {
        double[] none = new double[Math.min(2, rows())];
        return plan.wide(timetable.ends(), Collections.nCopies(paths, none), IndexRecipe.ofPaths(paths), fingerprint());
    }

    private String fingerprint() {
        double[][] first = new double[paths][];
        for (int path = 0; path < paths; path++) {
            BarSimulator.Run run = BarSimulator.Run.of(plan, timetable, path);
            run.next();
            first[path] = Arrays.copyOf(run.after, run.steps.size);
        }
        return Fingerprint.of(first);
    }

    /** @throws ArithmeticException if the index leaves the range of positive numbers */
    @Override
    public void writeTo(Cells cells) throws IOException {
        AtomicInteger columns = new AtomicInteger();
        ParallelTasks.exhaust(threads, () -> {
            ByteBuffer buffer = ByteBuffer.allocateDirect(ROWS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            return () -> {
                int column = columns.getAndIncrement();
                if (column == 0) {
                    writeStarts(cells, buffer);
                } else if (column <= paths) {
                    writePath(cells, column, buffer);
                }
                return column < paths;
            };
        });
    }

    private void writeStarts(Cells cells, ByteBuffer buffer) throws IOException {
        for (int from = 0; from < rows(); from += ROWS) {
            int count = Math.min(ROWS, rows() - from);
            buffer.clear();
            timetable.putStarts(from, buffer.asLongBuffer(), count);
            cells.put(0, from, buffer.limit(count * Long.BYTES));
        }
    }

    private void writePath(Cells cells, int column, ByteBuffer buffer) throws IOException {
        BarSimulator.Run run = BarSimulator.Run.of(plan, timetable, column - 1);
        int from = 0;
        buffer.clear();
        while (run.next()) {
            buffer.asDoubleBuffer().put(run.after, 0, run.steps.size);
            buffer.position(buffer.position() + run.steps.size * Double.BYTES);
            if (!buffer.hasRemaining() || run.from + run.steps.size == rows()) {
                BarSimulator.check(run.price);
                int count = buffer.position() / Double.BYTES;
                cells.put(column, from, buffer.flip());
                from += count;
                buffer.clear();
            }
        }
    }
}
