package marketlab.plot;

import static marketlab.plot.Json.object;

import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/** A figure as plain plotly.js JSON, which knows more than jsplot's own traces and layouts do. */
final class PlotlyFigure extends Figure {

    private static final List<String> UNUSED_BUTTONS = List.of("select2d", "lasso2d", "autoScale2d");

    private final Heading heading;
    private final List<Map<String, Object>> traces;
    private final Map<String, Object> layout;
    private final Map<String, Object> narrow;
    private final Sketch sketch;

    private PlotlyFigure(
            Heading heading,
            List<Map<String, Object>> traces,
            Map<String, Object> layout,
            Map<String, Object> narrow,
            Sketch sketch) {
        super(new Trace[0]);
        this.heading = heading;
        this.traces = traces;
        this.layout = layout;
        this.narrow = narrow;
        this.sketch = sketch;
    }

    /** @param sketch what of the figure is drawn as text */
    PlotlyFigure(Heading heading, List<Map<String, Object>> traces, Map<String, Object> layout, Sketch sketch) {
        this(heading, List.copyOf(traces), object("title", heading.json()), Map.of(), sketch);
        this.layout.putAll(layout);
    }

    /** This figure with another layout, of these parts, where the page is too narrow for its own. */
    PlotlyFigure narrow(Map<String, Object> changed) {
        return new PlotlyFigure(heading, traces, layout, changed, sketch);
    }

    Panel panel() {
        int height = layout.get("height") instanceof Integer pixels ? pixels : 0;
        return new Panel(
                heading.title(),
                height,
                PlotlyPart.ofTraces(
                        traces.stream().map(trace -> trace.get("type")).toList()),
                json());
    }

    /** What {@code Plotly.newPlot} takes, without a theme; beside it the layout of a narrow page. */
    Map<String, Object> json() {
        return object("data", traces, "layout", layout, "config", config(), "narrow", narrow.isEmpty() ? null : narrow);
    }

    /** Title, origin, and the figure's main lines as a small chart. */
    @Override
    public String toString() {
        return sketch.of(heading, traces, layout);
    }

    /** The script element that draws this figure in the light theme, for jsplot's own page. */
    @Override
    public String asJavascript(String div) {
        Map<String, Object> themed = object("template", Theme.LIGHT.template());
        themed.putAll(layout);
        return "<script>\nPlotly.newPlot(%s, %s, %s, %s);\n</script>\n"
                .formatted(Json.text(div), Json.text(traces), Json.text(themed), Json.text(config()));
    }

    private Map<String, Object> config() {
        return object(
                "responsive",
                true,
                "displaylogo",
                false,
                "modeBarButtonsToRemove",
                UNUSED_BUTTONS,
                "scrollZoom",
                TimeAxis.isMoved(layout) ? true : null);
    }
}
