package marketlab.dataset;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The stylized facts of a price history as curves, for a picture of {@link StylizedFacts}: where a curve passes a number
 * of the table, it has that number. Immutable.
 */
public final class FactCurves {

    private static final int LAGS = 20;
    private static final int LONGEST_SUM = 20;
    private static final int FEWEST_SUMS = 30;

    private final double[] returns;
    private final double[] sizes;
    private final double[] closes;

    FactCurves(double[] returns, double[] closes) {
        this.returns = returns;
        this.sizes = Arrays.stream(returns).map(Math::abs).toArray();
        this.closes = closes;
    }

    /** Autocorrelation of the returns at the lags 1 to 20. */
    public FactCurve autocorrelationOfReturns() {
        return curve(LAGS, lag -> Estimate.autocorrelation(returns, lag));
    }

    /** Autocorrelation of the absolute returns at the lags 1 to 20. */
    public FactCurve autocorrelationOfSizes() {
        return curve(LAGS, lag -> Estimate.autocorrelation(sizes, lag));
    }

    /** Correlation of a return with the absolute return so many rows later, 1 to 20: below 0 is the leverage effect. */
    public FactCurve leverage() {
        return curve(
                LAGS,
                lag -> Estimate.correlation(
                        Arrays.copyOf(returns, returns.length - lag), Arrays.copyOfRange(sizes, lag, sizes.length)));
    }

    /** Kurtosis of the sums of so many consecutive returns, 1 to 20, if there are 30 sums or more. */
    public FactCurve kurtosisOfSums() {
        return curve(
                Math.min(LONGEST_SUM, returns.length / FEWEST_SUMS), count -> Estimate.kurtosis(sums(returns, count)));
    }

    /** The share of returns whose size is at least so many standard deviations, from the smallest to the largest. */
    public FactCurve exceedance() {
        double deviation = Estimate.deviation(returns).value();
        double[] at = Arrays.stream(sizes)
                .filter(size -> size > 0)
                .map(size -> size / deviation)
                .sorted()
                .toArray();
        double[] shares = IntStream.range(0, at.length)
                .mapToDouble(i -> (double) (at.length - i) / returns.length)
                .toArray();
        double[] errors = Arrays.stream(shares)
                .map(share -> Math.sqrt(share * (1 - share) / returns.length))
                .toArray();
        return new FactCurve(at, shares, errors);
    }

    /** The close below the highest close so far, as a fraction, by row. */
    public FactCurve drawdown() {
        double[] at = IntStream.range(0, closes.length).asDoubleStream().toArray();
        double[] values = new double[closes.length];
        double highest = 0;
        for (int i = 0; i < closes.length; i++) {
            highest = Math.max(highest, closes[i]);
            values[i] = closes[i] / highest - 1;
        }
        double[] errors = new double[closes.length];
        Arrays.fill(errors, Double.NaN);
        return new FactCurve(at, values, errors);
    }

    /** Sums of this many consecutive returns. An incomplete sum at the end is left out. */
    static double[] sums(double[] returns, int count) {
        return IntStream.range(0, returns.length / count)
                .mapToDouble(
                        i -> Arrays.stream(returns, i * count, (i + 1) * count).sum())
                .toArray();
    }

    private static FactCurve curve(int count, IntFunction<Estimate> estimate) {
        Estimate[] estimates =
                IntStream.rangeClosed(1, count).mapToObj(estimate).toArray(Estimate[]::new);
        return new FactCurve(
                IntStream.rangeClosed(1, count).asDoubleStream().toArray(),
                Arrays.stream(estimates).mapToDouble(Estimate::value).toArray(),
                Arrays.stream(estimates).mapToDouble(Estimate::error).toArray());
    }
}
