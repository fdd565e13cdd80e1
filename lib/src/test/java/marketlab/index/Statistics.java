package marketlab.index;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Tests of a sample against its law, as standard scores. */
final class Statistics {

    private Statistics() {}

    static double mean(double[] sample) {
        return Arrays.stream(sample).sum() / sample.length;
    }

    /** Central moment of this order. */
    static double moment(double[] sample, int order) {
        double mean = mean(sample);
        return Arrays.stream(sample).map(x -> Math.pow(x - mean, order)).sum() / sample.length;
    }

    static double variance(double[] sample) {
        return moment(sample, 2);
    }

    static double skewness(double[] sample) {
        return moment(sample, 3) / Math.pow(variance(sample), 1.5);
    }

    static double excessKurtosis(double[] sample) {
        double variance = variance(sample);
        return moment(sample, 4) / (variance * variance) - 3;
    }

    static double correlation(double[] a, double[] b) {
        double meanOfA = mean(a);
        double meanOfB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanOfA) * (b[i] - meanOfB);
        }
        return sum / a.length / Math.sqrt(variance(a) * variance(b));
    }

    /** √N times the Kolmogorov-Smirnov distance to a law; above 1.95 in one of a thousand samples. */
    static double kolmogorovSmirnov(double[] sample, DoubleUnaryOperator cdf) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double law = cdf.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(law - (double) i / sorted.length, (i + 1.0) / sorted.length - law));
        }
        return Math.sqrt(sorted.length) * distance;
    }
}
