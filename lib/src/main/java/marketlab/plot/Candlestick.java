package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Candles with moving averages; below them the volume in the candles' colours. */
final class Candlestick {

    private static final List<String> PRICES = List.of("Open", "High", "Low", "Close");

    private Candlestick() {}

    static boolean fits(Dataset dataset) {
        return PlotColumns.timeColumn(dataset).isPresent()
                && PRICES.stream().allMatch(price -> PlotColumns.hasNumbers(dataset, price));
    }

    static Figure of(Dataset dataset) {
        PlotBars all = PlotBars.of(dataset);
        PlotBars drawn = all.merged(Thinning.MOST);
        return figure(
                dataset,
                drawn,
                MovingAverage.traces(all.time(), all.close()),
                TimeAxis.of(all.time(), drawn.size()),
                all.size());
    }

    /** The figure for bars that were merged from more bars than are in memory. */
    static Figure of(Dataset ends, PlotBars merged, long size) {
        return figure(ends, merged, List.of(), TimeAxis.whole(merged.time()), size);
    }

    private static Figure figure(
            Dataset dataset,
            PlotBars drawn,
            List<Map<String, Object>> averages,
            Map<String, Object> timeAxis,
            long size) {
        boolean hasVolume = drawn.volume() != null;

        List<Map<String, Object>> traces = new ArrayList<>();
        traces.add(object(
                "type", "candlestick",
                "name", "Price",
                "showlegend", false,
                "x", array(drawn.time()),
                "open", array(drawn.open()),
                "high", array(drawn.high()),
                "low", array(drawn.low()),
                "close", array(drawn.close())));
        if (hasVolume) {
            traces.add(volume(drawn));
        }
        traces.addAll(averages);
        timeAxis.put("anchor", hasVolume ? "y2" : "y");
        Map<String, Object> layout = object(
                "hovermode",
                "x unified",
                "hoversubplots",
                "axis",
                "showlegend",
                true,
                "xaxis",
                timeAxis,
                "yaxis",
                object("side", "right", "domain", List.of(hasVolume ? 0.25 : 0, 1), "tickformat", ",~r"),
                "yaxis2",
                hasVolume ? volumeAxis() : null);
        byte[] rising = rising(drawn.open(), drawn.close());
        LastPrice.mark(layout, drawn.close(), rising[rising.length - 1] == 1 ? Palette.UP : Palette.DOWN);
        return new PlotlyFigure(
                Heading.of(dataset, "", Thinning.note(size, drawn.size(), "bars")),
                traces,
                TimeAxis.moved(layout),
                new Sketch(
                        "close; the figure has candles" + (hasVolume ? ", volume" : "") + " and moving averages", 0));
    }

    private static Map<String, Object> volume(PlotBars bars) {
        return object(
                "type",
                "bar",
                "name",
                "Volume",
                "showlegend",
                false,
                "x",
                array(bars.time()),
                "y",
                array(bars.volume()),
                "yaxis",
                "y2",
                "marker",
                object(
                        "color",
                        array(rising(bars.open(), bars.close())),
                        "colorscale",
                        List.of(List.of(0, Palette.DOWN), List.of(1, Palette.UP)),
                        "cmin",
                        0,
                        "cmax",
                        1,
                        "opacity",
                        0.7),
                "hovertemplate",
                "Volume %{y:,.0f}<extra></extra>");
    }

    /** 1 for a rising bar, else 0. As for candles, a bar that closes at its open is compared with the bar before. */
    private static byte[] rising(double[] open, double[] close) {
        byte[] rising = new byte[close.length];
        boolean up = true;
        for (int i = 0; i < close.length; i++) {
            double before = close[i] == open[i] && i > 0 ? close[i - 1] : open[i];
            if (close[i] != before) {
                up = close[i] > before;
            }
            rising[i] = (byte) (up ? 1 : 0);
        }
        return rising;
    }

    private static Map<String, Object> volumeAxis() {
        return object(
                "side", "right", "domain", List.of(0, 0.19), "exponentformat", "B", "nticks", 4, "rangemode", "tozero");
    }
}
