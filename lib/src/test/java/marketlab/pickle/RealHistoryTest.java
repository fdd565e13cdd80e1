package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.Table;

/** Real prices go from a CSV through Java to pandas and back, and pandas finds what it reads from the CSV itself. */
@Tag("slow")
class RealHistoryTest {

    private static final Path CSV = Pandas.RESOURCES.resolve("sp500-2000.csv");
    private static final String SCRIPT = """
        import sys, pandas as pd
        csv, written, back = sys.argv[1:]
        expected = pd.read_csv(csv, parse_dates=['date'], float_precision='round_trip')
        expected['date'] = expected['date'].astype('datetime64[ns]')
        expected = expected.set_index('date')
        expected.attrs = {'version': '1.0', 'symbol': '^GSPC'}
        read = pd.read_pickle(written)
        pd.testing.assert_frame_equal(expected, read, check_exact=True)
        assert read.attrs == expected.attrs, read.attrs
        assert len(read) == 300
        expected.to_pickle(back)
        """;

    @TempDir
    Path folder;

    private static Dataset history() {
        Table table = Table.read().csv(CSV.toFile());
        DateColumn day = table.dateColumn("date");
        table.replaceColumn("date", day.atStartOfDay().setName("date"));
        table.replaceColumn(
                "volume", table.numberColumn("volume").asLongColumn().setName("volume"));
        return Dataset.of(table)
                .withIndex("date")
                .with(Metadata.EMPTY.with("version", "1.0").with("symbol", "^GSPC"));
    }

    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void pricesSurviveBothWays(List<String> pandas) throws IOException {
        Dataset history = history();
        Path written = folder.resolve("history.pkl");
        Path back = folder.resolve("back.pkl");
        PandasPickle.write(history, written);
        assertThat(Python.with(pandas).run(SCRIPT, CSV, written, back)).isEmpty();
        Dataset read = PandasPickle.read(back);
        assertThat(read.metadata()).isEqualTo(history.metadata());
        assertThat(read.frame().index()).containsExactly("date");
        assertThat(read.table().columnNames()).isEqualTo(history.table().columnNames());
        for (int i = 0; i < history.table().columnCount(); i++) {
            assertThat((Object) read.table().column(i).asObjectArray())
                    .isEqualTo(history.table().column(i).asObjectArray());
        }
    }
}
