package marketlab.plot;

import static marketlab.plot.Json.object;

import java.util.List;
import java.util.Map;

/** Marks the last price of a figure over time, by a tag on the axis and a horizontal line. */
final class LastPrice {

    private static final int PIXELS_A_DIGIT = 7;
    private static final int PADDING = 20;

    private LastPrice() {}

    /** Adds the tag to a layout whose first price axis is on the right; adds none if every price is missing. */
    static void mark(Map<String, Object> layout, double[] prices, String colour) {
        int last = prices.length - 1;
        while (last >= 0 && !Double.isFinite(prices[last])) {
            last--;
        }
        if (last < 0) {
            return;
        }
        String text = PlainLabel.format("%,.2f", prices[last]);
        layout.put(
                "annotations",
                List.of(object(
                        "text",
                        text,
                        "xref",
                        "paper",
                        "x",
                        1,
                        "xanchor",
                        "left",
                        "yref",
                        "y",
                        "y",
                        prices[last],
                        "showarrow",
                        false,
                        "borderpad",
                        3,
                        "bgcolor",
                        colour,
                        "font",
                        object("color", "#ffffff"))));
        layout.put(
                "shapes",
                List.of(object(
                        "type",
                        "line",
                        "xref",
                        "paper",
                        "x0",
                        0,
                        "x1",
                        1,
                        "yref",
                        "y",
                        "y0",
                        prices[last],
                        "y1",
                        prices[last],
                        "line",
                        object("dash", "dot", "width", 1, "color", colour))));
        layout.put("margin", object("r", PADDING + PIXELS_A_DIGIT * text.length()));
    }
}
