package marketlab.plot;

import static java.util.stream.Collectors.joining;
import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Profit of legs of one expiry at that expiry, against the price of the underlying. */
final class Payoff {

    private static final int POINTS = 201;
    private static final double MARGIN = 0.02;
    private static final double ABOVE = 0.12;

    private Payoff() {}

    static Figure of(Dataset dataset, LocalDate expiry, String... texts) {
        if (texts.length == 0) {
            throw new IllegalArgumentException("a payoff needs a leg, such as '+1 call 22000'");
        }
        Chain chain = new Chain(dataset);
        LocalDate shown = expiry == null ? chain.expiries().get(0) : chain.expiry(expiry);
        double[] strikes = chain.strikes(shown);
        double[] calls = chain.numbers("CallPrice", shown);
        double[] puts = chain.numbers("PutPrice", shown);
        List<Leg> legs = Stream.of(texts)
                .map(text -> Leg.parse(text, strikes, calls, puts))
                .toList();
        double[] breakEvens = breakEvens(legs);
        double[] prices = prices(legs, breakEvens, chain);
        double[] profit =
                Arrays.stream(prices).map(price -> profit(legs, price)).toArray();

        List<Map<String, Object>> traces = new ArrayList<>();
        traces.add(area(prices, Arrays.stream(profit).map(p -> Math.max(p, 0)).toArray(), Palette.UP));
        traces.add(area(prices, Arrays.stream(profit).map(p -> Math.min(p, 0)).toArray(), Palette.DOWN));
        if (legs.size() > 1) {
            for (int i = 0; i < legs.size(); i++) {
                Leg leg = legs.get(i);
                traces.add(line(
                        leg.toString(),
                        prices,
                        Arrays.stream(prices).map(leg::profit).toArray(),
                        object("width", 1.3, "dash", "dot", "color", Palette.step(i, legs.size()))));
            }
        }
        traces.add(line("Profit", prices, profit, object("width", 2.5, "color", Palette.ACCENT)));
        int ofProfit = traces.size() - 1;
        traces.add(marks(breakEvens));
        double paid =
                legs.stream().mapToDouble(leg -> leg.quantity() * leg.premium()).sum();
        String turns = DoubleStream.of(breakEvens)
                .mapToObj(price -> PlainLabel.format("%,.2f", price))
                .collect(joining(", "));
        return new PlotlyFigure(
                Heading.of(
                        dataset,
                        legs.stream().map(Leg::toString).collect(joining(", ")),
                        "expiry " + shown,
                        PlainLabel.format("premium %s %,.2f", paid < 0 ? "received" : "paid", Math.abs(paid)),
                        best(legs),
                        worst(legs),
                        turns.isEmpty() ? "" : "break-even " + turns),
                traces,
                object(
                        "hovermode", "x unified",
                        "showlegend", true,
                        "xaxis",
                                object(
                                        "title",
                                        object("text", "Underlying at expiry"),
                                        "tickformat",
                                        ",~r",
                                        "hoverformat",
                                        ",.2f",
                                        "range",
                                        List.of(prices[0], prices[prices.length - 1])),
                        "yaxis", object("tickformat", ",~r", "zeroline", true, "range", range(profit)),
                        "shapes", StrikeAxis.spotLine(chain.spot(), "x"),
                        "annotations", StrikeAxis.spotLabel(chain.spot())),
                new Sketch("profit of all legs", ofProfit));
    }

    /** Profit at the best price: {@code maximum profit 728.42}. */
    static String best(List<Leg> legs) {
        double most = atCorners(legs).max().orElseThrow();
        return slope(legs) > 0
                ? "maximum profit unlimited"
                : most > 0 ? PlainLabel.format("maximum profit %,.2f", most) : "no profit";
    }

    /** Loss at the worst price: {@code maximum loss 271.58}. */
    static String worst(List<Leg> legs) {
        double least = atCorners(legs).min().orElseThrow();
        return slope(legs) < 0
                ? "maximum loss unlimited"
                : least < 0 ? PlainLabel.format("maximum loss %,.2f", -least) : "no loss";
    }

    /** Profits at zero and at the strikes. Between them, and beyond the highest, the profit is linear. */
    private static DoubleStream atCorners(List<Leg> legs) {
        return DoubleStream.concat(DoubleStream.of(0), legs.stream().mapToDouble(Leg::strike))
                .map(price -> profit(legs, price));
    }

    /** Slope of the profit above all strikes. */
    private static double slope(List<Leg> legs) {
        return legs.stream().filter(Leg::call).mapToDouble(Leg::quantity).sum();
    }

    /** The range of the total profit and zero; single legs may be outside. */
    private static List<Double> range(double[] profit) {
        double low = Math.min(0, Arrays.stream(profit).min().orElseThrow());
        double high = Math.max(0, Arrays.stream(profit).max().orElseThrow());
        double margin = ABOVE * (high - low);
        return margin > 0 ? List.of(low - margin, high + margin) : null;
    }

    static double profit(List<Leg> legs, double price) {
        return legs.stream().mapToDouble(leg -> leg.profit(price)).sum();
    }

    /** Exact prices above zero at which the profit is zero; the profit is linear between strikes. */
    static double[] breakEvens(List<Leg> legs) {
        double[] strikes =
                legs.stream().mapToDouble(Leg::strike).sorted().distinct().toArray();
        double highest = strikes[strikes.length - 1];
        double slope = slope(legs);
        double last = profit(legs, highest);
        DoubleStream.Builder found = DoubleStream.builder();
        for (int i = 0; i < strikes.length; i++) {
            double from = i == 0 ? 0 : strikes[i - 1];
            double below = profit(legs, from);
            double above = profit(legs, strikes[i]);
            if (below * above < 0) {
                found.add(from + (strikes[i] - from) * below / (below - above));
            } else if (above == 0 && below != 0) {
                found.add(strikes[i]);
            }
        }
        if (last * slope < 0) {
            found.add(highest - last / slope);
        }
        return found.build().toArray();
    }

    /** Prices to draw at: strikes, break-evens and spot, and prices around them. */
    private static double[] prices(List<Leg> legs, double[] breakEvens, Chain chain) {
        double[] corners = DoubleStream.concat(
                        DoubleStream.concat(legs.stream().mapToDouble(Leg::strike), Arrays.stream(breakEvens)),
                        chain.spot().stream())
                .sorted()
                .toArray();
        double margin = Math.max(corners[corners.length - 1] - corners[0], MARGIN * corners[corners.length - 1]);
        double low = Math.max(0, corners[0] - margin);
        double high = corners[corners.length - 1] + margin;
        DoubleStream between = IntStream.range(0, POINTS).mapToDouble(i -> low + (high - low) * i / (POINTS - 1));
        return DoubleStream.concat(between, Arrays.stream(corners))
                .sorted()
                .distinct()
                .toArray();
    }

    private static Map<String, Object> area(double[] prices, double[] profit, String colour) {
        Map<String, Object> area = line("", prices, profit, object("width", 0, "color", colour));
        area.putAll(object("fill", "tozeroy", "showlegend", false, "hoverinfo", "skip"));
        area.remove("hovertemplate");
        return area;
    }

    /** Marks of the break-evens on the zero line, with their prices. */
    private static Map<String, Object> marks(double[] breakEvens) {
        return object(
                "type",
                "scatter",
                "mode",
                "markers+text",
                "name",
                "Break-even",
                "x",
                array(breakEvens),
                "y",
                array(new double[breakEvens.length]),
                "text",
                Arrays.stream(breakEvens)
                        .mapToObj(price -> PlainLabel.format("%,.2f", price))
                        .toList(),
                "textposition",
                "top center",
                "marker",
                object("size", 8, "color", Palette.ACCENT),
                "showlegend",
                false,
                "hoverinfo",
                "skip");
    }

    private static Map<String, Object> line(String name, double[] prices, double[] profit, Map<String, Object> line) {
        return object(
                "type",
                "scatter",
                "mode",
                "lines",
                "name",
                name,
                "x",
                array(prices),
                "y",
                array(profit),
                "line",
                line,
                "hovertemplate",
                "%{y:,.2f}");
    }
}
