package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a prompt shows of a dataset and of a list. */
class DatasetTest {

    @Test
    void datasetShowsItsEndsItsShapeAndItsOrigin() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("version", "1.0");
        attributes.put("data_type", "index");
        attributes.put("market_type", "nifty");
        attributes.put("model_type", "gbm");
        attributes.put("params", "bullish");
        attributes.put("seed", 7L);
        attributes.put("source", "x".repeat(100));
        Dataset data = Dataset.of(Table.create(
                        "t",
                        DoubleColumn.create(
                                "x", IntStream.range(0, 2000).asDoubleStream().toArray())))
                .with(Metadata.of(attributes));
        assertThat(data.toString().lines()).hasSize(14);
        assertThat(data.toString()).contains("   0  |", " 1999  |", "...");
        assertThat(data.summary())
                .isEqualTo("2,000 rows x 1 column, index/nifty/gbm bullish, seed 7, source " + "x".repeat(59) + "…");
    }

    @Test
    void dataWithoutRowsOrMetadataShowTheirShape() {
        assertThat(Dataset.of(Table.create("t", DoubleColumn.create("x", new double[0])))
                        .toString())
                .endsWith("0 rows x 1 column");
        assertThat(Dataset.of(Table.create("t")).toString()).endsWith("0 rows x 0 columns");
    }

    @Test
    void columnsThatDoNotFitFollowBelowWithTheIndexAgain() {
        Table table = Table.create("t", StringColumn.create("day", "a", "b", "c"));
        IntStream.range(0, 20).forEach(i -> table.addColumns(DoubleColumn.create("number" + i, i, i, i)));
        String text = TableText.of(Dataset.of(table).withIndex("day"), 0, 60);
        List<String> headings =
                text.lines().filter(line -> line.contains("day")).toList();
        assertThat(headings).hasSizeBetween(4, 6).allSatisfy(heading -> assertThat(heading)
                .startsWith(" day  | number"));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(text).contains("number0 ", "number19 ");
        assertThat(TableText.of(Dataset.of(table), 0, 3).lines().filter(line -> line.contains("|")))
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(1));
    }

    @Test
    void ofManyColumnsTheFirstAndTheLastAreShown() {
        Table table = Table.create("t");
        IntStream.range(0, 100).forEach(i -> table.addColumns(DoubleColumn.create("c" + i, new double[] {i})));
        assertThat(Dataset.of(table).toString())
                .contains(" c0 ", " c19 ", " ...  |", " c80 ", " c99 ")
                .doesNotContain(" c20 ", " c79 ")
                .endsWith("1 row x 100 columns; the first and the last 20 columns are shown");
    }

    @Test
    void listingIsAnElementALineAndTheEndsOfMany() {
        assertThat(Listing.of(List.of("a", "b"))).containsExactly("a", "b").hasToString("a\nb\n2 in all");
        assertThat(Listing.of(List.of())).hasToString("none");
        Listing<Integer> many = Listing.of(IntStream.range(0, 1000).boxed().toList(), i -> "#" + i);
        assertThat(many.toString().lines())
                .hasSize(22)
                .startsWith("#0")
                .contains("#9", "...", "#990")
                .endsWith("1,000 in all");
    }
}
