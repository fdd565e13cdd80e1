package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A changed frame keeps all that its table cannot hold, or says what it does not keep. Pandas changes it likewise. */
@Tag("slow")
class ChangedFramesTest {

    private static final String START = """
        import sys, datetime, decimal, numpy as np, pandas as pd
        D = decimal.Decimal
        days = pd.date_range('2026-01-05', periods=4, name='Date')
        def check(place, frame, same):
            try:
                pd.testing.assert_frame_equal(frame, same, **loose)
                for column in range(frame.shape[1]):
                    if frame.dtypes.iloc[column] == object:
                        one, two = (list(map(repr, f.iloc[:, column])) for f in (frame, same))
                        assert one == two, (one, two)
            except AssertionError as e:
                print(place, e)
        loose = {} if pd.__version__.startswith('1.1.') else {'check_freq': False}
        """;

    @TempDir
    Path folder;

    private interface Change {
        void of(Table table);
    }

    /** A frame of four rows, the same change in Java and in pandas, and what is told. */
    private record Case(String frame, Change java, String pandas, List<String> told) {
        Case(String frame, Change java, String pandas, String... told) {
            this(frame, java, pandas, List.of(told));
        }
    }

    private static final String LEVELS = "pd.DataFrame(np.arange(16.).reshape(4, 4), index=days, columns="
            + "pd.MultiIndex.from_product([['Close', 'Open'], %s], names=['Price', %s]))";
    private static final String DECIMALS =
            "pd.DataFrame({'a': [D('1.10'), D('0.1000000000000000000001'), None, D('2.50')], 'b': [1, 2, 3, 4]})";
    private static final String FINE =
            "pd.DataFrame({'t': np.array(['2026-01-01T00:00:00.000000001', '2026-01-01T00:00:00.000000002',"
                    + " 'NaT', '2026-01-03T00:00:00.000000003'], 'M8[ns]'), 'b': [1, 2, 3, 4]})";
    private static final String MONTHS =
            "pd.DataFrame({'m': pd.PeriodIndex(['2026-01', '2026-02', 'NaT', '2026-03'], freq='M')})";
    private static final String MIXED = "pd.DataFrame({'a': pd.Series([1, 'x', 2.5, None], dtype=object)})";

    private static final List<Case> CASES = List.of(
            new Case(
                    LEVELS.formatted("['AAPL', 'MSFT']", "'Ticker'"),
                    table -> table.addColumns(DoubleColumn.create("mean", 1.0, 2, 3, 4)),
                    "frame['mean'] = [1.0, 2, 3, 4]"),
            new Case(
                    LEVELS.formatted("['AAPL', 'MSFT']", "None"),
                    table -> table.addColumns(DoubleColumn.create("mean", 1.0, 2, 3, 4))
                            .removeColumns("Open AAPL"),
                    "del frame[('Open', 'AAPL')]; frame['mean'] = [1.0, 2, 3, 4]"),
            new Case(
                    LEVELS.formatted("[1, 2]", "'k'"),
                    table -> table.addColumns(DoubleColumn.create("mean", 1.0, 2, 3, 4)),
                    "frame['mean'] = [1.0, 2, 3, 4]"),
            new Case(
                    "pd.DataFrame(np.arange(8).reshape(4, 2))",
                    table -> table.addColumns(DoubleColumn.create("mean", 1.0, 2, 3, 4)),
                    "frame['mean'] = [1.0, 2, 3, 4]"),
            new Case("pd.DataFrame(np.arange(12).reshape(4, 3))", table -> table.removeColumns("1"), "del frame[1]"),
            new Case(DECIMALS, table -> table.doubleColumn("a").set(0, 7.5), "frame.loc[0, 'a'] = D('7.5')"),
            new Case(DECIMALS, table -> only(table, 1, 3), "frame = frame.iloc[[1, 3]].reset_index(drop=True)"),
            new Case(
                    FINE,
                    table -> table.dateTimeColumn("t").set(1, LocalDateTime.of(2026, 2, 1, 0, 0)),
                    "frame.loc[1, 't'] = pd.Timestamp('2026-02-01')"),
            new Case(FINE, table -> only(table, 2, 3), "frame = frame.iloc[[2, 3]].reset_index(drop=True)"),
            new Case(
                    FINE,
                    table -> only(table, 1, 3),
                    "frame = frame.iloc[[1, 3]].reset_index(drop=True)\n"
                            + "frame.loc[0, 't'] = pd.Timestamp('2026-01-01')",
                    "column 't' was changed: 1 of its values are written as the table has them, because several"
                            + " values of the file look the same in it"),
            new Case(
                    MONTHS,
                    table -> table.dateTimeColumn("m").set(0, LocalDateTime.of(1999, 12, 1, 0, 0)),
                    "frame.loc[0, 'm'] = pd.Period('1999-12', 'M')"),
            new Case(
                    MONTHS,
                    table -> table.dateTimeColumn("m").set(0, LocalDateTime.of(1999, 12, 2, 0, 0)),
                    "frame = pd.DataFrame({'m': frame['m'].dt.to_timestamp()})\n"
                            + "frame.loc[0, 'm'] = pd.Timestamp('1999-12-02')\n"
                            + "frame['m'] = frame['m'].astype('M8[ns]')",
                    "column 'm' was changed: it is written as datetime64[ns], and was period[M]"),
            new Case(MIXED, table -> table.stringColumn("a").set(1, "new"), "frame.loc[1, 'a'] = 'new'"),
            new Case(
                    "pd.DataFrame({'a': pd.Series([datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)] * 4,"
                            + " dtype=object)})",
                    table -> table.instantColumn("a").set(0, Instant.parse("2026-02-01T00:00:00Z")),
                    "frame.loc[0, 'a'] = None; frame['a'] = frame['a'].astype(object)\n"
                            + "frame.at[0, 'a'] = datetime.datetime(2026, 2, 1, tzinfo=datetime.timezone.utc)"),
            new Case(
                    "pd.DataFrame({'t': pd.Series([datetime.time(9, 15, 0, 1), None, float('nan'),"
                            + " datetime.time(9)], dtype=object)})",
                    table -> only(table, 0, 3),
                    "frame = frame.iloc[[0, 3]].reset_index(drop=True)"),
            new Case(
                    "pd.DataFrame({'c': pd.interval_range(0, 4)})",
                    table -> only(table, 0, 3),
                    "frame = frame.iloc[[0, 3]].reset_index(drop=True)"),
            new Case(
                    "pd.DataFrame({'c': pd.interval_range(0, 4)})",
                    table -> table.stringColumn("c").set(0, "(7, 8]"),
                    "frame = pd.DataFrame({'c': ['(7, 8]', '(1, 2]', '(2, 3]', '(3, 4]']})",
                    "column 'c' was changed: it is written as str, and was interval[int64, right]"),
            new Case(
                    "pd.DataFrame({'v': np.array([1, 2, 3, -2**63])})",
                    table -> table.longColumn("v").set(0, 9),
                    "frame['v'] = pd.array([9, 2, 3, None], 'Int64')",
                    "column 'v' was changed: its values are written as the table has them",
                    "column 'v' was changed: it is written as Int64, and was int64"),
            new Case(
                    "pd.DataFrame({'v': [1, 2, 3, 4]}, index=range(10, 50, 10))",
                    table -> only(table, 0, 2),
                    "frame = frame.iloc[[0, 2]].reset_index(drop=True)",
                    "rows were added or removed: they are numbered from 0 to 1, and were 10 to 50 by 10"),
            new Case(
                    "pd.DataFrame({'s': pd.Series(['', None, float('nan'), 'x'], dtype=object)})",
                    table -> table.stringColumn("s").set(3, "y"),
                    "frame.loc[3, 's'] = 'y'"),
            new Case(
                    "pd.DataFrame({'f': [1.0, 2, 3, 4]})",
                    table -> table.replaceColumn("f", StringColumn.create("f", "a", "b", "c", "d")),
                    "frame = pd.DataFrame({'f': ['a', 'b', 'c', 'd']})"));

    private static void only(Table table, int... rows) {
        Table some = table.rows(rows);
        table.clear();
        table.append(some);
    }

    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#oldestAndNewest")
    void pandasFindsTheSameChange(List<String> pandas) throws IOException {
        make(pandas);
        StringBuilder script = new StringBuilder(START);
        for (int i = 0; i < CASES.size(); i++) {
            Case one = CASES.get(i);
            Dataset read = PandasPickle.read(folder.resolve(i + ".pkl"));
            assertThat(PandasPickle.write(read, folder.resolve("same.pkl"))).isEmpty();
            one.java.of(read.table());
            Path changed = folder.resolve("changed" + i + ".pkl");
            assertThat(PandasPickle.write(read, changed)).as(one.frame).isEqualTo(one.told);
            assertThat(PandasPickle.read(changed).table().columnNames())
                    .isEqualTo(read.table().columnNames());
            script.append("frame = %s\n%s\n".formatted(one.frame, one.pandas));
            script.append("check(%s, frame, pd.read_pickle(sys.argv[1] + '/changed%s.pkl'))\n".formatted(i, i));
        }
        assertThat(Python.with(pandas).run(script.toString(), folder)).isEmpty();
    }

    private void make(List<String> pandas) {
        StringBuilder script = new StringBuilder(START);
        for (int i = 0; i < CASES.size(); i++) {
            script.append("(%s).to_pickle(sys.argv[1] + '/%s.pkl')\n".formatted(CASES.get(i).frame, i));
        }
        Python.with(pandas).run(script.toString(), folder);
    }
}
