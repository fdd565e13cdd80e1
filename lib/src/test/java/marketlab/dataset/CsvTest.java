package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;

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
                .containsExactly("date", "open", "high", "low", "close", "adjclose", "volume");
        assertThat(history.frame().index()).containsExactly("date");
        assertThat(history.table().dateTimeColumn("date").get(0)).isEqualTo(LocalDateTime.of(2000, 1, 3, 0, 0));
        assertThat(history.table().doubleColumn("close").get(0)).isEqualTo(1455.219971);
        assertThat(history.table().longColumn("volume").get(251)).isEqualTo(1035500000L);
    }

    @Test
    void writtenAndReadAgainIsTheSame() throws IOException {
        StringWriter text = new StringWriter();
        Csv.write(Csv.read(SP500), text);
        Dataset back = read(text.toString());
        assertThat(back.table().printAll()).isEqualTo(Csv.read(SP500).table().setName("x.csv").printAll());
    }

    @Test
    void columnTypesFollowTheCells() throws IOException {
        Dataset data = read("""
                when,n,x,grouped,flag,word,gap,nothing
                2000-01-03,1,1.5,"1,23,456.50",true,a,1,
                2000-01-04,2,2,"7,890",False,,,NA
                """);
        assertThat(data.frame().index()).containsExactly("when");
        assertThat(data.table().types()).containsExactly(
                ColumnType.LOCAL_DATE_TIME, ColumnType.LONG, ColumnType.DOUBLE, ColumnType.DOUBLE, ColumnType.BOOLEAN,
                ColumnType.STRING, ColumnType.DOUBLE, ColumnType.DOUBLE);
        assertThat(data.table().doubleColumn("grouped").asDoubleArray()).containsExactly(123456.5, 7890);
        assertThat(data.table().doubleColumn("gap").asDoubleArray()).containsExactly(1, Double.NaN);
    }

    @Test
    void datesInTheUsualFormsAreFound() throws IOException {
        LocalDateTime day = LocalDateTime.of(2000, 1, 3, 0, 0);
        for (String text : new String[] {"2000-01-03", "2000/01/03", "3-Jan-2000", "03-JAN-2000", "20000103", "2000-01-03 00:00:00",
            "2000-01-03T00:00"}) {
            assertThat(read("close;date\n1;" + text + "\n").table().dateTimeColumn("date").get(0)).as(text).isEqualTo(day);
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
        assertThat(data.table().dateTimeColumn("Date").asList()).containsExactly(
                LocalDateTime.of(2026, 1, 1, 9, 15), LocalDateTime.of(2026, 1, 1, 9, 16, 30), LocalDateTime.of(2026, 1, 2, 9, 15));
        assertRefused("Date,Time,Close\n2026-01-01,09:15,1\n2026-01-01,09:75,2\n2026-01-01,09:16,2\n",
                "line 3: '09:75' in column 'Time' is not a time of day like 09:15; correct or empty it");
    }

    @Test
    void timesBesideDatesThatHaveTheirOwnStayAColumn() throws IOException {
        assertThat(read("Date,Time\n2026-01-01 09:15,10:00\n").table().columnNames()).containsExactly("Date", "Time");
        assertThat(read("Time,Close\n2026-01-01 09:15,10\n").frame().index()).containsExactly("Time");
    }

    @Test
    void priceThatIsNoNumberIsAnErrorHoweverManyThereAre() {
        assertRefused("Date,Close\n2026-01-01,abc\n2026-01-02,\n2026-01-04,4\n", "line 2: 'abc' in column 'Close' is not a number");
        assertRefused("Date;Close\n2026-01-01;1,5\n", "line 2: '1,5' in column 'Close' is not a number");
    }

    @Test
    void columnNamedDateWinsOverAnEarlierOneWithDates() throws IOException {
        assertThat(read("settled,Date\n2000-01-05,2000-01-03\n").frame().index()).containsExactly("Date");
    }

    @Test
    void missingDateColumnIsAnErrorThatSaysWhatThereIs() {
        assertRefused("open,close\n1,2\n",
                "no column has dates; name one 'date' with values like 2000-01-31 (there are: open, close)");
        assertRefused("date,close\n01/02/2003,2\n",
                "'01/02/2003' in column 'date' is no date that reads in one way; write 2000-01-31");
    }

    @Test
    void brokenRowIsNamedByItsLine() {
        assertRefused("date,close\n2000-01-03,1\n2000-01-04\n", "line 3: has 1 cells, the header has 2; correct it");
        assertRefused("date,close\n2000-01-03,1\n2000-01-04,2,3\n", "line 3: has 3 cells");
        assertRefused("date,close\n2000-01-03,1\n\n2000-01-04,12x\n2000-01-05,3\n",
                "line 4: '12x' in column 'close' is not a number; correct or empty it");
        assertRefused("date,close\n2000-01-03,1\n2000-02-30,2\n2000-03-01,2\n",
                "line 3: '2000-02-30' in column 'date' is not a date like 2000-01-31; correct or empty it");
    }

    @Test
    void emptyFilesAndDoubleNamesAreRefused() {
        assertRefused("", "is empty; its first line must name the columns");
        assertRefused("date,close\n", "has no rows below its header");
        assertRefused("date,close,Close\n2000-01-03,1,2\n", "line 1: column 'Close' stands twice");
        assertThatThrownBy(() -> Csv.read(folder.resolve("none.csv"))).isInstanceOf(NoSuchFileException.class);
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
