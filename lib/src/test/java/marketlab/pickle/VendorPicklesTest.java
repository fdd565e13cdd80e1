package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.Instrument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.columns.Column;

/** Pickles of the kinds that data vendors, brokers and databases provide. */
class VendorPicklesTest {

    private static final Path REAL = Pandas.RESOURCES.resolve("real");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "arrow|Close|DOUBLE|101.0 102.5 101.5 100.5",
                "arrow|Volume|LONG|1200 1300 1250 1100",
                "arrow|s|STRING|a b - d",
                "arrow|Date|LOCAL_DATE_TIME|2026-01-05T00:00 2026-01-06T00:00 2026-01-07T00:00 2026-01-08T00:00",
                "cut_category|bucket|STRING|(100, 101] (102, 103] (101, 102] (100, 101]",
                "decimal|Close|DOUBLE|101.0 102.5 101.5 100.5",
                "pandas025_freq|Date|LOCAL_DATE_TIME|2026-01-05T00:00 2026-01-06T00:00 2026-01-07T00:00"
                        + " 2026-01-08T00:00",
                "transposed_object|Open|DOUBLE|100.0 101.0",
                "transposed_object|Close|DOUBLE|101.0 102.0",
                "transposed_object|Sym|STRING|x y",
                "yf_multi|Close AAA|DOUBLE|101.0 102.5 101.5 100.5"
            })
    void theTableHasTheValues(String file, String column, String type, String values) throws IOException {
        Column<?> read = read(file).table().column(column);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            shown.add(read.isMissing(i) ? "-" : String.valueOf(read.get(i)));
        }
        assertThat(read.type().name()).isEqualTo(type);
        assertThat(String.join(" ", shown)).isEqualTo(values);
    }

    @Test
    void oneTickerIsTakenAsPlainBars() throws IOException {
        Dataset one = Instrument.of(read("yf_multi"), "aaa");
        assertThat(one.table().columnNames()).containsExactly("Date", "Open", "High", "Low", "Close", "Volume");
        assertThat(one.frame().index()).containsExactly("Date");
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void pandasFindsNothingChanged(List<String> pandas) throws IOException {
        for (Path file : Pandas.pickles(REAL)) {
            PandasPickle.write(PandasPickle.read(file), folder.resolve(file.getFileName()));
        }
        assertThat(Pandas.run(pandas, "compare_frames.py", REAL, folder)).matches("[1-7]\\s*");
    }

    private static Dataset read(String file) throws IOException {
        return PandasPickle.read(REAL.resolve(file + ".pkl"));
    }
}
