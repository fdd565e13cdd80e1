package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import marketlab.Draw;
import marketlab.RandomCases;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlackScholesTest {

    /** One line of the reference: computed with 60 digits, and printed with 17. */
    record Reference(
            String id,
            double spot,
            double strike,
            double rate,
            double dividendYield,
            double volatility,
            double years,
            boolean call,
            double price,
            double delta,
            double gamma,
            double theta,
            double vega,
            double rho) {

        OptionValue ours() {
            return BlackScholes.of(spot, strike, rate, dividendYield, volatility, years);
        }

        boolean outOfTheMoney() {
            double forward = spot * Math.exp((rate - dividendYield) * years);
            return call == strike >= forward;
        }
    }

    static Stream<Reference> references() {
        try {
            List<String> lines = Files.readAllLines(
                    Project.root().resolve("lib/src/test/resources/marketlab/option/black_scholes.csv"));
            return lines.stream()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(f -> new Reference(
                            f[0] + f[7],
                            d(f[1]),
                            d(f[2]),
                            d(f[3]),
                            d(f[4]),
                            d(f[5]),
                            d(f[6]),
                            f[7].equals("C"),
                            d(f[8]),
                            d(f[9]),
                            d(f[10]),
                            d(f[11]),
                            d(f[12]),
                            d(f[13])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void priceIsTheReference(Reference r) {
        double price = r.call() ? r.ours().callPrice() : r.ours().putPrice();
        assertThat(price).isCloseTo(r.price(), within(4e-16 * Math.max(r.spot(), r.strike())));
        if (r.outOfTheMoney()) {
            assertThat(price).isCloseTo(r.price(), within(1e-11 * r.price()));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void greeksAreTheReference(Reference r) {
        OptionValue ours = r.ours();
        relative("delta", r.call() ? ours.callDelta() : ours.putDelta(), r.delta());
        relative("gamma", ours.gamma(), r.gamma());
        relative("theta", r.call() ? ours.callTheta() : ours.putTheta(), r.theta());
        relative("vega", ours.vega(), r.vega());
        relative("rho", r.call() ? ours.callRho() : ours.putRho(), r.rho());
    }

    @RandomCases(300)
    void callMinusPutEqualsDiscountedForwardMinusStrike(SplittableRandom random) {
        double strike = Draw.between(random, 100.0, 50_000.0);
        double volatility = Draw.between(random, 0.01, 2.0);
        double years = Draw.between(random, 0.0, 5.0);
        double spot = 24_000;
        OptionValue value = BlackScholes.of(spot, strike, 0.065, 0.012, volatility, years);
        double difference = spot * StrictMath.exp(-0.012 * years) - strike * StrictMath.exp(-0.065 * years);
        assertThat(value.callPrice() - value.putPrice()).isCloseTo(difference, within(1e-15 * spot));
    }

    @RandomCases(300)
    void priceIsNeverNegativeNorBelowForwardIntrinsic(SplittableRandom random) {
        double strike = Draw.between(random, 1.0, 1e6);
        double volatility = Draw.between(random, 0.0, 3.0);
        double years = Draw.between(random, 0.0, 5.0);
        OptionValue value = BlackScholes.of(24_000, strike, 0.065, 0.012, volatility, years);
        double intrinsic = 24_000 * StrictMath.exp(-0.012 * years) - strike * StrictMath.exp(-0.065 * years);
        assertThat(value.callPrice()).isGreaterThanOrEqualTo(Math.max(0, intrinsic));
        assertThat(value.putPrice()).isGreaterThanOrEqualTo(Math.max(0, -intrinsic));
    }

    @RandomCases(300)
    void greeksAreTheSlopesOfThePrice(SplittableRandom random) {
        double strike = Draw.between(random, 80.0, 125.0);
        double volatility = Draw.between(random, 0.1, 0.6);
        double years = Draw.between(random, 0.1, 2.0);
        double h = 1e-5 * 100;
        OptionValue at = at(100, strike, volatility, years);
        assertThat(at.callDelta())
                .isCloseTo(
                        (at(100 + h, strike, volatility, years).callPrice()
                                        - at(100 - h, strike, volatility, years).callPrice())
                                / (2 * h),
                        within(1e-7));
        double wide = 10 * h;
        assertThat(at.gamma())
                .isCloseTo(
                        (at(100 + wide, strike, volatility, years).putPrice()
                                        - 2 * at.putPrice()
                                        + at(100 - wide, strike, volatility, years)
                                                .putPrice())
                                / (wide * wide),
                        within(1e-6));
        double v = 1e-5;
        double slope = (at(100, strike, volatility + v, years).putPrice()
                        - at(100, strike, volatility - v, years).putPrice())
                / (2 * v);
        assertThat(at.vega()).isCloseTo(slope, within(1e-8 * 100));
        double theta = -(at(100, strike, volatility, years + v).callPrice()
                        - at(100, strike, volatility, years - v).callPrice())
                / (2 * v);
        assertThat(at.callTheta()).isCloseTo(theta, within(1e-5));
    }

    @Test
    void convexInTheStrikeHoweverFarFromTheMoney() {
        for (double volatility : new double[] {0.05, 0.14, 0.8}) {
            for (double years : new double[] {1 / 365.0, 0.1, 2}) {
                for (double strike = 5_000; strike < 60_000; strike += 50) {
                    double second = call(strike - 50, volatility, years)
                            - 2 * call(strike, volatility, years)
                            + call(strike + 50, volatility, years);
                    assertThat(second).isGreaterThanOrEqualTo(-1e-9 * 24_000);
                }
            }
        }
    }

    @Test
    void atExpiryPriceIsIntrinsic() {
        OptionValue value = BlackScholes.of(105, 100, 0.05, 0.01, 0.2, 0);
        assertThat(value.callPrice()).isEqualTo(5);
        assertThat(value.putPrice()).isZero();
        assertThat(value.callDelta()).isEqualTo(1);
        assertThat(value.gamma()).isZero();
        assertThat(value.vega()).isZero();
    }

    @Test
    void priceAtZeroVolatilityIsDiscountedIntrinsic() {
        OptionValue value = BlackScholes.of(100, 90, 0.05, 0, 0, 1);
        assertThat(value.callPrice()).isCloseTo(100 - 90 * Math.exp(-0.05), within(1e-13));
        assertThat(value.putPrice()).isZero();
    }

    @Test
    void endlessVolatilityMakesTheCallWorthTheIndex() {
        assertThat(BlackScholes.of(100, 120, 0.05, 0.02, 1e6, 1).callPrice())
                .isCloseTo(100 * Math.exp(-0.02), within(1e-12));
    }

    @Test
    void columnsAreTheSingleContractsExpiryByExpiry() {
        double[] strikes = {1, 12_000, 23_999, 24_000, 25_000, 40_000, 1e6};
        double[] years = {0, 1 / 365.0, 0.25, 3, 40};
        for (double volatility : new double[] {0, 0.14, 1.5}) {
            OptionColumns columns = BlackScholes.of(24_000, strikes, 0.065, 0.012, volatility, years);
            assertThat(columns.size()).isEqualTo(strikes.length * years.length);
            for (int i = 0; i < columns.size(); i++) {
                assertThat(columns.get(i))
                        .isEqualTo(BlackScholes.of(
                                24_000,
                                strikes[i % strikes.length],
                                0.065,
                                0.012,
                                volatility,
                                years[i / strikes.length]));
            }
        }
        assertThatThrownBy(() -> BlackScholes.of(1, new double[70_000], 0, 0, 0.1, new double[70_000]))
                .hasMessage("70000 strikes of 70000 expiries are too many contracts for one array");
    }

    @Test
    void numbersNeverChange() {
        double[] strikes =
                IntStream.range(0, 7_000).mapToDouble(i -> 10_000 + 7 * i).toArray();
        OptionColumns columns = BlackScholes.of(24_000, strikes, 0.065, 0.012, 0.14, new double[] {1 / 365.0, 0.1, 2});
        CRC32C crc = new CRC32C();
        Stream.of(
                        columns.callPrice(),
                        columns.putPrice(),
                        columns.callDelta(),
                        columns.putDelta(),
                        columns.gamma(),
                        columns.callTheta(),
                        columns.putTheta(),
                        columns.vega(),
                        columns.callRho(),
                        columns.putRho())
                .flatMapToDouble(Arrays::stream)
                .forEach(x -> crc.update(Double.toHexString(x).getBytes(StandardCharsets.US_ASCII)));
        assertThat(crc.getValue()).isEqualTo(2188331288L);
    }

    @Test
    void badInputIsRefusedWithItsValue() {
        assertThatThrownBy(() -> BlackScholes.of(-3, 100, 0, 0, 0.2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spot must be > 0, got -3.0");
        assertThatThrownBy(() -> BlackScholes.of(100, 100, 0, 0, Double.NaN, 1))
                .hasMessage("volatility must be >= 0, got NaN");
        assertThatThrownBy(() -> BlackScholes.of(100, 100, 0, 0, 0.2, -1)).hasMessage("years must be >= 0, got -1.0");
    }

    private static double call(double strike, double volatility, double years) {
        return BlackScholes.of(24_000, strike, 0.065, 0.012, volatility, years).callPrice();
    }

    private static OptionValue at(double spot, double strike, double volatility, double years) {
        return BlackScholes.of(spot, strike, 0.05, 0.02, volatility, years);
    }

    private static void relative(String what, double ours, double reference) {
        assertThat(ours).as(what).isCloseTo(reference, within(1e-11 * Math.abs(reference)));
    }

    private static double d(String text) {
        return Double.parseDouble(text);
    }
}
