package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Annualised standard deviation of the past log returns, over a short and a long window. */
final class RealisedVolatility {

    private static final int[] WINDOWS = {20, 60};
    private static final String[] COLOURS = {"#2f7ed8", "#e8792b"};

    private RealisedVolatility() {}

    static Figure of(Dataset dataset) {
        PlotColumns columns = PlotColumns.ofInstrument(dataset);
        double[] time = columns.time();
        double[] returns = Returns.logarithmic(columns.numbers("Close"));
        if (returns.length < WINDOWS[0]) {
            throw new IllegalArgumentException(
                    "realised volatility needs at least %s bars, got %s".formatted(WINDOWS[0] + 1, columns.size()));
        }
        double barsAYear = TimeAxis.barsAYear(time);
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int i = 0; i < WINDOWS.length && WINDOWS[i] <= returns.length; i++) {
            double[] volatility = rolling(returns, WINDOWS[i], barsAYear);
            double[] at = Arrays.copyOfRange(time, WINDOWS[i], time.length);
            int[] drawn = Thinning.extremes(volatility);
            traces.add(object(
                    "type",
                    "scatter",
                    "mode",
                    "lines",
                    "name",
                    WINDOWS[i] + " bars",
                    "x",
                    array(Thinning.pick(at, drawn)),
                    "y",
                    array(Thinning.pick(volatility, drawn)),
                    "line",
                    object("width", 1.6, "color", COLOURS[i]),
                    "hovertemplate",
                    "%{y:.2%}"));
        }
        return new PlotlyFigure(
                Heading.of(
                        dataset,
                        "realised volatility",
                        PlainLabel.format("annualised by %,.0f bars a year", barsAYear)),
                traces,
                TimeAxis.moved(object(
                        "hovermode",
                        "x unified",
                        "showlegend",
                        true,
                        "xaxis",
                        TimeAxis.of(time, Math.min(time.length, 2 * Thinning.MOST)),
                        "yaxis",
                        object("side", "right", "tickformat", ".0~%", "rangemode", "tozero"))),
                new Sketch("volatility over " + WINDOWS[0] + " bars", 0));
    }

    /** The annualised sample standard deviation of each window of returns. */
    static double[] rolling(double[] returns, int window, double barsAYear) {
        double[] mean = MovingAverage.of(returns, window);
        double[] volatility = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double squares = 0;
            for (int k = i; k < i + window; k++) {
                squares += (returns[k] - mean[i]) * (returns[k] - mean[i]);
            }
            volatility[i] = Math.sqrt(squares / (window - 1) * barsAYear);
        }
        return volatility;
    }
}
