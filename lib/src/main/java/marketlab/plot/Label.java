package marketlab.plot;

import java.util.Locale;

/** Text to be shown as it is, where it would be taken for markup. */
final class Label {

    private Label() {}

    /** For a figure's title or label: plotly.js takes {@code <b>} and {@code &amp;} for markup. */
    static String of(String text) {
        return html(text).replaceAll("\\R", "<br>");
    }

    /** {@code 1,000,000}. */
    static String count(long number) {
        return format("%,d", number);
    }

    /** As {@link String#format}, the same wherever the program runs. */
    static String format(String pattern, Object... values) {
        return String.format(Locale.ENGLISH, pattern, values);
    }

    /** For the text of an HTML element. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
