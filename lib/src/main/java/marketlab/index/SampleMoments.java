package marketlab.index;

import java.util.Arrays;

/**
 * Size, mean and variance of a sample.
 *
 * @param size number of observations
 * @param mean arithmetic mean
 * @param variance unbiased variance
 */
record SampleMoments(int size, double mean, double variance) {

    /** Correlation of two samples of the same size; at most 1 in spite of rounding. */
    static double correlation(double[] ones, double[] others) {
        SampleMoments one = of(ones);
        SampleMoments other = of(others);
        double products = 0;
        for (int i = 0; i < ones.length; i++) {
            products += (ones[i] - one.mean) * (others[i] - other.mean);
        }
        double correlation = products / (ones.length - 1) / Math.sqrt(one.variance * other.variance);
        return Math.max(-1, Math.min(1, correlation));
    }

    static SampleMoments of(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return new SampleMoments(values.length, mean, squares / (values.length - 1));
    }
}
