package marketlab.plot;

import static marketlab.plot.Json.object;

import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/** A figure as plain plotly.js JSON, which knows more than jsplot's own traces and layouts do. */
final class PlotlyFigure extends Figure {

    private static final Map<String, Object> CONFIG = object(
            "responsive", true,
            "displaylogo", false,
            "modeBarButtonsToRemove", List.of("select2d", "lasso2d", "autoScale2d"));

    private final Heading heading;
    private final List<Map<String, Object>> traces;
    private final Map<String, Object> layout;

    PlotlyFigure(Heading heading, List<Map<String, Object>> traces, Map<String, Object> layout) {
        super(new Trace[0]);
        this.heading = heading;
        this.traces = List.copyOf(traces);
        this.layout = object("title", heading.json());
        this.layout.putAll(layout);
    }

    Panel panel() {
        int height = layout.get("height") instanceof Integer pixels ? pixels : 0;
        return new Panel(heading.title(), height, json());
    }

    /** What {@code Plotly.newPlot} takes, without a theme. */
    Map<String, Object> json() {
        return object("data", traces, "layout", layout, "config", CONFIG);
    }

    /** Title, origin, and the first line of the figure as a small chart. */
    @Override
    public String toString() {
        return Sketch.of(heading, traces, layout);
    }

    /** The script element that draws this figure in the light theme, for jsplot's own page. */
    @Override
    public String asJavascript(String div) {
        Map<String, Object> themed = object("template", Theme.LIGHT.template());
        themed.putAll(layout);
        return "<script>\nPlotly.newPlot(%s, %s, %s, %s);\n</script>\n"
                .formatted(Json.text(div), Json.text(traces), Json.text(themed), Json.text(CONFIG));
    }
}
