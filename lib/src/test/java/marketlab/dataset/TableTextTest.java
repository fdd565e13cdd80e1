package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableTextTest {

    @Test
    void longTableShowsItsTwoEndsAndEveryColumn() {
        Table table = Table.create("t");
        IntStream.range(0, 40).forEach(i -> table.addColumns(DoubleColumn.create("column" + i, IntStream.range(0, 100).asDoubleStream().toArray())));
        String text = TableText.of(Dataset.of(table), 6);
        assertThat(text.lines()).hasSize(9);
        assertThat(text.lines().skip(2).map(line -> line.strip().split("\\s+")[0]))
                .containsExactly("0", "1", "2", "...", "97", "98", "99");
        assertThat(text).contains("column0 ", "column39");
        assertThat(table.rowCount()).isEqualTo(100);
    }

    @Test
    void columnsAreSetAsTablesawSetsThem() {
        Table table = Table.create("", StringColumn.create("a name longer than its words", "x", "", "yz"),
                DoubleColumn.create("n", 1, -12345.678, 2));
        String tablesaw = table.print();
        assertThat(TableText.of(Dataset.of(table), 0)).isEqualTo(tablesaw.substring(tablesaw.indexOf('\n') + 1).stripTrailing());
        assertThat(TableText.of(Dataset.of(table.emptyCopy()), 0).lines()).hasSize(2);
    }

    @Test
    void shortTableIsShownWhole() {
        Dataset data = Dataset.of(Table.create("t", DoubleColumn.create("x", 1, 2, 3)));
        assertThat(TableText.of(data, 10).lines()).hasSize(5);
        assertThat(TableText.of(data, 0).lines()).hasSize(5);
        assertThat(TableText.of(data, 3)).isEqualTo(TableText.of(data, 0));
        assertThat(TableText.of(data, 1).lines().skip(2)).hasSize(2);
    }

    @Test
    void numbersAreRoundedToEightDigitsAndMidnightsAreDates() {
        Dataset data = Dataset.of(Table.create(
                "t",
                DateTimeColumn.create("day", LocalDateTime.of(2000, 1, 3, 0, 0), null),
                DoubleColumn.create("x", 24012.837482734, 1.5e-9),
                DoubleColumn.create("y", 0.1 + 0.2, Double.NaN)));
        assertThat(TableText.of(data, 0)).contains("2000-01-03 ", "24012.837 ", "1.5E-9", " 0.3 ").doesNotContain("T00:00", "NaN");
    }

    @Test
    void jsonRowsAreParsableAndExact() throws IOException {
        Dataset data = Dataset.of(Table.create(
                "t",
                DoubleColumn.create("x", 0.1 + 0.2, Double.NaN),
                StringColumn.create("s", "a \"quoted\"\nline", ""),
                BooleanColumn.create("b", true, false)));
        StringWriter text = new StringWriter();
        JsonRows.write(data, text);
        assertThat(text.toString()).isEqualTo("""
                [
                {"x":0.30000000000000004,"s":"a \\"quoted\\"\\nline","b":true},
                {"x":null,"s":null,"b":false}
                ]
                """);
    }
}
