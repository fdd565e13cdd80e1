package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import marketlab.index.Bates;
import marketlab.index.IndexModel;
import marketlab.index.Merton;
import marketlab.index.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixturePricerTest {

    private static final BlackScholes.Terms TERMS = new BlackScholes.Terms(100, 0.05, 0.01, 0.1, 0.09);
    private static final Merton MERTON = (Merton) IndexModel.named("merton");
    private static final Regime REGIME = (Regime) IndexModel.named("regime");

    /** Two methods that share nothing: a sum over jumps, and an integral over the characteristic function. */
    @ParameterizedTest
    @ValueSource(doubles = {90, 100, 110})
    void mertonIsBatesWithAVarianceThatStands(double strike) {
        double variance = MERTON.volatility() * MERTON.volatility();
        Bates still = new Bates(
                0, variance, 3, variance, 1e-3, 0, MERTON.jumpsPerYear(), MERTON.jumpMean(), MERTON.jumpDeviation());
        OptionValue sum = MixturePricer.of(MERTON, TERMS).value(strike);
        OptionValue integral =
                new HestonSlice(ModelVariance.diffusion(still), ModelVariance.jumps(still), TERMS, 0.2).value(strike);
        assertThat(sum.callPrice()).isCloseTo(integral.callPrice(), within(1e-5));
        assertThat(sum.putPrice()).isCloseTo(integral.putPrice(), within(1e-5));
        assertThat(sum.callDelta()).isCloseTo(integral.callDelta(), within(1e-5));
        assertThat(sum.gamma()).isCloseTo(integral.gamma(), within(1e-5));
        assertThat(sum.callTheta()).isCloseTo(integral.callTheta(), within(1e-4));
        assertThat(sum.putTheta()).isCloseTo(integral.putTheta(), within(1e-4));
        assertThat(sum.callRho()).isCloseTo(integral.callRho(), within(1e-5));
    }

    @Test
    void mertonWithoutJumpsIsBlackAndScholes() {
        Merton plain = new Merton(0, 0.2, 0, -0.1, 0.1);
        OptionValue expected = TERMS.value(95, 0.2, BlackScholes.Terms.logRatio(100, 95));
        OptionValue value = MixturePricer.of(plain, TERMS).value(95);
        assertThat(value.callPrice()).isEqualTo(expected.callPrice());
        assertThat(value.vega()).isCloseTo(expected.vega(), within(1e-12));
        assertThat(value.callTheta()).isCloseTo(expected.callTheta(), within(1e-6));
        assertThat(value.putTheta()).isCloseTo(expected.putTheta(), within(1e-6));
    }

    @Test
    void regimesThatAreAlikeAreBlackAndScholes() {
        IndexModel alike = IndexModel.named("regime", Map.of("bullVolatility", 0.2, "bearVolatility", 0.2));
        OptionValue value = MixturePricer.of((Regime) alike, 0.04, TERMS).value(105);
        assertThat(value.callPrice())
                .isCloseTo(
                        TERMS.value(105, 0.2, BlackScholes.Terms.logRatio(100, 105))
                                .callPrice(),
                        within(1e-12));
    }

    @Test
    void optionsOfTomorrowKnowOnlyTodaysRegime() {
        BlackScholes.Terms day = new BlackScholes.Terms(100, 0, 0, 1 / 252.0, 1 / 252.0);
        double bear = REGIME.bearVolatility();
        assertThat(MixturePricer.of(REGIME, bear * bear, day).value(100).callPrice())
                .isCloseTo(day.value(100, bear, 0).callPrice(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {80, 100, 125})
    void callMinusPutIsTheForwardMinusTheStrike(double strike) {
        double expected = TERMS.forwardLeg - strike * TERMS.discount;
        for (MixturePricer pricer :
                new MixturePricer[] {MixturePricer.of(MERTON, TERMS), MixturePricer.of(REGIME, 0.01, TERMS)}) {
            OptionValue value = pricer.value(strike);
            assertThat(value.callPrice() - value.putPrice()).isCloseTo(expected, within(1e-11));
            assertThat(value.callDelta() - value.putDelta()).isCloseTo(TERMS.yieldDiscount, within(1e-12));
        }
    }
}
