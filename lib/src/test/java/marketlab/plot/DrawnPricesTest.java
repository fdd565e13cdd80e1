package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import org.apache.commons.math3.stat.StatUtils;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

@Tag("slow")
class DrawnPricesTest extends Drawing {

    /** Where plotly.js keeps the prices of a candle: the ends of its box and whiskers. */
    private static final Map<String, String> CANDLE = Map.of(
            "Open",
            "bar.dir === 'increasing' ? bar.q1 : bar.q3",
            "High",
            "bar.max",
            "Low",
            "bar.min",
            "Close",
            "bar.med");

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
        assertThat(texts("[...document.querySelectorAll('.barlayer .point path')].map(bar =>"
                        + " getComputedStyle(bar).fill)"))
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
        assertThat(steps)
                .hasSize(10 * 25 - 1)
                .usingComparatorWithPrecision(0.05)
                .containsOnly(steps[0]);
    }

    @Test
    void barUnderTheMouseIsWrittenAboveThePlotAndNothingIsWrittenOverCandles() {
        Dataset bars = Samples.dailyBars(100);
        draw(PricePlots.candlestick(bars));
        tab().hover(600, 300);
        String readout = await("document.querySelector('.marketlab-readout').textContent")
                .asText();
        assertThat(readout).matches("\\w+, \\d+ \\w+ 2024Open.*High.*Low.*Close.*Volume.*SMA 20 .*");
        int bar = evaluate("figure()._hoverdata[0].pointNumber").asInt();
        assertThat(readout)
                .contains(
                        PlainLabel.format(
                                "Close %,.2f",
                                bars.table().doubleColumn("Close").get(bar)),
                        PlainLabel.format(
                                "Volume %,d", bars.table().longColumn("Volume").get(bar)));
        assertThat(evaluate("document.querySelector('.marketlab-readout').getBoundingClientRect().bottom")
                        .asDouble())
                .isLessThan(evaluate("figure()._fullLayout.yaxis._offset").asDouble());
        assertThat(evaluate("document.querySelectorAll('.hoverlayer .legend, .hoverlayer .hovertext').length")
                        .asInt())
                .isZero();
        tab().hover(5, 5);
        await("getComputedStyle(document.querySelector('.marketlab-readout')).display === 'none'");
    }

    @Test
    void crosshairSaysThePriceAtTheMouse() {
        draw(PricePlots.candlestick(Samples.dailyBars(100)));
        tab().hover(600, 290);
        tab().hover(600, 300);
        String price =
                await("document.querySelector('.marketlab-price').textContent").asText();
        assertThat(price)
                .isEqualTo(PlainLabel.format(
                        "%,.2f",
                        evaluate("(axis => axis.p2c(300 - axis._offset))(figure()._fullLayout.yaxis)")
                                .asDouble()));
        assertThat(evaluate("document.querySelector('.marketlab-level').getBoundingClientRect().y")
                        .asDouble())
                .isEqualTo(300);
        await("document.querySelector('.spikeline')");
    }

    @Test
    void wheelZoomsInTimeAloneAndPricesFitThemselves() {
        draw(PricePlots.candlestick(Samples.dailyBars(252)));
        tab().hover(600, 300);
        tab().wheel(600, 300, -200);
        await("figure()._fullLayout.yaxis.autorange === false");
        assertThat(evaluate("figure().calcdata[0].filter(bar => bar.pos >= figure()._fullLayout.xaxis.r2c("
                                + "figure()._fullLayout.xaxis.range[0])).length")
                        .asInt())
                .isBetween(10, 251);
        assertThat(seen("Math.min", "low")).isLessThan(seen("Math.max", "high"));
        double[] range = numbers("figure()._fullLayout.yaxis.range");
        double margin = (seen("Math.max", "high") - seen("Math.min", "low")) / 20;
        assertThat(range[0])
                .isLessThanOrEqualTo(seen("Math.min", "low"))
                .isGreaterThan(seen("Math.min", "low") - 3 * margin);
        assertThat(range[1])
                .isGreaterThanOrEqualTo(seen("Math.max", "high"))
                .isLessThan(seen("Math.max", "high") + 3 * margin);
    }

    @Test
    void dragMovesInTimeAndStopsWhereTheDataDo() {
        draw(PricePlots.candlestick(Samples.dailyBars(252)));
        tab().click(".rangeselector .button");
        await("figure()._fullLayout.yaxis.autorange === false");
        String from = "figure()._fullLayout.xaxis.r2c(figure()._fullLayout.xaxis.range[0])";
        String width = "(([a, b]) => b - a)(figure()._fullLayout.xaxis.range.map(figure()._fullLayout.xaxis.r2c))";
        double before = evaluate(from).asDouble();
        double wide = evaluate(width).asDouble();
        tab().drag(400, 300, 800, 320);
        await(from + " < " + before);
        assertThat(evaluate(width).asDouble() / wide).isBetween(0.8, 1.25);
        double[] prices = numbers("figure()._fullLayout.yaxis.range");
        tab().drag(900, 300, 100, 300);
        tab().drag(900, 300, 100, 300);
        await("figure()._fullLayout.xaxis.r2c(figure()._fullLayout.xaxis.range[1]) <= figure().calcdata[0][251].pos"
                + " + 864e5");
        assertThat(numbers("figure()._fullLayout.yaxis.range")).isNotEqualTo(prices);
    }

    @Test
    void lastPriceIsATagAtTheAxis() {
        for (Figure figure :
                List.of(PricePlots.candlestick(Samples.dailyBars(60)), PricePlots.line(Samples.dailyBars(60)))) {
            draw(figure);
            double last = Samples.dailyBars(60).table().doubleColumn("Close").get(59);
            assertThat(text("document.querySelector('.annotation').textContent"))
                    .isEqualTo(PlainLabel.format("%,.2f", last));
            assertThat(evaluate("(tag => (tag.top + tag.bottom) / 2)(document.querySelector('.annotation .bg')"
                                    + ".getBoundingClientRect())")
                            .asDouble())
                    .isCloseTo(
                            evaluate("(axis => axis._offset + axis.c2p(" + last + "))(figure()._fullLayout.yaxis)")
                                    .asDouble(),
                            Offset.offset(2.0));
            assertThat(evaluate("document.querySelector('.annotation .bg').getBoundingClientRect().right")
                            .asDouble())
                    .isLessThanOrEqualTo(1200);
        }
    }

    /** The lowest or highest of the bars in the range that is seen. */
    private static double seen(String of, String price) {
        return evaluate(of + "(...figure().calcdata[0].filter(bar => bar.pos >= figure()._fullLayout.xaxis.r2c("
                        + "figure()._fullLayout.xaxis.range[0]) && bar.pos <= figure()._fullLayout.xaxis.r2c("
                        + "figure()._fullLayout.xaxis.range[1])).map(bar => bar."
                        + (price.equals("low") ? "min" : "max") + "))")
                .asDouble();
    }

    @Test
    void hoverOfAnyColumnShowsPricesWithTwoDecimalsAndCountsWhole() {
        draw(Plots.of(Samples.dailyBars(100), "columns"));
        tab().hover(600, 300);
        assertThat(await("document.querySelector('.marketlab-readout').textContent")
                        .asText())
                .matches("\\w+, \\d+ \\w+ 2024Open [\\d,]+\\.\\d\\dHigh .*Volume [\\d,]{11}");
    }

    @Test
    void rangeButtonShowsTheLastMonth() {
        draw(PricePlots.candlestick(Samples.dailyBars(252)));
        tab().click(".rangeselector .button");
        assertThat(await("(range => (new Date(range[1]) - new Date(range[0])) / 864e5 < 32 && range)("
                                + "figure()._fullLayout.xaxis.range)")
                        .get(0)
                        .asText())
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
        assertThat(evaluate("figure()._fullData[0].customdata.reduce((sum, count) => sum + count)")
                        .asInt())
                .isEqualTo(251);
        assertThat(evaluate("figure().calcdata[0].reduce((sum, bar) => sum + bar.s * (bar.p1 - bar.p0), 0)")
                        .asDouble())
                .isCloseTo(1, Offset.offset(1e-9));
        assertThat(numbers("figure().calcdata[3].map(point => point.y)"))
                .hasSize(251)
                .isSorted();
        assertThat(numbers("figure().calcdata[3].map(point => point.x)"))
                .hasSize(251)
                .isSorted();
    }

    @Test
    void volatilityIsDrawnFromTheEndOfItsFirstWindow() {
        Dataset bars = Samples.dailyBars(252);
        draw(PricePlots.volatility(bars));
        double[] returns =
                Returns.logarithmic(bars.table().doubleColumn("Close").asDoubleArray());
        assertThat(numbers("figure().calcdata[0].map(point => point.y)"))
                .containsExactly(RealisedVolatility.rolling(returns, 20, 252));
        assertThat(text("new Date(figure().calcdata[1][0].x).toISOString()"))
                .startsWith(bars.table()
                        .dateTimeColumn("Timestamp")
                        .get(60)
                        .toLocalDate()
                        .toString());
    }

    @Test
    void millionBarsAreDrawnAsTwoThousandAndThePageSaysSo() {
        Dataset bars = Samples.minuteBars(1_000_000);
        draw(PricePlots.candlestick(bars));
        assertThat(text("document.querySelector('.gtitle-subtitle').textContent"))
                .contains("1,000,000 bars, drawn as 2,000 with their extremes");
        DoubleColumn high = bars.table().doubleColumn("High");
        assertThat(evaluate("Math.max(...figure().calcdata[0].map(bar => bar.max))")
                        .asDouble())
                .isEqualTo(high.max());
    }

    @Test
    void barWithAMissingPriceIsAGap() {
        Dataset bars = Samples.dailyBars(40);
        bars.table().doubleColumn("High").set(7, Double.NaN);
        draw(PricePlots.candlestick(bars));
        assertThat(evaluate("figure().calcdata[0].filter(bar => !bar.empty).length")
                        .asInt())
                .isEqualTo(39);
        String boxes = "[...document.querySelectorAll('.boxlayer .box')].filter(box => box.getBBox().width)";
        assertThat(evaluate(boxes + ".length").asInt()).isEqualTo(39);
    }

    @Test
    void comparisonShowsLevelsReturnsAndClusteringOfBoth() {
        Dataset one = Samples.path(1);
        Dataset other = Samples.path(2);
        draw(PricePlots.compare(one, other));
        assertThat(texts("figure()._fullData.map(trace => trace.name)").subList(0, 4))
                .containsExactly(
                        "NIFTY gbm bullish_high_vol (1)",
                        "NIFTY gbm bullish_high_vol (1)",
                        "NIFTY gbm bullish_high_vol (1)",
                        "NIFTY gbm bullish_high_vol (2)");
        double[] close = other.table().doubleColumn("Close").asDoubleArray();
        assertThat(numbers("figure().calcdata[3].map(point => point.y)"))
                .containsExactly(DoubleStream.of(close)
                        .map(price -> 100 * price / close[0])
                        .toArray());
        assertThat(evaluate("figure()._fullData[4].customdata.reduce((sum, count) => sum + count)")
                        .asInt())
                .isEqualTo(close.length - 1);
        assertThat(numbers("figure().calcdata[5].map(bar => bar.s)"))
                .containsExactly(Comparison.autocorrelation(Returns.of(other), 40));
    }

    @Test
    void unknownDatasetHasAPanelForEachOfItsNumericColumns() {
        Table table = Table.create(
                DoubleColumn.create("a</script>", 1, 2, 3),
                IntColumn.create("b", 1_000_000, 5, 6),
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
        return IntStream.range(1, places.length)
                .mapToDouble(i -> places[i] - places[i - 1])
                .toArray();
    }
}
