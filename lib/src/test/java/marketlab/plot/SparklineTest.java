package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import marketlab.dataset.Dataset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SparklineTest {

    @Test
    void risingLineRunsFromTheLowerLeftToTheUpperRight() {
        assertThat(Sparkline.of(column(0, 1, 2, 3, 4, 5, 6, 7), 4, 2)).isEqualTo("""
            7 ⠀⠀⡠⠊
            0 ⡠⠊⠀⠀
              row 1 8
            """);
    }

    @Test
    void jumpIsAnUprightLineAndAMissingValueAGap() {
        assertThat(Sparkline.of(column(0, 0, 1, 1), 2, 2)).isEqualTo("1 ⠀⡏\n0 ⣀⠇\n  row 1 4\n");
        assertThat(Sparkline.of(column(0, Double.NaN, Double.NaN, 1), 2, 2)).isEqualTo("1 ⠀⠈\n0 ⡀⠀\n  row 1 4\n");
    }

    @Test
    void flatLineIsInTheMiddle() {
        assertThat(Sparkline.of(column(5, 5, 5, 5), 2, 2)).isEqualTo("5 ⣀⣀\n5 ⠀⠀\n  row 1 4\n");
    }

    @Test
    void barsAreDrawnByTheirCloseBetweenTheirDates() {
        List<String> lines = Sparkline.of(Samples.dailyBars(252)).lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.subList(0, 8)).allMatch(line -> line.matches("[ 0-9,]{6} [\u2800-\u28ff]{64}"));
        assertThat(lines.get(8).strip()).matches("2024-01-01 +2024-12-\\d\\d");
        assertThat(Sparkline.of(Samples.intradayBars(2))).contains("2024-01-01 09:15");
    }

    @Test
    void chainIsDrawnByItsNearestSmile() {
        assertThat(Sparkline.of(Samples.chain())
                        .lines()
                        .reduce((a, b) -> b)
                        .orElseThrow()
                        .strip())
                .matches("20,000 +24,000");
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> Sparkline.of(column(Double.NaN))).hasMessageContaining("every value is missing");
        assertThatThrownBy(() -> Sparkline.of(column())).hasMessageContaining("no rows");
        assertThatThrownBy(() -> Sparkline.of(Dataset.of(Table.create(StringColumn.create("word", "a")))))
                .hasMessageContaining("no numeric column to plot; there are: [word]");
        assertThatThrownBy(() -> Sparkline.of(column(1), 1, 8)).hasMessageContaining("must be at least 2, got 1 and 8");
    }

    private static Dataset column(double... values) {
        return Dataset.of(Table.create(DoubleColumn.create("x", values)));
    }
}
