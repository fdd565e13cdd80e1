package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import marketlab.dataset.Dataset;
import marketlab.peer.Project;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Files with several instruments or several frames, as a user names what is wanted of them. */
class FrameOptionsTest {

    private static final Path PICKLES = Project.root().resolve("lib/src/test/resources/marketlab/pickle");
    private static final String YFINANCE = PICKLES.resolve("real/yf_multi.pkl").toString();
    private static final String DICT = PICKLES.resolve("dict_of_frames.pkl").toString();

    @TempDir
    Path folder;

    private String out;
    private String err;

    @Test
    void oneTickerIsShownConvertedAndSavedAsPlainBars() throws IOException {
        assertThat(run("show", YFINANCE, "--ticker", "AAA", "--format", "csv")).isZero();
        assertThat(out).startsWith("Date,Open,High,Low,Close,Volume\n");
        Path csv = folder.resolve("one.csv");
        assertThat(run("convert", YFINANCE, csv.toString(), "--ticker", "AAA")).isZero();
        assertThat(Files.readString(csv)).startsWith("Date,Open,High,Low,Close,Volume\n");
        assertThat(run("save", YFINANCE, "index/aaa/history", "--ticker", "AAA", "--storage", "local:" + folder))
                .isZero();
        assertThat(run("describe", out.trim())).isZero();
        assertThat(out).contains("Close            float64").doesNotContain("AAA ");
    }

    @Test
    void anUnknownTickerIsToldWithThoseThatThereAre() {
        assertThat(run("show", YFINANCE, "--ticker", "ZZZ")).isEqualTo(2);
        assertThat(err).contains("there is no instrument 'ZZZ'; there are: AAA").hasLineCount(1);
    }

    @Test
    void aDictOfFramesListsItsKeysAndShowsTheOneOfAKey() {
        assertThat(run("show", DICT)).isOne();
        assertThat(err)
                .contains("this is a dict with 2 frames; choose one with --key: AAPL, MSFT")
                .hasLineCount(1);
        assertThat(run("show", DICT, "--key", "MSFT", "--format", "csv")).isZero();
        assertThat(out).contains("Close").contains("7");
        assertThat(run("describe", DICT, "--key", "MSFT")).isZero();
        assertThat(out).contains("1 row,", "Close            float64");
        assertThat(run("show", DICT, "--key", "IBM")).isOne();
        assertThat(err).contains("there is no frame 'IBM' in this file; there are: AAPL, MSFT");
    }

    @Test
    void whatIsShownAsTextAndWhatIsLeftOutIsToldInALineEach() {
        assertThat(run("show", PICKLES.resolve("2.1.4/objmix.p4.pkl").toString()))
                .isZero();
        assertThat(err).contains("column 'a' has objects of several classes, shown as text");
    }

    @Test
    void describeTellsWhatShowTells() {
        String mixed = PICKLES.resolve("2.1.4/objmix.p4.pkl").toString();
        assertThat(run("show", mixed)).isZero();
        String shown = err;
        assertThat(run("describe", mixed)).isZero();
        assertThat(err.lines()).hasSize(2);
        assertThat(shown).startsWith(err);
        assertThat(run("describe", YFINANCE, "--ticker", "AAA")).isZero();
        assertThat(err).isEmpty();
    }

    @Test
    void aKeyForASingleFrameIsToldToBeLeftOut() {
        assertThat(run("show", YFINANCE, "--key", "AAA")).isOne();
        assertThat(err)
                .contains("this file has a single frame and no keys; leave out --key")
                .hasLineCount(1);
    }

    @Test
    void diffAndGenerateTakeOneFrameAndOneTicker() {
        assertThat(run("diff", DICT, DICT, "--key", "MSFT")).isZero();
        assertThat(run("diff", YFINANCE, YFINANCE, "--ticker", "ZZZ")).isEqualTo(2);
        assertThat(err).contains("there is no instrument 'ZZZ'; there are: AAA");
        String storage = "local:" + folder;
        assertThat(run("generate", "index", "--from", YFINANCE, "--ticker", "AAA", "--storage", storage))
                .isEqualTo(2);
        assertThat(err).contains("at least 31 closes are needed here, the history has 4");
        assertThat(run("generate", "index", "--from", DICT, "--key", "IBM", "--storage", storage))
                .isOne();
        assertThat(err).contains("there is no frame 'IBM' in this file; there are: AAPL, MSFT");
    }

    @Test
    void infiniteNumbersThatJsonDoesNotHaveAreTold() throws IOException {
        Path pickle = folder.resolve("inf.pkl");
        DoubleColumn numbers = DoubleColumn.create("a", 1.5, Double.NEGATIVE_INFINITY);
        PandasPickle.write(Dataset.of(Table.create("t", numbers)), pickle);
        assertThat(run("show", pickle.toString(), "--format", "json")).isZero();
        assertThat(out).contains("null");
        assertThat(err).contains("1 infinite numbers are written as null, because JSON has none, in column 'a'");
        Path json = folder.resolve("inf.json");
        assertThat(run("convert", pickle.toString(), json.toString())).isZero();
        assertThat(err).contains("1 infinite numbers are written as null");
    }

    @Test
    void aFileThatIsNoPickleIsNamedAsWhatItIs() throws IOException {
        assertThat(said("")).contains("the file is empty");
        assertThat(said("<!DOCTYPE html><html>")).contains("this is a web page (HTML)");
        assertThat(said("Date,Close\n2026-01-01,5\n")).contains("if it is CSV, let its name end with .csv");
        assertThat(said("\0".repeat(257) + "ustar")).contains("this is a tar archive");
        assertThat(said("PAR1")).contains("pandas.read_parquet(FILE)");
        assertThat(said("\u0080\u0002cjoblib.numpy_pickle\nNumpyArrayWrapper\n"))
                .contains("joblib.load(FILE)");
    }

    private String said(String content) throws IOException {
        Path file = folder.resolve("file.pkl");
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);
        assertThat(run("show", file.toString())).isOne();
        assertThat(err).hasLineCount(1);
        return err;
    }

    private int run(String... arguments) {
        StringWriter answer = new StringWriter();
        StringWriter talk = new StringWriter();
        int code = Mlab.run(new PrintWriter(answer, true), new PrintWriter(talk, true), arguments);
        out = answer.toString();
        err = talk.toString();
        return code;
    }
}
