package marketlab.plot;

import static marketlab.plot.Json.object;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A strike axis with a mark at the price of the underlying. */
final class StrikeAxis {

    private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private static final double LARGE = 100;

    private StrikeAxis() {}

    static Map<String, Object> axis() {
        return object("title", object("text", "Strike"), "tickformat", ",~r", "hoverformat", ",~r");
    }

    /** A vertical line over the whole plot, on the x axes with these names; none if the spot is unknown. */
    static List<Map<String, Object>> spotLine(OptionalDouble spot, String... axes) {
        return spot.isEmpty()
                ? List.of()
                : List.of(axes).stream()
                        .map(axis -> object(
                                "type",
                                "line",
                                "xref",
                                axis,
                                "x0",
                                spot.getAsDouble(),
                                "x1",
                                spot.getAsDouble(),
                                "yref",
                                axis.replace('x', 'y') + " domain",
                                "y0",
                                0,
                                "y1",
                                1,
                                "layer",
                                "below",
                                "line",
                                object("dash", "dot", "width", 1.5)))
                        .toList();
    }

    /** The label of the line, inside the plot. */
    static List<Map<String, Object>> spotLabel(OptionalDouble spot) {
        return spot.isEmpty()
                ? List.of()
                : List.of(object(
                        "text",
                        "spot " + number(spot.getAsDouble()),
                        "x",
                        spot.getAsDouble(),
                        "xanchor",
                        "left",
                        "yref",
                        "y domain",
                        "y",
                        1,
                        "yanchor",
                        "top",
                        "showarrow",
                        false));
    }

    /** {@code 22,000}, {@code 24,012.84} or {@code 1.0834}. */
    static String number(double price) {
        return new DecimalFormat(price < LARGE ? "#,##0.####" : "#,##0.##", ENGLISH).format(price);
    }
}
