package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Implied volatility against strike, one line per expiry. */
final class Smile {

    private Smile() {}

    static boolean fits(Dataset dataset) {
        return Chain.fits(dataset)
                && PlotColumns.hasNumbers(dataset, "CallIV")
                && PlotColumns.hasNumbers(dataset, "PutIV");
    }

    static Figure of(Dataset dataset) {
        Chain chain = new Chain(dataset);
        List<LocalDate> expiries = chain.expiries();
        List<double[]> lines = expiries.stream().map(chain::impliedVolatility).toList();
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            traces.add(object(
                    "type", "scatter",
                    "mode", "lines+markers",
                    "name", expiries.get(i).toString(),
                    "x", array(chain.strikes(expiries.get(i))),
                    "y", array(lines.get(i)),
                    "line", object("color", Palette.step(i, lines.size())),
                    "hovertemplate", "%{y:.2%}"));
        }
        return new PlotlyFigure(
                Heading.of(dataset, "implied volatility"),
                traces,
                object(
                        "hovermode", "x unified",
                        "showlegend", true,
                        "legend", ExpiryLegend.of(lines.size()),
                        "xaxis", StrikeAxis.axis(),
                        "yaxis", object("tickformat", ".1~%", "range", FlatData.range(0.01, lines)),
                        "shapes", StrikeAxis.spotLine(chain.spot(), "x"),
                        "annotations", StrikeAxis.spotLabel(chain.spot())),
                new Sketch(
                        expiries.get(0)
                                + (expiries.size() > 1
                                        ? ", the nearest of %s expiries".formatted(expiries.size())
                                        : ""),
                        0));
    }
}
