package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Counts of values in bins of equal width.
 *
 * @param start start of the first bin
 * @param width width of each bin
 * @param counts number of values in each bin, its lower end included
 */
record Bins(double start, double width, int[] counts) {

    /** Bins of this width with an edge at zero, which contain all these values. */
    static Bins of(double[] values, double width) {
        double first = Math.floor(StatUtils.min(values) / width);
        double last = Math.floor(StatUtils.max(values) / width);
        int[] counts = new int[(int) (last - first) + 1];
        for (double value : values) {
            counts[(int) (Math.floor(value / width) - first)]++;
        }
        return new Bins(first * width, width, counts);
    }

    /** Density of each bin: its share of the values over its width, so that the total area is one. */
    double[] densities() {
        double all = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(count -> count / all / width).toArray();
    }

    /** The plotly.js trace of these bins, without name and colour. */
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
