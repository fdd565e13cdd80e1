package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import org.apache.commons.math3.stat.StatUtils;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DrawnPricesTest extends Drawing {

    /** Where plotly.js keeps the prices of a candle: the ends of its box and whiskers. */
    private static final Map<String, String> CANDLE = Map.of(
            "Open", "bar.dir === 'increasing' ? bar.q1 : bar.q3", "High", "bar.max", "Low", "bar.min", "Close", "bar.med");

    @Test
    void candlesAreTheDatasetsPricesToTheLastBit() {
        Dataset bars = Samples.dailyBars(252);
        draw(PricePlots.candlestick(bars));
        CANDLE.forEach((price, value) -> assertThat(numbers("figure().calcdata[0].map(bar => " + value + ")"))
                .containsExactly(bars.table().doubleColumn(price).asDoubleArray()));
        assertThat(numbers("figure().calcdata[1].map(bar => bar.s)"))
                .containsExactly(bars.table().longColumn("Volume").asDoubleArray());
        assertThat(texts("figure().calcdata[0].map(bar => new Date(bar.pos).toISOString().slice(0, 10))"))
                .isEqualTo(bars.table().dateTimeColumn("Timestamp").asList().stream()
                        .map(time -> time.toLocalDate().toString())
                        .toList());
    }

    @Test
    void volumeHasTheColourOfItsCandleEvenIfThatClosedWhereItOpened() {
        Dataset bars = Samples.dailyBars(30);
        DoubleColumn open = bars.table().doubleColumn("Open");
        DoubleColumn close = bars.table().doubleColumn("Close");
        IntStream.of(0, 9, 10, 20).forEach(i -> open.set(i, close.get(i)));
        draw(PricePlots.candlestick(bars));
        assertThat(texts("figure().calcdata[0].map(bar => bar.dir)")).contains("increasing", "decreasing");
        assertThat(texts("[...document.querySelectorAll('.barlayer .point path')].map(bar => getComputedStyle(bar).fill)"))
                .isEqualTo(texts("figure().calcdata[0].map(bar => bar.dir === 'increasing' ? '%s' : '%s')"
                        .formatted("rgb(26, 154, 143)", "rgb(228, 99, 45)")));
    }

    @Test
    void weekendsAndHolidaysTakeNoRoom() {
        draw(PricePlots.candlestick(Samples.dailyBars(60)));
        double[] steps = steps();
        assertThat(steps).hasSize(59).usingComparatorWithPrecision(0.05).containsOnly(steps[0]);
    }

    @Test
    void nightsTakeNoRoom() {
        draw(PricePlots.candlestick(Samples.intradayBars(10)));
        double[] steps = steps();
        assertThat(steps).hasSize(10 * 25 - 1).usingComparatorWithPrecision(0.05).containsOnly(steps[0]);
    }

    @Test
    void hoverShowsPricesAndVolumeOfTheBarInOneBox() {
        draw(PricePlots.candlestick(Samples.dailyBars(100)));
        tab().hover(600, 300);
        assertThat(await("document.querySelector('.hoverlayer .legend')?.textContent").asText())
                .matches("\\w+ \\d+, 2024.*Open.*High.*Low.*Close.*Volume.*");
    }

    @Test
    void hoverOfAnyColumnShowsPricesWithTwoDecimalsAndCountsWhole() {
        draw(Plots.of(Samples.dailyBars(100), "columns"));
        tab().hover(600, 300);
        assertThat(await("document.querySelector('.hoverlayer .legend')?.textContent").asText())
                .matches("\\w+ \\d+, 2024Open [\\d,]+\\.\\d\\dHigh .*Volume [\\d,]{11}");
    }

    @Test
    void rangeButtonShowsTheLastMonth() {
        draw(PricePlots.candlestick(Samples.dailyBars(252)));
        tab().click(".rangeselector .button");
        assertThat(await("(range => (new Date(range[1]) - new Date(range[0])) / 864e5 < 32 && range)("
                        + "figure()._fullLayout.xaxis.range)").get(0).asText())
                .startsWith("2024-11-");
    }

    @Test
    void priceAxisFitsWhatARangeButtonShowsAndAllShowsAllAgain() {
        Dataset bars = Samples.dailyBars(252);
        draw(PricePlots.candlestick(bars));
        String range = "figure()._fullLayout.yaxis.range";
        double[] whole = numbers(range);
        tab().click(".rangeselector .button");
        await("figure()._fullLayout.yaxis.autorange === false");
        double[] month = numbers(range);
        double[] last = bars.table().doubleColumn("High").last(21).asDoubleArray();
        assertThat(month[1]).isBetween(StatUtils.max(last), StatUtils.max(last) * 1.02);
        assertThat(month[1] - month[0]).isLessThan((whole[1] - whole[0]) / 2);
        tab().click(".rangeselector .button:last-child");
        await("figure()._fullLayout.yaxis.autorange === true");
        assertThat(numbers(range)).containsExactly(whole);
    }

    @Test
    void averagesAreThoseOfTheCloses() {
        Dataset bars = Samples.dailyBars(120);
        draw(PricePlots.candlestick(bars));
        assertThat(texts("figure()._fullData.slice(2).map(line => line.name)")).containsExactly("SMA 20", "SMA 50");
        double[] closes = bars.table().doubleColumn("Close").asDoubleArray();
        double[] average = numbers("figure().calcdata[2].map(point => point.y)");
        assertThat(average).hasSize(101);
        assertThat(average[100]).isCloseTo(StatUtils.mean(closes, 100, 20), Offset.offset(1e-9));
        assertThat(numbers("figure().calcdata[2].map(point => point.x)"))
                .isEqualTo(numbers("figure().calcdata[0].slice(19).map(bar => bar.pos)"));
    }

    @Test
    void lineIsTheClose() {
        Dataset bars = Samples.dailyBars(252);
        draw(PricePlots.line(bars));
        assertThat(numbers("figure().calcdata[0].map(point => point.y)"))
                .containsExactly(bars.table().doubleColumn("Close").asDoubleArray());
    }

    @Test
    void drawdownIsDrawnBelowTheClose() {
        Dataset bars = Samples.dailyBars(252);
        draw(PricePlots.drawdown(bars));
        double[] closes = bars.table().doubleColumn("Close").asDoubleArray();
        assertThat(numbers("figure().calcdata[0].map(point => point.y)")).containsExactly(closes);
        assertThat(numbers("figure().calcdata[1].map(point => point.y)")).containsExactly(Drawdown.drawdowns(closes));
    }

    @Test
    void histogramOfReturnsHasAnAreaOfOneAndAllOfThem() {
        draw(PricePlots.returns(Samples.dailyBars(252)));
        assertThat(evaluate("figure()._fullData[0].customdata.reduce((sum, count) => sum + count)").asInt()).isEqualTo(251);
        assertThat(evaluate("figure().calcdata[0].reduce((sum, bar) => sum + bar.s * (bar.p1 - bar.p0), 0)").asDouble())
                .isCloseTo(1, Offset.offset(1e-9));
        assertThat(numbers("figure().calcdata[3].map(point => point.y)")).hasSize(251).isSorted();
        assertThat(numbers("figure().calcdata[3].map(point => point.x)")).hasSize(251).isSorted();
    }

    @Test
    void volatilityIsDrawnFromTheEndOfItsFirstWindow() {
        Dataset bars = Samples.dailyBars(252);
        draw(PricePlots.volatility(bars));
        double[] returns = Returns.logarithmic(bars.table().doubleColumn("Close").asDoubleArray());
        assertThat(numbers("figure().calcdata[0].map(point => point.y)"))
                .containsExactly(RealisedVolatility.rolling(returns, 20, 252));
        assertThat(text("new Date(figure().calcdata[1][0].x).toISOString()")).startsWith(
                bars.table().dateTimeColumn("Timestamp").get(60).toLocalDate().toString());
    }

    @Test
    void millionBarsAreDrawnAsTwoThousandAndThePageSaysSo() {
        Dataset bars = Samples.minuteBars(1_000_000);
        draw(PricePlots.candlestick(bars));
        assertThat(text("document.querySelector('.gtitle-subtitle').textContent"))
                .contains("1,000,000 bars, drawn as 2,000 with their extremes");
        DoubleColumn high = bars.table().doubleColumn("High");
        assertThat(evaluate("Math.max(...figure().calcdata[0].map(bar => bar.max))").asDouble()).isEqualTo(high.max());
    }

    @Test
    void barWithAMissingPriceIsAGap() {
        Dataset bars = Samples.dailyBars(40);
        bars.table().doubleColumn("High").set(7, Double.NaN);
        draw(PricePlots.candlestick(bars));
        assertThat(evaluate("figure().calcdata[0].filter(bar => !bar.empty).length").asInt()).isEqualTo(39);
        String boxes = "[...document.querySelectorAll('.boxlayer .box')].filter(box => box.getBBox().width)";
        assertThat(evaluate(boxes + ".length").asInt()).isEqualTo(39);
    }

    @Test
    void comparisonShowsLevelsReturnsAndClusteringOfBoth() {
        Dataset one = Samples.path(1);
        Dataset other = Samples.path(2);
        draw(PricePlots.compare(one, other));
        assertThat(texts("figure()._fullData.map(trace => trace.name)").subList(0, 4))
                .containsExactly("NIFTY gbm bullish_high_vol (1)", "NIFTY gbm bullish_high_vol (1)",
                        "NIFTY gbm bullish_high_vol (1)", "NIFTY gbm bullish_high_vol (2)");
        double[] close = other.table().doubleColumn("Close").asDoubleArray();
        assertThat(numbers("figure().calcdata[3].map(point => point.y)"))
                .containsExactly(DoubleStream.of(close).map(price -> 100 * price / close[0]).toArray());
        assertThat(evaluate("figure()._fullData[4].customdata.reduce((sum, count) => sum + count)").asInt())
                .isEqualTo(close.length - 1);
        assertThat(numbers("figure().calcdata[5].map(bar => bar.s)"))
                .containsExactly(Comparison.autocorrelation(Returns.of(other), 40));
    }

    @Test
    void unknownDatasetHasAPanelForEachOfItsNumericColumns() {
        Table table = Table.create(
                DoubleColumn.create("a</script>", 1, 2, 3), IntColumn.create("b", 1_000_000, 5, 6),
                StringColumn.create("c", "x", "y", "z"));
        draw(Plots.of(Dataset.of(table)));
        assertThat(texts("figure()._fullData.map(line => line.yaxis)")).containsExactly("y", "y2");
        assertThat(numbers("figure().calcdata[1].map(point => point.y)")).containsExactly(1_000_000, 5, 6);
        assertThat(texts("[...document.querySelectorAll('.annotation')].map(title => title.textContent)"))
                .containsExactly("a</script>", "b");
        assertThat(text("document.querySelector('.gtitle-subtitle').textContent"))
                .isEqualTo("a line per numeric column · 3 rows");
    }

    /** Pixels from one candle to the next. */
    private static double[] steps() {
        double[] places = numbers("figure().calcdata[0].map(bar => figure()._fullLayout.xaxis.c2p(bar.pos))");
        return IntStream.range(1, places.length).mapToDouble(i -> places[i] - places[i - 1]).toArray();
    }
}
