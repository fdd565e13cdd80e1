package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** The words of a scenario, and phases one after the other. */
class ScenarioScriptTest {

    private static final int SEEDS = 400;

    private final IndexDataGenerator nifty =
            IndexDataGenerator.of("nifty").end(LocalDate.of(2026, 1, 30)).seed(7);

    @Test
    void crashFallsByThirtyToFiftyPerCentWithinWeeksAndIsCalmerAfterwards() {
        double[][] paths = closes(nifty.crash().days(120));
        double[] left = Arrays.stream(paths)
                .mapToDouble(path -> path[20] / path[0])
                .sorted()
                .toArray();
        assertThat(Arrays.stream(left).filter(x -> x > 0.5 && x < 0.7).count() / (double) SEEDS)
                .isGreaterThan(0.85);
        assertThat(left[SEEDS / 2]).isCloseTo(0.6, within(0.02));
        assertThat(volatility(paths, 0, 20)).isCloseTo(2.5 * 0.14, within(0.01));
        assertThat(volatility(paths, 20, 120)).isCloseTo(1.5 * 0.14, within(0.005));
    }

    @Test
    void crashAndRecoveryComeOneAfterTheOther() {
        double[][] paths = closes(nifty.params("crash_recovery"));
        assertThat(meanLogReturn(paths, 0, 20)).isCloseTo(Math.log(0.6), within(0.02));
        assertThat(meanLogReturn(paths, 20, 252)).isCloseTo((0.5 - 0.021 * 1.05) * 232 / 252, within(0.03));
    }

    @Test
    void aVolatileCrashIsWilderThanACrashAndABullMarketIsCalm() {
        assertThat(volatility(closes(nifty.params("crash_high_vol")), 0, 20)).isCloseTo(5 * 0.14, within(0.02));
        assertThat(volatility(closes(nifty.params("bullish")), 0, 252)).isCloseTo(0.75 * 0.14, within(0.002));
        assertThat(volatility(closes(nifty.params("bearish")), 0, 252)).isCloseTo(1.25 * 0.14, within(0.003));
    }

    @ParameterizedTest
    @CsvSource({
        "crash, 1, 1",
        "crash, 2, 1 1",
        "crash, 30, 15 15",
        "crash, 252, 20 232",
        "bullish_high_vol, 9, 9",
        "'', 5, 5",
        "crash_recovery, 10, 5 5",
        "bullish_crash_recovery, 60, 20 20 20",
        "bullish_bearish_sideways, 11, 3 4 4",
        "bearish_sideways_crash_recovery, 5, 1 1 2 1",
        "crash_crash, 100, 20 20 60",
        "recovery_crash, 100, 40 20 40"
    })
    void phasesOfWordsHaveAllSessions(String words, int sessions, String expected) {
        assertThat(ScenarioScript.of(words, sessions).phases().stream()
                        .map(phase -> String.valueOf(phase.sessions()))
                        .toList())
                .isEqualTo(List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "regime"})
    void everyModelFollowsItsPhases(String model) {
        double[][] paths = closes(nifty.model(model).phases("crash:40,bullish_low_vol:80"));
        assertThat(paths[0]).hasSize(121);
        assertThat(meanLogReturn(paths, 0, 40)).isCloseTo(Math.log(0.6) - 0.5 * 0.35 * 0.35 * 40 / 252, within(0.03));
        assertThat(volatility(paths, 0, 40) / volatility(paths, 40, 120)).isCloseTo(2.5 / (0.75 * 0.5), within(0.8));
    }

    @Test
    void afterThePhasesTheMarketIsAsUsual() {
        double[][] paths = closes(nifty.phases("high_vol:40").days(100));
        assertThat(volatility(paths, 0, 40)).isCloseTo(0.28, within(0.006));
        assertThat(volatility(paths, 40, 100)).isCloseTo(0.14, within(0.003));
        assertThat(nifty.phases("crash:40,recovery:120").generate().table().rowCount())
                .isEqualTo(160);
    }

    @Test
    void phasesOfMinutesEndWithTheirSession() {
        Dataset bars = nifty.phases("low_vol:1,high_vol:1").interval("1m").generate();
        double[] closes = bars.table().doubleColumn("Close").asDoubleArray();
        assertThat(deviation(closes, 376, 750) / deviation(closes, 1, 375)).isCloseTo(4, within(0.6));
    }

    @Test
    void phasesAreRecordedWithTheParametersOfEach() {
        Map<String, Object> recorded = nifty.model("garch")
                .phases("crash:40,high_vol:10")
                .generate()
                .metadata()
                .modelParams();
        assertThat(recorded).containsEntry("days", 50).doesNotContainKey("drift");
        assertThat((List<?>) recorded.get("phases"))
                .hasSize(2)
                .last()
                .isEqualTo(
                        Map.of("days", 10, "drift", 0.1, "volatility", 0.28, "alpha", 0.03, "beta", 0.9, "gamma", 0.1));
    }

    @Test
    void whatIsNoPhaseIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> nifty.phases("crash"))
                .hasMessage("[phases] a phase is WORDS:SESSIONS, such as crash:40, got 'crash'");
        assertThatThrownBy(() -> nifty.phases("crash:0")).hasMessageEndingWith("got 'crash:0'");
        assertThatThrownBy(() -> nifty.phases("crash:40,")).hasMessageEndingWith("got ''");
        assertThatThrownBy(() -> nifty.phases("crsh:40"))
                .hasMessageStartingWith("[phases] unknown word 'crsh'; did you mean 'crash'? there are: bullish, ");
        assertThatThrownBy(() -> nifty.phases("crash_recovery:40"))
                .hasMessage("[phases] 'crash_recovery' has two trends; make them two phases: crash:40,recovery:40");
        assertThatThrownBy(() -> nifty.phases("crash:40").days(20).generate())
                .hasMessage("[phases] the phases have 40 sessions together, but there are only 20");
        assertThatThrownBy(() -> nifty.phases("crash:40").drift(0.1).generate())
                .hasMessage(
                        "[phases] phases set drift and volatility of a model by name; leave out drift and volatility");
        assertThatThrownBy(() -> nifty.phases("crash:40").model(new Gbm(0, 0.1)).generate())
                .hasMessageEndingWith("leave out the model's own parameters");
    }

    /** The closes of many paths, with the spot before them. */
    private static double[][] closes(IndexDataGenerator generator) {
        Table table = generator.paths(SEEDS).generateWide().table();
        return IntStream.range(0, SEEDS)
                .mapToObj(path -> IntStream.rangeClosed(0, table.rowCount())
                        .mapToDouble(row -> row == 0
                                ? 24_000
                                : table.doubleColumn("Close" + path).getDouble(row - 1))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double meanLogReturn(double[][] paths, int from, int to) {
        return Arrays.stream(paths)
                .mapToDouble(path -> Math.log(path[to] / path[from]))
                .average()
                .orElseThrow();
    }

    private static double volatility(double[][] paths, int from, int to) {
        double squares = Arrays.stream(paths)
                .mapToDouble(path -> Math.pow(deviation(path, from + 1, to + 1), 2))
                .average()
                .orElseThrow();
        return Math.sqrt(252 * squares);
    }

    /** Deviation of the log-returns that end in these places. */
    private static double deviation(double[] path, int from, int to) {
        double[] returns = IntStream.range(from, to)
                .mapToDouble(i -> Math.log(path[i] / path[i - 1]))
                .toArray();
        return Math.sqrt(Statistics.variance(returns) * returns.length / (returns.length - 1));
    }
}
