package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.plotly.components.Figure;

/** Compares two datasets, for example simulated and real: levels, returns, and volatility clustering. */
final class Comparison {

    private static final int LAGS = 40;
    private static final int MOST_BINS = 200;
    static final String[] COLOURS = {Palette.ACCENT, "#e8792b"};

    private Comparison() {}

    static Figure of(Dataset one, Dataset other) {
        List<Dataset> both = List.of(one, other);
        List<String> spacings = both.stream()
                .map(PriceHistory::of)
                .map(history -> history.spacing().toString())
                .toList();
        List<Returns> returns = both.stream().map(Returns::of).toList();
        List<String> names = names(both);
        double width = binWidth(returns);
        int lags = Math.min(
                LAGS,
                returns.stream().mapToInt(each -> each.values().length).min().orElseThrow() / 3);
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            traces.add(level(both.get(i), names.get(i), COLOURS[i]));
            traces.add(histogram(returns.get(i), width, names.get(i), COLOURS[i]));
            traces.add(clustering(returns.get(i), lags, names.get(i), COLOURS[i], i));
        }
        return new PlotlyFigure(
                        new Heading(names.get(0) + " and " + names.get(1), statistics(names, spacings, returns)),
                        traces,
                        object(
                                "barmode", "overlay",
                                "showlegend", true,
                                "hovermode", "x unified",
                                "xaxis", object("domain", List.of(0, 1), "anchor", "y"),
                                "yaxis", object("domain", List.of(0.56, 0.96), "anchor", "x"),
                                "xaxis2", object("domain", List.of(0, 0.46), "anchor", "y2", "tickformat", ".1~%"),
                                "yaxis2", object("domain", List.of(0, 0.38), "anchor", "x2", "showticklabels", false),
                                "xaxis3", object("domain", List.of(0.55, 1), "anchor", "y3", "dtick", 5),
                                "yaxis3", object("domain", List.of(0, 0.38), "anchor", "x3", "zeroline", true),
                                "shapes", bounds(returns),
                                "annotations", titles(0.965, 0.385, 0.385, 0.55)),
                        new Sketch("levels of both", 0, 3))
                .narrow(object(
                        "height", 1000,
                        "yaxis", object("domain", List.of(0.7, 0.97)),
                        "xaxis2", object("domain", List.of(0, 1)),
                        "yaxis2", object("domain", List.of(0.36, 0.61)),
                        "xaxis3", object("domain", List.of(0, 1)),
                        "yaxis3", object("domain", List.of(0, 0.25)),
                        "annotations", titles(0.975, 0.615, 0.255, 0)));
    }

    /** Correlation of the squared deviations from the mean with those of earlier bars, for each lag. */
    static double[] autocorrelation(Returns returns, int lags) {
        double mean = returns.mean();
        double[] squares = Arrays.stream(returns.values())
                .map(r -> (r - mean) * (r - mean))
                .toArray();
        double average = StatUtils.mean(squares);
        double variance =
                Arrays.stream(squares).map(s -> (s - average) * (s - average)).sum();
        double[] correlation = new double[lags];
        for (int lag = 1; lag <= lags; lag++) {
            double sum = 0;
            for (int i = lag; i < squares.length; i++) {
                sum += (squares[i] - average) * (squares[i - lag] - average);
            }
            correlation[lag - 1] = sum / variance;
        }
        return correlation;
    }

    /** The names of one or two datasets; equal ones are numbered. */
    static List<String> names(List<Dataset> both) {
        List<String> names = both.stream().map(Heading::nameOf).toList();
        return names.size() == 2 && names.get(0).equals(names.get(1))
                ? List.of(names.get(0) + " (1)", names.get(1) + " (2)")
                : names;
    }

    private static Map<String, Object> level(Dataset dataset, String name, String colour) {
        double[] close = PlotColumns.ofInstrument(dataset).numbers("Close");
        double first = Arrays.stream(close).filter(Double::isFinite).findFirst().orElseThrow();
        double[] level = Arrays.stream(close).map(price -> 100 * price / first).toArray();
        double[] bar = new double[close.length];
        Arrays.setAll(bar, i -> i);
        int[] drawn = Thinning.extremes(level);
        return object(
                "type",
                "scatter",
                "mode",
                "lines",
                "name",
                PlainLabel.of(name),
                "legendgroup",
                name,
                "x",
                array(Thinning.pick(bar, drawn)),
                "y",
                array(Thinning.pick(level, drawn)),
                "line",
                object("width", 1.6, "color", colour),
                "hovertemplate",
                "%{y:,.2f}");
    }

    private static Map<String, Object> histogram(Returns returns, double width, String name, String colour) {
        Map<String, Object> bars = Bins.of(returns.values(), width).trace();
        bars.putAll(object(
                "name",
                PlainLabel.of(name),
                "legendgroup",
                name,
                "showlegend",
                false,
                "xaxis",
                "x2",
                "yaxis",
                "y2",
                "marker",
                object("color", colour, "opacity", 0.55),
                "hovertemplate",
                "%{customdata:,} returns"));
        return bars;
    }

    private static Map<String, Object> clustering(Returns returns, int lags, String name, String colour, int place) {
        double[] lag = new double[lags];
        Arrays.setAll(lag, i -> i + 1);
        return object(
                "type",
                "bar",
                "name",
                PlainLabel.of(name),
                "legendgroup",
                name,
                "showlegend",
                false,
                "x",
                array(lag),
                "y",
                array(autocorrelation(returns, lags)),
                "xaxis",
                "x3",
                "yaxis",
                "y3",
                "width",
                0.36,
                "offset",
                place == 0 ? -0.38 : 0.02,
                "marker",
                object("color", colour),
                "hovertemplate",
                "%{y:.3f}");
    }

    private static List<Map<String, Object>> bounds(List<Returns> returns) {
        int fewest =
                returns.stream().mapToInt(each -> each.values().length).min().orElseThrow();
        double bound = 1.96 / Math.sqrt(fewest);
        return List.of(bound, -bound).stream()
                .map(at -> object(
                        "type",
                        "line",
                        "xref",
                        "x3 domain",
                        "x0",
                        0,
                        "x1",
                        1,
                        "yref",
                        "y3",
                        "y0",
                        at,
                        "y1",
                        at,
                        "line",
                        object("dash", "dot", "width", 1)))
                .toList();
    }

    private static double binWidth(List<Returns> returns) {
        double widest = returns.stream()
                .mapToDouble(each -> Math.max(-StatUtils.min(each.values()), StatUtils.max(each.values())))
                .max()
                .orElseThrow();
        double usual = returns.stream().mapToDouble(Returns::deviation).max().orElseThrow() / 4;
        return Math.max(usual, 2 * widest / MOST_BINS);
    }

    private static String statistics(List<String> names, List<String> spacings, List<Returns> returns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            Returns each = returns.get(i);
            text.append(i == 0 ? "" : " · ")
                    .append(names.get(i))
                    .append(PlainLabel.format(
                            ": %,d %s returns, deviation %.2f %%, excess kurtosis %.1f",
                            each.values().length,
                            spacings.get(i),
                            100 * each.deviation(),
                            Math.rint(10 * each.kurtosis()) / 10 + 0.0));
        }
        return text.toString();
    }

    private static List<Map<String, Object>> titles(double levels, double returns, double clustering, double left) {
        return List.of(
                title("Level by bar, first close = 100", 0, levels),
                title("Log returns", 0, returns),
                title("Autocorrelation of squared returns by lag,<br>and the 95 % bounds of none", left, clustering));
    }

    private static Map<String, Object> title(String text, double left, double top) {
        return object(
                "text",
                text,
                "xref",
                "paper",
                "x",
                left,
                "xanchor",
                "left",
                "yref",
                "paper",
                "y",
                top,
                "yanchor",
                "bottom",
                "align",
                "left",
                "showarrow",
                false);
    }
}
