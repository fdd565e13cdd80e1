package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import org.apache.commons.text.WordUtils;
import tech.tablesaw.plotly.components.Figure;

/** Price and greeks of one expiry's calls and puts against strike, in two rows of three panels. */
final class Greeks {

    private static final List<String> PANELS = List.of("Price", "Delta", "Gamma", "Theta", "Vega", "Rho");
    private static final double[][] COLUMNS = {{0, 0.28}, {0.36, 0.64}, {0.72, 1}};
    private static final double[][] ROWS = {{0.58, 0.92}, {0, 0.36}};
    private static final int UNIT_WIDTH = 24;

    private Greeks() {}

    static Figure of(Dataset dataset, LocalDate expiry) {
        Chain chain = new Chain(dataset);
        if (PANELS.stream().skip(1).noneMatch(greek -> chain.has("Call" + greek) && chain.has("Put" + greek))) {
            throw new IllegalArgumentException("no column has a greek, such as CallDelta with PutDelta; there are: "
                    + dataset.table().columnNames());
        }
        LocalDate shown = expiry == null ? chain.expiries().get(0) : chain.expiry(expiry);
        List<Map<String, Object>> traces = new ArrayList<>();
        List<Map<String, Object>> titles = new ArrayList<>();
        List<String> axes = new ArrayList<>();
        Map<String, Object> layout = object("hovermode", "x unified", "showlegend", true);
        for (int i = 0; i < PANELS.size(); i++) {
            String greek = PANELS.get(i);
            String number = i == 0 ? "" : String.valueOf(i + 1);
            if (!chain.has("Call" + greek) || !chain.has("Put" + greek)) {
                continue;
            }
            double[] across = COLUMNS[i % 3];
            double[] up = ROWS[i / 3];
            traces.add(line(chain, shown, "Call", greek, number, traces.isEmpty()));
            traces.add(line(chain, shown, "Put", greek, number, traces.size() == 1));
            titles.add(title(dataset, greek, across[0], up[1]));
            axes.add("x" + number);
            Map<String, Object> strikes = StrikeAxis.axis();
            strikes.putAll(object("domain", across, "anchor", "y" + number, "nticks", 5, "tickangle", 0));
            if (i < 3) {
                strikes.remove("title");
            }
            layout.put("xaxis" + number, strikes);
            layout.put("yaxis" + number, object("domain", up, "anchor", "x" + number, "nticks", 7));
        }
        layout.put("shapes", StrikeAxis.spotLine(chain.spot(), axes.toArray(String[]::new)));
        layout.put("annotations", titles);
        return new PlotlyFigure(Heading.of(dataset, "greeks", "expiry " + shown), traces, layout);
    }

    private static Map<String, Object> line(Chain chain, LocalDate expiry, String side, String greek, String axis,
            boolean named) {
        boolean call = side.equals("Call");
        return object(
                "type", "scatter",
                "mode", "lines",
                "name", side,
                "legendgroup", side,
                "showlegend", named,
                "x", array(chain.strikes(expiry)),
                "y", array(chain.numbers(side + greek, expiry)),
                "xaxis", "x" + axis,
                "yaxis", "y" + axis,
                "line", object("width", 2, "color", call ? Palette.ACCENT : Palette.DOWN, "dash", call ? "solid" : "dash"),
                "hovertemplate", side + " %{y:,.5~g}<extra></extra>");
    }

    /** In small letters, in lines that a panel of a narrow page has room for. */
    private static String narrow(String unit) {
        return "<span style=\"font-size:10px\">" + Label.of(WordUtils.wrap(unit, UNIT_WIDTH, "\n", false)) + "</span>";
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
