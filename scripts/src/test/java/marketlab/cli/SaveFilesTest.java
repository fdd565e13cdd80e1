package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the user's own, saved: by their endings, many at once, from stdin, or only tried. */
class SaveFilesTest {

    private static final String BARS = "date,open,high,low,close,volume\n2026-01-05,1,2,0.5,1.5,100\n";

    @TempDir
    Path folder;

    private String out;
    private String err;

    @Test
    void folderIsSavedFileByFileAndWhatIsRefusedHasALine() throws IOException {
        Path files = Files.createDirectory(folder.resolve("in"));
        Files.writeString(files.resolve("NSE 50.CSV"), BARS);
        Files.writeString(files.resolve("b.tsv"), BARS.replace(',', '\t'));
        Files.writeString(files.resolve("broken.txt"), BARS + "2026-01-06,x,2,0.5,1.5,100\n");
        Files.writeString(files.resolve("readme.md"), "no data");
        Files.writeString(files.resolve("chart.png"), "no data");
        Files.createDirectory(files.resolve("older"));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(files.resolve("z.csv.gz")))) {
            gzip.write(BARS.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(mlab("save", files.toString(), "index/nse/history", "--params", "daily"))
                .isEqualTo(1);
        assertThat(out.lines().map(path -> path.replaceFirst(".*/\\d{8}_\\d{6}(~\\d+)?_", "")))
                .containsExactly("daily_NSE_50.pkl", "daily_b.pkl", "daily_z.pkl");
        assertThat(err)
                .startsWith("[" + files + "] left out: 1 folder (older), 2 files that are not .csv, .tsv, .txt or .pkl"
                        + " (chart.png, readme.md)\n")
                .contains("[" + files.resolve("b.tsv") + "] read as: tabs, 1 row\n")
                .endsWith("[" + files.resolve("broken.txt") + "] line 3: 'x' in column 'open' is not a number;"
                        + " correct or empty it\n3 saved, 1 refused\n");
        assertThat(mlab("list")).isZero();
        assertThat(out.lines()).hasSize(3);
    }

    @Test
    void severalFilesMayBeNamed() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), BARS);
        Path two = Files.writeString(folder.resolve("two.csv"), BARS);
        assertThat(mlab("save", one.toString(), two.toString(), "index/nse/history"))
                .isZero();
        assertThat(out.lines()).hasSize(2).last().asString().endsWith("_two.pkl");
        assertThat(err).endsWith("2 saved, 0 refused\n");
    }

    @Test
    void folderWithoutDataIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(mlab("save", empty.toString(), "index/nse/history")).isEqualTo(1);
        assertThat(err).contains("[" + empty + "] this folder has no .csv, .tsv, .txt or .pkl file");
    }

    @Test
    void dryRunShowsRowsTypesAndNameAndSavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), BARS + "2026-01-06,1,,0.5,1.5,100\n");
        assertThat(mlab("save", file.toString(), "index/nse/history", "--params", "daily", "--dry-run"))
                .isZero();
        assertThat(out)
                .contains(
                        "2026-01-06", "Date: time, the index\n", "High: number, 1 missing\n", "Volume: whole number\n")
                .containsPattern("would be saved as index/nse/history/\\d{8}_\\d{6}_daily\\.pkl \\(2 rows\\)\n$");
        assertThat(err).isEqualTo("[" + file + "] read as: commas, 2 rows\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void csvFileIsDescribedAsItWouldBeSaved() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), BARS);
        assertThat(mlab("describe", file.toString())).isZero();
        assertThat(out).startsWith(file + "\n1 row, index Date: datetime64").contains("without a checksum", "Volume");
        assertThat(err).isEqualTo("[" + file + "] read as: commas, 1 row\n");
    }

    @Test
    void showOfAFolderOfFilesSaysWhatToType() throws IOException {
        Path files = Files.createDirectory(folder.resolve("in"));
        Files.writeString(files.resolve("x.csv"), BARS);
        assertThat(mlab("show", files.toString())).isEqualTo(1);
        assertThat(err)
                .contains("[" + files + "] this is a folder; name one of its files, or type: mlab save " + files
                        + " DIR");
    }

    @Test
    void columnsNamedAsMetadataStayColumns() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.csv"),
                "date,version,seed,rows,source,market,model,close\n2026-01-05,1,2,3,a,b,c,4\n");
        assertThat(mlab("save", file.toString(), "index/nse/history")).isZero();
        String saved = out.strip();
        assertThat(mlab("show", saved, "--format", "csv")).isZero();
        assertThat(out)
                .isEqualTo("Date,version,seed,rows,source,market,model,Close\n2026-01-05T00:00:00.000,1,2,3,a,b,c,4\n");
        assertThat(mlab("describe", saved)).isZero();
        assertThat(out)
                .contains("source           x.csv", "market_type      nse")
                .doesNotContain("seed             2");
        assertThat(mlab("verify")).isZero();
    }

    @Test
    void stdinIsReadForAMinus() {
        InputStream stdin = System.in;
        try {
            System.setIn(new ByteArrayInputStream(BARS.getBytes(StandardCharsets.UTF_8)));
            assertThat(mlab("save", "-", "index/nse/history")).isZero();
            assertThat(out).contains("/index/nse/history/");
            System.setIn(new ByteArrayInputStream(BARS.getBytes(StandardCharsets.UTF_8)));
            assertThat(mlab("show", "-", "--format", "csv")).isZero();
            assertThat(out).startsWith("Date,Open,High,Low,Close,Volume\n2026-01-05");
        } finally {
            System.setIn(stdin);
        }
    }

    @Test
    void showSaysHowAFileWasUnderstoodAndTakesTheOptionsForIt() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "Date;Close\n05/01/2026;1,5\n");
        assertThat(mlab("show", file.toString())).isEqualTo(1);
        assertThat(err).contains("add --date-order dmy or --date-order mdy");
        assertThat(mlab("show", file.toString(), "--date-order", "dmy")).isZero();
        assertThat(out).contains("2026-01-05");
        assertThat(err).contains("read as: semicolons, a comma before decimals, 1 row");
        assertThat(mlab("show", file.toString(), "--date-format", "%d/%m/%Y")).isZero();
        assertThat(out).contains("2026-01-05");
    }

    @Test
    void firstRowsKeepNanosecondsAndOffsets() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.csv"),
                "date,x\n2026-01-05T09:15:00.123456789+05:30,1\n2026-01-05T09:15:01+05:30,2\n");
        assertThat(mlab("show", file.toString(), "--format", "csv", "--rows", "1"))
                .isZero();
        assertThat(out).isEqualTo("Date,x\n2026-01-05T09:15:00.123456789+05:30,1\n");
    }

    private int mlab(String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--storage", "local:" + folder.resolve("data")));
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int code =
                Mlab.run(new PrintWriter(output, true), new PrintWriter(errors, true), command.toArray(String[]::new));
        out = output.toString();
        err = errors.toString();
        return code;
    }
}
