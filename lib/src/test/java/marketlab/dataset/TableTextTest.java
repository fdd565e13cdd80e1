package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.util.List;
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
        IntStream.range(0, 40)
                .forEach(i -> table.addColumns(DoubleColumn.create(
                        "column" + i, IntStream.range(0, 100).asDoubleStream().toArray())));
        String text = TableText.of(Dataset.of(table), 6, Integer.MAX_VALUE);
        assertThat(text.lines()).hasSize(9);
        assertThat(text.lines().skip(2).map(line -> line.strip().split("\\s+")[0]))
                .containsExactly("0", "1", "2", "...", "97", "98", "99");
        assertThat(text).contains("column0 ", "column39");
        assertThat(table.rowCount()).isEqualTo(100);
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
        assertThat(TableText.of(data, 0))
                .contains("2000-01-03 ", "24012.837 ", "1.5E-9", " 0.3 ")
                .doesNotContain("T00:00", "NaN");
    }

    @Test
    void aColumnHasOneNumberOfDecimalsAndItsPointsAreBelowEachOther() {
        assertThat(cells(24000, 24976.854321, -0.5, Double.NaN))
                .containsExactly("24000.000", "24976.854", "   -0.500", "         ");
        assertThat(cells(0.1 + 0.2, 0.00012345678)).containsExactly("0.30000000", "0.00012346");
        assertThat(cells(0.00031234567891, 1.5e-9)).containsExactly("0.00031234568", "0.00000000150");
        assertThat(cells(1, 2, 686114478)).containsExactly("        1", "        2", "686114478");
        assertThat(cells(99.5, 1e-12, 1e300)).containsExactly("  99.5", " 1E-12", "1E+300");
        assertThat(cells(1.25e-7, 0)).containsExactly("1.25E-7", "      0");
        assertThat(cells(9.99999999999, 0)).containsExactly("10", " 0");
        assertThat(cells(Double.NEGATIVE_INFINITY, 1.5)).containsExactly("-Infinity", "      1.5");
        assertThat(cells(123456789.9, 1e15)).containsExactly("123456790", "    1E+15");
    }

    @Test
    void whatNoCharacterOfATextCommandsIsShownAsItsCode() {
        String hostile = "\u001b[2J\u202e\u200b\n\u2028";
        Dataset data = Dataset.of(Table.create("t", StringColumn.create("n" + hostile, hostile)))
                .with(Metadata.EMPTY.with("note", hostile));
        String code = "\\u001b[2J\\u202e\\u200b\\u000a\\u2028";
        assertThat(data.toString())
                .contains(" n" + code + "  |", " " + code + " ", ", note " + code)
                .hasLineCount(4);
        assertThat(TableHtml.of(data, 0))
                .contains(">n" + code + "<", ">" + code + "<")
                .doesNotContain("\u202e", "\u200b", "\u2028");
    }

    @Test
    void aTextThatIsWiderThanTheTerminalIsCut() {
        Dataset data = Dataset.of(Table.create(
                "t", StringColumn.create("s", "x".repeat(100), "日経".repeat(50)), DoubleColumn.create("y", 1, 2)));
        assertThat(TableText.of(data, 0, 40).lines().map(TextWidth::of)).allMatch(width -> width <= 40);
        assertThat(TableText.of(data, 0, 40)).contains("x".repeat(35) + "…", "日経日…", " y  |");
        assertThat(TableText.of(data, 0, Integer.MAX_VALUE)).contains("x".repeat(100), "日経".repeat(50) + "  | 2");
    }

    @Test
    void textAndDatesStandLeftAndTheIndexFirst() {
        Dataset data = Dataset.of(Table.create(
                        "t", DoubleColumn.create("price", 1, 2.5), StringColumn.create("expiry", "a", "bc")))
                .withIndex("expiry");
        assertThat(TableText.of(data, 0)).isEqualTo("""
             expiry  | price  |
            -------------------
             a       |   1.0  |
             bc      |   2.5  |\
            """);
    }

    @Test
    void withoutAnIndexTheColumnsThatSayWhatARowIsAreInEachPanel() {
        Table chain = Table.create(
                "t",
                DoubleColumn.create("Strike", 1, 2),
                StringColumn.create("Expiry", "may", "june"),
                DoubleColumn.create("CallPrice", 3, 4),
                DoubleColumn.create("PutPrice", 5, 6));
        assertThat(TableText.of(Dataset.of(chain), 0, 40).lines().filter(line -> line.contains("Price")))
                .containsExactly(" Strike  | Expiry  | CallPrice  |", " Strike  | Expiry  | PutPrice  |");
    }

    private static List<String> cells(double... numbers) {
        return TableText.of(Dataset.of(Table.create("t", DoubleColumn.create("x", numbers))), 0)
                .lines()
                .skip(2)
                .map(line -> line.substring(1, line.length() - 3))
                .toList();
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
