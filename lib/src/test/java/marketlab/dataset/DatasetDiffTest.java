package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

class DatasetDiffTest {

    @Test
    void datasetIsTheSameAsItsCopy() {
        assertThat(DatasetDiff.between(prices(1, Double.NaN, 3), prices(1, Double.NaN, 3))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void differingCellsAreCountedAndTheFirstAreShown() {
        DatasetDiff diff = DatasetDiff.between(prices(1, 2, Double.NaN), prices(1, 2.5, 3));
        assertThat(diff.summary()).containsExactly("Close: 2 of 3 cells differ");
        assertThat(diff.first()).containsExactly("Close[1]: 2.0 | 2.5", "Close[2]: null | 3.0");
    }

    @Test
    void oneUlpIsADifference() {
        assertThat(DatasetDiff.between(prices(1), prices(Math.nextUp(1.0))).isEmpty())
                .isFalse();
    }

    @Test
    void onlyTheFirstTenCellsAreShown() {
        double[] other = IntStream.range(1, 51).asDoubleStream().toArray();
        DatasetDiff diff = DatasetDiff.between(prices(new double[50]), prices(other));
        assertThat(diff.summary()).containsExactly("Close: 50 of 50 cells differ");
        assertThat(diff.first()).hasSize(10);
    }

    @Test
    void shapesAndMetadataAreCompared() {
        Dataset left = prices(1, 2).with(Metadata.EMPTY.with("seed", 7L).with("left", 1L));
        Dataset right = Dataset.of(Table.create("t", LongColumn.create("Close", 1), DoubleColumn.create("Open", 1)))
                .with(Metadata.EMPTY.with("seed", 8L))
                .withIndex("Open");
        assertThat(DatasetDiff.between(left, right).summary())
                .containsExactly(
                        "attribute seed: 7 | 8",
                        "attribute left: only in the first",
                        "index: [] | [Open]",
                        "rows: 2 | 1",
                        "type of Close: DOUBLE | LONG",
                        "column Open: only in the second");
    }

    @Test
    void orderOfColumnsCounts() {
        DoubleColumn a = DoubleColumn.create("a", 1);
        DoubleColumn b = DoubleColumn.create("b", 1);
        assertThat(DatasetDiff.between(Dataset.of(Table.create("t", a, b)), Dataset.of(Table.create("t", b, a)))
                        .summary())
                .containsExactly("order of columns: [a, b] | [b, a]");
    }

    private static Dataset prices(double... close) {
        return Dataset.of(Table.create("t", DoubleColumn.create("Close", close)));
    }
}
