package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketlab.dataset.Dataset;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

class CsvTest {

    /** The first year of the S&P 500's daily history in the npm package vega-datasets 3.2.1. */
    private static final Path SP500 = Project.root().resolve("lib/src/test/resources/marketlab/dataset/sp500-2000.csv");

    @TempDir
    Path folder;

    @Test
    void realHistoryHasDatesAsIndexAndExactNumbers() throws IOException {
        Dataset history = Csv.read(SP500);
        assertThat(history.table().rowCount()).isEqualTo(252);
        assertThat(history.table().columnNames())
                .containsExactly("Date", "Open", "High", "Low", "Close", "adjclose", "Volume");
        assertThat(history.frame().index()).containsExactly("Date");
        assertThat(history.table().dateTimeColumn("Date").get(0)).isEqualTo(LocalDateTime.of(2000, 1, 3, 0, 0));
        assertThat(history.table().doubleColumn("Close").get(0)).isEqualTo(1455.219971);
        assertThat(history.table().longColumn("Volume").get(251)).isEqualTo(1035500000L);
    }

    @Test
    void writtenAndReadAgainIsTheSame() throws IOException {
        StringWriter text = new StringWriter();
        Csv.write(Csv.read(SP500), text);
        Dataset back = read(text.toString());
        assertThat(back.table().printAll())
                .isEqualTo(Csv.read(SP500).table().setName("x.csv").printAll());
    }

    @Test
    void columnTypesFollowTheCells() throws IOException {
        Dataset data = read("""
            when,n,x,grouped,flag,word,gap,nothing
            2000-01-03,1,1.5,"1,23,456.50",true,a,1,
            2000-01-04,2,2,"7,890",False,,,NA
            """);
        assertThat(data.frame().index()).containsExactly("when");
        assertThat(data.table().types())
                .containsExactly(
                        ColumnType.LOCAL_DATE_TIME,
                        ColumnType.LONG,
                        ColumnType.DOUBLE,
                        ColumnType.DOUBLE,
                        ColumnType.BOOLEAN,
                        ColumnType.STRING,
                        ColumnType.DOUBLE,
                        ColumnType.DOUBLE);
        assertThat(data.table().doubleColumn("grouped").asDoubleArray()).containsExactly(123456.5, 7890);
        assertThat(data.table().doubleColumn("gap").asDoubleArray()).containsExactly(1, Double.NaN);
    }

    @Test
    void datesInTheUsualFormsAreFound() throws IOException {
        LocalDateTime day = LocalDateTime.of(2000, 1, 3, 0, 0);
        for (String text : new String[] {
            "2000-01-03",
            "2000/01/03",
            "3-Jan-2000",
            "03-JAN-2000",
            "20000103",
            "2000-01-03 00:00:00",
            "2000-01-03T00:00"
        }) {
            assertThat(read("close;date\n1;" + text + "\n")
                            .table()
                            .dateTimeColumn("Date")
                            .get(0))
                    .as(text)
                    .isEqualTo(day);
        }
    }

    @Test
    void timesWithAnOffsetAreMoments() throws IOException {
        Dataset zoned = read("Datetime,Close\n2026-01-01 09:15:00+05:30,1\n2026-01-01T03:46:00Z,2\n");
        assertThat(zoned.frame().index()).containsExactly("Datetime");
        assertThat(zoned.table().instantColumn("Datetime").asList())
                .containsExactly(Instant.parse("2026-01-01T03:45:00Z"), Instant.parse("2026-01-01T03:46:00Z"));
    }

    @Test
    void timesOfDayBesideTheDatesAreJoined() throws IOException {
        Dataset data = read("Date,Time,Close\n20260101,09:15,1\n20260101,9:16:30,2\n20260102,091500,3\n");
        assertThat(data.frame().index()).containsExactly("Date");
        assertThat(data.table().columnNames()).containsExactly("Date", "Close");
        assertThat(data.table().dateTimeColumn("Date").asList())
                .containsExactly(
                        LocalDateTime.of(2026, 1, 1, 9, 15),
                        LocalDateTime.of(2026, 1, 1, 9, 16, 30),
                        LocalDateTime.of(2026, 1, 2, 9, 15));
        assertRefused(
                "Date,Time,Close\n2026-01-01,09:15,1\n2026-01-01,09:75,2\n2026-01-01,09:16,2\n",
                "line 3: '09:75' in column 'Time' is not a time of day like 09:15; correct it, or rename");
    }

    @Test
    void timesBesideDatesThatHaveTheirOwnStayAColumn() throws IOException {
        assertThat(read("Date,Time\n2026-01-01 09:15,10:00\n").table().columnNames())
                .containsExactly("Date", "Time");
        assertThat(read("Time,Close\n2026-01-01 09:15,10\n").frame().index()).containsExactly("Date");
    }

    @Test
    void priceThatIsNoNumberIsAnErrorHoweverManyThereAre() {
        assertRefused(
                "Date,Close\n2026-01-01,abc\n2026-01-02,\n2026-01-04,4\n",
                "line 2: 'abc' in column 'Close' is not a number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date;close~2026-01-05;155,123~2026-01-06;155,456|155.123",
                "date;close;volume~2026-01-05;155,12;1.203.400~2026-01-06;155,4;900|155.12",
                "date;close~2026-01-05;1.155,123~2026-01-06;0,5|1155.123",
                "date;close~2026-01-05;155.123~2026-01-06;155.5|155.123",
                "date,close~2026-01-05,'155,123'~2026-01-06,'1,155,456'|155123",
                "date,close~2026-01-05,'155,12'~2026-01-06,'1155,4'|155.12",
                "date,close~2026-01-05,'2,54,725'~2026-01-06,'1,00,000'|254725"
            })
    void markBeforeDecimalsIsToldFromAllNumbersOfTheFile(String text, double first) throws IOException {
        Dataset data = read(text.replace('~', '\n').replace('\'', '"') + "\n");
        assertThat(((NumericColumn<?>) data.table().column("Close")).getDouble(0))
                .isEqualTo(first);
    }

    @Test
    void numbersThatReadBothWaysAreRefusedUntilTheMarkIsNamed() throws IOException {
        String tabs = "date\tclose\n2026-01-05\t155,123\n";
        assertRefused(tabs, "'155,123' may be a whole number or have decimals; add --decimal . or --decimal ,");
        assertThat(read(tabs, withDecimal(',')).table().doubleColumn("Close").get(0))
                .isEqualTo(155.123);
        assertThat(read(tabs, withDecimal('.')).table().longColumn("Close").get(0))
                .isEqualTo(155123);
        assertRefused(
                "date;close\n2026-01-05;24.010\n", "'24.010' may be a whole number or have decimals; add --decimal .");
        assertRefused(
                "date;a;b\n2026-01-05;1,5;1.5\n",
                "'1.5' has a decimal point and '1,5' a decimal comma; add --decimal . or --decimal ,");
    }

    @Test
    void quoteThatNeverClosesIsRefusedByItsLine() throws IOException {
        assertRefused(
                "date,close,note\n2026-01-05,1,a\n2026-01-06,2,\"5 inch\n2026-01-07,3,b\n2026-01-08,4,c\n",
                "line 3: a quote opens here, but does not close at the end of the cell; correct it");
        assertThat(read("date,close,note\n2026-01-05,1,\"two\nlines\"\n")
                        .table()
                        .stringColumn("note")
                        .get(0))
                .isEqualTo("two\nlines");
    }

    @Test
    void textWithCommasDoesNotDecideHowNumbersAreWritten() throws IOException {
        assertThat(read("date,legs,close\n2026-01-05,\"1,5\",1.5\n2026-01-06,long,2.5\n2026-01-07,short,2.5\n")
                        .table()
                        .doubleColumn("Close")
                        .get(0))
                .isEqualTo(1.5);
    }

    @Test
    void firstLineWithValuesIsKeptWhereTheColumnsAreNamed() throws IOException {
        CsvFormat named = new CsvFormat(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("ticker", "date", "close"));
        assertThat(read("AAPL,20260105,270.64\nAAPL,20260106,271.5\n", named)
                        .table()
                        .rowCount())
                .isEqualTo(2);
    }

    @Test
    void rowWithoutValuesIsNoLineOfNames() throws IOException {
        Dataset read = read("Symbol,Date,Close\nAAPL,,\nAAPL,2026-01-06,1.5\nAAPL,2026-01-07,1.6\n");
        assertThat(read.table().columnNames()).contains("Symbol").doesNotContain("AAPL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Volume USDT", "Issue Size", "Shares Issued", "Settle Price", "Updates", "update_id"})
    void numbersThatLookLikeTimesAreNumbersUnderOtherNames(String name) throws IOException {
        Table table = read("Date,%s\n2026-01-05,1406253000\n2026-01-06,1154180729\n".formatted(name))
                .table();
        assertThat(table.column(name)).isInstanceOf(NumericColumn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Time to maturity", "Lifetime High", "Sentiment Score"})
    void numbersThatLookLikeTimesOfDayStayAColumn(String name) throws IOException {
        Table table = read("Date,Close,%s\n2026-01-05,1.5,1015\n2026-01-06,1.6,1016\n".formatted(name))
                .table();
        assertThat(table.columnNames()).contains(name);
    }

    @Test
    void yearOfTwoDigitsIsAsInPython() throws IOException {
        assertThat(read("Date,Close\n30-Dec-69,1.5\n02-Jan-70,1.6\n")
                        .table()
                        .dateTimeColumn("Date")
                        .get(0))
                .isEqualTo(LocalDateTime.of(1969, 12, 30, 0, 0));
    }

    @Test
    void firstLineOfDataIsNoHeader() throws IOException {
        String bars = "2026-01-05,100,101,99,100.5,1200\n2026-01-06,100.5,102,100,101.5,1300\n";
        assertRefused(
                "2026-01-05,100.5,100,101,99,1200\n",
                "line 1: has values and no column names ('2026-01-05'); give the names, as --columns date,open");
        assertRefused("1499040000000,0.0163,0.8\n", "line 1: has values and no column names");
        Dataset named = read(
                bars,
                new CsvFormat(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("date", "open", "high", "low", "close", "volume")));
        assertThat(named.table().columnNames()).containsExactly("date", "open", "high", "low", "close", "volume");
        assertThat(named.table().rowCount()).isEqualTo(2);
        assertThat(read("Date,0,1\n2026-01-05,1,2\n").table().columnNames()).containsExactly("Date", "0", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAPL,2026-01-05,NA~AAPL,2026-01-06,1.5",
                "AAPL,05/01/2026,~AAPL,13/01/2026,1.5",
                "AAPL,NA,1.5~AAPL,2026-01-06,1.5",
                "BTCUSD,1735689600,93576.0~BTCUSD,1735689660,93656.1",
                "20260105,100,NA~20260106,101,5"
            })
    void firstLineOfDataInDisguiseIsNoHeader(String rows) {
        assertRefused(rows.replace('~', '\n') + "\n", "line 1: has values and no column names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,24000,24100~2026-01-05,1,2",
                ",24000,24100~2026-01-05,1,2",
                "Date,AAPL,NA~2026-01-05,1,2",
                "Date,1M,3M~2026-01-05,1,2",
                "Symbol,Date,2020~AAPL,2026-01-05,1"
            })
    void namesThatLookLikeValuesAreNames(String rows) throws IOException {
        Table table = read(rows.replace('~', '\n') + "\n").table();
        assertThat(table.rowCount()).isEqualTo(1);
        assertThat(table.columnNames().get(2)).isEqualTo(rows.split("[,~]")[2]);
    }

    @Test
    void columnsWithoutANameAndNamesThatAreReplacedAreTold() throws IOException {
        assertThat(CsvFiles.read("Date,Close,\n2026-01-05,1,2\n").said()).contains("no name above column 3");
        CsvFormat named = new CsvFormat(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of("date", "close"));
        assertThat(CsvFiles.read("x.csv", "Tag,Kurs\n2026-01-05,1\n".getBytes(StandardCharsets.UTF_8), named)
                        .said())
                .contains("line 1 replaced by the names given ('Tag Kurs')");
    }

    @ParameterizedTest
    @CsvSource({
        "14.2,12.75,0.142,IV in per cent divided by 100",
        "0.14,0.19,0.14,'IV as a fraction, too small for per cent'",
        "0.14,3.5,0.14,'IV as a fraction, too small for per cent'"
    })
    void unitOfVolatilityIsToldFromTheWholeChain(String call, String put, double read, String said) throws IOException {
        CsvFiles file = CsvFiles.read("OI,IV,LTP,STRIKE,LTP,IV,OI\n1,%s,5,24000,6,%s,2\n1,%s,5,24100,6,%s,2\n"
                .formatted(call, put, call, call));
        assertThat(file.numbers("CallIV")).containsExactly(read, read);
        assertThat(file.said()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "30-01-2026,02-02-2026,2026-01-30,2026-02-02,day first",
        "01/30/2026,02/02/2026,2026-01-30,2026-02-02,month first",
        "30.01.2026 15:30,02.02.2026 09:15,2026-01-30T15:30,2026-02-02T09:15,day first"
    })
    void dayOrMonthFirstIsToldFromTheWholeColumn(String one, String other, String day, String next, String said)
            throws IOException {
        List<String> notes = new ArrayList<>();
        Path file = Files.writeString(folder.resolve("x.csv"), "Date,Close\n" + one + ",1\n" + other + ",2\n");
        Dataset data = Csv.read(file, CsvFormat.TOLD_BY_FILE, notes::add);
        assertThat(data.table().dateTimeColumn("Date").asList())
                .extracting(time -> time.toString().replace("T00:00", ""))
                .containsExactly(day, next);
        assertThat(notes).containsExactly("read as: commas, dates " + said + ", 2 rows");
    }

    @Test
    void dayOrMonthIsAskedForWhereTheDatesAllowBoth() throws IOException {
        String text = "Date,Close\n05/01/2026,1\n06/01/2026,2\n";
        assertRefused(
                text, "'05/01/2026' in column 'Date' may begin with the day or the month; add --date-order dmy or");
        assertThat(read(text, withOrder(CsvFormat.DateOrder.DMY))
                        .table()
                        .dateTimeColumn("Date")
                        .get(0))
                .isEqualTo(LocalDateTime.of(2026, 1, 5, 0, 0));
        assertThat(read(text, withOrder(CsvFormat.DateOrder.MDY))
                        .table()
                        .dateTimeColumn("Date")
                        .get(0))
                .isEqualTo(LocalDateTime.of(2026, 5, 1, 0, 0));
    }

    @Test
    void textThatIsNotUtf8IsRefusedOrReadByItsNamedEncoding() throws IOException {
        Path file = folder.resolve("x.csv");
        Files.write(
                file, "Date,Name,Close\n2026-01-05,Soci\u00e9t\u00e9,100.5\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Csv.read(file))
                .hasMessage("[" + file
                        + "] line 2: is not UTF-8 text at byte 31; give its encoding, as --encoding"
                        + " windows-1252");
        CsvFormat latin = new CsvFormat(
                Optional.of(StandardCharsets.ISO_8859_1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertThat(Csv.read(file, latin, note -> {})
                        .table()
                        .stringColumn("Name")
                        .get(0))
                .isEqualTo("Soci\u00e9t\u00e9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkIsTakenAtItsWord(String encoding) throws IOException {
        Path file = folder.resolve("x.csv");
        Files.write(file, "\uFEFFDate;Name;Close\n2026-01-05;Z\u00fcrich;100,5\n".getBytes(Charset.forName(encoding)));
        Dataset data = Csv.read(file);
        assertThat(data.table().columnNames()).containsExactly("Date", "Name", "Close");
        assertThat(data.table().stringColumn("Name").get(0)).isEqualTo("Z\u00fcrich");
        assertThat(data.table().doubleColumn("Close").get(0)).isEqualTo(100.5);
    }

    @Test
    void columnNamedDateWinsOverAnEarlierOneWithDates() throws IOException {
        assertThat(read("settled,Date\n2000-01-05,2000-01-03\n").frame().index())
                .containsExactly("Date");
    }

    @Test
    void missingDateColumnIsAnErrorThatSaysWhatThereIs() {
        assertRefused(
                "open,close\n1,2\n",
                "no column has dates; name one 'date' with values like 2000-01-31 (there are: open, close)");
        assertRefused(
                "date,close\nx1/02/2003,2\n", "line 2: 'x1/02/2003' in column 'date' is not a date; write 2000-01-31");
    }

    @Test
    void brokenRowIsNamedByItsLine() {
        assertRefused("date,close\n2000-01-03,1\n2000-01-04\n", "line 3: has 1 cell, the header has 2; correct it");
        assertRefused("date,close\n2000-01-03,1\n2000-01-04,2,3\n", "line 3: has 3 cells");
        assertRefused(
                "date,close\n2000-01-03,1\n\n2000-01-04,12x\n2000-01-05,3\n",
                "line 4: '12x' in column 'close' is not a number; correct or empty it");
        assertRefused(
                "date,close\n2000-01-03,1\n2000-02-30,2\n2000-03-01,2\n",
                "line 3: '2000-02-30' in column 'date' is not a date like 2000-01-31; correct it, or remove the line");
    }

    @Test
    void emptyFilesAndDoubleNamesAreRefused() {
        assertRefused("", "is empty; its first line must name the columns");
        assertRefused("date,close\n", "has no rows below its header");
        assertRefused("date,close,Close\n2000-01-03,1,2\n", "line 1: column 'Close' is there twice");
        assertThatThrownBy(() -> Csv.read(folder.resolve("none.csv"))).isInstanceOf(NoSuchFileException.class);
    }

    private Dataset read(String text, CsvFormat format) throws IOException {
        return Csv.read(Files.writeString(folder.resolve("x.csv"), text), format, note -> {});
    }

    private static CsvFormat withDecimal(char mark) {
        return new CsvFormat(Optional.empty(), Optional.of(mark), Optional.empty(), Optional.empty(), List.of());
    }

    private static CsvFormat withOrder(CsvFormat.DateOrder order) {
        return new CsvFormat(Optional.empty(), Optional.empty(), Optional.of(order), Optional.empty(), List.of());
    }

    private Dataset read(String text) throws IOException {
        return Csv.read(Files.writeString(folder.resolve("x.csv"), text));
    }

    private void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CsvException.class)
                .hasMessageStartingWith("[" + folder.resolve("x.csv") + "] " + reason);
    }
}
