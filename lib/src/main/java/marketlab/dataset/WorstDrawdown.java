package marketlab.dataset;

import java.util.Random;

/**
 * The deepest fall of a price below its highest value so far.
 *
 * @param depth the lowest price relative to the highest before it, less 1: 0 or negative
 * @param length number of rows from the highest price until it is reached again, or until the last row
 */
record WorstDrawdown(double depth, int length) {

    private static final int SAMPLES = 500;
    private static final long SEED = 1;

    /** @param logarithms of the prices, oldest first */
    static WorstDrawdown of(double[] logarithms) {
        int peak = 0;
        int peakOfDeepest = 0;
        int recovered = 0;
        double deepest = 0;
        for (int i = 1; i < logarithms.length; i++) {
            double fall = logarithms[i] - logarithms[peak];
            if (fall < deepest) {
                deepest = fall;
                peakOfDeepest = peak;
            }
            if (peak == peakOfDeepest && deepest < 0) {
                recovered = i;
            }
            if (fall >= 0) {
                peak = i;
            }
        }
        return new WorstDrawdown(StrictMath.expm1(deepest), recovered - peakOfDeepest);
    }

    /**
     * The depth and the length, each with its standard deviation over 500 histories drawn by the stationary bootstrap
     * of Politis and Romano (<i>The Stationary Bootstrap</i>, Journal of the American Statistical Association 89,
     * 1994): blocks of consecutive returns from random places, of random length with mean {@link Estimate#lags}. The
     * seed is always the same.
     */
    static Estimate[] estimates(double[] logarithms) {
        int returns = logarithms.length - 1;
        Random random = new Random(SEED);
        double[] depths = new double[SAMPLES];
        double[] lengths = new double[SAMPLES];
        double[] path = new double[logarithms.length];
        for (int sample = 0; sample < SAMPLES; sample++) {
            int place = random.nextInt(returns);
            for (int i = 0; i < returns; i++) {
                path[i + 1] = path[i] + logarithms[place + 1] - logarithms[place];
                boolean ends = random.nextDouble() * Estimate.lags(returns) < 1;
                place = ends ? random.nextInt(returns) : (place + 1) % returns;
            }
            WorstDrawdown drawn = of(path);
            depths[sample] = drawn.depth;
            lengths[sample] = drawn.length;
        }
        WorstDrawdown own = of(logarithms);
        return new Estimate[] {
            new Estimate(own.depth, Estimate.deviation(depths).value()),
            new Estimate(own.length, Estimate.deviation(lengths).value())
        };
    }
}
