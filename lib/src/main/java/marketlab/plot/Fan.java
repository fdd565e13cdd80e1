package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import tech.tablesaw.plotly.components.Figure;

/** Quantiles of many paths at each time, as bands around the median. */
final class Fan {

    private static final Pattern CLOSE = Pattern.compile("Close\\d+", Pattern.CASE_INSENSITIVE);
    private static final double[] PERCENTS = {5, 25, 50, 75, 95};
    private static final String[] NAMES = {"5 %", "25 %", "Median", "75 %", "95 %"};
    private static final String[] BANDS = {
        "", "rgba(47,126,216,0.16)", "rgba(47,126,216,0.32)", "rgba(47,126,216,0.32)", "rgba(47,126,216,0.16)"
    };

    private Fan() {}

    /** Whether the dataset has one column per path. */
    static boolean fits(Dataset dataset) {
        return PlotColumns.timeColumn(dataset).isPresent() && closes(dataset).size() > 1;
    }

    /** The figure of paths in columns {@code Close0}, {@code Close1}, …. */
    static Figure of(Dataset wide, int samples) {
        PlotColumns columns = PlotColumns.byTime(wide);
        return of(
                wide,
                columns.time(),
                closes(wide).stream().map(columns::numbers).toList(),
                samples);
    }

    static Figure of(List<Dataset> paths, int samples) {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a fan needs a path");
        }
        double[] time = PlotColumns.byTime(paths.get(0)).time();
        List<double[]> closes = new ArrayList<>();
        for (Dataset path : paths) {
            PlotColumns columns = PlotColumns.byTime(path);
            if (!Arrays.equals(time, columns.time())) {
                throw new IllegalArgumentException(
                        "paths must have the same times, but those of path %s and path 1 differ"
                                .formatted(closes.size() + 1));
            }
            closes.add(columns.numbers("Close"));
        }
        return of(paths.get(0), time, closes, samples);
    }

    private static List<String> closes(Dataset dataset) {
        return dataset.table().columnNames().stream()
                .filter(name -> CLOSE.matcher(name).matches() && PlotColumns.hasNumbers(dataset, name))
                .toList();
    }

    private static Figure of(Dataset first, double[] time, List<double[]> closes, int samples) {
        if (closes.isEmpty()) {
            throw new IllegalArgumentException("no columns Close0, Close1, ... of paths to plot; there are: "
                    + first.table().columnNames());
        }
        if (!(samples >= 0 && samples <= closes.size())) {
            throw new IllegalArgumentException(
                    "samples must be 0 to %s, the number of paths, got %s".formatted(closes.size(), samples));
        }
        double[][] quantiles = quantiles(closes);
        int[] drawn = Thinning.extremes(quantiles[2]);
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int i = 0; i < PERCENTS.length; i++) {
            traces.add(band(i, Thinning.pick(time, drawn), Thinning.pick(quantiles[i], drawn)));
        }
        for (int i = 0; i < samples; i++) {
            traces.add(sample(time, closes.get(i), Thinning.extremes(closes.get(i))));
        }
        return new PlotlyFigure(
                Heading.of(
                        first,
                        "paths",
                        PlainLabel.count(closes.size()) + " paths",
                        Thinning.note(time.length, drawn.length, "bars"),
                        "bands of 50 % and 90 %"),
                traces,
                TimeAxis.moved(object(
                        "hovermode",
                        "x unified",
                        "showlegend",
                        false,
                        "xaxis",
                        TimeAxis.of(time, drawn.length),
                        "yaxis",
                        object("side", "right", "tickformat", ",~r"))),
                new Sketch("median, and the quantiles of 5 % and 95 %", 0, 2, 4));
    }

    /** Quantiles of the paths that have a number, at each time, computed as numpy does by default. */
    static double[][] quantiles(List<double[]> paths) {
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        int times = paths.get(0).length;
        double[][] quantiles = new double[PERCENTS.length][times];
        for (int t = 0; t < times; t++) {
            int now = t;
            percentile.setData(paths.stream()
                    .mapToDouble(path -> path[now])
                    .filter(Double::isFinite)
                    .toArray());
            IntStream.range(0, PERCENTS.length).forEach(i -> quantiles[i][now] = percentile.evaluate(PERCENTS[i]));
        }
        return quantiles;
    }

    private static Map<String, Object> band(int i, double[] time, double[] quantile) {
        boolean median = PERCENTS[i] == 50;
        return object(
                "type",
                "scatter",
                "mode",
                "lines",
                "name",
                NAMES[i],
                "x",
                array(time),
                "y",
                array(quantile),
                "fill",
                i == 0 ? null : "tonexty",
                "fillcolor",
                i == 0 ? null : BANDS[i],
                "line",
                object("color", Palette.ACCENT, "width", median ? 2.2 : 0.6),
                "hovertemplate",
                NAMES[i] + " %{y:,.2f}<extra></extra>");
    }

    private static Map<String, Object> sample(double[] time, double[] close, int[] drawn) {
        return object(
                "type",
                "scatter",
                "mode",
                "lines",
                "x",
                array(Thinning.pick(time, drawn)),
                "y",
                array(Thinning.pick(close, drawn)),
                "line",
                object("color", Palette.DOWN, "width", 0.9),
                "opacity",
                0.7,
                "hoverinfo",
                "skip");
    }
}
