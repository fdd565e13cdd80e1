package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class IndexDataGeneratorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-02T01:30:00Z"), ZoneOffset.UTC);

    private final IndexDataGenerator nifty =
            IndexDataGenerator.of("nifty").clock(CLOCK).seed(7);

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "heston", "merton", "regime"})
    void returnsOverAWeekendHaveTheVarianceOfTheClosedDays(String model) {
        Market weighted = Market.named("generic").withClosedDays(1);
        IndexDataGenerator generator = IndexDataGenerator.of(weighted)
                .model(model)
                .days(20_000)
                .end(LocalDate.of(2026, 6, 30))
                .seed(3);
        Table table = generator.generate().table();
        double[] weekend = new double[2];
        double[] night = new double[2];
        for (int row = 1; row < table.rowCount(); row++) {
            double move = Math.log(table.doubleColumn("Close").getDouble(row)
                    / table.doubleColumn("Close").getDouble(row - 1));
            double[] sum =
                    table.dateTimeColumn("Timestamp").get(row).getDayOfWeek() == DayOfWeek.MONDAY ? weekend : night;
            sum[0] += move * move;
            sum[1]++;
        }
        assertThat(weekend[0] / weekend[1] / (night[0] / night[1])).isCloseTo(3, within(0.45));
    }

    @Test
    void closedDaysHaveNoWeightInAModelOfWholeSessions() {
        IndexDataGenerator garch =
                IndexDataGenerator.of(Market.named("nifty").withClosedDays(0.3)).model("garch_t");
        assertThatThrownBy(garch::generate)
                .hasMessage(
                        "[closed days] garch_t goes on by whole sessions, so closed days have no weight in it; choose"
                                + " another model, such as gbm or heston");
        assertThatThrownBy(() -> Market.named("nifty").withClosedDays(2))
                .hasMessage("the weight of closed days must be 0 to 1, got 2.0");
    }

    @Test
    void wordsAreTheSameAsTheirNames() {
        IndexDataGenerator week = nifty.days(5).end(LocalDate.of(2026, 1, 30));
        assertThat(numbers(week.garch().bullish().highVol()))
                .isEqualTo(numbers(week.model("garch").params("bullish_high_vol")));
        assertThat(week.garch().bullish().highVol().generate().metadata().text("params"))
                .contains("bullish_high_vol");
        assertThat(Stream.of(
                                week.gbm(),
                                week.merton(),
                                week.heston(),
                                week.bates(),
                                week.garch(),
                                week.garchT(),
                                week.egarch(),
                                week.ou(),
                                week.regime())
                        .map(generator -> generator
                                .generate()
                                .metadata()
                                .text("model_type")
                                .orElseThrow()))
                .containsExactly("gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime");
        Dataset history = week.days(100).generate();
        assertThat(numbers(week.bootstrap(history))).isEqualTo(numbers(week.model(Bootstrap.of(history, 10))));
        assertThat(week.bearish()
                        .lowVol()
                        .sideways()
                        .crash()
                        .recovery()
                        .generate()
                        .metadata()
                        .text("params"))
                .contains("bearish_low_vol_sideways_crash_recovery");
        assertThat(week.heston().crash()).hasToString("index nifty heston crash, 5 days of 1d; call generate()");
        assertThat(week).hasToString("index nifty gbm, 5 days of 1d; call generate()");
    }

    private static double[] numbers(IndexDataGenerator generator) {
        return generator.generate().table().doubleColumn("Close").asDoubleArray();
    }

    @Test
    void barsAreThePublishedColumnsOverTheLastSessions() {
        Dataset year = nifty.generate();
        assertThat(year.table().columnNames()).containsExactly("Timestamp", "Open", "High", "Low", "Close", "Volume");
        assertThat(year.frame().index()).containsExactly("Timestamp");
        assertThat(year.table().rowCount()).isEqualTo(252);
        assertThat(year.table().dateTimeColumn("Timestamp").asList())
                .endsWith(
                        LocalDateTime.of(2026, 1, 30, 0, 0),
                        LocalDateTime.of(2026, 2, 1, 0, 0),
                        LocalDateTime.of(2026, 2, 2, 0, 0));
        assertThat(year.table().doubleColumn("Open").get(0)).isEqualTo(24_000);
    }

    @Test
    void parametersChangeTheModelThatMarketAndScenarioGiveAndNothingElse() {
        IndexDataGenerator bearish = nifty.params("bearish");
        Heston typical = (Heston) bearish.model("heston").plan().law().last();
        assertThat(bearish.model("heston", Map.of("kappa", typical.kappa()))
                        .plan()
                        .law()
                        .last())
                .isEqualTo(typical);
        Heston changed = (Heston) bearish.volatility(0.2)
                .model("heston", Map.of("v0", 0.09))
                .plan()
                .law()
                .last();
        assertThat(changed.v0()).isEqualTo(0.09);
        assertThat(changed.drift()).isEqualTo(typical.drift());
        assertThat(changed.theta()).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void widePathsAreTheClosesOfTheDatasets() {
        Table wide = nifty.paths(3).generateWide().table();
        assertThat(wide.columnNames()).containsExactly("Timestamp", "Close0", "Close1", "Close2");
        List<Dataset> all = nifty.paths(3).generateAll();
        for (int path = 0; path < 3; path++) {
            assertThat(wide.doubleColumn("Close" + path).asDoubleArray())
                    .isEqualTo(all.get(path).table().doubleColumn("Close").asDoubleArray());
        }
    }

    @Test
    void weeklyAndMonthlyBarsAreTheDailyOnesTogether() {
        Table daily = nifty.generate().table();
        for (String interval : List.of("1w", "1mo")) {
            Table bars = nifty.interval(interval).generate().table();
            assertThat(bars.rowCount()).isBetween(12, 54);
            assertThat(bars.doubleColumn("Close").get(bars.rowCount() - 1))
                    .isEqualTo(daily.doubleColumn("Close").get(251));
            assertThat(bars.doubleColumn("High").max())
                    .isEqualTo(daily.doubleColumn("High").max());
            assertThat(bars.doubleColumn("Low").min())
                    .isEqualTo(daily.doubleColumn("Low").min());
        }
    }

    @Test
    void progressCountsThePaths() {
        AtomicInteger most = new AtomicInteger();
        nifty.paths(20).progress(done -> most.accumulateAndGet(done, Math::max)).generateWide();
        assertThat(most).hasValue(20);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameNumbers() {
        List<Long> one = nifty.paths(9).threads(1).generateAll().stream()
                .map(IndexDataGeneratorTest::crc)
                .toList();
        assertThat(one).doesNotHaveDuplicates();
        for (int threads : new int[] {2, 7}) {
            assertThat(nifty.paths(9).threads(threads).generateAll().stream().map(IndexDataGeneratorTest::crc))
                    .containsExactlyElementsOf(one);
        }
    }

    @Test
    void firstPathsOfManyAreThePathsOfFew() {
        List<Long> nine = nifty.paths(9).generateAll().stream()
                .map(IndexDataGeneratorTest::crc)
                .toList();
        assertThat(nifty.paths(3).generateAll().stream().map(IndexDataGeneratorTest::crc))
                .containsExactlyElementsOf(nine.subList(0, 3));
    }

    @Test
    void seedThatWasDrawnMakesTheSameAgain() {
        IndexDataGenerator unseeded = IndexDataGenerator.of("nifty").clock(CLOCK);
        Dataset first = unseeded.generate();
        long seed = first.metadata().seed().orElseThrow();
        assertThat(crc(unseeded.seed(seed).generate())).isEqualTo(crc(first));
        assertThat(unseeded.generate().metadata().seed())
                .isNotEqualTo(first.metadata().seed());
    }

    @Test
    void metadataSayWhatMadeThem() {
        Dataset made = nifty.params("bullish_high_vol").days(3).generate();
        assertThat(made.metadata().attributes())
                .containsEntry("version", "1.0")
                .containsEntry("created_at", "2026-02-02T01:30:00Z")
                .containsEntry("data_type", "index")
                .containsEntry("market_type", "nifty")
                .containsEntry("model_type", "gbm")
                .containsEntry("params", "bullish_high_vol")
                .containsEntry("seed", 7L)
                .containsEntry("stream", (long) IndexRecipe.STREAM);
        assertThat(made.metadata().createdAt()).isPresent();
        assertThat(made.metadata().modelParams())
                .containsEntry("drift", 0.25)
                .containsEntry("volatility", 1.5 * 0.14)
                .containsEntry("spot", 24_000.0)
                .containsEntry("days", 3)
                .containsEntry("interval", "1d")
                .containsEntry("start", "2026-01-30")
                .containsEntry("end", "2026-02-02");
        assertThat(made.metadata().units()).containsEntry("Volume", "shares");
    }

    @Test
    void whatIsSetWinsOverTheScenario() {
        Map<String, Object> params = nifty.params("bullish_high_vol")
                .volatility(0.11)
                .generate()
                .metadata()
                .modelParams();
        assertThat(params).containsEntry("drift", 0.25).containsEntry("volatility", 0.11);
        assertThat(nifty.params("crash")
                        .model(new Gbm(0.01, 0.2))
                        .generate()
                        .metadata()
                        .modelParams())
                .containsEntry("drift", 0.01)
                .containsEntry("volatility", 0.2);
    }

    @Test
    void wordsThatAreNoScenarioChangeNothing() {
        assertThat(crc(nifty.params("my_high_volume_2").generate())).isEqualTo(crc(nifty.generate()));
    }

    @Test
    void intradayBarsFollowTheSessionWithAUShapedVolume() {
        Table bars = nifty.interval("15m").days(200).generate().table();
        assertThat(bars.dateTimeColumn("Timestamp").get(0).toLocalTime()).hasToString("09:15");
        assertThat(bars.dateTimeColumn("Timestamp").get(24).toLocalTime()).hasToString("15:15");
        double[] volume = new double[25];
        for (int i = 0; i < bars.rowCount(); i++) {
            int slot = bars.dateTimeColumn("Timestamp").get(i).toLocalTime().toSecondOfDay() / 900 - 37;
            volume[slot] += bars.longColumn("Volume").get(i);
        }
        assertThat(volume[0]).isGreaterThan(2 * volume[12]);
        assertThat(volume[24]).isGreaterThan(2 * volume[12]);
    }

    @Test
    void badSettingsAreOneClearLineEach() {
        assertThatThrownBy(() -> IndexDataGenerator.of("dax"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[market] unknown market 'dax'; there are: "
                        + "nifty, banknifty, finnifty, midcpnifty, sensex, bankex, spx, spxw, ndx, ndxp, generic");
        assertThatThrownBy(() -> nifty.model("gmb"))
                .hasMessageStartingWith("[model] unknown model 'gmb'; did you mean 'gbm'? there are: gbm");
        assertThatThrownBy(() -> IndexModel.named("gbm", Map.of("volatilty", 0.1)))
                .hasMessage("[model] gbm has no parameter 'volatilty'; did you mean 'volatility'? "
                        + "there are: drift, volatility");
        assertThatThrownBy(() -> nifty.spot(-3)).hasMessage("spot must be > 0, got -3.0");
        assertThatThrownBy(() -> nifty.spot(Double.NaN)).hasMessage("spot must be > 0, got NaN");
        assertThatThrownBy(() -> nifty.volatility(Double.NaN)).hasMessage("volatility must be >= 0, got NaN");
        assertThatThrownBy(() -> nifty.days(0)).hasMessage("days must be > 0, got 0");
        assertThatThrownBy(() -> nifty.paths(-1)).hasMessage("paths must be > 0, got -1");
        assertThatThrownBy(() -> nifty.interval("7x")).hasMessageEndingWith("got '7x'");
    }

    /** Checksum of every number of a dataset, bit by bit. */
    private static long crc(Dataset dataset) {
        CRC32C crc = new CRC32C();
        Table table = dataset.table();
        for (String column : List.of("Open", "High", "Low", "Close")) {
            for (double value : table.doubleColumn(column)) {
                crc.update(Double.toHexString(value).getBytes(StandardCharsets.US_ASCII));
            }
        }
        for (long value : table.longColumn("Volume")) {
            crc.update(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
        }
        return crc.getValue();
    }
}
