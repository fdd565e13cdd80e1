package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import marketlab.dataset.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

class PlotsTest {

    static List<String> kinds() {
        return Plots.kinds();
    }

    @Test
    void barsAreDrawnAsCandles() {
        assertThat(json(Plots.of(Samples.dailyBars(20)))).contains("\"candlestick\"");
    }

    @Test
    void optionChainIsDrawnAsItsSmile() {
        assertThat(json(Plots.of(Samples.chain()))).contains("implied volatility");
    }

    @Test
    void chainWithoutImpliedVolatilityIsDrawnAsItsPrices() {
        Dataset chain = Dataset.of(Samples.chain().table().rejectColumns("CallIV", "PutIV"));
        assertThat(json(Plots.of(chain))).contains("option prices");
    }

    @Test
    void closeAloneIsDrawnAsALine() {
        Dataset closes = Dataset.of(Samples.dailyBars(20).table().selectColumns("Timestamp", "Close"));
        assertThat(json(Plots.of(closes))).contains("\"name\":\"Close\"").doesNotContain("candlestick");
    }

    @Test
    void datasetWithoutNumbersIsRefused() {
        Dataset words = Dataset.of(Table.create(StringColumn.create("word", "a", "b")));
        assertThatThrownBy(() -> Plots.of(words)).hasMessageContaining("no numeric column to plot; there are: [word]");
    }

    @Test
    void figureAsTextIsItsHeadingASmallChartAndWhatIsDrawn() {
        List<String> lines = Plots.of(Samples.dailyBars(252)).toString().lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.get(0)).endsWith("· 252 bars)");
        assertThat(lines.subList(1, 9)).allMatch(line -> line.matches("[ 0-9,]{6} [\u2800-\u28ff]{64}"));
        assertThat(lines.get(9).strip()).matches("2024-01-01 +2024-12-\\d\\d");
        assertThat(lines.get(10)).isEqualTo("drawn: close; the figure has candles, volume and moving averages");
        assertThat(ChainPlots.smile(Samples.chain()).toString().lines().count()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"candlestick", "line", "returns", "drawdown", "volatility"})
    void twoInstrumentsInOneTableAreRefused(String kind) {
        Table one = Samples.dailyBars(100).table();
        Table other = one.copy();
        one.addColumns(StringColumn.create("Ticker", Collections.nCopies(100, "AAPL")));
        other.addColumns(StringColumn.create("Ticker", Collections.nCopies(100, "MSFT")));
        assertThatThrownBy(() -> Plots.of(Dataset.of(one.append(other)), kind))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'Ticker' has several instruments (AAPL, MSFT) at the same times; keep the rows of one");
    }

    @Test
    void unknownKindIsRefusedWithTheKindsThereAre() {
        assertThatThrownBy(() -> Plots.of(Samples.chain(), "pie"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pie'")
                .hasMessageContaining(Plots.kinds().toString());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void emptyDatasetIsRefused(String kind) {
        Dataset empty = Dataset.of(Samples.of(kind).table().emptyCopy());
        assertThatThrownBy(() -> Plots.of(empty, kind))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no rows");
    }

    @Test
    void missingColumnIsNamedWithThoseThereAre() {
        Table table = Samples.dailyBars(20).table().rejectColumns("High");
        assertThatThrownBy(() -> PricePlots.candlestick(Dataset.of(table)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'High'")
                .hasMessageContaining("[Timestamp, Open, Low, Close, Volume]");
    }

    @Test
    void columnOfTextIsNoPrice() {
        Table table = Samples.dailyBars(2).table();
        table.replaceColumn("High", StringColumn.create("High", "a", "b"));
        assertThatThrownBy(() -> PricePlots.candlestick(Dataset.of(table)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 'High' must have numbers, but has string");
    }

    @Test
    void barsWithoutDatesAreRefused() {
        Dataset undated = Dataset.of(Samples.dailyBars(20).table().rejectColumns("Timestamp"));
        assertThatThrownBy(() -> PricePlots.candlestick(undated)).hasMessageContaining("no column with dates");
    }

    @Test
    void barsOfOthersAreDrawnInOrderOfTime() {
        Table newestFirst = Table.create(
                DateColumn.create("date", Samples.HOLIDAY, Samples.HOLIDAY.minusDays(1), null),
                DoubleColumn.create("open", 2, 1, 0),
                DoubleColumn.create("high", 2, 1, 0),
                DoubleColumn.create("low", 2, 1, 0),
                DoubleColumn.create("close", 2, 1, 0));
        assertThat(json(Plots.of(Dataset.of(newestFirst))))
                .contains("\"open\":" + Json.text(Json.array(new double[] {1, 2})));
    }

    private static String json(Figure figure) {
        return Json.text(((PlotlyFigure) figure).json());
    }
}
