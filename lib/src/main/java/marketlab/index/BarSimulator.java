package marketlab.index;

import java.util.Arrays;
import java.util.List;
import marketlab.dataset.Check;
import marketlab.index.RandomStream.Purpose;

/** Runs a model through a time grid and makes bars, or only closes. The closes are the same either way. */
final class BarSimulator {

    private final PathLaw law;
    private final double spot;
    private final TimeGrid grid;
    private final VolumeModel volume;

    BarSimulator(PathLaw law, double spot, TimeGrid grid, VolumeModel volume) {
        Check.positive("spot", spot);
        this.law = law;
        this.spot = spot;
        this.grid = grid;
        this.volume = volume;
    }

    /**
     * The closes of one path. They depend only on the seed, the path's number and the shocks.
     *
     * @throws ArithmeticException if the index leaves the range of positive numbers
     */
    double[] closes(long seed, long path, int asset, NormalSource shocks) {
        double[] closes = new double[grid.bars()];
        Run run = run(seed, path, asset, shocks);
        int bar = 0;
        while (run.next()) {
            if (grid.hasOneStepABar()) {
                System.arraycopy(run.after, 0, closes, run.from, run.steps.size);
                continue;
            }
            for (int i = 0; i < run.steps.size; i++) {
                closes[bar] = run.after[i];
                bar += grid.endsBar(run.from + i) ? 1 : 0;
            }
        }
        check(run.price);
        return closes;
    }

    /**
     * The bars of one path. They depend only on the seed, the path's number and the shocks.
     *
     * @throws ArithmeticException if the index leaves the range of positive numbers
     */
    BarArrays bars(long seed, long path, int asset, NormalSource shocks) {
        return bars(seed, path, asset, run(seed, path, asset, shocks), new BridgeExtremes(seed, path, asset));
    }

    /** The bars of one index of a basket, whose draws are tied to those of the others. */
    BarArrays bars(long seed, int asset, BasketShocks ties, List<String> names) {
        int draws = ties.draws()[asset];
        OvernightGaps nights = new OvernightGaps(
                ties.of(asset, seed, Purpose.OVERNIGHT, names), RandomStream.of(seed, 0, draws, Purpose.TIME_OF_JUMP));
        return bars(seed, 0, asset, run(seed, asset, ties, names), new BridgeExtremes(seed, 0, asset, nights));
    }

    /** A new run of one index of a basket. */
    Run run(long seed, int asset, BasketShocks ties, List<String> names) {
        return run(seed, 0, ties.draws()[asset], ties.of(asset, seed, Purpose.MOVES, names));
    }

    private BarArrays bars(long seed, long path, int asset, Run run, BridgeExtremes range) {
        BarArrays bars = new BarArrays(grid.bars());
        double[] drawnVolume = null;
        int bar = 0;
        while (run.next()) {
            range.draw(run.steps, run.before, run.after);
            if (run.steps.drawn != null) {
                drawnVolume = drawnVolume == null ? new double[grid.bars()] : drawnVolume;
                addMeans(run, grid.hasOneStepABar() ? run.from : bar, drawnVolume);
            }
            if (grid.hasOneStepABar()) {
                System.arraycopy(range.open, 0, bars.open, run.from, run.steps.size);
                System.arraycopy(range.high, 0, bars.high, run.from, run.steps.size);
                System.arraycopy(range.low, 0, bars.low, run.from, run.steps.size);
                System.arraycopy(run.after, 0, bars.close, run.from, run.steps.size);
                continue;
            }
            for (int i = 0; i < run.steps.size; i++) {
                boolean first = run.from + i == grid.stepsBefore(bar);
                bars.open[bar] = first ? range.open[i] : bars.open[bar];
                bars.high[bar] = first ? range.high[i] : Math.max(bars.high[bar], range.high[i]);
                bars.low[bar] = first ? range.low[i] : Math.min(bars.low[bar], range.low[i]);
                bars.close[bar] = run.after[i];
                bar += grid.endsBar(run.from + i) ? 1 : 0;
            }
        }
        check(run.price);
        volume.draw(RandomStream.of(seed, path, asset, Purpose.VOLUME), bars, new VolumeModel.Memory());
        if (drawnVolume != null) {
            volume.replace(drawnVolume, bars);
        }
        return bars;
    }

    /** Adds the drawn volumes of a block to those of its bars, beginning with this one. */
    private void addMeans(Run run, int bar, double[] drawnVolume) {
        for (int i = 0, at = bar; i < run.steps.size; i++) {
            drawnVolume[at] += run.steps.drawn.volume[i] / (grid.stepsBefore(at + 1) - grid.stepsBefore(at));
            at += grid.endsBar(run.from + i) ? 1 : 0;
        }
    }

    /** A new run of one path. */
    Run run(long seed, long path, int asset, NormalSource shocks) {
        return new Run(law, spot, grid, seed, path, asset, shocks);
    }

    /** One path, simulated block by block of its steps. */
    static final class Run {

        private final StepLengths lengths;
        private final ModelPath moves;
        private final NormalSource shocks;
        StepBlock steps = new StepBlock();
        private final double[] growth = new double[StepBlock.CAPACITY];
        /** The index before and after each step of the block. */
        double[] before = new double[StepBlock.CAPACITY];

        double[] after = new double[StepBlock.CAPACITY];
        double price;
        /** Number of the block's first step. */
        int from;

        Run(PathLaw law, double spot, StepLengths lengths, long seed, long path, int asset, NormalSource shocks) {
            this.lengths = lengths;
            this.price = spot;
            this.moves = law.moves(RandomStream.of(seed, path, asset, Purpose.EVENTS), lengths);
            this.shocks = shocks;
            steps.equallyLong = lengths.hasEqualSteps();
        }

        /** A path with independent shocks. */
        static Run of(IndexPlan plan, StepLengths lengths, int path) {
            NormalSource shocks = NormalSource.of(plan.seed(), path, 0);
            return new Run(plan.law(), plan.spot(), lengths, plan.seed(), path, 0, shocks);
        }

        /** Simulates the next block of steps; false if there is none. */
        boolean next() {
            from += steps.size;
            steps.size = Math.min(StepBlock.CAPACITY, lengths.steps() - from);
            if (steps.size == 0) {
                return false;
            }
            lengths.copyStepYears(from, steps.years, 0, steps.size);
            lengths.copyNights(from, steps.night, 0, steps.size);
            Arrays.fill(steps.jump, 0, steps.size, 0);
            shocks.fill(steps.shock, steps.size);
            moves.fill(steps);
            for (int i = 0; i < steps.size; i++) {
                after[i] = steps.move[i] + steps.jump[i];
            }
            SmallExp.exp(after, growth, steps.size);
            multiplyUp();
            before[0] = price;
            System.arraycopy(after, 0, before, 1, steps.size - 1);
            price = after[steps.size - 1];
            return true;
        }

        /** Swaps the filled block for the spare one at this place. */
        void exchange(StepBlock[] allSteps, double[][] allBefore, double[][] allAfter, int place) {
            StepBlock made = steps;
            steps = allSteps[place];
            steps.size = made.size;
            steps.equallyLong = made.equallyLong;
            allSteps[place] = made;
            double[] madeBefore = before;
            before = allBefore[place];
            allBefore[place] = madeBefore;
            double[] madeAfter = after;
            after = allAfter[place];
            allAfter[place] = madeAfter;
        }

        /**
         * Four products at a time, so that not each waits for the one before. The last few give the same result one by
         * one.
         */
        private void multiplyUp() {
            double level = price;
            int i = 0;
            for (; i + 4 <= steps.size; i += 4) {
                double two = growth[i] * growth[i + 1];
                after[i] = level * growth[i];
                after[i + 1] = level * two;
                after[i + 2] = level * (two * growth[i + 2]);
                level *= two * (growth[i + 2] * growth[i + 3]);
                after[i + 3] = level;
            }
            double product = 1;
            for (; i < steps.size; i++) {
                product *= growth[i];
                after[i] = level * product;
            }
        }
    }

    /** The grid of the simulation. */
    TimeGrid grid() {
        return grid;
    }

    /** Rejects the last price of a path that has left the range of positive numbers. */
    static void check(double price) {
        if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    "the index left the range of numbers, at %s; use a lower volatility or fewer bars"
                            .formatted(price));
        }
    }
}
