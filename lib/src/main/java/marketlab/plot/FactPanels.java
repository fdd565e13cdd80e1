package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.list;
import static marketlab.plot.Json.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import marketlab.dataset.FactCurve;
import marketlab.dataset.FactCurves;
import marketlab.dataset.StylizedFacts;
import org.apache.commons.math3.special.Erf;
import tech.tablesaw.plotly.components.Figure;

/** The stylized facts of one or two price histories as curves, in six panels. Bars are two standard errors long. */
final class FactPanels {

    private static final int PANELS = 6;
    private static final int COLUMNS = 3;
    private static final double GAP = 0.06;
    private static final double TITLE = 0.1;
    private static final double ERRORS = 2;
    private static final List<String> TITLES = List.of(
            "Drawdown, by row",
            "ACF of returns, by lag",
            "ACF of |returns|, by lag",
            "Tails: share of |returns| beyond<br>so many deviations; dotted: normal",
            "Leverage: correlation of a return<br>with |return| so many rows later",
            "Kurtosis of sums of so many returns;<br>dotted: normal");

    private FactPanels() {}

    static Figure of(List<Dataset> histories) {
        List<StylizedFacts> facts = histories.stream().map(StylizedFacts::of).toList();
        if (facts.size() == 2) {
            facts.get(0).checkSpacing(facts.get(1));
        }
        List<String> names = Comparison.names(histories);
        List<List<FactCurve>> curves = facts.stream()
                .map(StylizedFacts::curves)
                .map(FactPanels::inPanels)
                .toList();
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int panel = 0; panel < PANELS; panel++) {
            for (int i = 0; i < histories.size(); i++) {
                traces.add(trace(curves.get(i).get(panel), panel, names.get(i), Comparison.COLOURS[i]));
            }
        }
        traces.add(normalTail(curves));
        Map<String, Object> layout = grid(COLUMNS, 1);
        layout.putAll(object("showlegend", true, "shapes", List.of(normalKurtosis()), "height", 820));
        int[] drawdowns = IntStream.range(0, histories.size()).toArray();
        return new PlotlyFigure(
                        new Heading(
                                String.join(" and ", names) + " · stylized facts",
                                "bars: two standard errors to each side"),
                        traces,
                        layout,
                        new Sketch("drawdowns; the figure has five more panels", drawdowns))
                .narrow(narrow());
    }

    private static List<FactCurve> inPanels(FactCurves curves) {
        return List.of(
                curves.drawdown(),
                curves.autocorrelationOfReturns(),
                curves.autocorrelationOfSizes(),
                curves.exceedance(),
                curves.leverage(),
                curves.kurtosisOfSums());
    }

    private static Map<String, Object> trace(FactCurve curve, int panel, String name, String colour) {
        boolean isLine = panel == 0 || panel == 3;
        int[] drawn = isLine && panel == 0
                ? Thinning.extremes(curve.values())
                : IntStream.range(0, curve.at().length).toArray();
        double[] errors = Arrays.stream(curve.standardErrors())
                .map(error -> ERRORS * error)
                .toArray();
        return object(
                "type",
                "scatter",
                "mode",
                isLine ? "lines" : "lines+markers",
                "name",
                PlainLabel.of(name),
                "legendgroup",
                name,
                "showlegend",
                panel == 0,
                "x",
                array(Thinning.pick(curve.at(), drawn)),
                "y",
                array(Thinning.pick(curve.values(), drawn)),
                "xaxis",
                axis("x", panel),
                "yaxis",
                axis("y", panel),
                "line",
                object("width", 1.4, "color", colour),
                "marker",
                object("size", 5, "color", colour),
                "error_y",
                isLine ? null : object("type", "data", "array", list(errors), "thickness", 1, "width", 2),
                "hovertemplate",
                panel == 0 ? "%{y:.1%}" : "%{x:.3~g}: %{y:.3~g}");
    }

    /** The share of a normal law beyond so many deviations, where the returns have one. */
    private static Map<String, Object> normalTail(List<List<FactCurve>> curves) {
        int fewest =
                curves.stream().mapToInt(each -> each.get(3).at().length).min().orElseThrow();
        double[] at =
                IntStream.rangeClosed(0, 100).mapToDouble(i -> 0.1 + 0.05 * i).toArray();
        double[] shares = Arrays.stream(at).map(x -> Erf.erfc(x / Math.sqrt(2))).toArray();
        int[] drawn = IntStream.range(0, at.length)
                .filter(i -> shares[i] > 0.1 / fewest)
                .toArray();
        return object(
                "type",
                "scatter",
                "mode",
                "lines",
                "name",
                "normal",
                "showlegend",
                false,
                "x",
                array(Thinning.pick(at, drawn)),
                "y",
                array(Thinning.pick(shares, drawn)),
                "xaxis",
                axis("x", 3),
                "yaxis",
                axis("y", 3),
                "line",
                object("width", 1.2, "dash", "dot", "color", "#8a8f98"),
                "hoverinfo",
                "skip");
    }

    private static Map<String, Object> normalKurtosis() {
        return object(
                "type",
                "line",
                "xref",
                axis("x", 5) + " domain",
                "x0",
                0,
                "x1",
                1,
                "yref",
                axis("y", 5),
                "y0",
                3,
                "y1",
                3,
                "line",
                object("dash", "dot", "width", 1.2, "color", "#8a8f98"));
    }

    private static Map<String, Object> narrow() {
        Map<String, Object> layout = grid(1, 0.5);
        layout.put("height", 2000);
        return layout;
    }

    /** Axes and titles of the panels in so many columns, row by row. */
    private static Map<String, Object> grid(int columns, double titles) {
        int rows = PANELS / columns;
        double width = (1 - GAP * (columns - 1)) / columns;
        double height = 1.0 / rows;
        Map<String, Object> layout = object();
        List<Map<String, Object>> annotations = new ArrayList<>();
        for (int panel = 0; panel < PANELS; panel++) {
            double left = panel % columns * (width + GAP);
            double bottom = 1 - (panel / columns + 1) * height;
            double top = bottom + height - TITLE * titles;
            boolean isTail = panel == 3;
            layout.put(
                    axis("x", panel).replace("x", "xaxis"),
                    object(
                            "domain",
                            List.of(left, Math.min(1, left + width)),
                            "anchor",
                            axis("y", panel),
                            "type",
                            isTail ? "log" : null,
                            "range",
                            isTail ? List.of(-1, 1.2) : null));
            layout.put(
                    axis("y", panel).replace("y", "yaxis"),
                    object(
                            "domain",
                            List.of(bottom + 0.05 * titles, top),
                            "anchor",
                            axis("x", panel),
                            "type",
                            isTail ? "log" : null,
                            "exponentformat",
                            isTail ? "power" : null,
                            "tickformat",
                            panel == 0 ? ".0~%" : null,
                            "zeroline",
                            !isTail && panel != 5));
            annotations.add(object(
                    "text", TITLES.get(panel),
                    "xref", "paper",
                    "x", left,
                    "xanchor", "left",
                    "yref", "paper",
                    "y", top,
                    "yanchor", "bottom",
                    "align", "left",
                    "showarrow", false));
        }
        layout.put("annotations", annotations);
        return layout;
    }

    private static String axis(String letter, int panel) {
        return panel == 0 ? letter : letter + (panel + 1);
    }
}
