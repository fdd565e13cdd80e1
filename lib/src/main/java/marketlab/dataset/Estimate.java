package marketlab.dataset;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A statistic of a stationary series with its standard error.
 *
 * <p>Each statistic here is, for a long series, its true value plus a mean of influences, one of each observation. The
 * standard error is that of this mean. Volatile days come in groups, so neighbours are correlated. The standard error
 * is therefore that of Newey and West (<i>A Simple, Positive Semi-Definite, Heteroskedasticity and Autocorrelation
 * Consistent Covariance Matrix</i>, Econometrica 55, 1987), with the 1.3 √n lags that Lazarus, Lewis, Stock and Watson
 * recommend (<i>HAR Inference: Recommendations for Practice</i>, Journal of Business and Economic Statistics 36, 2018).
 *
 * <p>The influences are those of the delta method for functions of moments, and those of Hsing (<i>On Tail Index
 * Estimation Using Dependent Data</i>, Annals of Statistics 19, 1991) for the tail index.
 *
 * @param value NaN if it is not defined
 * @param error in the unit of the value
 */
record Estimate(double value, double error) {

    private static final double LAGS = 1.3;
    private static final int FEWEST_PAIRS = 30;
    private static final int FEWEST_IN_TAIL = 10;

    static final Estimate UNDEFINED = new Estimate(Double.NaN, Double.NaN);

    private static Estimate of(double value, double[] influences) {
        return new Estimate(value, Math.sqrt(longRunVariance(influences) / influences.length));
    }

    Estimate times(double factor) {
        return new Estimate(value * factor, error * factor);
    }

    static Estimate mean(double[] x) {
        return of(average(x), centered(x));
    }

    /** Standard deviation, from the unbiased variance. */
    static Estimate deviation(double[] x) {
        double[] d = centered(x);
        double squares = average(each(d, y -> y * y));
        double deviation = Math.sqrt(squares);
        double unbiased = Math.sqrt(squares * x.length / (x.length - 1));
        return of(unbiased, each(d, y -> (y * y - squares) / (2 * deviation)));
    }

    /** Third standardized moment. */
    static Estimate skewness(double[] x) {
        double[] z = standardized(x);
        double skewness = average(each(z, y -> y * y * y));
        return of(skewness, each(z, y -> y * y * y - skewness - 3 * y - 1.5 * skewness * (y * y - 1)));
    }

    /** Fourth standardized moment, which is 3 for a normal distribution. */
    static Estimate kurtosis(double[] x) {
        double[] z = standardized(x);
        double skewness = average(each(z, y -> y * y * y));
        double kurtosis = average(each(z, y -> y * y * y * y));
        return of(kurtosis, each(z, y -> y * y * y * y - kurtosis - 4 * skewness * y - 2 * kurtosis * (y * y - 1)));
    }

    /**
     * Correlation of the pairs whose two values are known. Undefined for fewer than 30 pairs, or if one of the two
     * never changes.
     */
    static Estimate correlation(double[] x, double[] y) {
        int[] known = known(x, y);
        if (known.length < FEWEST_PAIRS || isConstant(pick(x, known)) || isConstant(pick(y, known))) {
            return UNDEFINED;
        }
        double[] u = standardized(pick(x, known));
        double[] v = standardized(pick(y, known));
        double correlation = average(each(u, v, (a, b) -> a * b));
        return of(correlation, each(u, v, (a, b) -> a * b - correlation / 2 * (a * a + b * b)));
    }

    /** Correlation of each number with the number that is this many places later. */
    static Estimate autocorrelation(double[] x, int lag) {
        return correlation(Arrays.copyOfRange(x, 0, x.length - lag), Arrays.copyOfRange(x, lag, x.length));
    }

    /** Mean of x relative to the standard deviation of y, for the pairs whose two values are known. */
    static Estimate meanPerDeviation(double[] x, double[] y) {
        int[] known = known(x, y);
        if (known.length < FEWEST_PAIRS) {
            return UNDEFINED;
        }
        double deviation = deviation(pick(y, known)).value;
        double[] ratios = each(pick(x, known), a -> a / deviation);
        double ratio = average(ratios);
        return of(ratio, each(ratios, standardized(pick(y, known)), (a, z) -> a - ratio - ratio / 2 * (z * z - 1)));
    }

    /** Variance of x relative to the sum of the variances of x and y, for the pairs whose two values are known. */
    static Estimate shareOfVariance(double[] x, double[] y) {
        int[] known = known(x, y);
        if (known.length < FEWEST_PAIRS) {
            return UNDEFINED;
        }
        double[] a = each(centered(pick(x, known)), d -> d * d);
        double[] b = each(centered(pick(y, known)), d -> d * d);
        double both = average(a) + average(b);
        double share = average(a) / both;
        return of(share, each(a, b, (p, q) -> ((1 - share) * p - share * q) / both));
    }

    /**
     * Hill's estimate of the tail index (<i>A Simple General Approach to Inference About the Tail of a
     * Distribution</i>, Annals of Statistics 3, 1975): 1 / mean of ln(x / threshold) of the largest of x, where the
     * threshold is the largest of the others. The probability to exceed a far level falls with the power of this index.
     * Undefined if the tail has fewer than 10 numbers, or if the threshold is not above 0.
     *
     * @param part of the observations that is taken as the tail
     */
    static Estimate tailIndex(double[] x, double part) {
        int count = (int) (part * x.length);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double threshold = sorted[x.length - 1 - count];
        if (count < FEWEST_IN_TAIL || threshold <= 0 || sorted[x.length - 1] == threshold) {
            return UNDEFINED;
        }
        double[] excess = each(x, y -> y > threshold ? StrictMath.log(y / threshold) : 0);
        double share = (double) count / x.length;
        double inverse = average(excess) / share;
        double[] influences =
                each(x, excess, (y, e) -> (e - (y > threshold ? inverse : 0)) / (share * inverse * inverse));
        return of(1 / inverse, influences);
    }

    /** Number of neighbours that are taken as correlated. */
    static int lags(int observations) {
        return (int) Math.ceil(LAGS * Math.sqrt(observations));
    }

    private static double longRunVariance(double[] influences) {
        int lags = lags(influences.length);
        double variance = 0;
        for (int lag = 0; lag < Math.min(lags, influences.length); lag++) {
            double products = 0;
            for (int i = lag; i < influences.length; i++) {
                products += influences[i] * influences[i - lag];
            }
            variance += (lag == 0 ? 1 : 2 * (1 - (double) lag / lags)) * products / influences.length;
        }
        return Math.max(0, variance);
    }

    private static double average(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    private static double[] centered(double[] x) {
        double mean = average(x);
        return each(x, y -> y - mean);
    }

    private static double[] standardized(double[] x) {
        double[] d = centered(x);
        double deviation = Math.sqrt(average(each(d, y -> y * y)));
        return each(d, y -> y / deviation);
    }

    private static boolean isConstant(double[] x) {
        return Arrays.stream(x).allMatch(y -> y == x[0]);
    }

    private static int[] known(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .toArray();
    }

    private static double[] pick(double[] x, int[] places) {
        return IntStream.of(places).mapToDouble(i -> x[i]).toArray();
    }

    private static double[] each(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    private static double[] each(double[] x, double[] y, DoubleBinaryOperator f) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> f.applyAsDouble(x[i], y[i]))
                .toArray();
    }
}
