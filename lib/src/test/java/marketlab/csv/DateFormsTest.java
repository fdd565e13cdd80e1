package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as they are written around the world, with the days that pandas gives with the right options. */
class DateFormsTest {

    @ParameterizedTest
    @CsvSource({
        "05.01.2026, 06.01.2026, 2026-01-05, 2026-01-06, day first",
        "05.01.26, 06.01.26, 2026-01-05, 2026-01-06, day first",
        "5. 1. 2026, 6. 1. 2026, 2026-01-05, 2026-01-06, day first",
        "05.01.2026 00:00:00.000, 05.01.2026 01:00:00.000, 2026-01-05, 2026-01-05T01:00, day first",
        "30/01/26, 02/02/26, 2026-01-30, 2026-02-02, day first",
        "30-01-26, 29-01-26, 2026-01-29, 2026-01-30, day first",
        "12/30/25, 01/02/26, 2025-12-30, 2026-01-02, month first",
    })
    void theYearIsLast(String one, String other, String first, String second, String said) throws IOException {
        CsvFiles file = CsvFiles.read("Date;Close\n" + one + ";1\n" + other + ";2\n");
        assertThat(file.texts("Date")).containsExactly(midnight(first), midnight(second));
        assertThat(file.said()).contains("dates " + said);
    }

    @Test
    void yearIsFirstWhereOnlyThenTheRowsAreSorted() throws IOException {
        CsvFiles file = CsvFiles.read("Date,Close\n26/01/30,1\n26/02/02,2\n26/02/03,3\n");
        assertThat(file.texts("Date")).containsExactly("2026-01-30T00:00", "2026-02-02T00:00", "2026-02-03T00:00");
        assertThat(file.said()).contains("dates year first");
    }

    @ParameterizedTest
    @CsvSource({"26/01/30, 26/01/29", "26.01.05, 26.01.06", "05/01/26, 06/01/26", "30/01/26, 30/01/26"})
    void shortYearThatMayBeFirstOrLastIsAskedFor(String one, String other) {
        assertThatThrownBy(() -> CsvFiles.read("Date,Close\n" + one + ",1\n" + other + ",2\n"))
                .hasMessageContaining("'" + one + "' in column 'Date' may begin with the day or the month")
                .hasMessageContaining("or ymd if it begins with the year");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05-Jan-2026|2026-01-05",
                "05-Jan-26|2026-01-05",
                "Jan 05, 2026|2026-01-05",
                "Jan-05-26|2026-01-05",
                "5 January 2026|2026-01-05",
                "2026-Jan-05|2026-01-05",
                "5. M\u00e4rz 2026|2026-03-05",
                "05 f\u00e9vr. 2026|2026-02-05",
                "05-dic-2026|2026-12-05",
                "2026\u5e741\u67085\u65e5|2026-01-05",
                "202601050930|2026-01-05T09:30",
                "20260105 09:30|2026-01-05T09:30",
                "20260105 093000123|2026-01-05T09:30:00.123",
                "2026-02-27 24:00:00|2026-02-28",
            })
    void dayMonthAndTimeAreRead(String text, String time) throws IOException {
        assertThat(CsvFiles.read("Date;Close\n" + text + ";1\n").texts("Date")).containsExactly(midnight(time));
    }

    @Test
    void wordsBehindTheTimeAreZonesAndAreTold() throws IOException {
        CsvFiles words = CsvFiles.read("Datetime,Close\n2026-03-06 15:30:00 EST,1\n2026-03-09 15:30:00 EDT,2\n");
        assertThat(words.texts("Datetime")).containsExactly("2026-03-06T20:30:00Z", "2026-03-09T19:30:00Z");
        assertThat(words.data().frame().aside().zone("Datetime")).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(words.said()).contains("EST as UTC-05:00, EDT as UTC-04:00");
        CsvFiles india = CsvFiles.read("Date,Time,Close\n2026-03-06,09:15 IST,1\n");
        assertThat(india.texts("Date")).containsExactly("2026-03-06T03:45:00Z");
        assertThat(india.said()).contains("IST as UTC+05:30");
        CsvFiles named = CsvFiles.read("Date,Close\n2026-01-06 09:30 America/New_York,1\n");
        assertThat(named.texts("Date")).containsExactly("2026-01-06T14:30:00Z");
        assertThat(named.data().frame().aside().zone("Date")).isEqualTo(ZoneId.of("America/New_York"));
        assertThatThrownBy(() -> CsvFiles.read("Date,Close\n2026-01-06 09:30 XYZ,1\n"))
                .hasMessageContaining("line 2: '2026-01-06 09:30 XYZ' in column 'Date' is not a date");
    }

    @Test
    void endOfADayBesideItsDateIsTheNextMidnight() throws IOException {
        assertThat(CsvFiles.read("Date,Time,Close\n2026-02-27,23:00,1\n2026-02-27,24:00,2\n")
                        .texts("Date"))
                .containsExactly("2026-02-27T23:00", "2026-02-28T00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "Month, 2025-01, 2025-02, 2025-02-01, months",
        "Month, Jan 2025, Feb 2025, 2025-02-01, months",
        "TIME_PERIOD, 2025M01, 2025M02, 2025-02-01, months",
        "'', 202501, 202502, 2025-02-01, months",
        "Quarter, 2025Q1, 2025Q2, 2025-04-01, quarters",
        "Date, Q1 2025, Q2 2025, 2025-04-01, quarters",
        "Year, 2024, 2025, 2025-01-01, years",
    })
    void periodIsItsFirstDay(String name, String one, String other, String day, String kind) throws IOException {
        CsvFiles file = CsvFiles.read(name + ",CPI\n" + one + ",1\n" + other + ",2\n");
        assertThat(file.texts(file.data().frame().index().get(0)).get(1)).isEqualTo(day + "T00:00");
        assertThat(file.said()).contains(kind + " as their first day");
    }

    @Test
    void yearBesideAMonthOrADateIsNoDate() throws IOException {
        assertThatThrownBy(() -> CsvFiles.read("Year,Month,CPI\n2025,1,1.5\n"))
                .hasMessageContaining("no column has dates");
        assertThat(CsvFiles.read("Date,Year,Close\n2025-01-06,2025,1.5\n").numbers("Year"))
                .containsExactly(2025);
        assertThatThrownBy(() -> CsvFiles.read("Date,Close\n2025-01-06,1\n2025,2\n2025-01-08,2\n"))
                .hasMessageContaining("line 3: '2025' in column 'Date' is not a date");
    }

    @Test
    void nasdaqsFileBeginsWithTheMonth() throws IOException {
        assertThat(CsvFiles.read("Date,Close/Last\n01/06/2026,$2\n01/05/2026,$1\n")
                        .texts("Date"))
                .containsExactly("2026-01-05T00:00", "2026-01-06T00:00");
    }

    @Test
    void refusalNamesTheCellThatIsWrong() {
        assertThatThrownBy(() -> CsvFiles.read("Date,Close\n2026-02-28,1\n2026-02-30,2\n"))
                .hasMessageContaining("line 3: '2026-02-30' in column 'Date' is not a date");
        assertThatThrownBy(() -> CsvFiles.read("Date,Close\n2026-01-05,1\n06/01/2026,2\n"))
                .hasMessageContaining("'06/01/2026' in column 'Date' may begin with the day or the month");
    }

    private static String midnight(String time) {
        return time.indexOf('T') < 0 ? time + "T00:00" : time;
    }
}
