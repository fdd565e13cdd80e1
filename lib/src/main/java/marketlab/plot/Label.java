package marketlab.plot;

import java.util.Locale;

/** Text to be shown as it is, where it would be taken for markup. */
final class Label {

    private Label() {}

    /** For a figure's title or label: plotly.js takes {@code <b>} and {@code &amp;} for markup. */
    static String of(String text) {
        return html(text).replaceAll("\\R", "<br>");
    }

    /** A number and what it counts: {@code 1,000 bars}. */
    static String count(long number, String things) {
        return String.format(Locale.ENGLISH, "%,d %s", number, things);
    }

    /** For the text of an HTML element. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
