package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Implied volatility against strike, a line an expiry: of the put below the spot, of the call from the spot on. */
final class Smile {

    /** As many expiries have their names above the plot; more are listed beside it. */
    private static final int ROOM_ABOVE = 5;

    private Smile() {}

    static boolean fits(Dataset dataset) {
        return Chain.fits(dataset)
                && Columns.hasNumbers(dataset, "CallIV")
                && Columns.hasNumbers(dataset, "PutIV");
    }

    static Figure of(Dataset dataset) {
        Chain chain = new Chain(dataset);
        List<LocalDate> expiries = chain.expiries();
        List<double[]> lines = expiries.stream().map(expiry -> outOfTheMoney(chain, expiry)).toList();
        List<Map<String, Object>> traces = new ArrayList<>();
        for (LocalDate expiry : expiries) {
            traces.add(object(
                    "type", "scatter",
                    "mode", "lines+markers",
                    "name", expiry.toString(),
                    "x", array(chain.strikes(expiry)),
                    "y", array(lines.get(traces.size())),
                    "line", object("color", Palette.step(traces.size(), expiries.size())),
                    "hovertemplate", "%{y:.2%}"));
        }
        return new PlotlyFigure(Heading.of(dataset, "implied volatility"), traces, object(
                "hovermode", "x unified",
                "showlegend", true,
                "legend", legend(expiries.size()),
                "xaxis", object("title", object("text", "Strike"), "tickformat", ",~r", "hoverformat", ",.2f"),
                "yaxis", object("tickformat", ".1~%", "range", Flat.range(0.01, lines)),
                "shapes", SpotLine.shapes(chain.spot()),
                "annotations", SpotLine.annotations(chain.spot())));
    }

    private static Map<String, Object> legend(int expiries) {
        Map<String, Object> legend = object("title", object("text", "Expiry"));
        if (expiries > ROOM_ABOVE) {
            legend.putAll(object("orientation", "v", "x", 1.01, "xanchor", "left", "y", 1, "yanchor", "top"));
        }
        return legend;
    }

    private static double[] outOfTheMoney(Chain chain, LocalDate expiry) {
        double[] strike = chain.strikes(expiry);
        double[] call = chain.numbers("CallIV", expiry);
        double[] put = chain.numbers("PutIV", expiry);
        OptionalDouble spot = chain.spot();
        double[] volatility = new double[strike.length];
        for (int i = 0; i < strike.length; i++) {
            boolean putIsOut = spot.isPresent() && strike[i] < spot.getAsDouble();
            double out = putIsOut ? put[i] : call[i];
            volatility[i] = !Double.isNaN(out) ? out : putIsOut ? call[i] : put[i];
        }
        return volatility;
    }
}
