package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every model but GBM, which has a test of its own, against its law at fixed seeds. */
class ModelLawTest {

    private static final double LIMIT = 4.5;
    private static final double DAY = 1.0 / 252;

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch"})
    void discountedIndexIsAMartingale(String name) {
        IndexModel model = IndexModel.named(name).withDrift(0.06);
        double[] discounted = Arrays.stream(Paths.terminalLogReturns(model, 100_000, 63, 0.25, 17))
                .map(x -> Math.exp(x - 0.06 * 0.25))
                .toArray();
        assertThat(score(discounted, 1)).isBetween(-LIMIT, LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime"})
    void volatilityIsAsAskedFor(String name) {
        IndexModel model = IndexModel.named(name).withVolatility(0.3);
        double[] squares = Arrays.stream(Paths.logReturns(model, 1_000_000, DAY, 23))
                .map(x -> x * x * 252)
                .toArray();
        assertThat(Math.sqrt(Statistics.mean(squares))).isCloseTo(0.3, within(0.006));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime"})
    void driftIsAsAskedFor(String name) {
        assertThat(IndexModel.named(name).withDrift(-0.4).drift()).isCloseTo(-0.4, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime"})
    void parametersMakeTheModelAgain(String name) {
        IndexModel model = IndexModel.named(name).withDrift(0.123).withVolatility(0.21);
        Map<String, Number> parameters = new LinkedHashMap<>();
        model.parameters().forEach((key, value) -> parameters.put(key, (Number) value));
        assertThat(IndexModel.named(name, parameters)).isEqualTo(model);
    }

    @Test
    void mertonsReturnsFollowThePoissonMixture() {
        Merton model = new Merton(0.05, 0.12, 40, -0.01, 0.03);
        double[] returns = Paths.logReturns(model, 100_000, DAY, 31);
        double mean = (0.05 - 0.5 * 0.12 * 0.12 - 40 * Math.expm1(-0.01 + 0.5 * 0.03 * 0.03)) * DAY;
        assertThat(Statistics.kolmogorovSmirnov(returns, x -> {
                    double sum = 0;
                    double weight = Math.exp(-40 * DAY);
                    for (int jumps = 0; jumps < 20; jumps++) {
                        double deviation = Math.sqrt(0.12 * 0.12 * DAY + jumps * 0.03 * 0.03);
                        sum += weight * normal((x - mean + 0.01 * jumps) / deviation);
                        weight *= 40 * DAY / (jumps + 1);
                    }
                    return sum;
                }))
                .isLessThan(1.95);
    }

    @Test
    void mertonsMomentsAreThoseOfTheLaw() {
        Merton model = new Merton(0.05, 0.12, 40, -0.01, 0.03);
        double[] returns = Paths.logReturns(model, 1_000_000, DAY, 37);
        double variance = (0.12 * 0.12 + 40 * (0.03 * 0.03 + 0.01 * 0.01)) * DAY;
        double third = 40 * DAY * (-3 * 0.01 * 0.03 * 0.03 - 0.01 * 0.01 * 0.01);
        double fourth = 40 * DAY * (3 * Math.pow(0.03, 4) + 6 * 0.01 * 0.01 * 0.03 * 0.03 + Math.pow(0.01, 4));
        double mean = Statistics.mean(returns);
        assertThat(score(powers(returns, mean, 2), variance)).isBetween(-LIMIT, LIMIT);
        assertThat(score(powers(returns, mean, 3), third)).isBetween(-LIMIT, LIMIT);
        assertThat(score(powers(returns, mean, 4), fourth + 3 * variance * variance))
                .isBetween(-LIMIT, LIMIT);
    }

    @Test
    void hestonsVarianceHasTheMeanAndSpreadOfTheSquareRootProcess() {
        Heston model = new Heston(0, 0.01, 2, 0.04, 0.3, -0.7);
        int paths = 20_000;
        double[] variances = IntStream.range(0, paths)
                .mapToDouble(path -> {
                    ModelPath moves = ModelPath.of(model, RandomStream.of(5, path, RandomStream.Purpose.EVENTS));
                    StepBlock steps = new StepBlock();
                    steps.size = 126;
                    Arrays.fill(steps.years, DAY);
                    moves.fill(steps);
                    return steps.variance[125] / DAY;
                })
                .toArray();
        double t = 125.5 * DAY;
        double decay = Math.exp(-2 * t);
        assertThat(score(variances, 0.04 + (0.01 - 0.04) * decay)).isBetween(-LIMIT, LIMIT);
        double variance = 0.09 / 2 * (0.01 * (decay - decay * decay) + 0.02 * (1 - decay) * (1 - decay));
        assertThat(Statistics.variance(variances)).isCloseTo(variance, within(0.04 * variance));
    }

    @Test
    void hestonsReturnsAreCorrelatedWithItsVariance() {
        Heston model = new Heston(0, 0.04, 2, 0.04, 0.3, -0.7);
        ModelPath moves = ModelPath.of(model, RandomStream.of(5, 0, RandomStream.Purpose.EVENTS));
        NormalSource shocks = NormalSource.of(5, 0, 0);
        double[] returns = new double[200_000];
        double[] changes = new double[returns.length];
        StepBlock steps = new StepBlock();
        steps.size = StepBlock.CAPACITY;
        Arrays.fill(steps.years, DAY);
        double before = 0.04;
        for (int i = 0; i < returns.length; i++) {
            if (i % steps.size == 0) {
                shocks.fill(steps.shock, steps.size);
                moves.fill(steps);
            }
            double v = 2 * steps.variance[i % steps.size] / DAY - before;
            returns[i] = steps.move[i % steps.size] / Math.sqrt(before + v + 1e-9);
            changes[i] = (v - before) / Math.sqrt(before + v + 1e-9);
            before = v;
        }
        assertThat(Statistics.correlation(returns, changes)).isCloseTo(-0.7, within(0.02));
    }

    @Test
    void garchsSquaresAreAutocorrelatedAsBollerslevSays() {
        double alpha = 0.1;
        double beta = 0.8;
        double[] returns = Paths.logReturns(new Garch(0, 0.2, alpha, beta, 0), 1_000_000, DAY, 41);
        double expected = alpha * (1 - alpha * beta - beta * beta) / (1 - 2 * alpha * beta - beta * beta);
        double[] squares = powers(returns, Statistics.mean(returns), 2);
        assertThat(Statistics.correlation(
                        Arrays.copyOfRange(squares, 0, squares.length - 1),
                        Arrays.copyOfRange(squares, 1, squares.length)))
                .isCloseTo(expected, within(0.02));
    }

    @Test
    void surprisesOfGarchTFollowStudentsT() {
        double nu = 5;
        double deviation = 0.2 * Math.sqrt(DAY);
        double[] returns = Paths.logReturns(new GarchT(0, 0.2, 0, 0, 0, nu), 100_000, DAY, 59);
        TDistribution student = new TDistribution(nu);
        assertThat(Statistics.kolmogorovSmirnov(
                        returns,
                        x -> student.cumulativeProbability(
                                (x + 0.5 * deviation * deviation) / deviation * Math.sqrt(nu / (nu - 2)))))
                .isLessThan(1.95);
    }

    @Test
    void tailsOfGarchTAreAsFatAsThoseOfTheRealIndex() {
        double[] kurtosis = IntStream.range(0, 40)
                .mapToDouble(seed ->
                        Statistics.excessKurtosis(Paths.logReturns(IndexModel.named("garch_t"), 5_000, DAY, seed)))
                .sorted()
                .toArray();
        assertThat(kurtosis[20])
                .as("that of the S&P 500 from 2000 to 2020 is 11.2")
                .isBetween(6.0, 14.0);
        assertThat(Statistics.excessKurtosis(Paths.logReturns(IndexModel.named("garch"), 200_000, DAY, 1)))
                .isLessThan(kurtosis[20]);
    }

    @Test
    void egarchsLogVarianceHasTheMeanAndSpreadThatNelsonSays() {
        Egarch model = new Egarch(0, 0.2, 0.15, 0.9, -0.1);
        ModelPath moves = ModelPath.of(model, RandomStream.of(5, 0, RandomStream.Purpose.EVENTS));
        NormalSource shocks = NormalSource.of(5, 0, 0);
        StepBlock steps = new StepBlock();
        steps.size = StepBlock.CAPACITY;
        Arrays.fill(steps.years, DAY);
        double[] logs = new double[300_000 / steps.size * steps.size];
        double[] variances = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            if (i % steps.size == 0) {
                shocks.fill(steps.shock, steps.size);
                moves.fill(steps);
            }
            variances[i] = steps.variance[i % steps.size] / DAY;
            logs[i] = Math.log(variances[i]);
        }
        double effect = 0.1 * 0.1 + 0.15 * 0.15 * (1 - 2 / Math.PI);
        assertThat(Statistics.variance(logs)).isCloseTo(effect / (1 - 0.81), within(0.003));
        assertThat(Statistics.mean(logs)).isCloseTo(model.meanLogVariance(), within(0.01));
        assertThat(Statistics.mean(variances)).isCloseTo(0.04, within(0.0004));
    }

    @Test
    void gjrsVarianceRisesMoreAfterAFall() {
        double[] returns = Paths.logReturns(new Garch(0, 0.2, 0.02, 0.85, 0.2), 400_000, DAY, 43);
        double afterFall = 0;
        double afterRise = 0;
        for (int i = 1; i < returns.length; i++) {
            double square = returns[i] * returns[i];
            afterFall += returns[i - 1] < 0 ? square : 0;
            afterRise += returns[i - 1] < 0 ? 0 : square;
        }
        assertThat(afterFall / afterRise).isGreaterThan(1.1);
    }

    @Test
    void ousDistanceFromItsTrendFollowsTheNormalLaw() {
        Ou model = new Ou(0.1, 0.2, 3);
        double[] returns = Paths.terminalLogReturns(model, 100_000, 50, 0.5, 47);
        double deviation = 0.2 * Math.sqrt(-Math.expm1(-2 * 3 * 0.5) / 6);
        assertThat(Statistics.kolmogorovSmirnov(returns, x -> normal((x - 0.05) / deviation)))
                .isLessThan(1.95);
    }

    @Test
    void regimesTakeTheirShareOfTime() {
        Regime model = new Regime(0, 0, 0.05, 0.5, 30, 10);
        double[] returns = Paths.logReturns(model, 1_000_000, DAY, 53);
        double variance = (0.75 * 0.0025 + 0.25 * 0.25) * DAY;
        assertThat(Statistics.variance(returns)).isCloseTo(variance, within(0.03 * variance));
        double fourth = 3 * (0.75 * Math.pow(0.05, 4) + 0.25 * Math.pow(0.5, 4)) * DAY * DAY;
        assertThat(Statistics.excessKurtosis(returns)).isCloseTo(fourth / (variance * variance) - 3, within(0.3));
    }

    @Test
    void badParametersAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Heston(0, 0.04, 0, 0.04, 0.3, 0)).hasMessage("kappa must be > 0, got 0.0");
        assertThatThrownBy(() -> new Heston(0, 0.04, 1, 0.04, 0.3, -1.5))
                .hasMessage("rho must be -1.0 to 1.0, got -1.5");
        assertThatThrownBy(() -> new Merton(0, 0.1, -1, 0, 0)).hasMessage("jumpsPerYear must be >= 0, got -1.0");
        assertThatThrownBy(() -> new Garch(0, 0.2, 0.2, 0.8, 0.1))
                .hasMessage("alpha + beta + gamma/2 must be < 1, got 1.05");
        assertThatThrownBy(() -> new GarchT(0, 0.2, 0.1, 0.8, 0.1, 2)).hasMessage("nu must be > 2, got 2.0");
        assertThatThrownBy(() -> new Egarch(0, 0.2, 0.1, 1, 0)).hasMessageStartingWith("beta must be 0.0 to 0.99");
        assertThatThrownBy(() -> new Ou(0, 0.2, Double.NaN)).hasMessage("meanReversion must be > 0, got NaN");
        assertThatThrownBy(() -> new Regime(0, 0, 0.1, 0.2, 0, 10)).hasMessage("bullDays must be > 0, got 0.0");
    }

    private static double[] powers(double[] values, double centre, int power) {
        return Arrays.stream(values).map(x -> Math.pow(x - centre, power)).toArray();
    }

    /** How many standard errors a sample's mean is from what it should be. */
    private static double score(double[] values, double expected) {
        return (Statistics.mean(values) - expected) / Math.sqrt(Statistics.variance(values) / values.length);
    }

    private static double normal(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }
}
