package marketlab.index;

import marketlab.index.RandomStream.Purpose;

/**
 * Runs a model through a time grid and makes bars. Each bar is four sub-steps, and the highest and lowest point within a
 * sub-step is drawn from the Brownian bridge between its ends (Glasserman 2003, section 6.4: the maximum of a bridge from
 * a to b with variance v exceeds m with probability exp(−2(m−a)(m−b)/v)). High and low of a sub-step are drawn
 * independently, which four sub-steps make harmless: range estimators of the variance come out within 0.1 %.
 */
final class BarSimulator {

    static final int SUB_STEPS = 4;

    private static final int BLOCK_BARS = Steps.CAPACITY / SUB_STEPS;

    private final IndexModel model;
    private final double spot;
    private final double[] years;
    private final VolumeModel volume;

    BarSimulator(IndexModel model, double spot, double[] years, VolumeModel volume) {
        Check.positive("spot", spot);
        this.model = model;
        this.spot = spot;
        this.years = years;
        this.volume = volume;
    }

    /**
     * One path: a function of the seed and the path's number alone.
     *
     * @throws ArithmeticException if the index leaves the range of positive numbers
     */
    Bars path(long seed, int path) {
        Bars bars = new Bars(years.length);
        Moves moves = model.moves(seed, path);
        RandomStream range = RandomStream.of(seed, path, Purpose.RANGE);
        RandomStream noise = RandomStream.of(seed, path, Purpose.VOLUME);
        Steps steps = new Steps();
        double price = spot;
        for (int from = 0; from < years.length; from += BLOCK_BARS) {
            int to = Math.min(years.length, from + BLOCK_BARS);
            steps.size = (to - from) * SUB_STEPS;
            for (int i = 0; i < steps.size; i++) {
                steps.years[i] = years[from + i / SUB_STEPS] / SUB_STEPS;
            }
            moves.fill(steps);
            for (int bar = from; bar < to; bar++) {
                price = bar(steps, (bar - from) * SUB_STEPS, price, range, noise, bars, bar);
            }
        }
        return bars;
    }

    private double bar(
            Steps steps, int first, double open, RandomStream range, RandomStream noise, Bars bars, int bar) {
        double at = 0;
        double high = 0;
        double low = 0;
        for (int i = first; i < first + SUB_STEPS; i++) {
            double variance = steps.variance[i];
            double to = at + steps.move[i];
            double up = variance * Ziggurat.exponential(range);
            if (up > 2 * (high - at) * (high - to)) {
                high = Math.max(high, 0.5 * (at + to + Math.sqrt((to - at) * (to - at) + 2 * up)));
            }
            double down = variance * Ziggurat.exponential(range);
            if (down > 2 * (low - at) * (low - to)) {
                low = Math.min(low, 0.5 * (at + to - Math.sqrt((to - at) * (to - at) + 2 * down)));
            }
            at = to + steps.jump[i];
            steps.jump[i] = 0;
            high = Math.max(high, at);
            low = Math.min(low, at);
        }
        double close = open * SmallExp.exp(at);
        if (!(close > 0 && close < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    "the index left the range of numbers at bar %d (%s): take a lower volatility".formatted(bar, close));
        }
        bars.open[bar] = open;
        bars.close[bar] = close;
        bars.high[bar] = Math.max(open * SmallExp.exp(high), Math.max(open, close));
        bars.low[bar] = Math.min(open * SmallExp.exp(low), Math.min(open, close));
        bars.volume[bar] = volume.draw(noise, bar, high - low);
        return close;
    }
}
