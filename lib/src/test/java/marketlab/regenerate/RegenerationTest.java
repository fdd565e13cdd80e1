package marketlab.regenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketlab.calendar.ExpiryRules;
import marketlab.calendar.Hours;
import marketlab.calendar.Market;
import marketlab.calendar.TradingCalendar;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.index.Bootstrap;
import marketlab.index.Calibration;
import marketlab.index.IndexBasket;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;
import marketlab.index.IndexRecipe;
import marketlab.option.HestonPricer;
import marketlab.option.OptionChainGenerator;
import marketlab.option.SabrSurface;
import marketlab.option.Svi;
import marketlab.option.SviSurface;
import marketlab.option.VolatilitySurface;
import marketlab.peer.Python;
import marketlab.regenerate.Regeneration.Outcome;
import marketlab.storage.LocalStorage;
import marketlab.storage.Progress;
import marketlab.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** All that can be generated is made again from its metadata alone; what cannot be says why. */
class RegenerationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 14);

    @TempDir
    Path folder;

    private Storage storage;

    @BeforeEach
    void open() {
        storage = new LocalStorage(folder.toString());
    }

    @ParameterizedTest
    @MethodSource("models")
    void barsOfEveryModelAreTheSame(String model) {
        assertSame(index().params("bearish_high_vol").model(model).generate());
        assertSame(
                index().model(model).drift(0.03).volatility(0.31).spot(123.456).generate());
    }

    static Stream<String> models() {
        return IndexModel.names().stream().filter(name -> !name.equals("bootstrap"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "1m", "15m", "1h", "1d", "1w", "1mo"})
    void barsOfEveryLengthAreTheSame(String interval) {
        assertSame(index().days(30).interval(interval).generate());
    }

    @Test
    void barsWithAnyShareOfTheNightAreTheSame() {
        assertSame(index().overnight(0).generate());
        assertSame(index().overnight(0.61).merton().interval("1h").generate());
    }

    @Test
    void pathsAndChainsWithAWeightOfClosedDaysAreTheSame() {
        Market weighted = Market.named("nifty").withClosedDays(0.4);
        IndexDataGenerator index =
                IndexDataGenerator.of(weighted).days(20).end(DAY).seed(9);
        Dataset path = index.model("heston").generate();
        assertSame(path);
        assertSame(index.interval("15m").generate());
        assertSame(index.rows(100_003).generate());
        IndexBasket.of(
                        index,
                        IndexDataGenerator.of(Market.named("banknifty").withClosedDays(0.4))
                                .days(20)
                                .end(DAY))
                .correlation(0, 1, 0.5)
                .generate()
                .forEach(this::assertSame);
        assertSame(OptionChainGenerator.of(weighted).valuationDate(DAY).seed(1).generate());
        String name = "index/nifty/heston/20260114_123045.pkl";
        storage.save(path, name);
        OptionChainGenerator along =
                OptionChainGenerator.of("nifty").along(path).history(name).seed(2);
        assertSame(along.generate());
        Dataset panel = along.generatePanel();
        assertThat(panel.metadata().modelParams()).containsEntry("closed_days", 0.4);
        assertSame(panel);
    }

    @Test
    void barsOfPhasesAreTheSame() {
        for (IndexDataGenerator phased : List.of(
                index().model("bates").params("crash_recovery"),
                index().model("regime").phases("crash:4,bullish_low_vol:5"),
                index().crash().model("heston", Map.of("kappa", 1.5)).interval("15m"))) {
            assertSame(phased.generate());
            assertSame(phased.paths(2).generateWide());
        }
        assertSame(index().crash().rows(100_003).generate());
        IndexBasket.of(
                        index().crash(),
                        IndexDataGenerator.of("banknifty").days(20).end(DAY))
                .correlation(0, 1, 0.5)
                .generate()
                .forEach(this::assertSame);
    }

    @Test
    void barsThatAreCountedAreTheSame() {
        assertSame(index().rows(1_000).generate());
        assertSame(index().rows(100_003).generate());
        assertSame(index().rows(100_003).paths(2).generateWide());
        String path = storage.pathOf(storage.save(index().rows(1_000)
                .seed(5)
                .generate()
                .with(index().rows(1_000).seed(6).stream().ends().metadata())));
        assertThat(Regeneration.verify(storage, path))
                .isEqualTo(new Regeneration(Outcome.DERIVED, "its cells or attributes differ"));
    }

    @ParameterizedTest
    @MethodSource("marketlab.calendar.Market#names")
    void barsAndChainOfEveryMarketAreTheSame(String market) {
        assertSame(IndexDataGenerator.of(market).days(10).generate());
        assertSame(OptionChainGenerator.of(market).expiries(2).strikes(5).generate());
    }

    @Test
    void parametersOfOnesOwnAreRecorded() {
        assertSame(index().model(IndexModel.named("heston", Map.of("kappa", 1.7, "rho", -0.33)))
                .generate());
    }

    @Test
    void everyPathIsTheSameAndSoAreAllInOne() {
        List<Dataset> paths = index().model("bates").paths(3).generateAll();
        paths.forEach(this::assertSame);
        assertThat(paths)
                .extracting(path -> path.metadata().modelParams().get("path"))
                .containsExactly(0, 1, 2);
        assertSame(index().model("bates").paths(3).generateWide());
    }

    @Test
    void generatorIsHadFromMetadata() {
        Dataset bars = index().model("bates").generate(2);
        assertThat(IndexDataGenerator.from(bars.metadata())
                        .generate(2)
                        .table()
                        .doubleColumn("Close")
                        .asDoubleArray())
                .isEqualTo(bars.table().doubleColumn("Close").asDoubleArray());
        Dataset chain = OptionChainGenerator.of("spx").heston().strikes(5).generate();
        assertThat(OptionChainGenerator.from(chain.metadata())
                        .generate()
                        .table()
                        .doubleColumn("CallPrice")
                        .asDoubleArray())
                .isEqualTo(chain.table().doubleColumn("CallPrice").asDoubleArray());
        assertThatThrownBy(() -> IndexDataGenerator.from(chain.metadata()))
                .hasMessage("its metadata do not say how an index was generated");
        assertThatThrownBy(() -> OptionChainGenerator.from(bars.metadata()))
                .hasMessage("its metadata do not say how a chain was generated");
    }

    @Test
    void basketIsTheSameIndexByIndex() {
        List<Dataset> basket = IndexBasket.of(
                        index().seed(11),
                        IndexDataGenerator.of("banknifty").days(20).end(DAY).model("garch"),
                        IndexDataGenerator.of("finnifty")
                                .days(20)
                                .end(DAY)
                                .model("merton")
                                .seed(5))
                .correlation(new double[][] {{1, 0.85, 0.6}, {0.85, 1, 0.5}, {0.6, 0.5, 1}})
                .generate();
        basket.forEach(this::assertSame);
        IndexBasket.of(
                        index().heston(),
                        IndexDataGenerator.of("banknifty").days(20).end(DAY).heston())
                .correlation(0, 1, 0.7)
                .generate()
                .forEach(this::assertSame);
    }

    @Test
    void fittedModelIsTheSame() {
        Dataset history = index().days(300).generate();
        assertSame(index().model(Calibration.fit("garch", history).model())
                .history("spx.csv")
                .generate());
    }

    @Test
    void bootstrapIsTheSameAsLongAsItsHistoryIsThere() {
        Dataset history = index().days(100).generate();
        String name = "index/spx/history/20230901_123045.pkl";
        storage.save(history, name);
        Dataset drawn = index().model(Bootstrap.of(history, 5))
                .volatility(0.4)
                .history(name)
                .generate();
        assertSame(drawn);
        storage.delete(name);
        assertImpossible(
                drawn, "cannot be made again: its history '%s' cannot be loaded from this storage".formatted(name));
        assertImpossible(
                index().model(Bootstrap.of(history, 5)).generate(),
                "cannot be made again: it does not say which history it was drawn from");
        assertImpossible(
                index().model(Bootstrap.of(history, 5)).history("/etc/passwd").generate(),
                "cannot be made again: its history '/etc/passwd' cannot be loaded from this storage");
    }

    @Test
    void basketOfTheCommonDaysOfTwoHistoriesIsTheSame() {
        List<String> names = List.of("index/spx/one/20230901_123045.pkl", "index/spx/other/20230901_123045.pkl");
        List<Dataset> histories =
                List.of(index().days(100).generate(), index().days(90).seed(3).generate());
        for (int i = 0; i < 2; i++) {
            storage.save(histories.get(i), names.get(i));
        }
        List<Bootstrap> joint = Bootstrap.joint(histories, 5);
        IndexBasket.of(
                        index().model(joint.get(0)).history(names.get(0)),
                        IndexDataGenerator.of("banknifty")
                                .days(20)
                                .end(DAY)
                                .model(joint.get(1))
                                .history(names.get(1)))
                .sameDays()
                .generate()
                .forEach(this::assertSame);
    }

    @ParameterizedTest
    @MethodSource("chains")
    void chainOnEverySurfaceIsTheSame(OptionChainGenerator chain) {
        assertSame(chain.generate());
    }

    static Stream<OptionChainGenerator> chains() {
        OptionChainGenerator chain = OptionChainGenerator.of("nifty")
                .valuationDate(DAY)
                .expiries(3)
                .strikes(9)
                .volatility(0.17);
        SviSurface svi = SviSurface.of(
                Map.of(1 / 12.0, new Svi(0.0005, 0.02, -0.5, 0, 0.05), 1.0, new Svi(0.008, 0.09, -0.5, 0, 0.2)));
        return Stream.concat(
                VolatilitySurface.names().stream().map(chain::surface),
                Stream.of(
                        chain.surface(svi),
                        chain.surface(new SabrSurface(0.2, 0.9, -0.3, 0.5)),
                        chain.model("heston"),
                        chain.model(new HestonPricer(0.02, 2, 0.03, 0.3, -0.6)),
                        chain.rate(-0.01).dividendYield(0).spot(25_301.35),
                        chain.expiries(List.of(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 2, 1)))));
    }

    @Test
    void chainAlongAHistoryIsTheSame() {
        OptionChainGenerator.of("nifty")
                .strikes(5)
                .expiries(1)
                .along(index().days(3).generate())
                .generateAll()
                .forEach(this::assertSame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merton", "heston", "bates", "garch", "garch_t", "egarch", "regime"})
    void chainAlongAModelIsTheSame(String model) {
        OptionChainGenerator along = OptionChainGenerator.of("nifty")
                .strikes(3)
                .expiries(2)
                .along(index().model(model).days(30).generate());
        assertSame(along.generate());
        assertSame(along.surface("index_skew").generate());
        assertSame(along.variancePremium(0.2).generate());
    }

    @Test
    void chainWithinADayIsTheSame() {
        OptionChainGenerator morning = OptionChainGenerator.of("nifty")
                .at(LocalTime.of(11, 15))
                .strikes(3)
                .expiries(2);
        assertSame(morning.valuationDate(DAY).generate());
        String name = "index/nifty/garch/20230901_123045_minutes.pkl";
        Dataset minutes =
                index().model("garch").interval("15m").days(6).params("minutes").generate();
        storage.save(minutes, name);
        morning.along(minutes).generateAll().forEach(this::assertSame);
        assertSame(morning.along(minutes).history(name).generatePanel());
        assertSame(morning.along(minutes).history(name).generateVolatilityIndex());
    }

    @Test
    void columnsOnRequestAreTheSame() {
        String name = "index/nifty/heston/20230901_123045_columns.pkl";
        Dataset history = index().model("heston").days(10).generate();
        storage.save(history, name);
        OptionChainGenerator chain = OptionChainGenerator.of("nifty")
                .expiries(1)
                .strikes(3)
                .withImpliedForward()
                .withSecondOrderGreeks();
        assertSame(chain.model("merton").generate());
        assertSame(chain.surface("steep_skew").withStickyDelta().generate());
        assertSame(chain.along(history).history(name).generatePanel());
        assertSame(chain.withStickyDelta()
                .surface("index_skew")
                .along(history)
                .history(name)
                .generatePanel());
        assertParameter(
                chain.generate(),
                "extra_columns",
                List.of("second_order_greeks", "speed"),
                "extra_columns has the unknown column 'speed'");
    }

    @Test
    void panelIsTheSameAsLongAsItsHistoryIsThere() {
        String name = "index/nifty/heston/20230901_123045.pkl";
        Dataset history = index().model("heston").days(30).generate();
        storage.save(history, name);
        OptionChainGenerator along = OptionChainGenerator.of("nifty").along(history);
        assertSame(along.history(name).expiries(1).generatePanel());
        assertSame(along.history(name).volatility(0.3).weekly().strikes(3).generatePanel());
        assertSame(along.history(name)
                .surface("index_skew")
                .variancePremium(0.1)
                .expiries(1)
                .generatePanel());
        assertSame(along.history(name)
                .model("heston", Map.of("kappa", 6.0))
                .expiries(List.of(DAY.minusDays(3), DAY.plusDays(13)))
                .generatePanel());
        assertSame(along.history(name).generateVolatilityIndex());
        assertImpossible(
                along.expiries(1).strikes(3).generatePanel(),
                "cannot be made again: it does not say along which history it was made");
    }

    @Test
    void marketOfOnesOwnIsTheSame() {
        TradingCalendar tokyo = TradingCalendar.weekdays(ZoneId.of("Asia/Tokyo"), Hours.parse("09:00-15:30"));
        Market own = new Market(
                "nikkei", tokyo, ExpiryRules.of("generic", tokyo), 39_000, 0.21, 0.05, 0.01, 0.02, 125, 5, 1e9);
        assertSame(IndexDataGenerator.of(own).days(10).interval("1h").generate());
        assertSame(OptionChainGenerator.of(own).strikes(5).generate());
    }

    @Test
    void everyMarketIsTheSameOverDaysWithShortSessions() {
        for (String market : Market.names()) {
            assertSame(IndexDataGenerator.of(market)
                    .days(5)
                    .interval("1h")
                    .end(LocalDate.of(2026, 12, 1))
                    .generate());
            assertSame(OptionChainGenerator.of(market)
                    .valuationDate(LocalDate.of(2026, 11, 25))
                    .strikes(5)
                    .generate());
        }
    }

    @Test
    void datasetsWithTheColumnMetadataAreTheSame() {
        assertSame(index().withMetadataColumn().generate());
        assertSame(index().withMetadataColumn().paths(2).generateWide());
        assertSame(index().withMetadataColumn().rows(100_003).generate());
        assertSame(OptionChainGenerator.of("nifty")
                .withMetadataColumn()
                .expiries(1)
                .strikes(5)
                .generate());
        IndexBasket.of(
                        index().withMetadataColumn(),
                        IndexDataGenerator.of("banknifty").days(20).end(DAY))
                .correlation(0, 1, 0.5)
                .generate()
                .forEach(this::assertSame);
    }

    @Test
    void calendarWithRulesOfAFileCannotBeMadeAgain() throws Exception {
        Path rules = Files.writeString(folder.resolve("holidays.csv"), "date,session,name\n2026-01-13,closed,mine\n");
        Market own = Market.named("nifty").with(TradingCalendar.nse().with(rules));
        assertImpossible(
                IndexDataGenerator.of(own).days(5).end(DAY).generate(),
                "cannot be made again: its calendar 'nse with holidays.csv' is not one of marketlab's");
    }

    @Test
    void surfaceOfOnesOwnCannotBeMadeAgain() {
        VolatilitySurface own = new VolatilitySurface() {
            @Override
            public double volatility(double strike, double forward, double years) {
                return 0.2;
            }

            @Override
            public Map<String, Object> parameters() {
                return Map.of("surface", "mine");
            }
        };
        assertImpossible(
                OptionChainGenerator.of("nifty").surface(own).generate(),
                "cannot be made again: its volatility surface 'mine' is not one of marketlab's");
    }

    @Test
    void whatWasChangedAfterItWasGeneratedIsDerivedAndSaysHow() {
        Dataset made = index().generate();
        DoubleColumn close = made.table().doubleColumn("Close");
        close.set(17, close.get(17) + 0.01);
        assertDerived(made, "Close: 1 of 20 cells differ, Close[17]: ");
        Dataset more = index().generate();
        assertDerived(more.with(more.table().addColumns(close.copy().setName("Old"))), "added: column Old");
        Dataset fewer = index().generate();
        assertDerived(fewer.with(fewer.table().rejectColumns("Volume", "Low")), "removed: column Low, Volume");
        assertDerived(fewer.with(fewer.table().first(19)), "19 rows of 20");
        Dataset chain = OptionChainGenerator.of("nifty").expiries(1).strikes(3).generate();
        chain.table().doubleColumn("CallBid").set(2, 1.0);
        assertDerived(chain, "CallBid: 1 of 3 cells differ, CallBid[2]: ");
    }

    @Test
    void whatAnotherGeneratorMadeIsDifferentAndSaysWhere() {
        Dataset made = index().generate();
        Regeneration found = verify(made.with(made.metadata().with(Metadata.SEED, 8L)));
        assertThat(found.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(found.reason()).startsWith("its seed makes another: Open: 19 of 20 cells differ");
    }

    @Test
    void fingerprintIsOfTheFirstRowsHoweverManyThereAre() {
        assertThat(index().generate().metadata().text(Metadata.FINGERPRINT))
                .get()
                .asString()
                .matches("[0-9a-f]{8}")
                .isNotEqualTo(index().seed(8)
                        .generate()
                        .metadata()
                        .text(Metadata.FINGERPRINT)
                        .orElseThrow())
                .isEqualTo(index().seed(7)
                        .params("mine")
                        .generate()
                        .metadata()
                        .text(Metadata.FINGERPRINT)
                        .orElseThrow());
    }

    @Tag("slow")
    @Test
    void whatPandasChangedIsDerivedAndWhatItSavedAsItWasIsTheSame() throws Exception {
        Dataset named = index().generate();
        Path file = folder.resolve(storage.save(named.with(named.metadata().withName("index/nifty/test", ""))));
        String path = storage.pathOf(file.toString());
        Python.with(Python.PANDAS.get(3)).run("""
            import pandas as pd
            df = pd.read_pickle(%1$s)
            df.to_pickle(%1$s)
            """.formatted("'" + file + "'"));
        assertThat(Regeneration.verify(storage, path)).isEqualTo(new Regeneration(Outcome.SAME, ""));
        Python.with(Python.PANDAS.get(3)).run("""
            import pandas as pd
            df = pd.read_pickle(%1$s)
            df['Return'] = df['Close'].pct_change()
            df.to_pickle(%1$s)
            """.formatted("'" + file + "'"));
        assertThat(Regeneration.verify(storage, path))
                .isEqualTo(new Regeneration(Outcome.DERIVED, "added: column Return"));
    }

    @Test
    void whatIsMarkedAsDerivedStaysSo() {
        Dataset made = index().generate();
        assertDerived(made.with(made.metadata().with(Metadata.DERIVED, "in pandas")), "in pandas");
    }

    @Test
    void whatAnotherStreamMadeIsNotMadeAgainAndSaysWhich() {
        Dataset made = index().generate();
        Map<String, Object> old = new LinkedHashMap<>(made.metadata().attributes());
        old.remove(Metadata.STREAM);
        old.remove(Metadata.FINGERPRINT);
        Regeneration ofTheFirst = new Regeneration(
                Outcome.OTHER_STREAM,
                "made by stream 1 of marketlab 0.1.0; this is stream %s, which makes other numbers"
                        .formatted(IndexRecipe.STREAM));
        assertThat(verify(made.with(Metadata.of(old)))).isEqualTo(ofTheFirst);
        assertThat(verify(made.with(made.metadata().with(Metadata.STREAM, 1L)))).isEqualTo(ofTheFirst);
        Dataset chain = OptionChainGenerator.of("nifty").expiries(1).strikes(3).generate();
        Metadata newer = chain.metadata().with(Metadata.STREAM, 9_999L).with(Metadata.GENERATOR, "marketlab 7.0.0");
        assertThat(verify(chain.with(newer)).reason()).startsWith("made by stream 9999 of marketlab 7.0.0; this is");
        assertThatThrownBy(() -> OptionChainGenerator.from(newer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it was made by stream 9999 of marketlab 7.0.0");
        assertThatThrownBy(() -> IndexDataGenerator.from(Metadata.of(old)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it was " + ofTheFirst.reason());
    }

    @Test
    void datasetsOfAnotherStreamAreCountedAndSaid() {
        Dataset made = index().generate();
        storage.save(made);
        storage.save(made.with(made.metadata().with(Metadata.STREAM, 1L).with(Metadata.PARAMS, "old")));
        Regenerations found = Regenerations.of(storage, storage.list("index", ""), Progress.UNWATCHED);
        assertThat(found.counts())
                .isEqualTo("made again: 1 the same, 0 derived, 0 different, 0 cannot be; 0 were not generated,"
                        + " 1 are of another stream");
        assertThat(found.findings().values()).singleElement().asString().startsWith("made by stream 1 of marketlab");
    }

    @Test
    void nameTimeAndAttributesOfOnesOwnAreNotCompared() {
        Dataset made = index().generate();
        Metadata renamed = made.metadata()
                .withName("v2/index/spx/history", "mine")
                .with(Metadata.CREATED_AT, "2023-09-01T12:30:45Z")
                .with("note", "for the course");
        assertSame(made.with(renamed));
    }

    @Test
    void damagedParametersAreOneLine() {
        Dataset made = index().generate();
        assertImpossible(
                made.with(made.metadata().withModelParams(Map.of("interval", "1d"))),
                "cannot be made again: its parameter 'days' is not recorded");
        assertImpossible(
                made.with(made.metadata().with(Metadata.MODEL_PARAMS, "none")),
                "cannot be made again: its metadata do not say how it was made");
    }

    @Test
    void parametersOfAnotherTypeAreNamed() {
        Dataset made = index().generate();
        assertParameter(made, "days", "5", "days is the text '5', not a number");
        assertParameter(made, "spot", List.of(1), "spot is [1], not a number");
        Dataset chain = OptionChainGenerator.of("nifty").expiries(1).strikes(3).generate();
        assertParameter(chain, "expiries", true, "expiries is true, not a list");
        assertParameter(chain, "lots", List.of("many"), "lots is the text 'many', not a number");
        assertParameter(chain, "expiries", Collections.singletonList(null), "expiries is null, not a day");
    }

    private void assertParameter(Dataset made, String name, Object value, String problem) {
        Map<String, Object> changed = new LinkedHashMap<>(made.metadata().modelParams());
        changed.put(name, value);
        assertImpossible(
                made.with(made.metadata().withModelParams(changed)),
                "cannot be made again: its parameters cannot be read: " + problem);
    }

    @Test
    void parametersOfAHugeDatasetAreNotTried() {
        for (Dataset made : List.of(
                index().generate(),
                index().paths(2).generateWide(),
                OptionChainGenerator.of("nifty").expiries(1).strikes(3).generate())) {
            for (String size : List.of("days", "paths", "strikes")) {
                Map<String, Object> huge = new LinkedHashMap<>(made.metadata().modelParams());
                if (huge.replace(size, 2_000_000_000) != null) {
                    assertDerived(
                            made.with(made.metadata().withModelParams(huge)),
                            "it has not as many rows or columns as its parameters make");
                }
            }
        }
    }

    @Test
    void dataOfOnesOwnWereNotGenerated() {
        Dataset own = Dataset.of(Table.create(
                "t",
                DoubleColumn.create(
                        "Close", IntStream.range(1, 9).asDoubleStream().toArray())));
        assertThat(verify(own)).isEqualTo(new Regeneration(Outcome.NOT_GENERATED, ""));
    }

    private static IndexDataGenerator index() {
        return IndexDataGenerator.of("nifty").days(20).end(DAY).seed(7);
    }

    private void assertSame(Dataset data) {
        assertThat(verify(data)).isEqualTo(new Regeneration(Outcome.SAME, ""));
    }

    private void assertDerived(Dataset data, String how) {
        Regeneration found = verify(data);
        assertThat(found.outcome()).isEqualTo(Outcome.DERIVED);
        assertThat(found.reason()).startsWith(how);
    }

    private void assertImpossible(Dataset data, String reason) {
        assertThat(verify(data)).isEqualTo(new Regeneration(Outcome.IMPOSSIBLE, reason));
    }

    private Regeneration verify(Dataset data) {
        String path = storage.save(data.with(data.metadata().withName("index/nifty/test", "")));
        return Regeneration.verify(storage, path.substring(storage.root().length() + 1));
    }
}
