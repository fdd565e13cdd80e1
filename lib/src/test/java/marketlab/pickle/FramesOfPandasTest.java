package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pandas pickled, Java loads and saves again, and pandas finds nothing changed. */
class FramesOfPandasTest {

    private static final List<String> VERSIONS = List.of("1.5.3", "2.1.4", "3.0.5");
    private static final List<String> OLD_VERSIONS = List.of("0.23.4", "0.25.3", "1.0.5");

    @TempDir
    Path folder;

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void everyKindInEveryProtocolSurvivesALoadAndASave(List<String> pandas) throws IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        Pandas.run(pandas, "make_frames.py", made);
        List<Path> pickles = Pandas.pickles(made);
        assertThat(pickles).hasSizeGreaterThan(240);
        for (Path pickle : pickles) {
            again(pickle, made);
        }
        assertThat(Pandas.run(pandas, "compare_frames.py", made, folder.resolve("again")))
                .isEqualToIgnoringWhitespace("" + pickles.size());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#laterThanTheFirst")
    void whatThreeVersionsWroteSurvivesALoadAndASave(List<String> pandas) throws IOException {
        int kept = 0;
        for (String version : VERSIONS) {
            for (Path pickle : Pandas.pickles(Pandas.RESOURCES.resolve(version))) {
                again(pickle, Pandas.RESOURCES);
                kept++;
            }
        }
        String compared = Pandas.run(pandas, "compare_frames.py", Pandas.RESOURCES, folder.resolve("again"));
        assertThat(compared).matches("\\d+\\s*");
        assertThat(Integer.parseInt(compared.trim())).isBetween(200, kept);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "pd.DataFrame({'a': [1.0, 2], 's': 'x', 'u': [uuid.uuid4(), None]})|column 'u': an object of class"
                        + " uuid.UUID|df['u'] = df['u'].astype(str)",
                "pd.DataFrame({'a': [1.0], 'p': [pathlib.PurePosixPath('/x')]})|column 'p': an object of class"
                        + " pathlib.PurePosixPath|df['p'] = df['p'].astype(str)",
                "pd.DataFrame({'a': [1.0]}, index=[uuid.uuid4()])|index: an object of class"
                        + " uuid.UUID|df.index = df.index.astype(str)",
                "pd.DataFrame({'l': pd.array([[1], None], dtype=pd.ArrowDtype(pyarrow.list_(pyarrow.int64())))})"
                        + "|column 'l': pyarrow's type list|df['l'] = df['l'].astype(object)",
                "pd.DataFrame({'a': [1.0, 2]}, index=np.array([1j, 2]))|index: dtype complex128|df.index ="
                        + " df.index.astype(str)"
            })
    void whatATableCannotHoldIsRefusedByItsPlaceAndDtypeWithTheCallThatMendsIt(
            String frame, String place, String mended) {
        Path file = folder.resolve("frame.pkl");
        Python.with(Python.PANDAS.get(4))
                .run(
                        "import sys, uuid, pathlib, pyarrow, numpy as np, pandas as pd; (" + frame
                                + ").to_pickle(sys.argv[1])",
                        file);
        assertThatThrownBy(() -> PandasPickle.read(file))
                .isInstanceOf(PickleException.class)
                .hasMessageEndingWith(": %s is not read; in pandas: %s".formatted(place, mended));
    }

    /** A pandas reads only some of what an older one wrote; whatever it reads is the same again. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("marketlab.pickle.Pandas#all")
    void whatPandasBefore11WroteSurvivesALoadAndASave(List<String> pandas) throws IOException {
        Path old = Pandas.RESOURCES.resolve("old");
        for (String version : OLD_VERSIONS) {
            for (Path pickle : Pandas.pickles(old.resolve(version))) {
                again(pickle, old);
            }
        }
        String compared = Pandas.run(pandas, "compare_frames.py", old, folder.resolve("again"));
        assertThat(compared).matches("\\d+\\s*");
        assertThat(Integer.parseInt(compared.trim())).isGreaterThan(40);
    }

    /** The values that a table shows, which the round trips above would not tell from those kept aside. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "f8|a|DOUBLE|1.0 2.0 -",
                "i8|a|LONG|1 2 3",
                "bool|a|BOOLEAN|true false true",
                "Int64|a|LONG|1 - 3",
                "Float64|a|DOUBLE|1.0 - 3.0",
                "boolean|a|BOOLEAN|true - false",
                "cat|a|STRING|x y -",
                "complex|a real|DOUBLE|0.0",
                "complex|a imag|DOUBLE|1.0",
                "dec_obj|a|DOUBLE|1.5 -",
                "interval|a|STRING|(0, 1] (1, 2] (2, 3]",
                "micols|c AAPL|DOUBLE|1.0",
                "micols|c MSFT|LONG|2",
                "objmix|a|STRING|1 x 2.5",
                "period|a|LOCAL_DATE_TIME|2024-01-01T00:00 2024-01-01T00:00 2024-01-01T00:00",
                "sparse|a|DOUBLE|0.0 0.0 1.0",
                "ts_obj|a|LOCAL_DATE_TIME|2024-01-01T00:00 -",
                "str|a|STRING|x y -",
                "str|b|STRING|x zé w",
                "string|a|STRING|x - z",
                "objstr|a|STRING|x y -",
                "dt|a|LOCAL_DATE_TIME|2024-01-01T00:00 2024-01-02T00:00 2024-01-03T00:00",
                "dt|b|LOCAL_DATE_TIME|- 2024-01-01T00:00 2024-01-02T00:00",
                "tzcol|a|INSTANT|2024-01-01T00:00:00Z 2024-01-02T00:00:00Z 2024-01-03T00:00:00Z",
                "tzcol|b|INSTANT|2024-01-01T05:00:00Z 2024-01-02T05:00:00Z 2024-01-03T05:00:00Z",
                "date_obj|a|LOCAL_DATE|2024-01-01 -",
                "i4f4|a|INTEGER|1 2 3",
                "i4f4|b|FLOAT|1.0 2.0 3.0",
                "i4f4|c|SHORT|1 2 3",
                "i4f4|d|SHORT|1 2 3",
                "fslice|a|DOUBLE|0.0 3.0 6.0 9.0",
                "fslice|c|DOUBLE|2.0 5.0 8.0 11.0",
                "intcols|1|DOUBLE|1.0 4.0",
                "cutcols|c|DOUBLE|5.0 8.0",
                "mixed|o|DOUBLE|1.0 2.0 3.0",
                "mixed|s|STRING|a b c",
                "mixed|h|DOUBLE|2.0 3.0 4.0",
                "series|s|DOUBLE|1.0 2.0 3.0",
                "multi|k|STRING|x x y",
                "multi|n|LONG|1 2 1",
                "strindex|index|STRING|x y",
                "f8index|index|DOUBLE|5.5 9.0",
                "utcidx|ts|INSTANT|2024-01-01T00:00:00Z 2024-01-02T00:00:00Z 2024-01-03T00:00:00Z"
            })
    void theTableHasTheValues(String kind, String column, String type, String values) throws IOException {
        for (String version : VERSIONS) {
            for (int protocol : List.of(2, 4, 5)) {
                var read = PandasPickle.read(Pandas.RESOURCES.resolve(version + "/" + kind + ".p" + protocol + ".pkl"))
                        .table()
                        .column(column);
                List<String> shown = new ArrayList<>();
                for (int i = 0; i < read.size(); i++) {
                    shown.add(read.isMissing(i) ? "-" : String.valueOf(read.get(i)));
                }
                assertThat(read.type().name()).as(version).isEqualTo(type);
                assertThat(String.join(" ", shown)).as(version).isEqualTo(values);
            }
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"range(2, 11, 3)", "pd.date_range('2024', periods=3, name='day')", "pd.Index([])"})
    void aFrameWithoutColumnsKeepsItsRows(String index) throws IOException {
        Path file = folder.resolve("frame.pkl");
        Path again = folder.resolve("again.pkl");
        String made = "import sys, pandas as pd; frame = pd.DataFrame(index=" + index + ")\n";
        Python.with(Python.PANDAS.get(3)).run(made + "frame.to_pickle(sys.argv[1])", file);
        Dataset read = PandasPickle.read(file);
        PandasPickle.write(read, again);
        Python.with(Python.PANDAS.get(3))
                .run(
                        made
                                + "pd.testing.assert_frame_equal(frame, pd.read_pickle(sys.argv[1]),"
                                + " check_column_type=False)",
                        again);
        long rows = index.contains("[]") ? 0 : 3;
        assertThat(PandasPickle.describe(file).rows()).isEqualTo(rows);
        assertThat(PandasPickle.excerpt(again, 1, 1).rows()).isEqualTo(rows);
        assertThat(read.summary()).startsWith(rows + " rows x ");
    }

    private static String kind(Path pickle) {
        return pickle.getFileName().toString().replaceAll("\\..*", "");
    }

    private void again(Path pickle, Path root) throws IOException {
        Path target = folder.resolve("again").resolve(root.relativize(pickle));
        Files.createDirectories(target.getParent());
        PandasPickle.write(PandasPickle.read(pickle), target);
        Path third = folder.resolve("third.pkl");
        PandasPickle.write(PandasPickle.read(target), third);
        assertThat(Files.mismatch(target, third))
                .as("what Java wrote of %s reads as what it was", pickle)
                .isEqualTo(-1);
    }
}
