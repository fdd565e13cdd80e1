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

    static SampleMoments of(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return new SampleMoments(values.length, mean, squares / (values.length - 1));
    }
}
