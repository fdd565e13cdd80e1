package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell means, and that nothing of it is changed or guessed without a word. */
class CsvCellRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"(1,234.50)\"|-1234.5",
                "Rs. 12.5|12.5",
                "\u20ac12.50|12.5",
                "12.50 \u20ac|12.5",
                "-$3.50|-3.5",
                "$-3.50|-3.5",
                "24'371.35|24371.35",
                "24 371.35|24371.35",
                "1.5k|1500",
                "+2.5|2.5",
                "1.5e3|1500",
                "-inf|-Infinity"
            })
    void numberIsReadWithWhatStandsAroundIt(String cell, double value) throws IOException {
        assertThat(CsvFiles.read("date,x,y\n2026-01-05," + cell + ",1.5\n").numbers("x"))
                .containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3M", "1.2.3", "12:30", "A1", "5%5", "--5", "1,2,3", "$", "M"})
    void otherCellsAreText(String cell) throws IOException {
        assertThat(CsvFiles.read("date,x\n2026-01-05,\"" + cell + "\"\n").texts("x"))
                .containsExactly(cell);
    }

    @Test
    void quotedNumberThatReadsBothWaysIsRefused() {
        assertThatThrownBy(() -> CsvFiles.read("date,close\n2026-01-05,\"155,123\"\n"))
                .hasMessageContaining("'155,123' may be a whole number or have decimals; add --decimal");
    }

    @Test
    void numberBeyondADoubleIsRefusedByItsLine() {
        assertThatThrownBy(() -> CsvFiles.read("date,x\n2026-01-05,1e400\n2026-01-06,2\n"))
                .hasMessageContaining("line 2: '1e400' in column 'x' is larger than the largest number");
    }

    @Test
    void columnThatTurnsIntoTextIsToldWithItsCell() throws IOException {
        CsvFiles file = CsvFiles.read("date,close,score\n2026-01-05,1,5\n2026-01-06,2,ex-div\n2026-01-07,3,7\n");
        assertThat(file.texts("score")).containsExactly("5", "ex-div", "7");
        assertThat(file.said()).contains("column 'score' as text ('ex-div' in line 3 is not a number)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000001", "12345678901234567890"})
    void digitsThatANumberWouldLoseStayText(String code) throws IOException {
        CsvFiles file = CsvFiles.read("date,code\n2026-01-05," + code + "\n2026-01-06,600519\n");
        assertThat(file.texts("code")).containsExactly(code, "600519");
        assertThat(file.said())
                .contains("column 'code' as text ('" + code + "' in line 2 would lose digits as a number)");
    }

    @Test
    void marksOfMissingNumbersAreTextInAColumnOfText() throws IOException {
        CsvFiles file = CsvFiles.read("date,ticker,x\n2026-01-05,NA,-\n2026-01-06,AAPL,2\n");
        assertThat(file.texts("ticker")).containsExactly("NA", "AAPL");
        assertThat(file.numbers("x")).containsExactly(Double.NaN, 2);
        assertThat(file.said()).contains("'-' as missing");
    }

    @Test
    void controlCharactersAndQuotedBlanksAreKept() throws IOException {
        CsvFiles file = CsvFiles.read("date,a,b\n2026-01-05,\u0001abc\u0002,\" two  \"\n");
        assertThat(file.texts("a")).containsExactly("\u0001abc\u0002");
        assertThat(file.texts("b")).containsExactly(" two  ");
        StringWriter written = new StringWriter();
        Csv.write(file.data(), written);
        CsvFiles back = CsvFiles.read(written.toString());
        assertThat(back.texts("a")).containsExactly("\u0001abc\u0002");
        assertThat(back.texts("b")).containsExactly(" two  ");
    }

    @Test
    void lineThatBeginsWithAHashIsARow() throws IOException {
        assertThat(CsvFiles.read("name,date,x\n#1,2026-01-05,1\n").texts("name"))
                .containsExactly("#1");
    }

    @ParameterizedTest
    @CsvSource({
        "5-Jan-26,2026-01-05T00:00",
        "05JAN2026,2026-01-05T00:00",
        "5 January 2026,2026-01-05T00:00",
        "'Mon, 5 Jan 2026',2026-01-05T00:00",
        "2026-Jan-05,2026-01-05T00:00",
        "2026/1/5,2026-01-05T00:00",
        "2026.01.05 09:15,2026-01-05T09:15",
        "20260105T091500,2026-01-05T09:15",
        "20260105091500,2026-01-05T09:15",
        "2026-01-05T09:15:00.123456789Z,2026-01-05T09:15:00.123Z",
        "2026-01-05 09:15:00 UTC,2026-01-05T09:15:00Z",
        "'Mon Jan 05 2026 09:15:00 GMT+0530 (India Standard Time)',2026-01-05T03:45:00Z"
    })
    void datesInTheFormsOfProgramsAreRead(String cell, String time) throws IOException {
        assertThat(CsvFiles.read("date;x\n" + cell + ";1\n").texts("Date")).containsExactly(time);
    }

    @Test
    void yearOfTwoDigitsNeedsTheOrderUnlessTheDatesSayIt() throws IOException {
        assertThatThrownBy(() -> CsvFiles.read("date,x\n05/01/26,1\n06/01/26,2\n"))
                .hasMessageContaining("add --date-order dmy or --date-order mdy, or ymd if it begins with the year");
        CsvFiles file = CsvFiles.read("date,x\n31/01/70,1\n05/01/26,2\n");
        assertThat(file.texts("Date")).containsExactly("1970-01-31T00:00", "2026-01-05T00:00");
    }

    @ParameterizedTest
    @CsvSource({"%d|%m|%Y %H.%M,05|01|2026 09.15", "dd|MM|uuuu HH.mm,05|01|2026 09.15", "%Y%j %H.%M,2026005 09.15"})
    void unusualFormOfDatesCanBeNamed(String form, String cell) throws IOException {
        byte[] bytes = ("date,x\n" + cell + ",1\n").getBytes(StandardCharsets.UTF_8);
        assertThat(CsvFiles.read("x.csv", bytes, CsvFiles.withDateFormat(form)).texts("Date"))
                .containsExactly("2026-01-05T09:15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d.%m", "hello", "%Q", "HH:mm"})
    void formWithoutADateIsRefused(String form) {
        assertThatThrownBy(() -> CsvFiles.withDateFormat(form))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the date format '" + form + "'");
    }

    @Test
    void gzipIsUnpackedWhateverItsName() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("date,close\n2026-01-05,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CsvFiles.read("x", packed.toByteArray(), CsvFormat.TOLD_BY_FILE)
                        .numbers("Close"))
                .containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'<!DOCTYPE html><html>',is a web page (HTML)",
        "'PK\u0003\u0004xx',is a zip file or an Excel workbook",
        "'a,b\n1,\u0000',line 2: has a zero byte"
    })
    void otherFilesAreNamedAsWhatTheyAre(String content, String problem) {
        assertThatThrownBy(() -> CsvFiles.read(content))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void someDatesWithAndSomeWithoutAnOffsetAreRefused() {
        assertThatThrownBy(() -> CsvFiles.read("date,x\n2026-01-05T09:15Z,1\n2026-01-05T09:16,2\n"))
                .hasMessageContaining("line 3: '2026-01-05T09:16' in column 'date' differs from the others");
    }

    @Test
    void orderOfOneColumnOfDatesHoldsForTheOthersOfTheFile() throws IOException {
        CsvFiles file = CsvFiles.read("Date,ExpiryDate,Close\n13/01/2026,05/02/2026,1\n");
        assertThat(file.texts("ExpiryDate")).containsExactly("2026-02-05T00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.CSV", "a.tsv", "b.Txt", "c.csv.gz", "C.TSV.GZ", "d.csv.zst", "e.XLSX"})
    void namesOfCsvFilesEndSoInAnyCase(String name) {
        assertThat(Csv.isCsv(name)).isTrue();
        assertThat(Csv.isCsv(name + ".pkl")).isFalse();
    }
}
