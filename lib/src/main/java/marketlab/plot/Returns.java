package marketlab.plot;

import java.util.Arrays;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;

/** Log returns from close to close, without those at a missing close or a price of zero. */
record Returns(double[] values) {

    private static final int FEWEST = 3;

    static Returns of(Dataset dataset) {
        double[] values = logarithmic(PlotColumns.ofInstrument(dataset).numbers("Close"));
        Returns returns =
                new Returns(Arrays.stream(values).filter(Double::isFinite).toArray());
        if (returns.values.length < FEWEST || !(returns.deviation() > 0)) {
            throw new IllegalArgumentException("returns need at least " + (FEWEST + 1) + " closes that differ, got "
                    + PlainLabel.count(values.length + 1));
        }
        return returns;
    }

    /** ln(close / previous close), one fewer than there are closes. */
    static double[] logarithmic(double[] close) {
        return IntStream.range(1, close.length)
                .mapToDouble(i -> Math.log(close[i] / close[i - 1]))
                .toArray();
    }

    double mean() {
        return StatUtils.mean(values);
    }

    double deviation() {
        return Math.sqrt(StatUtils.variance(values));
    }

    double skewness() {
        return new Skewness().evaluate(values);
    }

    /** Excess kurtosis. */
    double kurtosis() {
        return new Kurtosis().evaluate(values);
    }

    double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
