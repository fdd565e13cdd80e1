package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.LongStream;
import marketlab.index.Heston;
import marketlab.index.IndexDataGenerator;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class HestonPricerTest {

    private static final HestonPricer MODEL = new HestonPricer(0.04, 2, 0.05, 0.4, -0.7);

    @Test
    void withHardlyAnyVolatilityOfVarianceItIsBlackAndScholes() {
        HestonPricer calm = new HestonPricer(0.04, 2, 0.04, 1e-4, 0);
        for (double strike : new double[] {60, 90, 100, 110, 150}) {
            OptionValue ours = calm.value(100, strike, 0.05, 0.02, 0.5);
            OptionValue plain = BlackScholes.of(100, strike, 0.05, 0.02, 0.2, 0.5);
            assertThat(ours.callPrice()).isCloseTo(plain.callPrice(), within(1e-7));
            assertThat(ours.putDelta()).isCloseTo(plain.putDelta(), within(1e-7));
            assertThat(ours.gamma()).isCloseTo(plain.gamma(), within(1e-7));
            assertThat(ours.callTheta()).isCloseTo(plain.callTheta(), within(1e-6));
            assertThat(ours.putRho()).isCloseTo(plain.putRho(), within(1e-6));
        }
    }

    @Test
    void distanceToBlackAndScholesIsInProportionToTheVolatilityOfVariance() {
        double years = 0.5;
        HestonPricer any = new HestonPricer(0.04, 2, 0.05, 1, -0.7);
        double volatility = Math.sqrt(any.meanTotalVariance(years) / years);
        for (double strike : new double[] {80, 95, 110, 130}) {
            double plain =
                    BlackScholes.of(100, strike, 0.05, 0.02, volatility, years).callPrice();
            double expected = perXi(1e-4, strike, years, plain);
            for (double xi = 1e-3; xi > 5e-9; xi /= 10) {
                assertThat(perXi(xi, strike, years, plain))
                        .as("strike %s, xi %s", strike, xi)
                        .isCloseTo(expected, within(0.02 * Math.abs(expected) + 1e-13 / xi));
            }
            for (double xi : new double[] {1e-12, 1e-100, 1e-200, Double.MIN_VALUE}) {
                assertThat(tiny(xi, strike, years)).isCloseTo(plain, within(1e-11));
            }
        }
    }

    private static double perXi(double xi, double strike, double years, double plain) {
        return (tiny(xi, strike, years) - plain) / xi;
    }

    private static double tiny(double xi, double strike, double years) {
        return new HestonPricer(0.04, 2, 0.05, xi, -0.7)
                .value(100, strike, 0.05, 0.02, years)
                .callPrice();
    }

    @Test
    void greeksAreTheSlopesOfThePrice() {
        double h = 1e-4;
        for (double strike : new double[] {80, 95, 100, 108, 130}) {
            for (double years : new double[] {0.05, 0.5, 2}) {
                OptionValue at = call(100, strike, 0.05, years, 0.04);
                assertThat(at.callDelta())
                        .isCloseTo(
                                slope(
                                        call(100 + h, strike, 0.05, years, 0.04),
                                        call(100 - h, strike, 0.05, years, 0.04),
                                        h),
                                within(1e-8));
                double wide = 1e-2;
                double second = (call(100 + wide, strike, 0.05, years, 0.04).callPrice()
                                - 2 * at.callPrice()
                                + call(100 - wide, strike, 0.05, years, 0.04).callPrice())
                        / (wide * wide);
                assertThat(at.gamma()).isCloseTo(second, within(1e-6));
                assertThat(at.callRho())
                        .isCloseTo(
                                slope(
                                        call(100, strike, 0.05 + h, years, 0.04),
                                        call(100, strike, 0.05 - h, years, 0.04),
                                        h),
                                within(1e-5));
                assertThat(at.callTheta())
                        .isCloseTo(
                                -slope(
                                        call(100, strike, 0.05, years + h, 0.04),
                                        call(100, strike, 0.05, years - h, 0.04),
                                        h),
                                within(2e-4));
                assertThat(at.vega())
                        .isCloseTo(
                                slope(
                                        call(100, strike, 0.05, years, Math.pow(0.2 + h, 2)),
                                        call(100, strike, 0.05, years, Math.pow(0.2 - h, 2)),
                                        h),
                                within(1e-5));
            }
        }
    }

    @Test
    void callMinusPutEqualsDiscountedForwardMinusStrike() {
        for (double strike = 20; strike < 400; strike *= 1.07) {
            OptionValue value = MODEL.value(100, strike, 0.05, 0.02, 0.5);
            double difference = 100 * StrictMath.exp(-0.01) - strike * StrictMath.exp(-0.025);
            assertThat(value.callPrice() - value.putPrice()).isCloseTo(difference, within(2e-13));
            assertThat(Math.min(value.callPrice(), value.putPrice())).isNotNegative();
        }
    }

    @Test
    void pathsOfTheIndexModelAverageToThePrice() {
        Heston paths = new Heston(0.03, MODEL.v0(), MODEL.kappa(), MODEL.theta(), MODEL.xi(), MODEL.rho());
        IndexDataGenerator generator = IndexDataGenerator.of("spx")
                .model(paths)
                .spot(100)
                .days(63)
                .end(LocalDate.of(2025, 3, 31))
                .paths(1_000);
        double[] terminal = LongStream.range(0, 40)
                .boxed()
                .flatMap(seed -> generator.seed(seed).generateWide().table().columns().stream()
                        .skip(1))
                .mapToDouble(column -> ((DoubleColumn) column).getDouble(62))
                .toArray();
        for (double strike : new double[] {85, 95, 100, 105, 115}) {
            double[] payoffs = Arrays.stream(terminal)
                    .map(s -> Math.exp(-0.05 * 0.25) * Math.max(0, s - strike))
                    .toArray();
            double mean = Arrays.stream(payoffs).average().orElseThrow();
            double error = Math.sqrt(Arrays.stream(payoffs)
                            .map(x -> (x - mean) * (x - mean))
                            .sum())
                    / payoffs.length;
            double price = MODEL.value(100, strike, 0.05, 0.02, 0.25).callPrice();
            assertThat((mean - price) / error)
                    .as("strike %s: %s against %s", strike, mean, price)
                    .isBetween(-4.5, 4.5);
        }
    }

    @Test
    void badParametersAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new HestonPricer(-1, 2, 0.05, 0.4, 0)).hasMessage("v0 must be >= 0, got -1.0");
        assertThatThrownBy(() -> new HestonPricer(0.04, 2, 0.05, 0.4, 1))
                .hasMessage("rho must be between -1 and 1, got 1.0");
        assertThatThrownBy(() -> MODEL.value(100, 100, 0, 0, 0)).hasMessage("years must be > 0, got 0.0");
    }

    private static OptionValue call(double spot, double strike, double rate, double years, double v0) {
        return new HestonPricer(v0, 2, 0.05, 0.4, -0.7).value(spot, strike, rate, 0.02, years);
    }

    private static double slope(OptionValue up, OptionValue down, double h) {
        return (up.callPrice() - down.callPrice()) / (2 * h);
    }
}
