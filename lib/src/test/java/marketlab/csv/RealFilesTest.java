package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import marketlab.dataset.BarChecks;
import marketlab.dataset.TableText;
import marketlab.peer.Project;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.Test;

/** Files as people have them, with the values that are right. */
class RealFilesTest {

    private static final Path FILES = Project.root().resolve("lib/src/test/resources/marketlab/csv");

    @Test
    void warningsNameRowsByTheirDateWhereverItsColumnStands() throws IOException {
        assertThat(BarChecks.of(read("date_second.csv").data()))
                .contains("Date is before that of the row above in 1 of 3 rows, first in row 2: 2026-01-05");
    }

    @Test
    void oneDayAboveTwelveSaysThatAllDatesBeginWithTheDay() throws IOException {
        CsvFiles file = read("ddmmyyyy.csv");
        assertThat(file.texts("Date")).containsExactly("2026-01-30T00:00", "2026-02-02T00:00", "2026-02-03T00:00");
        assertThat(file.said()).isEqualTo("read as: commas, dates day first, 3 rows");
    }

    @Test
    void commaInAFileOfSemicolonsIsADecimalComma() throws IOException {
        CsvFiles file = read("euro_jpy3.csv");
        assertThat(file.numbers("Open")).containsExactly(155.123, 155.3);
        assertThat(file.said()).contains("semicolons, a comma before decimals");
    }

    @Test
    void nanosecondsAreKeptShownAndWritten() throws IOException {
        CsvFiles file = read("frac9.csv");
        StringWriter written = new StringWriter();
        Csv.write(file.data(), written);
        assertThat(written.toString()).contains("2026-01-05T09:15:00.123456789,100\n");
        assertThat(TableText.of(file.data(), 0)).contains("2026-01-05T09:15:00.123456789");
    }

    @Test
    void investingsLettersAndPerCentSignsAreNumbersNewestLast() throws IOException {
        CsvFiles file = read("investing.csv");
        assertThat(file.texts("Date")).containsExactly("2026-01-14T00:00", "2026-01-15T00:00", "2026-01-16T00:00");
        assertThat(file.numbers("Close")).containsExactly(24188.60, 24305.90, 24371.35);
        assertThat(file.numbers("Volume")).containsExactly(217_740, Double.NaN, 281_040_000);
        assertThat(file.numbers("Change %")).containsExactly(-0.31, 0.48, 0.27);
        assertThat(file.said())
                .contains("Price as Close", "dates month first", "217.74K as 217740")
                .endsWith("3 rows, sorted oldest first (the file is newest first)");
    }

    @Test
    void dayInAnOffsetStaysThisDay() throws IOException {
        CsvFiles file = read("kite_day.csv");
        assertThat(TableText.of(file.data(), 0)).contains("2026-06-08 00:00:00+05:30");
        assertThat(file.data().frame().aside().zone("Date")).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
        StringWriter written = new StringWriter();
        Csv.write(file.data(), written);
        assertThat(written.toString()).contains("2026-06-08T00:00:00+05:30,2170");
    }

    @Test
    void textInAnotherEncodingIsRefusedByItsLineUntilTheEncodingIsNamed() throws IOException {
        assertThatThrownBy(() -> read("latin1_cells.csv"))
                .hasMessageContaining("line 2: is not UTF-8 text at byte 31; give its encoding, as --encoding");
        CsvFormat latin = new CsvFormat(
                Optional.of(Charset.forName("windows-1252")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        byte[] bytes = Files.readAllBytes(FILES.resolve("latin1_cells.csv"));
        assertThat(CsvFiles.read("x.csv", bytes, latin).texts("Name")).contains("M\u00fcnchener");
    }

    @Test
    void metaTradersDateAndTimeAreOneColumn() throws IOException {
        CsvFiles file = read("mt5.csv");
        assertThat(file.texts("Date")).containsExactly("2026-01-05T00:00", "2026-01-05T00:01");
        assertThat(file.data().table().columnNames())
                .containsExactly("Date", "Open", "High", "Low", "Close", "TICKVOL", "Volume", "SPREAD");
    }

    @Test
    void barsWithoutNamesAreReadAsTheirPricesSay() throws IOException {
        CsvFiles file = read("noheader_iso.csv");
        assertThat(file.data().table().columnNames()).containsExactly("Date", "Open", "High", "Low", "Close", "Volume");
        assertThat(file.said()).contains("no header line, columns as in FirstRate Data");
    }

    @Test
    void nanosecondsOfPandasAreWrittenToCsv() throws IOException {
        StringWriter written = new StringWriter();
        Csv.write(PandasPickle.read(FILES.resolve("ns_to_csv.pkl")), written);
        assertThat(written.toString()).contains(".123456789").contains(".123999");
    }

    @Test
    void chainOfNseHasTheSpecificationsColumns() throws IOException {
        CsvFiles file = read("option-chain-ED-NIFTY-24-Feb-2026.csv");
        assertThat(file.data().frame().index()).isEmpty();
        assertThat(file.numbers("Strike")).containsExactly(24300, 24350, 24400);
        assertThat(file.texts("ExpiryDate")).containsOnly("2026-02-24T00:00");
        assertThat(file.numbers("CallPrice")).containsExactly(1012.35, Double.NaN, 915);
        assertThat(file.numbers("CallIV")).containsExactly(0.142, Double.NaN, 0.1275);
        assertThat(file.numbers("PutPrice")).containsExactly(3.2, 3.55, 4);
        assertThat(file.numbers("PutBidQuantity")).containsExactly(254_725, 12_350, 88_205);
        assertThat(file.numbers("PutOpenInterest")).containsExactly(98_345, 21_004, 121_871);
        assertThat(file.said()).contains("IV in per cent divided by 100", "ExpiryDate 2026-02-24 from the file's name");
    }

    @Test
    void threeHeaderLinesOfYfinanceAreNamesOfColumns() throws IOException {
        CsvFiles file = read("yf_multi.csv");
        assertThat(file.data().table().columnNames()).containsExactly("Date", "Close", "High", "Low", "Open", "Volume");
        assertThat(file.numbers("Close")).containsExactly(101.25, 102.1, 100.4);
        assertThat(file.said()).contains("3 header lines, of AAA");
    }

    private static CsvFiles read(String name) throws IOException {
        return CsvFiles.read(name, Files.readAllBytes(FILES.resolve(name)), CsvFormat.TOLD_BY_FILE);
    }
}
