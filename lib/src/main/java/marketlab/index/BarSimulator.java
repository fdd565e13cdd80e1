package marketlab.index;

import marketlab.index.RandomStream.Purpose;

/**
 * Runs a model through a time grid and makes bars, or closes alone: the closes are the same either way.
 *
 * <p>Within a step the path is a Brownian bridge to the step's end, of which three points between are drawn, so that there
 * are four sub-steps; the highest and lowest point of each sub-step is drawn from the law of a bridge's extremes
 * (Glasserman, <i>Monte Carlo Methods in Financial Engineering</i>, 2003, sections 3.1 and 6.4: the maximum of a bridge
 * from a to b with variance v exceeds m with probability exp(−2(m−a)(m−b)/v)). High and low of one sub-step are drawn
 * independently, which four sub-steps make harmless: range estimators of the variance come out within 0.1 %.
 */
final class BarSimulator {

    private static final int SUB_STEPS = 4;
    /** Deviation of the j-th point given the ones before and the end, per deviation of the step: √((3−j)/(4−j)/4). */
    private static final double[] BRIDGE = {Math.sqrt(3.0 / 16), Math.sqrt(2.0 / 12), Math.sqrt(1.0 / 8), 0};

    private final IndexModel model;
    private final double spot;
    private final TimeGrid grid;
    private final VolumeModel volume;

    BarSimulator(IndexModel model, double spot, TimeGrid grid, VolumeModel volume) {
        Check.positive("spot", spot);
        this.model = model;
        this.spot = spot;
        this.grid = grid;
        this.volume = volume;
    }

    /**
     * The closes of one path, a function of the seed, the path's number and the shocks alone.
     *
     * @throws ArithmeticException if the index leaves the range of positive numbers
     */
    double[] closes(long seed, long path, int asset, Shocks shocks) {
        double[] closes = new double[grid.bars()];
        Run run = new Run(seed, path, asset, shocks);
        Steps steps = run.steps;
        double price = spot;
        int bar = 0;
        for (int done = 0; done < grid.steps(); done += steps.size) {
            run.fill();
            for (int i = 0; i < steps.size; i++) {
                steps.growth[i] = steps.move[i] + steps.jump[i];
            }
            SmallExp.exp(steps.growth, steps.size);
            for (int i = 0; i < steps.size; i++) {
                price *= steps.growth[i];
                closes[bar] = price;
                bar += grid.endsBar(done + i) ? 1 : 0;
            }
        }
        check(price);
        return closes;
    }

    /**
     * The bars of one path, a function of the seed, the path's number and the shocks alone.
     *
     * @throws ArithmeticException if the index leaves the range of positive numbers
     */
    Bars bars(long seed, long path, int asset, Shocks shocks) {
        Bars bars = new Bars(grid.bars());
        Run run = new Run(seed, path, asset, shocks);
        RandomStream noise = RandomStream.of(seed, path, asset, Purpose.VOLUME);
        double price = spot;
        for (int bar = 0; bar < bars.size(); bar++) {
            double open = price;
            double high = price;
            double low = price;
            for (int left = grid.stepsBefore(bar + 1) - grid.stepsBefore(bar); left > 0; left--) {
                int i = run.next();
                run.walk(i);
                high = Math.max(high, price * SmallExp.exp(run.high));
                low = Math.min(low, price * SmallExp.exp(run.low));
                price *= SmallExp.exp(run.steps.move[i] + run.steps.jump[i]);
            }
            bars.open[bar] = open;
            bars.high[bar] = Math.max(high, price);
            bars.low[bar] = Math.min(low, price);
            bars.close[bar] = price;
            bars.volume[bar] = volume.draw(noise, bar, (bars.high[bar] - bars.low[bar]) / open);
        }
        check(price);
        return bars;
    }

    private static void check(double price) {
        if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    "the index left the range of numbers, at %s: take a lower volatility or fewer bars".formatted(price));
        }
    }

    /** One path on its way through the grid, a block of steps at a time. */
    private final class Run {

        private final Steps steps = new Steps();
        private final Moves moves;
        private final Shocks shocks;
        private final RandomStream range;
        private int done;
        private int at;
        private double high;
        private double low;

        Run(long seed, long path, int asset, Shocks shocks) {
            this.moves = model.moves(RandomStream.of(seed, path, asset, Purpose.EVENTS));
            this.shocks = shocks;
            this.range = RandomStream.of(seed, path, asset, Purpose.RANGE);
        }

        /** Place of the next step in the block. */
        int next() {
            if (at == steps.size) {
                fill();
            }
            return at++;
        }

        /** Takes the next block of steps. */
        void fill() {
            steps.size = Math.min(Steps.CAPACITY, grid.steps() - done);
            for (int i = 0; i < steps.size; i++) {
                steps.years[i] = grid.stepYears(done + i);
                steps.jump[i] = 0;
            }
            shocks.fill(steps.shock, steps.size);
            moves.fill(steps);
            done += steps.size;
            at = 0;
        }

        /** Draws the extremes of a step, as log-returns from its beginning. */
        void walk(int step) {
            double end = steps.move[step];
            double deviation = Math.sqrt(steps.variance[step]);
            double variance = steps.variance[step] / SUB_STEPS;
            double jump = steps.jump[step];
            int jumpAfter = jump == 0 ? SUB_STEPS : (int) (range.nextLong() >>> 62);
            double from = 0;
            high = 0;
            low = 0;
            for (int j = 0; j < SUB_STEPS; j++) {
                double to = end;
                if (j < SUB_STEPS - 1) {
                    to = from + (end - from) / (SUB_STEPS - j) + deviation * BRIDGE[j] * Ziggurat.normal(range);
                }
                extremes(from, to, variance);
                from = to;
                if (j == jumpAfter) {
                    from += jump;
                    end += jump;
                    high = Math.max(high, from);
                    low = Math.min(low, from);
                }
            }
        }

        /** Takes the extremes of a bridge into account: a root is drawn only where it makes a new high or low. */
        private void extremes(double from, double to, double variance) {
            double up = variance * Ziggurat.exponential(range);
            if (up > 2 * (high - from) * (high - to)) {
                high = Math.max(high, 0.5 * (from + to + Math.sqrt((to - from) * (to - from) + 2 * up)));
            }
            double down = variance * Ziggurat.exponential(range);
            if (down > 2 * (low - from) * (low - to)) {
                low = Math.min(low, 0.5 * (from + to - Math.sqrt((to - from) * (to - from) + 2 * down)));
            }
        }
    }
}
