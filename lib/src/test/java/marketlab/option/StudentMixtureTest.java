package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import marketlab.index.GarchT;
import marketlab.index.IndexModel;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentMixtureTest {

    private static final double VOLATILITY = 0.16;

    private static ExpiryPricer pricer(String model, Map<String, Double> parameters, double sessions) {
        IndexModel index = IndexModel.named(model, parameters).withVolatility(VOLATILITY);
        double years = sessions / 252;
        return ChainModel.of(index, ModelVariance.start(index), true)
                .pricer(new BlackScholes.Terms(100, 0, 0, years, years), 0.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 8, 30})
    void optionOnOneSessionIsThatOfStudentsLaw(double nu) {
        TDistribution student = new TDistribution(nu);
        double unit = Math.sqrt((nu - 2) / nu);
        double deviation = VOLATILITY / Math.sqrt(252);
        for (double strike : new double[] {98, 99, 100, 101, 102}) {
            double sum = 0;
            for (double z = -60 + 5e-4; z < 60; z += 1e-3) {
                double end = 100 * Math.exp(deviation * unit * z);
                sum += 1e-3
                        * student.density(z)
                        * (strike >= 100 ? Math.max(0, end - strike) : Math.max(0, strike - end));
            }
            OptionValue value = pricer("garch_t", Map.of("nu", nu), 1).value(strike);
            double price = strike >= 100 ? value.callPrice() : value.putPrice();
            assertThat(price).as("strike %s", strike).isCloseTo(sum, within(0.03 * sum));
        }
    }

    @Test
    void straddleOfOneSessionIsTheMeanOfTheRootOfTheFactor() {
        double nu = 5;
        double root = Math.sqrt(nu / 2 - 1) * Gamma.gamma((nu - 1) / 2) / Gamma.gamma(nu / 2);
        OptionValue value = pricer("garch_t", Map.of("nu", nu), 1).value(100);
        double normal = pricer("garch", Map.of(), 1).value(100).callPrice();
        assertThat(value.callPrice() / normal).isCloseTo(root, within(2e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garch", "egarch"})
    void optionOnOneSessionOfNormalSurprisesIsBlackAndScholes(String model) {
        for (double strike : new double[] {97, 100, 102}) {
            assertThat(pricer(model, Map.of(), 1).value(strike).callPrice())
                    .isCloseTo(
                            BlackScholes.of(100, strike, 0, 0, VOLATILITY, 1 / 252.0)
                                    .callPrice(),
                            within(1e-12));
        }
    }

    /** Puts 2 and 1 deviations below the spot, calls at it and above, from 800,000 paths of this library, seed 1000. */
    @ParameterizedTest
    @CsvSource({
        "garch_t, 1, 0.018321, 0.080560, 0.370569, 0.081282",
        "garch_t, 2, 0.026202, 0.118617, 0.534241, 0.112106",
        "garch_t, 5, 0.045279, 0.198534, 0.853670, 0.165384",
        "garch_t, 21, 0.120340, 0.442163, 1.723012, 0.273126",
        "garch, 1, 0.008567, 0.083717, 0.402459, 0.084663",
        "garch, 5, 0.032888, 0.200514, 0.883948, 0.173077",
        "garch, 21, 0.089426, 0.436227, 1.790299, 0.316705",
        "egarch, 5, 0.048580, 0.226104, 0.884558, 0.153760",
        "egarch, 21, 0.160503, 0.538900, 1.799307, 0.241190"
    })
    void pricesAreNearThoseOfSimulations(
            String model, int sessions, double farPut, double nearPut, double atMoney, double nearCall) {
        double deviation = VOLATILITY * Math.sqrt(sessions / 252.0);
        ExpiryPricer pricer = pricer(model, Map.of(), sessions);
        assertThat(pricer.value(100 * Math.exp(-2 * deviation)).putPrice()).isCloseTo(farPut, within(0.21 * farPut));
        assertThat(pricer.value(100 * Math.exp(-deviation)).putPrice()).isCloseTo(nearPut, within(0.07 * nearPut));
        assertThat(pricer.value(100).callPrice()).isCloseTo(atMoney, within((sessions == 1 ? 0.004 : 0.036) * atMoney));
        assertThat(pricer.value(100 * Math.exp(deviation)).callPrice()).isCloseTo(nearCall, within(0.055 * nearCall));
    }

    @Test
    void greeksAreTheDerivativesOfThePrice() {
        GarchT model = (GarchT) IndexModel.named("garch_t").withVolatility(VOLATILITY);
        double years = 5 / 252.0;
        double bump = 0.01;
        OptionValue[] at = new OptionValue[3];
        for (int i = 0; i < 3; i++) {
            at[i] = ChainModel.of(model, ModelVariance.start(model), true)
                    .pricer(new BlackScholes.Terms(100 + (i - 1) * bump, 0.03, 0.01, years, years), 0.2)
                    .value(101);
        }
        assertThat(at[1].callDelta()).isCloseTo((at[2].callPrice() - at[0].callPrice()) / (2 * bump), within(1e-5));
        assertThat(at[1].gamma()).isCloseTo((at[2].callDelta() - at[0].callDelta()) / (2 * bump), within(1e-5));
        assertThat(at[1].callPrice() - at[1].putPrice())
                .isCloseTo(100 * Math.exp(-0.01 * years) - 101 * Math.exp(-0.03 * years), within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 2.5, 20})
    void quadratureHasTheMomentsOfTheGammaLaw(double shape) {
        GammaQuadrature gamma = GammaQuadrature.of(shape, 6);
        double expected = 1;
        for (int moment = 0; moment < 12; moment++) {
            double sum = 0;
            for (int i = 0; i < 6; i++) {
                sum += gamma.weights()[i] * Math.pow(gamma.points()[i], moment);
            }
            assertThat(sum).isCloseTo(expected, within(1e-10 * expected));
            expected *= shape + moment;
        }
    }
}
