package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import marketlab.dataset.Dataset;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.plotly.components.Figure;

/** The figure of a dataset of unknown type: one panel with a line per numeric column, against time or row number. */
final class NumericColumns {

    private static final int MOST = 12;
    private static final double LARGE = 1e6;
    private static final double PRICE = 100;
    private static final int PANEL = 130;
    private static final int FRAME = 150;

    private NumericColumns() {}

    static Figure of(Dataset dataset) {
        boolean timed = PlotColumns.timeColumn(dataset).isPresent();
        PlotColumns columns = timed ? PlotColumns.byTime(dataset) : PlotColumns.of(dataset);
        List<String> names = dataset.table().columns().stream()
                .filter(column -> column instanceof NumericColumn)
                .map(column -> column.name())
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "no numeric column to plot; there are: " + dataset.table().columnNames());
        }
        double[] across = timed ? columns.time() : rowNumbers(columns.size());
        List<String> shown = names.subList(0, Math.min(MOST, names.size()));
        List<Map<String, Object>> traces = new ArrayList<>();
        List<Map<String, Object>> titles = new ArrayList<>();
        Map<String, Object> layout = object(
                "hovermode",
                "x unified",
                "hoversubplots",
                "axis",
                "showlegend",
                false,
                "height",
                FRAME + PANEL * Math.max(3, shown.size()));
        Map<String, Object> axis = timed ? TimeAxis.of(across) : object("title", object("text", "Row"));
        layout.put("xaxis", axis);
        for (int i = 0; i < shown.size(); i++) {
            String number = i == 0 ? "" : String.valueOf(i + 1);
            double top = 1 - (i + 0.2) / shown.size();
            double bottom = 1 - (i + 0.97) / shown.size();
            double[] values = columns.numbers(shown.get(i));
            int[] drawn = Thinning.extremes(values);
            traces.add(object(
                    "type",
                    "scatter",
                    "mode",
                    "lines",
                    "name",
                    PlainLabel.of(shown.get(i)),
                    "x",
                    array(Thinning.pick(across, drawn)),
                    "y",
                    array(Thinning.pick(values, drawn)),
                    "yaxis",
                    "y" + number,
                    "line",
                    object("width", 1.4),
                    "hovertemplate",
                    "%{fullData.name} %{y:" + format(values) + "}<extra></extra>"));
            layout.put(
                    "yaxis" + number,
                    object(
                            "side",
                            "right",
                            "domain",
                            List.of(bottom, top),
                            "nticks",
                            4,
                            "exponentformat",
                            DoubleStream.of(values).anyMatch(value -> Math.abs(value) >= LARGE) ? "B" : null));
            titles.add(object(
                    "text",
                    PlainLabel.of(shown.get(i)),
                    "xref",
                    "paper",
                    "x",
                    0,
                    "xanchor",
                    "left",
                    "yref",
                    "paper",
                    "y",
                    top,
                    "yanchor",
                    "bottom",
                    "showarrow",
                    false));
            axis.put("anchor", "y" + number);
        }
        layout.put("annotations", titles);
        return new PlotlyFigure(
                Heading.of(dataset, "", note(shown, names), PlainLabel.count(columns.size()) + " rows"),
                traces,
                timed ? TimeAxis.moved(layout) : layout,
                new Sketch(
                        shown.get(0) + (shown.size() > 1 ? ", the first of %s columns".formatted(shown.size()) : ""),
                        0));
    }

    /** Whole numbers without decimals, prices with two decimals, small numbers with six digits. */
    private static String format(double[] values) {
        double largest = DoubleStream.of(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        boolean whole = DoubleStream.of(values).filter(Double::isFinite).allMatch(value -> value == Math.rint(value));
        return whole ? ",.0f" : largest < PRICE ? ".6~g" : ",.2f";
    }

    private static String note(List<String> shown, List<String> names) {
        String note = "a line per numeric column";
        return shown.size() < names.size() ? note + ", the first %s of %s".formatted(shown.size(), names.size()) : note;
    }

    private static double[] rowNumbers(int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
