package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import marketlab.dataset.Streamed;
import marketlab.peer.Python;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is streamed is byte for byte what is generated in memory. */
class StreamTest {

    /** Several stretches, of which the last has a part of a block. */
    private static final int MANY = 200_003;

    private static final int BLOCK = StepBlock.CAPACITY;
    private static final int STRETCH = 105 * BLOCK;

    private final IndexDataGenerator nifty = IndexDataGenerator.of("nifty")
            .end(LocalDate.of(2025, 12, 31))
            .seed(7)
            .clock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime"})
    void barsOfEveryModelAreThoseOfTheGeneratorInMemory(String model) throws IOException {
        IndexDataGenerator bars = nifty.model(model).rows(MANY);
        assertSame(bars.stream(), bars.generate());
    }

    @Test
    void barsOfABootstrapAreThoseOfTheGeneratorInMemory() throws IOException {
        IndexDataGenerator bars =
                nifty.bootstrap(nifty.heston().days(500).generate()).rows(MANY);
        assertSame(bars.stream(), bars.generate());
        IndexDataGenerator days = bars.rows(60_003);
        assertThat(days.notes()).isEmpty();
        assertSame(days.stream(), days.generate());
    }

    @Tag("slow")
    @Test
    void columnsThatMemoryWritesOnAllCoresAreSo() throws IOException {
        IndexDataGenerator bars = nifty.rows(2_100_003);
        assertSame(bars.stream(), bars.generate());
    }

    @Test
    void jumpsInEveryBlockFallAsInMemory() throws IOException {
        IndexDataGenerator bars =
                nifty.model(new Merton(0.1, 0.1, 20_000, -0.0001, 0.001)).rows(MANY);
        assertSame(bars.stream(), bars.generate());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1, 2, BLOCK - 1, BLOCK, BLOCK + 1, STRETCH - 1, STRETCH, STRETCH + 1, 2 * STRETCH, 3 * STRETCH + 5})
    void anyNumberOfRowsIsSo(int rows) throws IOException {
        IndexDataGenerator bars = nifty.bates().interval("1m").rows(rows);
        assertSame(bars.stream(), bars.generate());
    }

    @Test
    void theColumnMetadataIsSo() throws IOException {
        for (int rows : new int[] {1, 1_000, 300_001}) {
            IndexDataGenerator bars = nifty.rows(rows).withMetadataColumn();
            assertSame(bars.stream(), bars.generate());
            assertSame(bars.paths(2).streamWide(), bars.paths(2).generateWide());
        }
    }

    @ParameterizedTest
    @CsvSource({"1s, nifty", "7s, spx", "1m, nifty", "7m, nifty", "1h, nifty", "1d, nifty", "1d, generic"})
    void anyIntervalIsSo(String interval, String market) throws IOException {
        IndexDataGenerator bars = IndexDataGenerator.of(market)
                .seed(3)
                .end(LocalDate.of(2024, 11, 5))
                .clock(Clock.systemUTC())
                .interval(interval)
                .rows(70_001);
        Streamed streamed = bars.stream();
        assertSame(streamed, bars.generate().with(streamed.ends().metadata()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.99})
    void anyShareOfTheNightIsSo(double share) throws IOException {
        for (String interval : List.of("1d", "5m")) {
            IndexDataGenerator bars =
                    nifty.merton().overnight(share).interval(interval).rows(70_001);
            assertSame(bars.stream(), bars.generate());
        }
    }

    @Test
    void phasesAreSo() throws IOException {
        IndexDataGenerator bars = nifty.heston()
                .phases("crash:40,recovery:200,bearish:3")
                .interval("1m")
                .days(300);
        assertSame(bars.stream(), bars.generate());
        assertSame(bars.paths(2).streamWide(), bars.paths(2).generateWide());
    }

    @Test
    void wholeDaysAreSo() throws IOException {
        IndexDataGenerator bars = nifty.garch().interval("15m").days(2_000).paths(3);
        List<Streamed> streamed = bars.streamAll();
        List<Dataset> made = bars.generateAll();
        for (int path = 0; path < 3; path++) {
            assertSame(streamed.get(path), made.get(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "bates", "garch"})
    void closesOfManyPathsAreSo(String model) throws IOException {
        IndexDataGenerator bars = nifty.model(model).rows(STRETCH + 7).paths(5);
        assertSame(bars.streamWide(), bars.generateWide());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theNumberOfThreadsChangesNothing(int threads) throws IOException {
        IndexDataGenerator bars = nifty.bates().rows(MANY);
        assertSame(bars.threads(threads).stream(), bars.generate());
        assertSame(bars.threads(threads).paths(4).streamWide(), bars.paths(4).generateWide());
    }

    @Test
    void rowsAreTheFirstOfTheDaysThatHaveThem() {
        Dataset days = nifty.interval("1m").days(5).generate();
        Dataset rows = nifty.interval("1m").rows(days.table().rowCount() - 100).generate();
        assertThat(rows.table().columns()).allSatisfy(column -> assertThat(column.asList())
                .isEqualTo(days.table()
                        .column(column.name())
                        .first(rows.table().rowCount())
                        .asList()));
    }

    @Test
    void theIntervalIsTheLongestThatThereIsRoomFor() {
        assertThat(List.of(1_000L, 91_000L, 500_000L, 1_000_000_000L, 2_000_000_000L).stream()
                        .map(rows -> nifty.rows(rows).stream()
                                .ends()
                                .metadata()
                                .modelParams()
                                .get("interval")))
                .containsExactly("1d", "1h", "1h", "1s", "1s");
    }

    @Test
    void moreRowsThanThereIsRoomForAreRefusedWithWhatThereIsRoomFor() {
        IndexDataGenerator weekdays = IndexDataGenerator.of("generic").end(LocalDate.of(2025, 12, 31));
        assertThatThrownBy(() -> weekdays.interval("1d").rows(1_000_000_000).stream())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[rows] at most 90,788 bars of 1d fit from 1678 to 2025-12-31, got 1,000,000,000; use an"
                        + " interval of 1s");
        assertThatThrownBy(() -> nifty.interval("1d").rows(1_000_000).generate())
                .hasMessageEndingWith("use an interval of 15m");
        assertThatThrownBy(() -> nifty.end(LocalDate.of(1700, 1, 1)).rows(1_000_000_000).stream())
                .hasMessageEndingWith("got 1,000,000,000; use fewer rows, or a later end");
    }

    @Test
    void whatCannotBeStreamedIsRefused() {
        assertThatThrownBy(() -> nifty.rows(0)).hasMessage("[rows] a dataset has 1 to 2,147,483,639 rows, got 0");
        assertThatThrownBy(() -> nifty.rows(3_000_000_000L)).hasMessageContaining("got 3,000,000,000");
        assertThatThrownBy(() -> nifty.interval("1w").rows(100).stream())
                .hasMessage("[interval] bars of 1w need days instead of rows");
        assertThatThrownBy(() -> nifty.interval("1mo").days(100).stream())
                .hasMessageContaining("bars of 1mo need days instead of rows");
        assertThatThrownBy(() -> nifty.days(100_000).stream())
                .hasMessageContaining("the sessions must be in 1678 to 2261");
        assertThatThrownBy(() -> nifty.end(LocalDate.of(2262, 1, 1)).rows(10).stream())
                .hasMessageContaining("got 2262-01-01");
    }

    @Tag("slow")
    @Test
    void aPathThatLeavesTheNumbersIsRefused() {
        Streamed wild = nifty.model(new Gbm(-5_000_000, 0)).rows(MANY).stream();
        assertThatThrownBy(() -> PandasPickle.write(wild, folder.resolve("wild.pkl")))
                .isInstanceOf(ArithmeticException.class);
    }

    /** The oldest and the newest. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void pandasReadsWhatIsStreamed(int pandas) throws IOException {
        Path file = folder.resolve("bars.pkl");
        PandasPickle.write(nifty.heston().overnight(0).rows(1_000_000).stream(), file);
        assertThat(Python.with(Python.PANDAS.get(pandas)).run("""
            import sys, numpy as np, pandas as pd
            df = pd.read_pickle(sys.argv[1])
            print(df.shape, list(df.columns), [str(t) for t in df.dtypes], df.index.name, df.index.dtype)
            print(df.index.is_monotonic_increasing, df.index.is_unique, df.attrs['seed'], df.Open.iloc[0])
            print((df.Open.values[1:] == df.Close.values[:-1]).all(), (df.High >= df[['Open', 'Close']].max(axis=1)).all(),
                  (df.Low <= df[['Open', 'Close']].min(axis=1)).all(), (df.Volume > 0).all())
            """, file).lines().toList())
                .containsExactly(
                        "(1000000, 5) ['Open', 'High', 'Low', 'Close', 'Volume'] "
                                + "['float64', 'float64', 'float64', 'float64', 'int64'] Timestamp datetime64[ns]",
                        "True True 7 24000.0",
                        "True True True True");
    }

    /** The oldest and the newest. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void pandasReadsTheColumnMetadataAsACategory(int pandas) throws IOException {
        Path file = folder.resolve("bars.pkl");
        PandasPickle.write(nifty.rows(1_000).withMetadataColumn().stream(), file);
        assertThat(Python.with(Python.PANDAS.get(pandas)).run("""
            import json, sys, pandas as pd
            df = pd.read_pickle(sys.argv[1])
            print(list(df.columns), df.Metadata.dtype, df.Metadata.cat.codes.dtype, df.Metadata.nunique())
            made = json.loads(df.Metadata.iloc[-1])
            params = json.loads(df.attrs['model_params'])
            print(made == {'seed': 7, **params})
            """, file).lines().toList())
                .containsExactly("['Open', 'High', 'Low', 'Close', 'Volume', 'Metadata'] category int8 1", "True");
    }

    @Test
    void progressCountsEveryCell() throws IOException {
        long[] told = IntStream.range(0, 1).asLongStream().toArray();
        PandasPickle.write(
                nifty.rows(MANY).stream().telling(cells -> {
                    synchronized (told) {
                        told[0] = Math.max(told[0], cells);
                    }
                }),
                folder.resolve("told.pkl"));
        assertThat(told[0]).isEqualTo(6L * MANY);
    }

    private void assertSame(Streamed streamed, Dataset made) throws IOException {
        Path one = folder.resolve("streamed.pkl");
        Path other = folder.resolve("made.pkl");
        PandasPickle.write(streamed, one);
        PandasPickle.write(made, other);
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }
}
