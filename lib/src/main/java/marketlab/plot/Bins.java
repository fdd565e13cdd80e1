package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Counts of values in bins of one width.
 *
 * @param start where the first bin begins
 * @param width of each
 * @param counts of the values in each, its lower end included
 */
record Bins(double start, double width, int[] counts) {

    /** Bins of this width that meet at zero and hold all these values. */
    static Bins of(double[] values, double width) {
        double first = Math.floor(StatUtils.min(values) / width);
        double last = Math.floor(StatUtils.max(values) / width);
        int[] counts = new int[(int) (last - first) + 1];
        for (double value : values) {
            counts[(int) (Math.floor(value / width) - first)]++;
        }
        return new Bins(first * width, width, counts);
    }

    /** Share of the values in each bin for its width, so that all bins have an area of one. */
    double[] densities() {
        double all = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(count -> count / all / width).toArray();
    }

    /** Bars of these bins, without name and colour. */
    Map<String, Object> trace() {
        double[] middles = new double[counts.length];
        Arrays.setAll(middles, i -> start + (i + 0.5) * width);
        return object(
                "type",
                "bar",
                "x",
                array(middles),
                "y",
                array(densities()),
                "width",
                width,
                "customdata",
                counts,
                "hovertemplate",
                "around %{x:.2%}<br>%{customdata:,} returns<extra></extra>");
    }
}
