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
        return Columns.timeColumn(dataset).isPresent() && Columns.hasNumbers(dataset, "Close");
    }

    static Figure of(Dataset dataset) {
        Columns columns = Columns.byTime(dataset);
        double[] time = columns.time();
        double[] close = columns.numbers("Close");
        int[] drawn = Thinning.extremes(close);
        return new PlotlyFigure(
                Heading.of(dataset, "close", Thinning.note(close.length, drawn.length, "bars")),
                List.of(trace("Close", time, close, drawn)),
                object(
                        "hovermode", "x unified",
                        "xaxis", TimeAxis.of(time, drawn.length),
                        "yaxis", object("side", "right", "tickformat", ",~r")));
    }

    /** The points of this line that are to be drawn. */
    static Map<String, Object> trace(String name, double[] time, double[] values, int[] drawn) {
        return object(
                "type", "scatter",
                "mode", "lines",
                "name", name,
                "x", array(Thinning.pick(time, drawn)),
                "y", array(Thinning.pick(values, drawn)),
                "line", object("width", 1.6),
                "hovertemplate", name + " %{y:,.2f}<extra></extra>");
    }
}
