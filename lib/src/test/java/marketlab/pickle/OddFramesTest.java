package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames of unusual types and containers, which pandas finds unchanged after a load and a save. */
@Tag("slow")
class OddFramesTest {

    private static final String START = """
        import sys, collections, datetime as dt, decimal, numpy as np, pandas as pd
        try:
            import pytz
            fixed, zone, utc = pytz.FixedOffset(330), pytz.timezone('Asia/Kolkata'), pytz.utc
        except ImportError:
            import zoneinfo
            fixed = dt.timezone(dt.timedelta(minutes=330))
            zone, utc = zoneinfo.ZoneInfo('Asia/Kolkata'), dt.timezone.utc
        local = zone.localize if hasattr(zone, 'localize') else lambda time: time.replace(tzinfo=zone)
        days = pd.date_range('2026-01-05', periods=4)
        S = lambda *items: pd.Series(list(items), dtype=object)
        types = lambda items: [(type(item), repr(item)) for item in items]
        def check(name, one, other):
            try:
                pd.testing.assert_frame_equal(one, other)
                for i in range(one.shape[1]):
                    assert one.dtypes.iloc[i] != object or types(one.iloc[:, i]) == types(other.iloc[:, i]), other
                assert types(one.columns) == types(other.columns), other.columns
                assert types(one.index.names) == types(other.index.names), other.index.names
                assert repr(one.attrs) == repr(other.attrs), other.attrs
            except AssertionError as e:
                print(name, e)
        """;

    private static final Map<String, String> FRAMES = new LinkedHashMap<>();

    static {
        FRAMES.put("fixed_index", "pd.DataFrame({'a': [1, 2, 3, 4]}, index=days.tz_localize(fixed))");
        FRAMES.put("fixed_column", "pd.DataFrame({'a': days.tz_localize(fixed)})");
        FRAMES.put("fixed_objects", "pd.DataFrame({'a': S(dt.datetime(2026, 1, 1, tzinfo=fixed), None)})");
        FRAMES.put(
                "zone_objects",
                "pd.DataFrame({'a': S(local(dt.datetime(2026, 1, 1, 9)), None,"
                        + " pd.Timestamp('2026', tz=zone), dt.datetime(2026, 1, 1, tzinfo=utc))})");
        FRAMES.put("half", "pd.DataFrame({'h': np.array([1, 65504, np.nan, 6e-8, 0.1, np.inf, -0.0], 'f2')})");
        FRAMES.put("half_big_endian", "pd.DataFrame({'h': np.array([1, 2.5, -3], '>f2')})");
        FRAMES.put(
                "unsigned", "pd.DataFrame({'u': np.array([2**63, 1, 2**64 - 1, 2**63 + 1], 'u8'), 'v': [1, 2, 3, 4]})");
        FRAMES.put("unsigned_nullable", "pd.DataFrame({'u': pd.array([2**63 + 1, None, 2], dtype='UInt64')})");
        FRAMES.put("unsigned_small", "pd.DataFrame({'u': np.array([2**63 - 1, 1], 'u8')})");
        FRAMES.put("unsigned_index", "pd.DataFrame({'a': [1, 2]}, index=np.array([2**63 + 1, 1], 'u8'))");
        FRAMES.put("surrogate", "pd.DataFrame({'s': S('\\ud800', 'b\\udfffé', None, 'c' + '\\ud800' * 9000)})");
        FRAMES.put("tuple_name", "pd.DataFrame({'a': [1]}, index=pd.Index([1], name=('x', 'y')))");
        FRAMES.put(
                "tuple_level",
                "pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples("
                        + "[('Close', 'A'), ('Close', 'B')], names=[None, ('x', 1)]))");
        FRAMES.put("ordered", "pd.DataFrame({'a': S(collections.OrderedDict(x=1), {'y': 2})})");
        FRAMES.put("long_span", "pd.DataFrame({'a': S(dt.timedelta(days=999999), None)})");
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void pandasFindsNothingChanged(List<String> pandas) throws IOException {
        StringBuilder make = new StringBuilder(START);
        StringBuilder check = new StringBuilder(START);
        FRAMES.forEach((name, frame) -> {
            make.append("(%s).to_pickle(sys.argv[1] + '/%s.pkl')\n".formatted(frame, name));
            check.append("read = [pd.read_pickle(sys.argv[1] + '/' + f + '%s.pkl') for f in ('', 'again_')]\n"
                    .formatted(name));
            check.append("check('%s', *read)\n".formatted(name));
        });
        Python.with(pandas).run(make.toString(), folder);
        for (String name : FRAMES.keySet()) {
            Dataset read = PandasPickle.read(folder.resolve(name + ".pkl"));
            assertThat(PandasPickle.write(read, folder.resolve("again_" + name + ".pkl")))
                    .isEmpty();
            assertThat(PandasPickle.excerpt(folder.resolve(name + ".pkl"), 1, 1).rows())
                    .isEqualTo(read.table().rowCount());
        }
        assertThat(Python.with(pandas).run(check.toString(), folder)).isEmpty();
    }

    @Test
    void numbersThatOnlyDoublesShowAreTold() throws IOException {
        make("unsigned.pkl", FRAMES.get("unsigned"));
        Dataset read = PandasPickle.read(folder.resolve("unsigned.pkl"));
        assertThat(read.table().doubleColumn("u").asList()).containsExactly(0x1p63, 1.0, 0x1p64, 0x1p63);
        assertThat(read.frame().aside().notes())
                .containsExactly("column 'u' has whole numbers above 9223372036854775807, shown as the nearest doubles;"
                        + " values that you do not change are saved exactly");
        read.table().doubleColumn("u").set(1, 7);
        assertThat(PandasPickle.write(read, folder.resolve("changed.pkl"))).isEmpty();
        assertThat(Python.with(Pandas.all().get(3))
                        .run(START + "print(*pd.read_pickle(sys.argv[1])['u'])", folder.resolve("changed.pkl")))
                .isEqualToIgnoringWhitespace("9223372036854775808 7 18446744073709551615 9223372036854775809");
    }

    @Test
    void aChangedHalfFloatStaysOneWhileItsBitsSuffice() throws IOException {
        make("half.pkl", "pd.DataFrame({'h': np.array([1, 2, 3], 'f2')})");
        Dataset read = PandasPickle.read(folder.resolve("half.pkl"));
        read.table().floatColumn("h").set(0, 0.333251953125f);
        assertThat(PandasPickle.write(read, folder.resolve("exact.pkl"))).isEmpty();
        read.table().floatColumn("h").set(0, 0.3f);
        assertThat(PandasPickle.write(read, folder.resolve("wider.pkl")))
                .containsExactly("column 'h' was changed: it is written as float32, and was float16");
    }

    @Test
    void aCollectionOfFramesIsNamedAsWhatItIs() {
        make("one.pkl", "{'AAPL': pd.DataFrame({'a': [1]})}");
        assertThat(readable("one.pkl", null)).isTrue();
        assertThat(readable("one.pkl", "AAPL")).isTrue();
        refused(
                "collections.OrderedDict(A=pd.DataFrame(), B=pd.DataFrame())",
                "this is an OrderedDict with 2 frames; choose one with --key: A, B");
        refused(
                "{('NSE', 1): pd.DataFrame(), pd.Timestamp('2026'): pd.DataFrame()}",
                "this is a dict with 2 frames; choose one with --key: ('NSE', 1), 2026-01-01 00:00:00");
        refused("(pd.DataFrame(), {'k': 1})", "this is a tuple with one frame; choose one with --key: 0");
        refused(
                "collections.defaultdict(list, a=pd.DataFrame())",
                "a defaultdict is not read; in Python: pandas.to_pickle(dict(pandas.read_pickle(FILE)), 'NEW.pkl')");
        refused(
                "{'NSE': {'A': pd.DataFrame()}}",
                "this is a dict of other collections; in Python:"
                        + " pandas.to_pickle(pandas.read_pickle(FILE)['NSE'], 'NEW.pkl')");
        refused(
                "days",
                "this is an index, not a DataFrame; in Python:"
                        + " pandas.read_pickle(FILE).to_frame().to_pickle('NEW.pkl')");
        refused("5", "this is a single value, not a DataFrame");
    }

    private boolean readable(String file, String key) {
        try {
            return PandasPickle.read(folder.resolve(file), key).table().rowCount() == 1;
        } catch (IOException e) {
            return false;
        }
    }

    private void refused(String value, String reason) {
        make("odd.pkl", value);
        assertThatThrownBy(() -> PandasPickle.read(folder.resolve("odd.pkl")))
                .isInstanceOf(PickleException.class)
                .hasMessageEndingWith(": " + reason);
    }

    private void make(String file, String value) {
        Python.with(Pandas.all().get(3))
                .run(START + "pd.to_pickle(%s, sys.argv[1])".formatted(value), folder.resolve(file));
    }
}
