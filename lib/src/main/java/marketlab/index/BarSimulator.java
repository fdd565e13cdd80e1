package marketlab.index;

import java.util.Arrays;
import marketlab.index.RandomStream.Purpose;

/** Runs a model through a time grid and makes bars, or closes alone: the closes are the same either way. */
final class BarSimulator {

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
        Moves moves = moves(seed, path, asset);
        Steps steps = new Steps();
        double[] growth = new double[Steps.CAPACITY];
        double price = spot;
        int bar = 0;
        for (int done = 0; done < grid.steps(); done += steps.size) {
            fill(steps, done, shocks, moves, growth);
            for (int i = 0; i < steps.size; i++) {
                price *= growth[i];
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
        Moves moves = moves(seed, path, asset);
        Range range = new Range(seed, path, asset);
        Steps steps = new Steps();
        double[] growth = new double[Steps.CAPACITY];
        double price = spot;
        double high = spot;
        double low = spot;
        int bar = 0;
        for (int done = 0; done < grid.steps(); done += steps.size) {
            fill(steps, done, shocks, moves, growth);
            range.draw(steps);
            SmallExp.exp(range.high, steps.size);
            SmallExp.exp(range.low, steps.size);
            for (int i = 0; i < steps.size; i++) {
                if (done + i == grid.stepsBefore(bar)) {
                    bars.open[bar] = price;
                    high = price;
                    low = price;
                }
                high = Math.max(high, price * range.high[i]);
                low = Math.min(low, price * range.low[i]);
                price *= growth[i];
                high = Math.max(high, price);
                low = Math.min(low, price);
                bars.high[bar] = high;
                bars.low[bar] = low;
                bars.close[bar] = price;
                bar += grid.endsBar(done + i) ? 1 : 0;
            }
        }
        check(price);
        volume.draw(RandomStream.of(seed, path, asset, Purpose.VOLUME), bars);
        return bars;
    }

    private Moves moves(long seed, long path, int asset) {
        return model.moves(RandomStream.of(seed, path, asset, Purpose.EVENTS));
    }

    /** Takes the next block of steps, and their growth from beginning to end. */
    private void fill(Steps steps, int done, Shocks shocks, Moves moves, double[] growth) {
        steps.size = Math.min(Steps.CAPACITY, grid.steps() - done);
        grid.copyStepYears(done, steps.years, steps.size);
        Arrays.fill(steps.jump, 0, steps.size, 0);
        shocks.fill(steps.shock, steps.size);
        moves.fill(steps);
        for (int i = 0; i < steps.size; i++) {
            growth[i] = steps.move[i] + steps.jump[i];
        }
        SmallExp.exp(growth, steps.size);
    }

    private static void check(double price) {
        if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    "the index left the range of numbers, at %s: take a lower volatility or fewer bars".formatted(price));
        }
    }
}
