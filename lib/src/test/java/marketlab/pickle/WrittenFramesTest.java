package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** What Java makes, real pandas loads as the frame it would have made itself. */
class WrittenFramesTest {

    private static final LocalDateTime OPEN = LocalDateTime.of(2024, 1, 1, 9, 15);

    @TempDir
    Path folder;

    private static Dataset of(Column<?>... columns) {
        return Dataset.of(Table.create("t", columns));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void pandasLoadsEveryColumnType(List<String> pandas) throws IOException {
        Pandas.Expectations expect = new Pandas.Expectations(folder);
        expect.add(
                of(DoubleColumn.create("a", 1.5, Double.NaN, -0.0, Double.NEGATIVE_INFINITY)),
                "frame({'a': [1.5, nan, -0.0, -np.inf]})");
        expect.add(of(FloatColumn.create("a", 1.5f, Float.NaN)), "frame({'a': np.array([1.5, nan], 'f4')})");
        expect.add(
                of(
                        LongColumn.create("a", 1, Long.MAX_VALUE),
                        IntColumn.create("b", 1, -2),
                        ShortColumn.create("c", new short[] {1, -2})),
                "frame({'a': [1, 2**63 - 1], 'b': np.array([1, -2], 'i4'), 'c': np.array([1, -2], 'i2')})");
        expect.add(
                of(
                        LongColumn.create("a", 1, Long.MIN_VALUE),
                        IntColumn.create("b", 1, Integer.MIN_VALUE),
                        ShortColumn.create("c", new short[] {1, Short.MIN_VALUE})),
                "frame({'a': pd.array([1, None], 'Int64'), 'b': pd.array([1, None], 'Int32'), 'c': pd.array([1, None],"
                        + " 'Int16')})");
        expect.add(of(BooleanColumn.create("a", true, false)), "frame({'a': [True, False]})");
        expect.add(
                of(BooleanColumn.create("a", new Boolean[] {true, null})),
                "frame({'a': pd.array([True, None], 'boolean')})");
        expect.add(
                of(StringColumn.create("a", "x", "", "zé\uD83D\uDE00")), "frame({'a': ['x', nan, 'zé\\U0001f600']})");
        expect.add(
                of(StringColumn.create("a", IntStream.range(0, 5000).mapToObj(i -> "w" + i))),
                "frame({'a': [f'w{i}' for i in range(5000)]})");
        expect.add(
                of(StringColumn.create("a", IntStream.range(0, 5000).mapToObj(i -> "w" + i % 7))),
                "frame({'a': [f'w{i % 7}' for i in range(5000)]})");
        expect.add(
                of(StringColumn.create("a", "x".repeat(255), "x".repeat(256), "é".repeat(3_000_000))),
                "frame({'a': ['x' * 255, 'x' * 256, 'é' * 3000000]})");
        expect.add(
                of(DateColumn.create("a", LocalDate.of(2024, 2, 29), null, LocalDate.of(1, 1, 1))),
                "frame({'a': [dt.date(2024, 2, 29), None, dt.date(1, 1, 1)]})");
        expect.add(
                of(TimeColumn.create("a", LocalTime.of(9, 15, 1, 7_000_000), null)),
                "frame({'a': [dt.time(9, 15, 1, 7000), None]})");
        expect.add(
                of(DateTimeColumn.create("a", OPEN, null, LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_000_000))),
                "frame({'a': ns('2024-01-01T09:15', None, '1969-12-31T23:59:59.999')})");
        expect.add(
                of(InstantColumn.create("a", Instant.parse("2024-01-01T09:15:00Z"), null)),
                "frame({'a': ns('2024-01-01T09:15', None, tz='UTC')})");
        expect.add(of(), "frame({}, index=pd.RangeIndex(0))");
        expect.add(
                of(DoubleColumn.create("a", 0), StringColumn.create("b")),
                "frame({'a': np.array([], 'f8'), 'b': np.array([], object)})");
        expect.verify(pandas);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void pandasLoadsTheIndex(List<String> pandas) throws IOException {
        Pandas.Expectations expect = new Pandas.Expectations(folder);
        DateTimeColumn time = DateTimeColumn.create("Timestamp", OPEN, OPEN.plusDays(1));
        DoubleColumn close = DoubleColumn.create("Close", 1.5, 2.5);
        String index = "pd.DatetimeIndex(ns('2024-01-01T09:15', '2024-01-02T09:15'), name='Timestamp')";
        expect.add(of(time, close).withIndex("Timestamp"), "frame({'Close': [1.5, 2.5]}, index=" + index + ")");
        expect.add(of(close, time).withIndex("Timestamp"), "frame({'Close': [1.5, 2.5]}, index=" + index + ")");
        expect.add(
                of(close, InstantColumn.create("t", Instant.EPOCH, Instant.EPOCH))
                        .withIndex("t"),
                "frame({'Close': [1.5, 2.5]}, index=pd.DatetimeIndex(ns('1970-01-01', '1970-01-01', tz='UTC'),"
                        + " name='t'))");
        expect.add(
                of(close, StringColumn.create("s", "x", "y")).withIndex("s"),
                "frame({'Close': [1.5, 2.5]}, index=pd.Index(['x', 'y'], name='s'))");
        expect.add(
                of(close, StringColumn.create("s", "x", "y"), time).withIndex("s", "Timestamp"),
                "frame({'Close': [1.5, 2.5]}, index=pd.MultiIndex.from_arrays([['x', 'y'], " + index
                        + "], names=['s', 'Timestamp']))");
        expect.add(of(close), "frame({'Close': [1.5, 2.5]}, index=pd.RangeIndex(2))");
        expect.verify(pandas);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void pandasLoadsTheAttributesInOrder(List<String> pandas) throws IOException {
        Pandas.Expectations expect = new Pandas.Expectations(folder);
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("version", "1.0");
        attributes.put("seed", 42L);
        attributes.put("units", new LinkedHashMap<>(Map.of("Close", "index points")));
        attributes.put("list", List.of(1, 2.5, true, List.of("a")));
        attributes.put("nothing", null);
        attributes.put(
                "ints", List.of(0, 255, 256, 65535, 65536, -1, Integer.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE));
        attributes.put("big", BigInteger.TWO.pow(2000).negate());
        attributes.put("when", OPEN);
        attributes.put("day", LocalDate.of(2024, 1, 1));
        attributes.put("instant", Instant.parse("2024-01-01T00:00:00.123456Z"));
        attributes.put("bytes", new byte[] {1, -1});
        expect.add(of(DoubleColumn.create("a", 1.0)).with(Metadata.of(attributes)), """
            frame({'a': [1.0]}, {'version': '1.0', 'seed': 42, 'units': {'Close': 'index points'},
                'list': [1, 2.5, True, ['a']], 'nothing': None,
                'ints': [0, 255, 256, 65535, 65536, -1, -2**31, -2**63, 2**63 - 1], 'big': -2**2000,
                'when': dt.datetime(2024, 1, 1, 9, 15), 'day': dt.date(2024, 1, 1),
                'instant': dt.datetime(2024, 1, 1, 0, 0, 0, 123456, dt.timezone.utc), 'bytes': bytes([1, 255])})\
            """);
        expect.verify(pandas);
    }

    @Test
    void aValueThatPythonDoesNotHaveIsNamed() {
        Dataset dataset = of(DoubleColumn.create("a", 1.0)).with(Metadata.EMPTY.with("who", Thread.currentThread()));
        assertThatThrownBy(() -> PandasPickle.write(dataset, folder.resolve("a.pkl")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attribute 'who': Python has no value of type java.lang.Thread");
    }

    @Test
    void aMissingIndexColumnIsNamed() {
        Dataset dataset = of(DoubleColumn.create("a", 1.0)).withIndex("a");
        dataset.table().removeColumns("a");
        assertThatThrownBy(() -> PandasPickle.write(dataset, folder.resolve("a.pkl")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the index is column 'a', which the table does not have; there are: []");
    }
}
