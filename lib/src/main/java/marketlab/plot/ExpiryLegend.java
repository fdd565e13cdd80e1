package marketlab.plot;

import static marketlab.plot.Json.object;

import java.util.Map;

/** The legend of expiries: above the plot if they fit there, else in a list beside it. */
final class ExpiryLegend {

    private static final int ROOM_ABOVE = 5;

    private ExpiryLegend() {}

    static Map<String, Object> of(int expiries) {
        Map<String, Object> legend = object("title", object("text", "Expiry"));
        if (expiries > ROOM_ABOVE) {
            legend.putAll(object("orientation", "v", "x", 1.01, "xanchor", "left", "y", 1, "yanchor", "top"));
        }
        return legend;
    }
}
