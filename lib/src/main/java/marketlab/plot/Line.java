package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** The close as a line. */
final class Line {

    private Line() {}

    static boolean fits(Dataset dataset) {
        return PlotColumns.timeColumn(dataset).isPresent() && PlotColumns.hasNumbers(dataset, "Close");
    }

    static Figure of(Dataset dataset) {
        PlotColumns columns = PlotColumns.ofInstrument(dataset);
        double[] time = columns.time();
        double[] close = columns.numbers("Close");
        int[] drawn = Thinning.extremes(close);
        return figure(
                dataset,
                trace("Close", time, close, drawn),
                TimeAxis.of(time, drawn.length),
                Thinning.note(close.length, drawn.length, "bars"));
    }

    /** The figure for points that were picked from more points than are in memory. */
    static Figure of(Dataset ends, List<LineExtremes.Point> points, long size) {
        double[] time = points.stream().mapToDouble(LineExtremes.Point::time).toArray();
        double[] close = points.stream().mapToDouble(LineExtremes.Point::close).toArray();
        return figure(
                ends,
                trace("Close", time, close, Thinning.all(close)),
                TimeAxis.whole(time),
                Thinning.note(size, points.size(), "bars"));
    }

    private static Figure figure(
            Dataset dataset, Map<String, Object> trace, Map<String, Object> timeAxis, String note) {
        Map<String, Object> layout = object(
                "hovermode", "x unified", "xaxis", timeAxis, "yaxis", object("side", "right", "tickformat", ",~r"));
        LastPrice.mark(layout, Json.numbers(trace.get("y")), Palette.ACCENT);
        return new PlotlyFigure(
                Heading.of(dataset, "close", note), List.of(trace), TimeAxis.moved(layout), new Sketch("close", 0));
    }

    /** The trace of the points to draw. */
    static Map<String, Object> trace(String name, double[] time, double[] values, int[] drawn) {
        return object(
                "type",
                "scatter",
                "mode",
                "lines",
                "name",
                name,
                "x",
                array(Thinning.pick(time, drawn)),
                "y",
                array(Thinning.pick(values, drawn)),
                "line",
                object("width", 1.6),
                "hovertemplate",
                name + " %{y:,.2f}<extra></extra>");
    }
}
