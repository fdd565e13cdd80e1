package marketlab.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import marketlab.dataset.Dataset;
import marketlab.dataset.Streamed;
import marketlab.index.RandomStream.Purpose;

/**
 * The bars of one path, generated while they are written, on all cores. One thread at a time computes the path itself,
 * because a step begins where the one before ends. The bars within the steps, which are most of the work, are computed
 * in parallel.
 */
final class BarStream implements Streamed {

    /** Blocks of steps per stretch: a quarter of a megabyte per column. */
    private static final int BLOCKS = 105;

    private final IndexPlan plan;
    private final Timetable timetable;
    private final int path;
    private final int threads;

    BarStream(IndexPlan plan, Timetable timetable, int path, int threads) {
        this.plan = plan;
        this.timetable = timetable;
        this.path = path;
        this.threads = threads;
    }

    @Override
    public int rows() {
        return timetable.steps();
    }

    @Override
    public Dataset ends() {
        Worker first = new Worker((column, row, values) -> {}, new Volumes(), 1);
        new Line().next(first.stretch);
        first.drawBars();
        return plan.dataset(
                timetable.ends(),
                new BarArrays(Math.min(2, rows())),
                IndexRecipe.ofPath(path),
                first.bars.fingerprint());
    }

    /** @throws ArithmeticException if the index leaves the range of positive numbers */
    @Override
    public void writeTo(Cells cells) throws IOException {
        Line line = new Line();
        Volumes volumes = new Volumes();
        ParallelTasks.exhaust(threads, () -> {
            Worker worker = new Worker(cells, volumes, BLOCKS);
            return () -> line.next(worker.stretch) && worker.write();
        });
    }

    /** A run of consecutive blocks of steps. */
    private static final class Stretch {
        final StepBlock[] steps;
        final double[][] before;
        final double[][] after;
        int blocks;
        int size;
        /** The number of the first step, and how many steps before it jump. */
        int from;

        long jumps;

        Stretch(int most) {
            steps = new StepBlock[most];
            before = new double[most][StepBlock.CAPACITY];
            after = new double[most][StepBlock.CAPACITY];
            for (int i = 0; i < most; i++) {
                steps[i] = new StepBlock();
            }
        }
    }

    /** Computes the path, in order. */
    private final class Line {
        private final BarSimulator.Run run = BarSimulator.Run.of(plan, timetable, path);
        private int next;
        private long jumps;

        synchronized boolean next(Stretch stretch) {
            stretch.blocks = 0;
            stretch.size = 0;
            stretch.from = next;
            stretch.jumps = jumps;
            while (stretch.blocks < stretch.steps.length && run.next()) {
                int block = stretch.blocks++;
                stretch.size += run.steps.size;
                jumps += run.steps.jumps();
                run.exchange(stretch.steps, stretch.before, stretch.after, block);
            }
            next += stretch.size;
            BarSimulator.check(run.price);
            return stretch.size > 0;
        }
    }

    /** Computes the volumes, in order, because they remember those before. */
    private final class Volumes {
        private final VolumeModel.Memory memory = new VolumeModel.Memory();
        private int next;

        /** Waits for its turn, which comes because each stretch before this one is in the hands of another thread. */
        synchronized void draw(Stretch stretch, VolumeModel volume, BarArrays bars) {
            try {
                while (next < stretch.from) {
                    wait();
                }
                RandomStream random = RandomStream.of(plan.seed(), path, 0, Purpose.VOLUME);
                random.skip(stretch.from);
                volume.draw(random, bars, memory);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while generating", e);
            }
        }

        /** Lets the stretch after this one have its turn, whether or not this one was drawn. */
        synchronized void passOn(Stretch stretch) {
            next = Math.max(next, stretch.from + stretch.size);
            notifyAll();
        }
    }

    /** Computes the bars of a stretch, in one thread. */
    private final class Worker {
        private final Cells cells;
        private final Volumes volumes;
        private final Stretch stretch;
        private final VolumeModel volume;
        private final ByteBuffer buffer;
        private BarArrays bars;
        /** Volumes that were drawn from a history; null if there are none. */
        private double[] drawnVolume;

        Worker(Cells cells, Volumes volumes, int blocks) {
            int rows = blocks * StepBlock.CAPACITY;
            this.cells = cells;
            this.volumes = volumes;
            stretch = new Stretch(blocks);
            volume = new VolumeModel(rows);
            buffer = ByteBuffer.allocateDirect(rows * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bars = new BarArrays(rows);
        }

        boolean write() throws IOException {
            drawBars();
            buffer.clear();
            timetable.putStarts(stretch.from, buffer.asLongBuffer(), stretch.size);
            put(0);
            double[][] prices = {bars.open, bars.high, bars.low, bars.close};
            for (int i = 0; i < prices.length; i++) {
                buffer.clear();
                buffer.asDoubleBuffer().put(prices[i]);
                put(1 + i);
            }
            buffer.clear();
            buffer.asLongBuffer().put(bars.volume);
            put(1 + prices.length);
            return true;
        }

        private void drawBars() {
            try {
                drawPrices();
                timetable.copyVolume(stretch.from, volume, stretch.size);
                volumes.draw(stretch, volume, bars);
                if (drawnVolume != null) {
                    volume.replace(drawnVolume, bars);
                }
            } finally {
                volumes.passOn(stretch);
            }
        }

        private void drawPrices() {
            bars = bars.size() == stretch.size ? bars : new BarArrays(stretch.size);
            int blocks = stretch.from / StepBlock.CAPACITY;
            BridgeExtremes range = new BridgeExtremes(plan.seed(), path, 0);
            range.skip(blocks, stretch.jumps);
            for (int block = 0, at = 0; block < stretch.blocks; block++) {
                StepBlock steps = stretch.steps[block];
                range.draw(steps, stretch.before[block], stretch.after[block]);
                System.arraycopy(range.open, 0, bars.open, at, steps.size);
                System.arraycopy(range.high, 0, bars.high, at, steps.size);
                System.arraycopy(range.low, 0, bars.low, at, steps.size);
                System.arraycopy(stretch.after[block], 0, bars.close, at, steps.size);
                if (steps.drawn != null) {
                    drawnVolume = drawnVolume == null ? new double[volume.bars()] : drawnVolume;
                    System.arraycopy(steps.drawn.volume, 0, drawnVolume, at, steps.size);
                }
                at += steps.size;
            }
        }

        private void put(int column) throws IOException {
            cells.put(column, stretch.from, buffer.clear().limit(stretch.size * Long.BYTES));
        }
    }
}
