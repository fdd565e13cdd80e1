package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import org.apache.commons.text.WordUtils;
import tech.tablesaw.plotly.components.Figure;

/** Price and greeks of one expiry's calls and puts against strike, in two rows of three panels. */
final class Greeks {

    private static final List<String> PANELS = List.of("Price", "Delta", "Gamma", "Theta", "Vega", "Rho");
    private static final Grid WIDE =
            new Grid(new double[][] {{0, 0.28}, {0.36, 0.64}, {0.72, 1}}, new double[][] {{0.58, 0.92}, {0, 0.36}}, 5);
    private static final Grid NARROW =
            new Grid(new double[][] {{0, 0.38}, {0.62, 1}}, new double[][] {{0.74, 0.94}, {0.37, 0.57}, {0, 0.2}}, 2);
    private static final int NARROW_HEIGHT = 900;
    private static final int UNIT_WIDTH = 24;

    private Greeks() {}

    static Figure of(Dataset dataset, LocalDate expiry) {
        Chain chain = new Chain(dataset);
        if (PANELS.stream().skip(1).noneMatch(greek -> chain.has("Call" + greek) && chain.has("Put" + greek))) {
            throw new IllegalArgumentException(
                    "no greek of both calls and puts, such as CallDelta and PutDelta; there are: "
                            + dataset.table().columnNames());
        }
        LocalDate shown = expiry == null ? chain.expiries().get(0) : chain.expiry(expiry);
        List<Integer> panels = IntStream.range(0, PANELS.size())
                .filter(i -> chain.has("Call" + PANELS.get(i)) && chain.has("Put" + PANELS.get(i)))
                .boxed()
                .toList();
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int i : panels) {
            traces.add(line(chain, shown, "Call", PANELS.get(i), number(i), traces.isEmpty()));
            traces.add(line(chain, shown, "Put", PANELS.get(i), number(i), traces.size() == 1));
        }
        Map<String, Object> layout = object(
                "hovermode",
                "x unified",
                "showlegend",
                true,
                "shapes",
                StrikeAxis.spotLine(
                        chain.spot(), panels.stream().map(i -> "x" + number(i)).toArray(String[]::new)));
        layout.putAll(placed(dataset, panels, WIDE));
        Map<String, Object> narrow = placed(dataset, panels, NARROW);
        narrow.put("height", NARROW_HEIGHT);
        String first = PANELS.get(panels.get(0)).toLowerCase(Locale.ROOT);
        return new PlotlyFigure(
                        Heading.of(dataset, "greeks", "expiry " + shown),
                        traces,
                        layout,
                        new Sketch(
                                "%s of calls and puts, the first of %s panels".formatted(first, panels.size()), 0, 1))
                .narrow(narrow);
    }

    /**
     * The places of the panels, as fractions of the plot's width and height, and the number of strike labels below
     * each.
     */
    private record Grid(double[][] columns, double[][] rows, int strikes) {

        double[] across(int panel) {
            return columns[panel % columns.length];
        }

        double[] up(int panel) {
            return rows[panel / columns.length];
        }

        boolean isLowest(int panel) {
            return panel / columns.length == rows.length - 1;
        }
    }

    /** Axes and titles of the panels. */
    private static Map<String, Object> placed(Dataset dataset, List<Integer> panels, Grid grid) {
        Map<String, Object> placed = object();
        for (int i : panels) {
            Map<String, Object> strikes = StrikeAxis.axis();
            strikes.putAll(object(
                    "domain", grid.across(i), "anchor", "y" + number(i), "nticks", grid.strikes(), "tickangle", 0));
            if (!grid.isLowest(i)) {
                strikes.put("title", object("text", ""));
            }
            placed.put("xaxis" + number(i), strikes);
            placed.put("yaxis" + number(i), object("domain", grid.up(i), "anchor", "x" + number(i), "nticks", 7));
        }
        placed.put(
                "annotations",
                panels.stream()
                        .map(i -> title(dataset, PANELS.get(i), grid.across(i)[0], grid.up(i)[1]))
                        .toList());
        return placed;
    }

    private static String number(int panel) {
        return panel == 0 ? "" : String.valueOf(panel + 1);
    }

    private static Map<String, Object> line(
            Chain chain, LocalDate expiry, String side, String greek, String axis, boolean named) {
        boolean call = side.equals("Call");
        return object(
                "type",
                "scatter",
                "mode",
                "lines",
                "name",
                side,
                "legendgroup",
                side,
                "showlegend",
                named,
                "x",
                array(chain.strikes(expiry)),
                "y",
                array(chain.numbers(side + greek, expiry)),
                "xaxis",
                "x" + axis,
                "yaxis",
                "y" + axis,
                "line",
                object("width", 2, "color", call ? Palette.ACCENT : Palette.DOWN, "dash", call ? "solid" : "dash"),
                "hovertemplate",
                side + " %{y:,.5~g}<extra></extra>");
    }

    /** In small letters, with lines that fit a panel of a narrow page. */
    private static String narrow(String unit) {
        return "<span style=\"font-size:10px\">" + PlainLabel.of(WordUtils.wrap(unit, UNIT_WIDTH, "\n", false))
                + "</span>";
    }

    private static Map<String, Object> title(Dataset dataset, String greek, double left, double top) {
        String unit = dataset.metadata().units().getOrDefault("Call" + greek, "");
        return object(
                "text", "<b>" + greek + "</b>" + (unit.isEmpty() ? "" : "<br>" + narrow(unit)),
                "align", "left",
                "xref", "paper",
                "x", left,
                "xanchor", "left",
                "yref", "paper",
                "y", top,
                "yanchor", "bottom",
                "showarrow", false);
    }
}
