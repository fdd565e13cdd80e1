package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Prices of calls and puts against strike, two lines per expiry. */
final class OptionPrices {

    private OptionPrices() {}

    static boolean fits(Dataset dataset) {
        return Chain.fits(dataset)
                && PlotColumns.hasNumbers(dataset, "CallPrice")
                && PlotColumns.hasNumbers(dataset, "PutPrice");
    }

    static Figure of(Dataset dataset) {
        Chain chain = new Chain(dataset);
        List<LocalDate> expiries = chain.expiries();
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int i = 0; i < expiries.size(); i++) {
            String colour = Palette.step(i, expiries.size());
            traces.add(line(chain, expiries.get(i), "Call", colour, "solid"));
            traces.add(line(chain, expiries.get(i), "Put", colour, "dot"));
        }
        return new PlotlyFigure(
                Heading.of(dataset, "option prices", "calls solid, puts dotted"),
                traces,
                object(
                        "hovermode", "x unified",
                        "showlegend", true,
                        "legend", ExpiryLegend.of(expiries.size()),
                        "xaxis", StrikeAxis.axis(),
                        "yaxis", object("tickformat", ",~r", "rangemode", "tozero"),
                        "shapes", StrikeAxis.spotLine(chain.spot(), "x"),
                        "annotations", StrikeAxis.spotLabel(chain.spot())),
                new Sketch("calls and puts of " + expiries.get(0), 0, 1));
    }

    private static Map<String, Object> line(Chain chain, LocalDate expiry, String side, String colour, String dash) {
        return object(
                "type", "scatter",
                "mode", "lines",
                "name", expiry.toString(),
                "legendgroup", expiry.toString(),
                "showlegend", side.equals("Call"),
                "x", array(chain.strikes(expiry)),
                "y", array(chain.numbers(side + "Price", expiry)),
                "line", object("width", 2, "color", colour, "dash", dash),
                "hovertemplate", expiry + " " + side.toLowerCase(Locale.ROOT) + " %{y:,.2f}<extra></extra>");
    }
}
