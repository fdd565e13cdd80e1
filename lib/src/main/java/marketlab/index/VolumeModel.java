package marketlab.index;

/**
 * Shares traded in a bar: the bar's usual part of a day's volume, more if the price range is wider than usual (volume
 * and range move together: Karpoff, <i>The Relation Between Price Changes and Trading Volume</i>, JFQA 22, 1987), times
 * log-normal noise with mean one.
 */
final class VolumeModel {

    /** Mean range of a Brownian motion with unit variance, √(8/π) (Feller 1951). */
    private static final double MEAN_RANGE = Math.sqrt(8 / Math.PI);

    private static final double STEADY = 0.3;
    private static final double NOISE = 0.2;

    private final double[] steady;
    private final double[] perRange;

    /** A model for this number of bars, whose usual volumes {@link #copy} sets. */
    VolumeModel(int bars) {
        steady = new double[bars];
        perRange = new double[bars];
    }

    /**
     * @param daily usual volume of a regular session, in shares
     * @param volatility typical volatility of the market, annualised
     */
    VolumeModel(double daily, double volatility, TimeGrid grid) {
        steady = new double[grid.bars()];
        perRange = new double[grid.bars()];
        for (int bar = 0; bar < grid.bars(); bar++) {
            double usual = daily * grid.share(bar);
            steady[bar] = STEADY * usual;
            perRange[bar] = (1 - STEADY) * usual / (MEAN_RANGE * volatility * Math.sqrt(grid.years(bar)));
        }
    }

    /** Copies the usual volumes of {@code count} bars of another model, starting with this one, to this place. */
    void copy(VolumeModel other, int from, int at, int count) {
        System.arraycopy(other.steady, from, steady, at, count);
        System.arraycopy(other.perRange, from, perRange, at, count);
    }

    /** Sets the volume of a path's bars from their price ranges, as fractions of the open. */
    void draw(RandomStream random, BarArrays bars) {
        double[] noise = new double[StepBlock.CAPACITY];
        double[] eighthRoot = new double[StepBlock.CAPACITY];
        for (int from = 0; from < bars.size(); from += StepBlock.CAPACITY) {
            int count = Math.min(StepBlock.CAPACITY, bars.size() - from);
            random.fillNormals(noise, count);
            for (int i = 0; i < count; i++) {
                noise[i] = (NOISE * noise[i] - 0.5 * NOISE * NOISE) / 8;
            }
            SmallExp.exp(noise, eighthRoot, count);
            for (int i = 0; i < count; i++) {
                int bar = from + i;
                double range = (bars.high[bar] - bars.low[bar]) / bars.open[bar];
                double square = eighthRoot[i] * eighthRoot[i];
                double fourth = square * square;
                noise[i] = (steady[bar] + perRange[bar] * range) * (fourth * fourth) + 0.5;
            }
            for (int i = 0; i < count; i++) {
                bars.volume[from + i] = (long) noise[i];
            }
        }
    }
}
