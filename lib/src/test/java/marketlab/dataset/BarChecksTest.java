package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marketlab.csv.Csv;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class BarChecksTest {

    @TempDir
    Path folder;

    @Test
    void realHistoryIsNotOdd() throws IOException {
        assertThat(BarChecks.of(
                        Csv.read(Project.root().resolve("lib/src/test/resources/marketlab/dataset/sp500-2000.csv"))))
                .isEmpty();
    }

    @Test
    void everyOddityIsALineWithItsFirstRow() throws IOException {
        assertThat(odd("""
            date,open,high,low,close
            2000-01-03,10,12,9,11
            2000-01-05,11,9,12,13
            2000-01-04,8,12,9,-1
            2000-01-04,10,12,9,11
            """))
                .containsExactly(
                        "High is below Low in 1 of 4 rows, first in row 2: 2000-01-05",
                        "Open is above High in 1 of 4 rows, first in row 2: 2000-01-05",
                        "Open is below Low in 2 of 4 rows, first in row 2: 2000-01-05",
                        "Close is above High in 1 of 4 rows, first in row 2: 2000-01-05",
                        "Close is below Low in 1 of 4 rows, first in row 3: 2000-01-04",
                        "Close is not above 0 in 1 of 4 rows, first in row 3: 2000-01-04",
                        "Date is before that of the row above in 1 of 4 rows, first in row 3: 2000-01-04",
                        "Date stands there twice in 1 of 4 rows, first in row 4: 2000-01-04");
    }

    @Test
    void missingValuesAndTablesWithoutBarsAreNotOdd() throws IOException {
        assertThat(odd("date,high,low,close\n2000-01-03,,9,\n2000-01-04,9,,7\n"))
                .isEmpty();
        assertThat(BarChecks.of(Dataset.of(Table.create("t", DoubleColumn.create("x", -1, 2)))))
                .isEmpty();
    }

    @Test
    void timesAreComparedToTheNanosecond() throws IOException {
        assertThat(odd("date,x\n2026-01-05T09:15:00.000000001,1\n2026-01-05T09:15:00.000000002,2\n"))
                .isEmpty();
        assertThat(odd("date,x\n2026-01-05T09:15:00.000000002,1\n2026-01-05T09:15:00.000000001,2\n"
                        + "2026-01-05T09:15:00.000000003,3\n"))
                .containsExactly(
                        "Date is before that of the row above in 1 of 3 rows, first in row 2: 2026-01-05T09:15");
        assertThat(odd("date,x\n2026-01-05T09:15:00.000000002Z,1\n2026-01-05T09:15:00.000000002Z,2\n"))
                .containsExactly("Date stands there twice in 1 of 2 rows, first in row 2: 2026-01-05T09:15:00Z");
    }

    private List<String> odd(String text) throws IOException {
        return BarChecks.of(Csv.read(Files.writeString(folder.resolve("x.csv"), text)));
    }
}
