package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import tech.tablesaw.plotly.components.Figure;

/** Histogram of returns with the fitted normal density, and a Q-Q panel against that normal distribution. */
final class Distribution {

    private static final int CURVE = 201;
    private static final int MOST_BINS = 200;

    private Distribution() {}

    static Figure of(Dataset dataset) {
        Returns returns = Returns.of(dataset);
        NormalDistribution normal = new NormalDistribution(null, returns.mean(), returns.deviation());
        return new PlotlyFigure(
                        Heading.of(
                                dataset,
                                "returns",
                                PlainLabel.format(
                                        "%,d log returns, mean %.3f %%, deviation %.2f %%",
                                        returns.values().length, 100 * returns.mean(), 100 * returns.deviation()),
                                PlainLabel.format(
                                        "skewness %.2f, excess kurtosis %.2f", returns.skewness(), returns.kurtosis())),
                        List.of(
                                histogram(returns),
                                curve(returns, normal),
                                diagonal(returns, normal),
                                quantiles(returns, normal)),
                        object(
                                "hovermode", "closest",
                                "legend", object("x", 0, "xanchor", "left"),
                                "xaxis",
                                        object(
                                                "domain",
                                                List.of(0, 0.56),
                                                "tickformat",
                                                ".1~%",
                                                "title",
                                                object("text", "Log return")),
                                "yaxis", object("showticklabels", false, "title", object("text", "Density")),
                                "xaxis2",
                                        object(
                                                "domain",
                                                List.of(0.66, 1),
                                                "anchor",
                                                "y2",
                                                "tickformat",
                                                ".1~%",
                                                "title",
                                                object("text", "Quantile of the normal")),
                                "yaxis2",
                                        object(
                                                "anchor",
                                                "x2",
                                                "tickformat",
                                                ".1~%",
                                                "title",
                                                object("text", "Quantile of the returns"))),
                        new Sketch("histogram of the returns", 0))
                .narrow(object(
                        "height", 860,
                        "xaxis", object("domain", List.of(0, 1)),
                        "yaxis", object("domain", List.of(0.58, 1)),
                        "xaxis2", object("domain", List.of(0, 1)),
                        "yaxis2", object("domain", List.of(0, 0.44))));
    }

    private static Map<String, Object> histogram(Returns returns) {
        Map<String, Object> bars =
                Bins.of(returns.values(), binWidth(returns.sorted())).trace();
        bars.putAll(object("name", "Returns", "marker", object("color", Palette.ACCENT, "opacity", 0.65)));
        return bars;
    }

    /** Rule of Freedman and Diaconis (1981): twice the interquartile range over the cube root of the count. */
    private static double binWidth(double[] sorted) {
        Percentile quartile = new Percentile();
        quartile.setData(sorted);
        double width = 2 * (quartile.evaluate(75) - quartile.evaluate(25)) / Math.cbrt(sorted.length);
        return Math.max(width, (sorted[sorted.length - 1] - sorted[0]) / MOST_BINS);
    }

    private static Map<String, Object> curve(Returns returns, NormalDistribution normal) {
        double reach = 4 * returns.deviation();
        double[] x = new double[CURVE];
        Arrays.setAll(x, i -> returns.mean() + reach * (2.0 * i / (CURVE - 1) - 1));
        return object(
                "type", "scatter",
                "mode", "lines",
                "name", "Normal",
                "x", array(x),
                "y", array(Arrays.stream(x).map(normal::density).toArray()),
                "line", object("width", 2, "color", Palette.DOWN),
                "hoverinfo", "skip");
    }

    private static Map<String, Object> quantiles(Returns returns, NormalDistribution normal) {
        double[] sorted = returns.sorted();
        int[] drawn = Thinning.extremes(sorted);
        double[] theirs = Arrays.stream(drawn)
                .mapToDouble(i -> normal.inverseCumulativeProbability((i + 0.5) / sorted.length))
                .toArray();
        return object(
                "type", "scatter",
                "mode", "markers",
                "name", "Quantiles",
                "x", array(theirs),
                "y", array(Thinning.pick(sorted, drawn)),
                "xaxis", "x2",
                "yaxis", "y2",
                "showlegend", false,
                "marker", object("size", 5, "color", Palette.ACCENT, "opacity", 0.75),
                "hovertemplate", "normal %{x:.2%}<br>returns %{y:.2%}<extra></extra>");
    }

    private static Map<String, Object> diagonal(Returns returns, NormalDistribution normal) {
        double end = -normal.inverseCumulativeProbability(0.5 / returns.values().length) + 2 * returns.mean();
        double[] ends = {2 * returns.mean() - end, end};
        return object(
                "type", "scatter",
                "mode", "lines",
                "x", array(ends),
                "y", array(ends),
                "xaxis", "x2",
                "yaxis", "y2",
                "showlegend", false,
                "line", object("width", 2, "color", Palette.DOWN),
                "hoverinfo", "skip");
    }
}
