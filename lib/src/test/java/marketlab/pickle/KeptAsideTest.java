package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.TableText;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** What a table cannot hold is written back while its column is what was read; a changed column wins. */
class KeptAsideTest {

    private static final String MAKE = """
        import sys, numpy as np, pandas as pd
        frame = pd.DataFrame({
            't': np.array(['2024-01-01T00:00:00.123456789', '2024-01-02T00:00:00.5'], 'M8[ns]'),
            's': pd.Series(['', None], dtype=object), 'u': np.array([1, 255], 'u1'),
            'c': pd.Categorical(['x', 'y'], categories=['z', 'y', 'x']),
            'o': pd.Categorical(['lo', 'hi'], categories=['lo', 'hi'], ordered=True),
            'n': pd.array([1, None], 'Int64'), 'f': [1.5, 2.5]},
            index=pd.date_range('2024-01-01', periods=2, freq='D', name='day', tz='America/New_York'))
        frame.attrs = {'seed': np.int64(7), 'pair': (1, 2)}
        frame.to_pickle(sys.argv[1])
        """;
    private static final String CHECK = """
        import sys, numpy as np, pandas as pd
        first, second = map(pd.read_pickle, sys.argv[1:3])
        %s
        pd.testing.assert_frame_equal(first, second, check_exact=not pd.__version__.startswith("1.1."))
        assert repr(first.attrs) == repr(second.attrs), second.attrs
        """;

    @TempDir
    Path folder;

    /** Lets Java change what pandas made; then pandas does the same and must find no difference. */
    private void check(List<String> pandas, Change change, String sameInPython) throws IOException {
        Path first = folder.resolve("first.pkl");
        Path second = folder.resolve("second.pkl");
        Python.with(pandas).run(MAKE, first);
        PandasPickle.write(change.made(PandasPickle.read(first)), second);
        assertThat(Python.with(pandas).run(CHECK.formatted(sameInPython), first, second))
                .isEmpty();
    }

    @Tag("slow")
    @Test
    void zonedTimesAreShownInTheirZone() throws IOException {
        Path first = folder.resolve("first.pkl");
        Python.with(Pandas.all().get(2)).run(MAKE, first);
        assertThat(TableText.of(PandasPickle.read(first), 0))
                .contains("2024-01-01 00:00:00-05:00", "2024-01-02 00:00:00-05:00");
    }

    private interface Change {
        Dataset made(Dataset dataset);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void changedColumnsWinAndTheOthersStayExact(List<String> pandas) throws IOException {
        check(
                pandas,
                dataset -> {
                    dataset.table().dateTimeColumn("t").set(0, LocalDateTime.of(2025, 1, 1, 0, 0));
                    dataset.table().stringColumn("s").set(1, "now");
                    dataset.table().shortColumn("u").set(0, (short) 7);
                    dataset.table().stringColumn("c").set(0, "new");
                    dataset.table().stringColumn("o").set(0, "hi");
                    dataset.table().longColumn("n").set(1, 9);
                    return dataset.with(dataset.metadata().with("seed", 8L));
                },
                """
                first['t'] = np.array(['2025-01-01', '2024-01-02T00:00:00.5'], 'M8[ns]')
                first['s'] = pd.Series([None, 'now'], dtype=object, index=first.index)
                first['u'] = np.array([7, 255], 'u1')
                first['c'] = pd.Categorical(['new', 'y'], categories=['z', 'y', 'x', 'new'])
                first['o'] = pd.Categorical(['hi', 'hi'], categories=['lo', 'hi'], ordered=True)
                first['n'] = pd.array([1, 9], 'Int64')
                first.attrs = {'seed': 8, 'pair': (1, 2)}
                """);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#oldestAndNewest")
    void aColumnThatNoLongerFitsItsKindIsWhatTheTableSays(List<String> pandas) throws IOException {
        check(
                pandas,
                dataset -> {
                    dataset.table().shortColumn("u").set(0, (short) 256);
                    dataset.table().stringColumn("o").set(0, "unknown");
                    dataset.table().replaceColumn("f", StringColumn.create("f", "a", "b"));
                    return dataset;
                },
                """
                first['u'] = np.array([256, 255], 'i2')
                first['o'] = np.array(['unknown', 'hi'], dtype=object)
                first['f'] = np.array(['a', 'b'], dtype=object)
                """);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#oldestAndNewest")
    void rowsAndColumnsComeAndGo(List<String> pandas) throws IOException {
        check(
                pandas,
                dataset -> dataset.with(dataset.table().first(1).addColumns(DoubleColumn.create("new", 1.0))),
                """
                first = first.iloc[:1].copy()
                first['s'] = pd.Series([None], dtype=object, index=first.index)
                first.index.freq = None
                second.index.freq = None
                first['new'] = [1.0]
                """);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#oldestAndNewest")
    void anotherIndexIsTaken(List<String> pandas) throws IOException {
        check(pandas, dataset -> dataset.withIndex("f"), """
            first.index.freq = None
            first = first.reset_index().set_index('f')
            first.attrs = {'seed': np.int64(7), 'pair': (1, 2)}
            """);
    }

    @Test
    void aColumnOfReadStringsCanBeChangedAsAnyOther() throws IOException {
        StringColumn strings = PandasPickle.read(Pandas.RESOURCES.resolve("2.1.4/str.p5.pkl"))
                .table()
                .stringColumn("b");
        assertThat(strings.isIn("x", "w")).containsExactly(0, 2);
        strings.append("new").appendMissing();
        strings.set(0, "first");
        assertThat(strings.asList()).containsExactly("first", "zé", "w", "new", "");
        assertThat(strings.countUnique()).isEqualTo(5);
        strings.sortDescending();
        assertThat(strings.asList()).containsExactly("zé", "w", "new", "first", "");
    }

    @Test
    void aColumnOfReadStringsCopiesAndFiltersAsAnyOther() throws IOException {
        StringColumn strings = PandasPickle.read(Pandas.RESOURCES.resolve("2.1.4/str.p5.pkl"))
                .table()
                .stringColumn("b");
        assertThat(strings.copy().asList()).containsExactly("x", "zé", "w");
        assertThat(strings.where(strings.isEqualTo("w")).asList()).containsExactly("w");
        assertThat(strings.lag(1).asList()).containsExactly("", "x", "zé");
        assertThat(strings.unique().asList()).containsExactlyInAnyOrder("x", "zé", "w");
    }
}
