package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class GbmTest {

    private static final double LIMIT = 4.5;
    private static final double DRIFT = 0.08;
    private static final double VOLATILITY = 0.15;
    private static final double DAY = 1.0 / 252;
    private static final Gbm GBM = new Gbm(DRIFT, VOLATILITY);

    @Test
    void logReturnsHaveTheMomentsOfTheLaw() {
        double[] standard = standardised(1_000_000);
        double root = Math.sqrt(standard.length);
        assertThat(Statistics.mean(standard) * root).isBetween(-LIMIT, LIMIT);
        assertThat((Statistics.variance(standard) - 1) * root / Math.sqrt(2)).isBetween(-LIMIT, LIMIT);
        assertThat(Statistics.skewness(standard) * root / Math.sqrt(6)).isBetween(-LIMIT, LIMIT);
        assertThat(Statistics.excessKurtosis(standard) * root / Math.sqrt(24)).isBetween(-LIMIT, LIMIT);
    }

    @Test
    void logReturnsFollowTheNormalLaw() {
        assertThat(Statistics.kolmogorovSmirnov(standardised(100_000), x -> 0.5 * Erf.erfc(-x / Math.sqrt(2))))
                .isLessThan(1.95);
    }

    @Test
    void logReturnsOfNeighbouringDaysAreUncorrelated() {
        double[] x = standardised(1_000_000);
        double correlation =
                Statistics.correlation(Arrays.copyOfRange(x, 0, x.length - 1), Arrays.copyOfRange(x, 1, x.length));
        assertThat(correlation * Math.sqrt(x.length)).isBetween(-LIMIT, LIMIT);
    }

    @Test
    void badParametersAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Gbm(0.08, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("volatility must be >= 0, got NaN");
        assertThatThrownBy(() -> new Gbm(0.08, -0.1)).hasMessage("volatility must be >= 0, got -0.1");
        assertThatThrownBy(() -> new Gbm(Double.POSITIVE_INFINITY, 0.1))
                .hasMessage("drift must be finite, got Infinity");
    }

    /** Daily log-returns, less their mean, over their deviation. */
    private static double[] standardised(int n) {
        double mean = (DRIFT - 0.5 * VOLATILITY * VOLATILITY) * DAY;
        double deviation = VOLATILITY * Math.sqrt(DAY);
        return Arrays.stream(Paths.logReturns(GBM, n, DAY, 99))
                .map(x -> (x - mean) / deviation)
                .toArray();
    }
}
