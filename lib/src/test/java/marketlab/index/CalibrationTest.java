package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketlab.csv.Csv;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import marketlab.dataset.Spacing;
import marketlab.peer.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

@Tag("slow")
class CalibrationTest {

    private static final int DAYS = 4_000;

    static Stream<IndexModel> models() {
        return Stream.of(
                new Gbm(0.1, 0.18),
                new Merton(0.1, 0.12, 25, -0.01, 0.03),
                new Garch(0.1, 0.18, 0.04, 0.85, 0.12),
                new GarchT(0.1, 0.18, 0.04, 0.85, 0.12, 5),
                new Egarch(0.1, 0.18, 0.15, 0.95, -0.1),
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
            assertThat(distance / error)
                    .as("%s: %s of %s", name, found.get(name), value)
                    .isBetween(-4.0, 4.0);
        });
        assertThat(fit.observations()).isEqualTo(DAYS - 1);
    }

    @Test
    void gbmsFitIsTheSamplesOwn() {
        Dataset history = history(new Garch(0.1, 0.18, 0.05, 0.9, 0));
        SampleMoments sample = SampleMoments.of(PriceHistory.of(history).logReturns(1));
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
        double sample = Math.sqrt(
                252 * SampleMoments.of(PriceHistory.of(history).logReturns(1)).variance());
        Calibration gbm = Calibration.fit("gbm", history);
        double error = gbm.standardErrors().get("volatility");
        assertThat(((Gbm) gbm.model()).volatility()).isCloseTo(sample, within(0.1 * error));
        assertThat(Calibration.fit("garch", history).logLikelihood()).isGreaterThan(gbm.logLikelihood());
    }

    @Test
    void fatTailsAreMoreProbableForAHistoryThatHasThem() {
        Dataset history = history(new GarchT(0.1, 0.18, 0.02, 0.9, 0.1, 4));
        Calibration fat = Calibration.fit("garch_t", history);
        assertThat(fat.logLikelihood())
                .isGreaterThan(Calibration.fit("garch", history).logLikelihood() + 50);
        Dataset thin = history(new Garch(0.1, 0.18, 0.05, 0.85, 0.1));
        assertThat(((GarchT) Calibration.fit("garch_t", thin).model()).nu()).isGreaterThan(15);
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
        assertThatThrownBy(() -> Calibration.fit("heston", history))
                .hasMessage(
                        "[model] heston cannot be fitted to a history of prices alone; models that can: gbm, merton,"
                                + " garch, garch_t, egarch, ou, regime");
        assertThatThrownBy(() -> Calibration.fit("gmb", history)).hasMessageStartingWith("[model] unknown model 'gmb'");
        assertThatThrownBy(() -> Calibration.fit(
                        "gbm", IndexDataGenerator.of("spx").days(20).generate()))
                .hasMessage("at least 31 closes are needed here, the history has 20");
    }

    @Test
    void orderOfTheRowsChangesNoParameter() throws IOException {
        Dataset history = Csv.read(Project.root().resolve("lib/src/test/resources/marketlab/dataset/sp500-2000.csv"));
        Dataset newestFirst = Dataset.of(history.table().sortDescendingOn("date"));
        Calibration fit = Calibration.fit("garch", newestFirst);
        assertThat(fit.model()).isEqualTo(Calibration.fit("garch", history).model());
        assertThat(fit.notes()).containsExactly("the rows are newest first: sorted oldest first");
        assertThat(fit.toString()).startsWith("the rows are newest first: sorted oldest first\ngarch fitted to ");
        assertThat(Bootstrap.of(newestFirst, 5)).isEqualTo(Bootstrap.of(history, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1w", "1mo", "1h"})
    void volatilityOfTheSameHistoryIsTheSameFromWeeksMonthsAndHours(String interval) {
        Calibration fit = Calibration.fit(
                "gbm",
                IndexDataGenerator.of("nifty")
                        .model(new Gbm(0.1, 0.2))
                        .days(5_040)
                        .interval(interval)
                        .end(LocalDate.of(2025, 12, 31))
                        .seed(3)
                        .generate());
        double error = fit.standardErrors().get("volatility");
        assertThat(((Gbm) fit.model()).volatility()).isCloseTo(0.2, within(4 * error));
        assertThat(error).isLessThan(0.02);
    }

    @Test
    void modelOfDaysIsNotFittedToWeeks() {
        assertThatThrownBy(() -> Calibration.fit(
                        "garch",
                        IndexDataGenerator.of("spx").days(2520).interval("1w").generate()))
                .hasMessage("[model] garch has daily parameters, but the history is weekly; use daily bars");
    }

    @Test
    void parameterOnTheEdgeOfItsRangeHasNoStandardError() throws IOException {
        Dataset history = Csv.read(Project.root().resolve("notebooks/history/sp500-2005-2009.csv"));
        Calibration fit = Calibration.fit("garch", history);
        assertThat(((Garch) fit.model()).alpha()).isLessThan(1e-6);
        assertThat(fit.standardErrors().get("alpha")).isNaN();
        assertThat(fit.standardErrors().get("beta")).isBetween(0.005, 0.02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merton", "garch", "garch_t", "regime"})
    void standardErrorIsNeverZeroWhereTheClosesHardlyEverChange(String model) {
        double[] closes = new double[200];
        LocalDate[] dates = new LocalDate[closes.length];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i < 50 ? 100 : i < 120 ? 105 : 102;
            dates[i] = LocalDate.of(2024, 1, 1).plusDays(i / 5 * 7 + i % 5);
        }
        Dataset history = Dataset.of(
                Table.create("still", DateColumn.create("date", dates), DoubleColumn.create("close", closes)));
        Calibration fit = Calibration.fit(model, history);
        fit.standardErrors().forEach((name, error) -> {
            double value = ((Number) fit.model().parameters().get(name)).doubleValue();
            assertThat(error.isNaN() || error >= 1e-4 * Math.abs(value) && error > 0)
                    .as("%s: %s ± %s", name, value, error)
                    .isTrue();
        });
        assertThat(fit.toString()).contains("no standard error");
    }

    @Test
    void standardErrorThatIsNotKnownSaysWhy() {
        Calibration fit = new Calibration(
                new Gbm(0.1, 0.2), Map.of("drift", 0.04, "volatility", Double.NaN), 1, 40, Spacing.WEEKS, List.of());
        assertThat(fit.toString())
                .isEqualTo("gbm fitted to 40 weekly returns, log-likelihood 1.0\n"
                        + "  drift                  0.100000 ± 0.040\n"
                        + "  volatility             0.200000   no standard error: at the edge of its range, or not"
                        + " determined by this history");
    }

    private static Dataset history(IndexModel model) {
        return IndexDataGenerator.of("spx")
                .model(model)
                .spot(1_000)
                .days(DAYS)
                .end(LocalDate.of(2025, 12, 31))
                .seed(1)
                .generate();
    }
}
