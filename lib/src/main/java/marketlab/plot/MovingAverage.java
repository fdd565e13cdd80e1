package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Simple moving averages of the close, for the windows that are at most half as long as the data. */
final class MovingAverage {

    private static final int[] WINDOWS = {20, 50, 200};
    private static final String[] COLOURS = {"#2f7ed8", "#b75fb0", "#bd9420"};

    private MovingAverage() {}

    /** One line per window, thinned to what a screen can show. */
    static List<Map<String, Object>> traces(double[] time, double[] close) {
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int i = 0; i < WINDOWS.length && 2 * WINDOWS[i] <= close.length; i++) {
            int window = WINDOWS[i];
            double[] average = of(close, window);
            double[] at = Arrays.copyOfRange(time, window - 1, time.length);
            int[] drawn = Thinning.extremes(average);
            traces.add(object(
                    "type",
                    "scatter",
                    "mode",
                    "lines",
                    "name",
                    "SMA " + window,
                    "x",
                    array(Thinning.pick(at, drawn)),
                    "y",
                    array(Thinning.pick(average, drawn)),
                    "line",
                    object("width", 1.3, "color", COLOURS[i]),
                    "hovertemplate",
                    "SMA " + window + " %{y:,.2f}<extra></extra>"));
        }
        return traces;
    }

    /** Mean of each window of values; NaN if one is missing. The first is the mean of values 0 to window - 1. */
    static double[] of(double[] values, int window) {
        double[] averages = new double[values.length - window + 1];
        double sum = 0;
        int missing = 0;
        for (int i = 0; i < values.length; i++) {
            missing += Double.isNaN(values[i]) ? 1 : 0;
            sum += Double.isNaN(values[i]) ? 0 : values[i];
            if (i >= window) {
                missing -= Double.isNaN(values[i - window]) ? 1 : 0;
                sum -= Double.isNaN(values[i - window]) ? 0 : values[i - window];
            }
            if (i >= window - 1) {
                averages[i - window + 1] = missing == 0 ? sum / window : Double.NaN;
            }
        }
        return averages;
    }
}
