package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatilitySurfaceTest {

    private static final double WEEK = 7 / 365.0;
    private static final double MONTH_YEARS = 30 / 365.0;
    private static final Svi MONTH = new Svi(0.0005, 0.02, -0.5, 0, 0.05);
    private static final Svi YEAR = new Svi(0.008, 0.09, -0.5, 0, 0.2);

    @Test
    void ssviIsTheChosenVolatilityAtTheForward() {
        SsviSurface surface = new SsviSurface(0.14, -0.6, 0.9, 0.45);
        assertThat(surface.volatility(24_000, 24_000, 0.3)).isCloseTo(0.14, within(1e-15));
        assertThat(surface.volatility(23_000, 24_000, 0.3)).isGreaterThan(surface.volatility(25_000, 24_000, 0.3));
    }

    @Test
    void ssviIsARawSviAtEveryExpiry() {
        SsviSurface surface = new SsviSurface(0.14, -0.6, 0.9, 0.45);
        double theta = 0.14 * 0.14 * 0.5;
        double phi = 0.9 / (Math.pow(theta, 0.45) * Math.pow(1 + theta, 0.55));
        Svi raw = new Svi(theta / 2 * (1 - 0.36), theta * phi / 2, -0.6, 0.6 / phi, Math.sqrt(1 - 0.36) / phi);
        for (double k = -1; k <= 1; k += 0.1) {
            assertThat(surface.totalVariance(k, 0.5)).isCloseTo(raw.totalVariance(k), within(1e-16 + 1e-14 * theta));
        }
    }

    @Test
    void sviSurfaceIsItsSmilesAndLinearInTotalVarianceBetween() {
        SviSurface surface = SviSurface.of(Map.of(1 / 12.0, MONTH, 1.0, YEAR));
        double k = -0.1;
        double strike = 100 * Math.exp(k);
        assertThat(variance(surface, strike, 1 / 12.0)).isCloseTo(MONTH.totalVariance(k), within(1e-15));
        assertThat(variance(surface, strike, 1)).isCloseTo(YEAR.totalVariance(k), within(1e-15));
        double middle = (1 + 1 / 12.0) / 2;
        assertThat(variance(surface, strike, middle))
                .isCloseTo((MONTH.totalVariance(k) + YEAR.totalVariance(k)) / 2, within(1e-15));
        assertThat(variance(surface, strike, 2)).isCloseTo(2 * YEAR.totalVariance(k), within(1e-15));
    }

    @Test
    void smilesWithArbitrageAreRefused() {
        assertThatThrownBy(() -> new Svi(-0.0410, 0.1331, 0.3060, 0.3586, 0.4153))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the smile has butterfly arbitrage: negative density at log-strike");
        assertThatThrownBy(() -> new Svi(0.01, 1.5, -0.5, 0, 0.1)).hasMessageContaining("b (1 + |rho|) must be <= 2");
        assertThatThrownBy(() -> SviSurface.of(Map.of(1 / 12.0, YEAR, 1.0, MONTH)))
                .hasMessageStartingWith("the surface has calendar arbitrage: total variance at log-strike");
        assertThatThrownBy(() -> new SsviSurface(0.14, -0.9, 1.2, 0.5))
                .hasMessageStartingWith("eta (1 + |rho|) must be <= 2");
    }

    @Test
    void sabrWithoutVolatilityOfVolatilityIsFlatForLogNormalPrices() {
        SabrSurface surface = new SabrSurface(0.2, 1, -0.3, 0);
        assertThat(surface.volatility(80, 100, 0.5)).isCloseTo(0.2, within(1e-15));
        assertThat(surface.volatility(100, 100, 0.5)).isCloseTo(0.2, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "index_skew, 3.3, 3.5, 3.5, 3.7, 3.8, 4.0",
        "steep_skew, 4.7, 5.0, 5.0, 5.3, 5.4, 5.7",
        "sabr_skew,  0.4, 0.6, 1.0, 1.2, 3.6, 3.9"
    })
    void skewIsAsStated(
            String name, double week, double weekMost, double month, double monthMost, double year, double yearMost) {
        assertThat(skew(name, WEEK)).isBetween(week, weekMost);
        assertThat(skew(name, MONTH_YEARS)).isBetween(month, monthMost);
        assertThat(skew(name, 1)).isBetween(year, yearMost);
    }

    @Test
    void steepSkewIsSteeperThanIndexSkewAtEveryExpiry() {
        for (double years = 1 / 365.0; years < 6; years *= 1.5) {
            assertThat(skew("steep_skew", years)).isGreaterThan(1.3 * skew("index_skew", years));
        }
    }

    @Test
    void sabrRefusesStrikesWithANegativeDensity() {
        SabrSurface wild = new SabrSurface(0.14, 1, -0.5, 0.8);
        assertThat(wild.volatility(24_000 * Math.exp(-1.2), 24_000, 5)).isBetween(0.2, 1.0);
        assertThatThrownBy(() -> wild.volatility(5_000, 24_000, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the SABR surface with alpha 0.140 and nu 0.800 has a negative density at strike 5000.00,"
                        + " forward 24000.0, 5.00 years; use strikes nearer the forward or a smaller nu");
        assertThatThrownBy(() -> VolatilitySurface.named("sabr_skew", 2.5).volatility(24_000, 24_000, 5))
                .hasMessage("the SABR surface with alpha 2.50 and nu 0.600 has no positive volatility at strike"
                        + " 24000.0, forward 24000.0, 5.00 years; use a smaller alpha or nu");
    }

    @Test
    void sabrSkewHasNoStrikeToRefuseUpToFiveYears() {
        for (double volatility : new double[] {0.05, 0.14, 0.3, 0.6}) {
            VolatilitySurface surface = VolatilitySurface.named("sabr_skew", volatility);
            for (double years = 1 / 365.0; years < 6; years *= 1.3) {
                for (double k = -2; k <= 2; k += 0.01) {
                    assertThat(surface.volatility(Math.exp(k), 1, years)).isPositive();
                }
            }
        }
    }

    @Test
    void unknownPresetIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> VolatilitySurface.named("smirk", 0.2))
                .hasMessage("[surface] unknown surface 'smirk'; there are: flat, index_skew, steep_skew, sabr_skew");
    }

    private static double variance(VolatilitySurface surface, double strike, double years) {
        return Math.pow(surface.volatility(strike, 100, years), 2) * years;
    }

    /** The 25-delta skew in percentage points at a volatility of 14 %. */
    private static double skew(String name, double years) {
        VolatilitySurface surface = VolatilitySurface.named(name, 0.14);
        return 100 * (quarterDelta(surface, years, 0.75) - quarterDelta(surface, years, 0.25));
    }

    /** Volatility of the strike whose call has this forward delta. */
    private static double quarterDelta(VolatilitySurface surface, double years, double delta) {
        double low = 0.05;
        double high = 20;
        for (int i = 0; i < 100; i++) {
            double strike = 0.5 * (low + high);
            double volatility = surface.volatility(strike, 1, years);
            if (BlackScholes.of(1, strike, 0, 0, volatility, years).callDelta() > delta) {
                low = strike;
            } else {
                high = strike;
            }
        }
        return surface.volatility(low, 1, years);
    }
}
