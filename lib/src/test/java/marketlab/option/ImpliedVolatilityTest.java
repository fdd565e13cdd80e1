package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ImpliedVolatilityTest {

    private static final double SPOT = 24_000;
    private static final double RATE = 0.065;
    private static final double YIELD = 0.012;

    @Test
    void priceOfAVolatilityImpliesThatVolatility() {
        int tried = 0;
        for (double volatility : new double[] {0.01, 0.05, 0.1, 0.14, 0.2, 0.5, 1, 2, 4}) {
            for (double years : new double[] {1 / 365.0, 7 / 365.0, 0.1, 0.5, 1, 3, 10}) {
                for (double strike = 2_000; strike <= 100_000; strike *= 1.01) {
                    OptionValue value = BlackScholes.of(SPOT, strike, RATE, YIELD, volatility, years);
                    if (value.vega() > 1e-290) {
                        tried += check(true, value.callPrice(), value.vega(), strike, volatility, years);
                        tried += check(false, value.putPrice(), value.vega(), strike, volatility, years);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(15_000);
    }

    /** To 8 units in the last place of the price, or of the volatility, whichever are coarser in the volatility. */
    private static int check(boolean call, double price, double vega, double strike, double volatility, double years) {
        double tolerance = 8 * Math.ulp(price) / vega + 8 * Math.ulp(volatility);
        if (tolerance > 0.01 * volatility) {
            return 0;
        }
        ImpliedVolatility implied = call
                ? ImpliedVolatility.ofCall(price, SPOT, strike, RATE, YIELD, years)
                : ImpliedVolatility.ofPut(price, SPOT, strike, RATE, YIELD, years);
        assertThat(implied.value())
                .as("%s of %s at %s, %s years: %s", call ? "call" : "put", strike, volatility, years, implied.reason())
                .isCloseTo(volatility, within(tolerance));
        return 1;
    }

    @Test
    void atTheForwardIsSolvedToo() {
        double price = BlackScholes.of(100, 100, 0.03, 0.03, 0.2, 1).callPrice();
        assertThat(ImpliedVolatility.ofCall(price, 100, 100, 0.03, 0.03, 1).value())
                .isCloseTo(0.2, within(1e-15));
    }

    @Test
    void priceOutsideItsBoundsHasNoneAndSaysWhy() {
        ImpliedVolatility below = ImpliedVolatility.ofCall(9, 110, 100, 0, 0, 1);
        assertThat(below.value()).isNaN();
        assertThat(below.reason()).isEqualTo("price 9.0 is not above the discounted intrinsic value 10.0");
        ImpliedVolatility above = ImpliedVolatility.ofPut(101, 110, 100, 0, 0, 1);
        assertThat(above.value()).isNaN();
        assertThat(above.reason()).isEqualTo("price 101.0 is not below the maximum price of an option, 100.0");
        assertThat(ImpliedVolatility.ofPut(0, 110, 100, 0, 0, 1).value()).isNaN();
        assertThat(ImpliedVolatility.ofPut(Double.NaN, 110, 100, 0, 0, 1).value())
                .isNaN();
    }

    @Test
    void expiredOptionIsRefused() {
        assertThatThrownBy(() -> ImpliedVolatility.ofCall(5, 100, 100, 0, 0, 0))
                .hasMessage("years must be > 0, got 0.0");
    }
}
