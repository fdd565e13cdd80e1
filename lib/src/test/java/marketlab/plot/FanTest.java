package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class FanTest extends Drawing {

    @Test
    void quantilesAreThoseOfNumpy() {
        List<double[]> paths = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> new double[] {i, i == 11 ? Double.NaN : i})
                .toList();
        double[][] quantiles = Fan.quantiles(paths);
        assertThat(column(quantiles, 0)).containsExactly(1.5, 3.5, 6, 8.5, 10.5);
        assertThat(column(quantiles, 1))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(1.45, 3.25, 5.5, 7.75, 9.55);
    }

    @Test
    void bandsAreDrawnAroundTheMedianAndSamplesOverThem() {
        List<Dataset> paths = IntStream.range(1, 40).mapToObj(Samples::path).toList();
        draw(PathPlots.fan(paths, 2));
        assertThat(texts("figure()._fullData.map(trace => trace.fill)"))
                .containsExactly("none", "tonexty", "tonexty", "tonexty", "tonexty", "none", "none");
        double[][] quantiles = Fan.quantiles(paths.stream()
                .map(path -> path.table().doubleColumn("Close").asDoubleArray())
                .toList());
        for (int i = 0; i < 5; i++) {
            assertThat(numbers("figure().calcdata[" + i + "].map(point => point.y)"))
                    .containsExactly(quantiles[i]);
        }
        assertThat(numbers("figure().calcdata[6].map(point => point.y)"))
                .containsExactly(paths.get(1).table().doubleColumn("Close").asDoubleArray());
    }

    @Test
    void pathsInColumnsOfOneDatasetAreTheSameFan() {
        Dataset wide = Samples.widePaths(39);
        draw(PathPlots.fan(IntStream.range(1, 40).mapToObj(Samples::path).toList()));
        double[] median = numbers("figure().calcdata[2].map(point => point.y)");
        draw(Plots.of(wide));
        assertThat(numbers("figure().calcdata[2].map(point => point.y)")).containsExactly(median);
        assertThat(text("document.querySelector('.gtitle-subtitle').textContent"))
                .contains("39 paths");
        assertThatThrownBy(() -> PathPlots.fan(Samples.dailyBars(20)))
                .hasMessageContaining("no columns Close0, Close1, ... of paths to plot; there are: [Timestamp, Open");
        assertThatThrownBy(() -> PathPlots.fan(wide, 40)).hasMessageContaining("0 to 39");
    }

    @Test
    void pathsOfOtherTimesAreRefused() {
        assertThatThrownBy(() -> PathPlots.fan(List.of(Samples.dailyBars(20), Samples.dailyBars(21))))
                .hasMessageContaining("those of path 2 and path 1 differ");
        assertThatThrownBy(() -> PathPlots.fan(List.of())).hasMessageContaining("needs a path");
        assertThatThrownBy(() -> PathPlots.fan(List.of(Samples.dailyBars(20)), 2))
                .hasMessageContaining("0 to 1");
    }

    private static double[] column(double[][] rows, int column) {
        return IntStream.range(0, rows.length).mapToDouble(i -> rows[i][column]).toArray();
    }
}
