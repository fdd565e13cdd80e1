package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import marketlab.dataset.Csv;
import marketlab.dataset.Dataset;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalibrationTest {

    private static final int DAYS = 4_000;

    static Stream<IndexModel> models() {
        return Stream.of(
                new Gbm(0.1, 0.18),
                new Merton(0.1, 0.12, 25, -0.01, 0.03),
                new Garch(0.1, 0.18, 0.04, 0.85, 0.12),
                new Ou(0.05, 0.2, 3),
                new Regime(0.2, -0.3, 0.1, 0.3, 100, 30));
    }

    @ParameterizedTest
    @MethodSource("models")
    void parametersOfASimulationAreFoundAgain(IndexModel truth) {
        Calibration fit = Calibration.fit(truth.name(), history(truth));
        Map<String, Object> found = fit.model().parameters();
        truth.parameters().forEach((name, value) -> {
            double error = fit.standardErrors().get(name);
            assertThat(error).as(name).isPositive();
            double distance = ((Number) found.get(name)).doubleValue() - ((Number) value).doubleValue();
            assertThat(distance / error).as("%s: %s of %s", name, found.get(name), value).isBetween(-4.0, 4.0);
        });
        assertThat(fit.observations()).isEqualTo(DAYS - 1);
    }

    @Test
    void gbmsFitIsTheSamplesOwn() {
        Dataset history = history(new Garch(0.1, 0.18, 0.05, 0.9, 0));
        Sample sample = Sample.of(History.logReturns(history));
        Calibration fit = Calibration.fit("gbm", history);
        double volatility = ((Gbm) fit.model()).volatility();
        assertThat(volatility).isCloseTo(Math.sqrt(252 * sample.variance()), within(1e-4));
        assertThat(fit.standardErrors().get("volatility"))
                .isCloseTo(volatility / Math.sqrt(2.0 * sample.size()), within(1e-4 * volatility));
        assertThat(fit.standardErrors().get("drift"))
                .isCloseTo(volatility * Math.sqrt(252.0 / sample.size()), within(1e-3));
    }

    @Test
    void volatilityOfTheRealIndexIsNearTheSamples() throws IOException {
        Dataset history = Csv.read(Project.root().resolve("lib/src/test/resources/marketlab/dataset/sp500-2000.csv"));
        double sample = Math.sqrt(252 * Sample.of(History.logReturns(history)).variance());
        Calibration gbm = Calibration.fit("gbm", history);
        double error = gbm.standardErrors().get("volatility");
        assertThat(((Gbm) gbm.model()).volatility()).isCloseTo(sample, within(0.1 * error));
        assertThat(Calibration.fit("garch", history).logLikelihood()).isGreaterThan(gbm.logLikelihood());
    }

    @Test
    void modelThatMadeTheHistoryIsTheMostProbable() {
        Dataset history = history(new Garch(0.1, 0.18, 0.1, 0.85, 0));
        double garch = Calibration.fit("garch", history).logLikelihood();
        assertThat(garch).isGreaterThan(Calibration.fit("gbm", history).logLikelihood() + 100);
        assertThat(garch).isGreaterThan(Calibration.fit("merton", history).logLikelihood());
    }

    @Test
    void modelWithoutALikelihoodOfPricesIsRefused() {
        Dataset history = history(new Gbm(0.1, 0.2));
        assertThatThrownBy(() -> Calibration.fit("heston", history)).hasMessage(
                "[model] heston cannot be fitted to a history of prices alone; there are: gbm, merton, garch, ou, regime");
        assertThatThrownBy(() -> Calibration.fit("gmb", history)).hasMessageStartingWith("[model] unknown model 'gmb'");
        assertThatThrownBy(() -> Calibration.fit("gbm", IndexDataGenerator.of("spx").days(20).generate()))
                .hasMessage("a fit needs at least 30 daily returns, got 19");
    }

    private static Dataset history(IndexModel model) {
        return IndexDataGenerator.of("spx").model(model).spot(1_000).days(DAYS).end(LocalDate.of(2025, 12, 31)).seed(1)
                .generate();
    }
}
