package marketlab.plot;

import static marketlab.plot.Json.object;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The price of the underlying, marked on an axis of strikes. */
final class SpotLine {

    private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private SpotLine() {}

    static List<Map<String, Object>> shapes(OptionalDouble spot) {
        return spot.isEmpty() ? List.of() : List.of(object(
                "type", "line",
                "x0", spot.getAsDouble(),
                "x1", spot.getAsDouble(),
                "yref", "paper",
                "y0", 0,
                "y1", 1,
                "layer", "below",
                "line", object("dash", "dot", "width", 1.5)));
    }

    static List<Map<String, Object>> annotations(OptionalDouble spot) {
        return spot.isEmpty() ? List.of() : List.of(object(
                "text", "spot " + new DecimalFormat("#,##0.####", ENGLISH).format(spot.getAsDouble()),
                "x", spot.getAsDouble(),
                "yref", "paper",
                "y", 1,
                "xanchor", "left",
                "yanchor", "top",
                "showarrow", false));
    }
}
