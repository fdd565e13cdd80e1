package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** The close, and below it the drawdown: the close relative to the highest close so far, less 1. */
final class Drawdown {

    private Drawdown() {}

    static Figure of(Dataset dataset) {
        PlotColumns columns = PlotColumns.ofInstrument(dataset);
        double[] time = columns.time();
        double[] close = columns.numbers("Close");
        double[] drawdown = drawdowns(close);
        int[] drawn = Thinning.extremes(close);
        int deepest = 0;
        for (int i = 1; i < drawdown.length; i++) {
            deepest = drawdown[i] < drawdown[deepest] ? i : deepest;
        }
        return figure(
                dataset,
                Thinning.pick(time, drawn),
                Thinning.pick(close, drawn),
                Thinning.pick(drawdown, drawn),
                depth(drawdown[deepest], time[deepest]),
                TimeAxis.of(time, drawn.length),
                close.length);
    }

    /** The figure for points that were picked from more points than are in memory. */
    static Figure of(Dataset ends, List<LineExtremes.Point> points, LineExtremes.Point deepest, long size) {
        double[] time = points.stream().mapToDouble(LineExtremes.Point::time).toArray();
        double[] close = points.stream().mapToDouble(LineExtremes.Point::close).toArray();
        double[] drawdown =
                points.stream().mapToDouble(LineExtremes.Point::drawdown).toArray();
        return figure(
                ends, time, close, drawdown, depth(deepest.drawdown(), deepest.time()), TimeAxis.whole(time), size);
    }

    private static String depth(double drawdown, double time) {
        return PlainLabel.format(
                "deepest %.1f %% on %s",
                100 * drawdown,
                Instant.ofEpochMilli((long) time).atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static Figure figure(
            Dataset dataset,
            double[] time,
            double[] close,
            double[] drawdown,
            String depth,
            Map<String, Object> timeAxis,
            long size) {
        timeAxis.put("anchor", "y2");
        Map<String, Object> layout = object(
                "hovermode",
                "x unified",
                "hoversubplots",
                "axis",
                "showlegend",
                false,
                "xaxis",
                timeAxis,
                "yaxis",
                object("side", "right", "domain", List.of(0.42, 1), "tickformat", ",~r"),
                "yaxis2",
                object("side", "right", "domain", List.of(0, 0.36), "tickformat", ".0~%", "rangemode", "tozero"));
        LastPrice.mark(layout, close, Palette.ACCENT);
        return new PlotlyFigure(
                Heading.of(dataset, "drawdown", depth, Thinning.note(size, close.length, "bars")),
                List.of(
                        Line.trace("Close", time, close, Thinning.all(close)),
                        object(
                                "type", "scatter",
                                "mode", "lines",
                                "name", "Drawdown",
                                "x", array(time),
                                "y", array(drawdown),
                                "yaxis", "y2",
                                "fill", "tozeroy",
                                "line", object("width", 1.2, "color", Palette.DOWN),
                                "hovertemplate", "Drawdown %{y:.2%}<extra></extra>")),
                TimeAxis.moved(layout),
                new Sketch("drawdown; the figure has the close above it", 1));
    }

    /** 0 at a new high, -0.2 at 20 % below the highest close so far; NaN if the close is missing. */
    static double[] drawdowns(double[] close) {
        double[] drawdown = new double[close.length];
        double highest = Double.NaN;
        for (int i = 0; i < close.length; i++) {
            highest = Double.isNaN(highest) || close[i] > highest ? close[i] : highest;
            drawdown[i] = close[i] / highest - 1;
        }
        return drawdown;
    }
}
