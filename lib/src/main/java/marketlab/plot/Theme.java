package marketlab.plot;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;

/**
 * Colours of a page and its figures. The colours of the data are the same in all themes and distinguishable for
 * colour-blind readers.
 */
public enum Theme {
    LIGHT("#ffffff", "#1c2733", "#5b6876", "#e7ebf0", "#c3ccd6"),
    DARK("#12181f", "#e6ebf0", "#97a4b2", "#232d38", "#3b4857");

    private final Map<String, String> colours;

    Theme(String paper, String ink, String faint, String grid, String line) {
        this.colours = Map.of("paper", paper, "ink", ink, "faint", faint, "grid", grid, "line", line);
    }

    /** The name in a page: {@code light}, {@code dark}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colours as CSS variables. */
    String css() {
        return colours.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(colour -> "--%s: %s;".formatted(colour.getKey(), colour.getValue()))
                .collect(joining(" ", ":root[data-theme=\"" + key() + "\"] { ", " }"));
    }

    /** The plotly.js template of this theme. */
    Map<String, Object> template() {
        return Json.parse(Resource.fill("template.json", colours));
    }
}
