package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.peer.Project;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.LongColumn;

/** What pandas knows of a value is written to CSV, also where the table has less. */
class CsvOutputTest {

    /** Written by pandas 3: durations, times of day, dates, Decimals and whole numbers, some of pyarrow. */
    private static final Path EXACT = Project.root().resolve("lib/src/test/resources/marketlab/csv/exact.pkl");

    @ParameterizedTest
    @CsvSource({
        "td,1 days 00:00:00,,0 days 00:00:00.000000001,-1 days +23:59:59",
        "tds,0 days 00:00:01,0 days 00:00:02,0 days 00:00:03,1 days 03:46:40",
        "pytd,1 days 00:00:00,,0 days 00:00:01.500000,0 days 00:00:00",
        "time,09:15:00,09:30:01.000005,,00:00:00.5",
        "date_2,2026-01-01,,0001-01-01,9999-12-31",
        "dec,1.10,0.1000000000000000000001,,-2",
        "big,1,1180591620717411303424,-3,4",
        "adec,1.2500,,12345678901234.5678,0.0000",
        "y1,0001-01-01T00:00:00.000,,2026-01-01T01:02:03.000,9999-12-31T00:00:00.000"
    })
    void valuesAreWrittenAsExactlyAsPandasHasThem(String column, String one, String two, String three, String four)
            throws IOException {
        List<String> cells = new ArrayList<>();
        for (String cell : new String[] {one, two, three, four}) {
            cells.add(cell == null ? "" : cell);
        }
        assertThat(cells(PandasPickle.read(EXACT), column)).isEqualTo(cells);
    }

    @Test
    void pyarrowsTimesKeepTheirZoneAndTheirNanoseconds() throws IOException {
        Dataset data = PandasPickle.read(EXACT);
        assertThat(cells(data, "ats")).containsOnly("2026-01-01T00:00:00.000000001+05:30");
        assertThat(cells(data, "atime")).containsOnly("09:30:01.000005");
        assertThat(cells(data, "adur")).containsOnly("1 days 00:00:05.000007");
    }

    @Test
    void changedColumnIsWrittenAsItIs() throws IOException {
        Dataset data = PandasPickle.read(EXACT);
        data.table().replaceColumn("dec", LongColumn.create("dec", 5, 6, 7, 8));
        assertThat(cells(data, "dec")).containsExactly("5", "6", "7", "8");
    }

    @Test
    void decimalsForSpreadsheetsStayNumbersAndDurationsGetAnApostrophe() throws IOException {
        Dataset safe = Csv.safeForSpreadsheets(PandasPickle.read(EXACT));
        assertThat(cells(safe, "dec")).contains("-2", "0.1000000000000000000001");
        assertThat(cells(safe, "td")).contains("'-1 days +23:59:59");
    }

    private static List<String> cells(Dataset data, String column) throws IOException {
        StringWriter text = new StringWriter();
        Csv.write(data, text);
        List<List<String>> lines = text.toString()
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        int place = lines.get(0).indexOf(column);
        return lines.stream().skip(1).map(line -> line.get(place)).toList();
    }
}
