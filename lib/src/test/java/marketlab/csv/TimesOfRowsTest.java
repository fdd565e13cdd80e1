package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time of each row: none is lost, or made of digits, in silence. */
class TimesOfRowsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "NA", "#N/A"})
    void rowWithNumbersAndWithoutADateIsRefused(String cell) {
        assertThatThrownBy(() -> CsvFiles.read("Date,Close\n2026-01-05,1.5\n" + cell + ",1.6\n2026-01-07,1.7\n"))
                .hasMessageContaining(
                        "line 3: has numbers and no date in column 'Date'; fill in the date, or remove the line");
    }

    @Test
    void rowsWithoutADateAndWithoutNumbersAreKeptAndTold() throws IOException {
        CsvFiles file = CsvFiles.read("Symbol,Date,Close\nA,2026-01-05,1.5\n700,,\nA,-,NA\nA,2026-01-06,2\n");
        assertThat(file.texts("Date")).containsExactly("2026-01-05T00:00", "null", "null", "2026-01-06T00:00");
        assertThat(file.said())
                .contains("2 rows without a date and without numbers (first in line 3)", "'-' as missing in 1 cell");
    }

    @Test
    void missingDatesOfContractsAreKeptAndTheirMarksTold() throws IOException {
        CsvFiles file = CsvFiles.read("Date,Expiry,Close\n2026-01-05,2026-01-29,1\n2026-01-05,,1\n2026-01-05,-,1\n");
        assertThat(file.texts("Expiry")).containsExactly("2026-01-29T00:00", "null", "null");
        assertThat(file.said()).contains("'-' as missing in 1 cell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-"})
    void dayWithoutATimeBesideOthersThatHaveOneIsRefused(String cell) throws IOException {
        String rows = "\n2026-01-05,09:15,1.5\n2026-01-06," + cell + ",1.6\n2026-01-07,09:15,1.7\n";
        assertThatThrownBy(() -> CsvFiles.read("Date,Time,Close" + rows))
                .hasMessageContaining("line 3: has a date and no time of day in column 'Time'; fill in the time,"
                        + " or rename the column to keep it apart from the dates");
        assertThat(CsvFiles.read("Date,Clock,Close" + rows).texts("Clock")).containsExactly("09:15", cell, "09:15");
    }

    @ParameterizedTest
    @CsvSource({
        "930,1530,T09:30,T15:30,930 as 09:30",
        "0,1530,T00:00,T15:30,1530 as 15:30",
        "5,1530,T00:05,T15:30,5 as 00:05",
        "0930,1530,T09:30,T15:30,0930 as 09:30",
        "93000,153000,T09:30,T15:30,93000 as 09:30",
        "500,153001,T00:05,T15:30:01,500 as 00:05",
        "093000,153000,T09:30,T15:30,093000 as 09:30"
    })
    void timesOfDigitsAreJoinedWithTheDatesAndTold(String one, String other, String time, String next, String said)
            throws IOException {
        CsvFiles file = CsvFiles.read("date,time,close\n20260105," + one + ",1\n20260106," + other + ",2\n");
        assertThat(file.texts("Date")).containsExactly("2026-01-05" + time, "2026-01-06" + next);
        assertThat(file.said()).contains("'time' joined with the dates (" + said + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "34260", "0.395833", "1099"})
    void numbersThatAreNoTimesOfDayStayAColumnAndAreTold(String cell) throws IOException {
        CsvFiles file = CsvFiles.read("Date,Time,Close\n2026-01-05," + cell + ",1\n2026-01-06," + cell + ",2\n");
        assertThat(file.numbers("Time")).containsOnly(Double.parseDouble(cell));
        assertThat(file.said()).contains("'Time' not joined with the dates ('" + cell + "' may be no time of day)");
    }
}
