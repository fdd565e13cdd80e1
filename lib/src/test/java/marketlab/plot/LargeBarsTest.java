package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketlab.dataset.Dataset;
import marketlab.index.IndexDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Bars that come by are drawn as those that are at hand. */
class LargeBarsTest {

    private static final Dataset BARS =
            IndexDataGenerator.of("nifty").interval("1m").rows(123_457).seed(7).generate();
    private static final int ROWS = BARS.table().rowCount();
    private static final int BLOCK = 10_007;

    @Test
    void pointsOfALineAreTheExtremesOfTheWhole() {
        double[] time = PlotColumns.byTime(BARS).time();
        double[] close = PlotColumns.byTime(BARS).numbers("Close");
        LineExtremes extremes = new LineExtremes(ROWS);
        for (int i = 0; i < ROWS; i++) {
            extremes.take(time[i], close[i]);
        }
        assertThat(extremes.points().stream()
                        .mapToInt(point -> (int) point.row())
                        .toArray())
                .isEqualTo(Thinning.extremes(close));
        double[] drawdowns = Drawdown.drawdowns(close);
        assertThat(extremes.points())
                .allSatisfy(point -> assertThat(point.drawdown()).isEqualTo(drawdowns[(int) point.row()]));
        assertThat(extremes.deepest().drawdown())
                .isEqualTo(Arrays.stream(drawdowns).min().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"candlestick", "line", "drawdown"})
    void figuresHaveTheTracesOfTheWhole(String kind) {
        Map<String, Object> whole = ((PlotlyFigure) Plots.of(BARS, kind)).json();
        Map<String, Object> large = ((PlotlyFigure) taken(Optional.of(kind)).figure()).json();
        assertThat(title(large)).isEqualTo(title(whole)).contains("123,457 bars, drawn as ");
        assertThat(traces(large))
                .isNotEmpty()
                .isEqualTo(traces(whole).subList(0, traces(large).size()));
    }

    @Test
    void theUsualFigureIsOfCandles() {
        assertThat(traces(((PlotlyFigure) taken(Optional.empty()).figure()).json())
                        .get(0))
                .contains("\"candlestick\"");
    }

    @Test
    void aLineTakesTwoColumns() {
        assertThat(LargeBars.of(BARS, ROWS, Optional.of("line")).columns()).containsExactly("Timestamp", "Close");
    }

    @Test
    void theChartInTextHasTheDatesOfTheWhole() {
        List<String> whole = Sparkline.of(BARS).lines().toList();
        List<String> large = taken(Optional.of("line")).sparkline().lines().toList();
        assertThat(large.get(large.size() - 1)).isEqualTo(whole.get(whole.size() - 1));
        assertThat(large.get(0).substring(0, 6)).isEqualTo(whole.get(0).substring(0, 6));
    }

    @Test
    void whatCannotBeDrawnInOnePassIsRefused() {
        assertThatThrownBy(() -> LargeBars.of(BARS, ROWS, Optional.of("returns")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a dataset larger than memory can be drawn only as candlestick, line, drawdown, got 'returns'");
        Dataset closes = BARS.with(BARS.table().selectColumns("Timestamp", "Close"));
        assertThatThrownBy(() -> LargeBars.of(closes, ROWS, Optional.of("candlestick")))
                .hasMessageContaining("can be drawn only as line, drawdown");
        Dataset numbers = Dataset.of(Table.create("t", DoubleColumn.create("a", 1, 2)));
        assertThatThrownBy(() -> LargeBars.of(numbers, 2, Optional.empty())).hasMessageEndingWith("there are: [a]");
    }

    @Test
    void rowsOutOfOrderAreRefused() {
        LargeBars bars = LargeBars.of(BARS, ROWS, Optional.of("line"));
        assertThatThrownBy(() -> bars.take(new double[][] {{2, 1}, {100, 100}}, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 is not in order of time, and there are too many rows to sort");
    }

    private static String title(Map<String, Object> figure) {
        return Json.text(((Map<?, ?>) figure.get("layout")).get("title"));
    }

    private static List<String> traces(Map<String, Object> figure) {
        return ((List<?>) figure.get("data")).stream().map(Json::text).toList();
    }

    private static LargeBars taken(Optional<String> kind) {
        LargeBars bars = LargeBars.of(BARS, ROWS, kind);
        PlotColumns columns = PlotColumns.byTime(BARS);
        double[][] all = bars.columns().stream()
                .map(name -> name.equals("Timestamp") ? columns.time() : columns.numbers(name))
                .toArray(double[][]::new);
        for (int from = 0; from < ROWS; from += BLOCK) {
            int first = from;
            int count = Math.min(BLOCK, ROWS - from);
            double[][] block = Arrays.stream(all)
                    .map(values -> Arrays.copyOfRange(values, first, first + count))
                    .toArray(double[][]::new);
            bars.take(block, count);
        }
        return bars;
    }
}
