package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketlab.csv.Csv;
import marketlab.index.IndexDataGenerator;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class StylizedFactsTest {

    /** By model. All tests of estimates use the same paths. */
    private static final Map<String, List<StylizedFacts>> FACTS_OF_PATHS = new HashMap<>();

    /**
     * From the file, by pandas 3 and numpy: moments with ddof=0, but volatilities with ddof=1; Series.corr of pairs;
     * Hill from numpy.sort. Errors: the delta method with a gradient of central differences (Hill: Hsing's influences),
     * and sqrt((g0 + 2 sum((1 - l / S) g_l)) / n) for S = ceil(1.3 sqrt(n)), where g_l = psi[l:] @ psi[:n - l] / n.
     */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        mean per year                      ; -0.09770091678  ; 0.153552
        volatility per year                ; 0.2225238092    ; 0.0163014
        skewness                           ; -0.005967387125 ; 0.258347
        kurtosis                           ; 4.385060848     ; 0.724501
        kurtosis of weekly returns         ; 3.792652945     ; 0.373462
        tail index of losses               ; 3.452562072     ; 0.655073
        tail index of gains                ; 3.933245171     ; 0.556519
        ACF of returns, lag 1              ; -0.004244596111 ; 0.0407016
        ACF of |returns|, lag 1            ; 0.03721744918   ; 0.0966137
        ACF of |returns|, lag 5            ; 0.0484885021    ; 0.0750944
        ACF of |returns|, lag 20           ; 0.01807508961   ; 0.061437
        leverage, next 5 |returns|         ; -0.174567728    ; 0.0532567
        overnight share of variance        ; 4.320124712e-05 ; 4.10107e-05
        mean range / volatility            ; 1.312324838     ; 0.0337480
        ACF of ln volume, lag 1            ; 0.3533058164    ; 0.116955
        correlation of ln volume, |return| ; 0.2453442844    ; 0.0648072
        """)
    void factsOfTheSp500In2000AreThoseOfNumpy(String name, double value, double error) throws IOException {
        StylizedFact fact = fact(StylizedFacts.of(sp500()), name);
        assertThat(fact.value()).isCloseTo(value, within(1e-9 * Math.abs(value)));
        assertThat(fact.standardError()).isCloseTo(error, within(1e-5 * error));
    }

    /** By pandas: close / close.cummax() - 1, its minimum, the highest close before it, and the next one as high. */
    @Test
    void worstDrawdownOfTheSp500In2000IsThatOfPandas() throws IOException {
        StylizedFacts facts = StylizedFacts.of(sp500());
        assertThat(fact(facts, "worst drawdown").value()).isCloseTo(-0.1719979428, within(1e-10));
        assertThat(fact(facts, "rows of the worst drawdown").value()).isEqualTo(194);
        assertThat(fact(facts, "worst drawdown").standardError()).isBetween(0.02, 0.2);
    }

    @ParameterizedTest
    @CsvSource({
        "'100,90,95,100,80,70,90,101,100', -0.3, 4",
        "'100,110,88,99,108,109', -0.2, 4",
        "'100,80,100,90,100', -0.2, 2",
        "'100,101,102', 0, 0"
    })
    void worstDrawdownLastsFromItsPeakUntilThePeakIsReachedAgain(String closes, double depth, int length) {
        WorstDrawdown worst = WorstDrawdown.of(Arrays.stream(closes.split(","))
                .mapToDouble(close -> Math.log(Double.parseDouble(close)))
                .toArray());
        assertThat(worst.depth()).isCloseTo(depth, within(1e-12));
        assertThat(worst.length()).isEqualTo(length);
    }

    @Test
    void errorsOfIndependentNormalsAreThoseOfTheTextbook() {
        int size = 40_000;
        Random random = new Random(1);
        double[] normals =
                DoubleStream.generate(random::nextGaussian).limit(size).toArray();
        assertError(Estimate.mean(normals), 0, Math.sqrt(1.0 / size));
        assertError(Estimate.deviation(normals), 1, Math.sqrt(0.5 / size));
        assertError(Estimate.skewness(normals), 0, Math.sqrt(6.0 / size));
        assertError(Estimate.kurtosis(normals), 3, Math.sqrt(24.0 / size));
        assertError(Estimate.autocorrelation(normals, 1), 0, Math.sqrt(1.0 / size));
    }

    @Test
    void tailIndexOfAParetoDistributionIsItsExponentWithHillsError() {
        int size = 40_000;
        double[] pareto =
                new Random(2).doubles(size).map(u -> Math.pow(1 - u, -1 / 3.0)).toArray();
        assertError(Estimate.tailIndex(pareto, 0.05), 3, 3 / Math.sqrt(0.05 * size));
    }

    @Test
    void gbmHasNoFatTailsAndNoMemory() {
        StylizedFacts gbm = StylizedFacts.of(index("gbm", 1, 5_000));
        for (String name : List.of("kurtosis", "kurtosis of weekly returns")) {
            assertThat(fact(gbm, name).value())
                    .as(name)
                    .isCloseTo(3, within(4 * fact(gbm, name).standardError()));
        }
        for (StylizedFact fact : gbm.facts()) {
            if (fact.name().contains("returns, lag") || fact.name().startsWith("leverage")) {
                assertThat(fact.value()).as(fact.name()).isCloseTo(0, within(4 * fact.standardError()));
            }
        }
    }

    @Test
    void garchHasVolatilityClustersAndFatTails() {
        StylizedFacts garch = StylizedFacts.of(index("garch", 1, 5_000));
        StylizedFacts gbm = StylizedFacts.of(index("gbm", 1, 5_000));
        for (String name : List.of("kurtosis", "ACF of |returns|, lag 1", "ACF of |returns|, lag 20")) {
            assertThat(fact(garch, name).standardErrorsFrom(fact(gbm, name)))
                    .as(name)
                    .isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mean per year",
                "volatility per year",
                "kurtosis",
                "tail index of losses",
                "ACF of |returns|, lag 1",
                "leverage, next 5 |returns|",
                "overnight share of variance",
                "mean range / volatility",
                "ACF of ln volume, lag 1"
            })
    void estimatesOfManyPathsVaryByTheirStandardError(String name) {
        assertThat(errorPerSpread("gbm", name)).isBetween(0.75, 1.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"volatility per year", "ACF of |returns|, lag 1"})
    void errorsOfClusteredVolatilityAreMoreThanHalfOfTheirSpread(String name) {
        assertThat(errorPerSpread("garch", name)).isBetween(0.5, 1.0);
    }

    private static double errorPerSpread(String model, String name) {
        List<StylizedFact> facts = FACTS_OF_PATHS.computeIfAbsent(model, StylizedFactsTest::ofManyPaths).stream()
                .map(each -> fact(each, name))
                .toList();
        double[] values = facts.stream().mapToDouble(StylizedFact::value).toArray();
        double error = facts.stream()
                .mapToDouble(StylizedFact::standardError)
                .average()
                .orElseThrow();
        return error / Estimate.deviation(values).value();
    }

    private static List<StylizedFacts> ofManyPaths(String model) {
        return IntStream.range(0, 60)
                .mapToObj(seed -> StylizedFacts.of(index(model, seed, 1_500)))
                .toList();
    }

    @Test
    void factsOfMissingColumnsAreUnknownWithTheReason() {
        StylizedFacts facts = StylizedFacts.of(Dataset.of(Table.create(days(250), closes(250))));
        assertThat(facts.notes())
                .containsExactly(
                        "overnight share of variance is unknown: there is no numeric column 'Open'",
                        "mean range / volatility is unknown: there is no numeric column 'High'",
                        "ACF of ln volume, lag 1 is unknown: there is no numeric column 'Volume'",
                        "correlation of ln volume, |return| is unknown: there is no numeric column 'Volume'");
        assertThat(fact(facts, "mean range / volatility").value()).isNaN();
        assertThat(facts.toString()).contains("\nmean range / volatility\n");
    }

    @Test
    void volumeThatIsAlwaysZeroIsNoVolume() {
        Table table = Table.create(days(250), closes(250), DoubleColumn.create("Volume", new double[250]));
        assertThat(StylizedFacts.of(Dataset.of(table)).notes())
                .contains("ACF of ln volume, lag 1 is unknown: there are too few volumes above 0 that differ");
    }

    @Test
    void shortHistoryHasNoTailsAndNoWeeks() {
        StylizedFacts facts = StylizedFacts.of(Dataset.of(Table.create(days(61), closes(61))));
        assertThat(facts.notes())
                .startsWith(
                        "kurtosis of weekly returns is unknown: there are fewer than 30 weeks",
                        "tail index of losses is unknown: it needs 200 returns or more, and the outer 5 % on its side"
                                + " of zero");
        assertThat(fact(facts, "ACF of |returns|, lag 20").value()).isFinite();
    }

    @Test
    void tooShortAndConstantHistoriesAreRefused() {
        assertThatThrownBy(() -> StylizedFacts.of(Dataset.of(Table.create(days(60), closes(60)))))
                .hasMessage("at least 61 closes are needed here, the history has 60");
        double[] flat = new double[100];
        Arrays.fill(flat, 5);
        assertThatThrownBy(
                        () -> StylizedFacts.of(Dataset.of(Table.create(days(100), DoubleColumn.create("Close", flat)))))
                .hasMessage("the close never changes: all 100 are 5.0; is it the price?");
    }

    /** The two bars of a day overlap in no price, so that joining them wrongly would show. */
    @Test
    void barsWithinADayHaveTheFactsOfTheirDays() {
        DateTimeColumn days = days(100);
        double[] closes = closes(100).asDoubleArray();
        Table whole = Table.create(days);
        Table halves = Table.create(DateTimeColumn.create(
                "Date",
                days.asList().stream()
                        .flatMap(day -> Stream.of(day.withHour(10), day.withHour(15)))
                        .toArray(LocalDateTime[]::new)));
        String[] names = {"Open", "High", "Low", "Close", "Volume"};
        double[] mornings = {0.97, 0.98, 0.96, 0.975, 1};
        double[] afternoons = {1.01, 1.02, 0.99, 1, 3};
        double[] both = {0.97, 1.02, 0.96, 1, 4};
        for (int i = 0; i < names.length; i++) {
            double morning = mornings[i];
            double afternoon = afternoons[i];
            double day = both[i];
            whole.addColumns(DoubleColumn.create(
                    names[i], Arrays.stream(closes).map(c -> c * day).toArray()));
            halves.addColumns(DoubleColumn.create(
                    names[i],
                    Arrays.stream(closes)
                            .flatMap(c -> DoubleStream.of(c * morning, c * afternoon))
                            .toArray()));
        }
        StylizedFacts ofHalves = StylizedFacts.of(Dataset.of(halves));
        assertThat(fact(ofHalves, "returns").value()).isEqualTo(99);
        assertThat(fact(ofHalves, "mean range / volatility").value()).isFinite();
        assertThat(fact(ofHalves, "overnight share of variance").value()).isFinite();
        assertThat(ofHalves).hasToString(StylizedFacts.of(Dataset.of(whole)).toString());
    }

    @Test
    void tableHasTheDifferencesInStandardErrors() throws IOException {
        StylizedFacts real = StylizedFacts.of(sp500());
        assertThat(real.against(real))
                .contains(
                        "value  std. error   against  std. error  difference in errors\n",
                        "kurtosis                              4.3851      0.7245    4.3851      0.7245       ")
                .containsPattern("returns +251 +251\n")
                .endsWith(" +0.0");
        assertThat(new StylizedFact("x", 5, 0.3, false, "")
                        .standardErrorsFrom(new StylizedFact("x", 3, 0.4, false, "")))
                .isCloseTo(4, within(1e-12));
    }

    @Test
    void weeksAreNotComparedWithDays() {
        DateTimeColumn mondays = DateTimeColumn.create(
                "Date",
                IntStream.range(0, 100)
                        .mapToObj(i -> LocalDateTime.of(2026, 1, 5, 0, 0).plusWeeks(i))
                        .toArray(LocalDateTime[]::new));
        StylizedFacts weeks = StylizedFacts.of(Dataset.of(Table.create(mondays, closes(100))));
        StylizedFacts days = StylizedFacts.of(Dataset.of(Table.create(days(100), closes(100))));
        assertThat(weeks.notes()).contains("kurtosis of weekly returns is unknown: the rows are weekly");
        assertThatThrownBy(() -> weeks.against(days))
                .hasMessage("one history is weekly, the other daily: this alone makes their facts differ");
    }

    private static void assertError(Estimate estimate, double truth, double error) {
        assertThat(estimate.value()).isCloseTo(truth, within(4 * error));
        assertThat(estimate.error()).isCloseTo(error, within(0.2 * error));
    }

    private static StylizedFact fact(StylizedFacts facts, String name) {
        return facts.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Dataset sp500() throws IOException {
        return Csv.read(Project.root().resolve("lib/src/test/resources/marketlab/dataset/sp500-2000.csv"));
    }

    private static Dataset index(String model, long seed, int days) {
        return IndexDataGenerator.of("spx").model(model).seed(seed).days(days).generate();
    }

    private static DateTimeColumn days(int count) {
        return DateTimeColumn.create(
                "Date",
                IntStream.range(0, count)
                        .mapToObj(i -> LocalDateTime.of(2026, 1, 5, 0, 0).plusDays(i / 5 * 7 + i % 5))
                        .toArray(LocalDateTime[]::new));
    }

    private static DoubleColumn closes(int count) {
        Random random = new Random(3);
        double[] closes = new double[count];
        closes[0] = 100;
        for (int i = 1; i < count; i++) {
            closes[i] = closes[i - 1] * Math.exp(0.01 * random.nextGaussian());
        }
        return DoubleColumn.create("Close", closes);
    }
}
