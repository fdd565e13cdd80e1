package marketlab.plot;

import java.util.Locale;
import marketlab.dataset.SafeText;

/** Text to be shown as it is, where it would be taken for markup. */
final class PlainLabel {

    private PlainLabel() {}

    /** For a figure's title or label: plotly.js takes {@code <b>} and {@code &amp;} for markup. */
    static String of(String text) {
        return html(text).replace("\n", "<br>");
    }

    /** {@code 1,000,000}. */
    static String count(long number) {
        return format("%,d", number);
    }

    /** As {@link String#format}, the same wherever the program runs. */
    static String format(String pattern, Object... values) {
        return String.format(Locale.ENGLISH, pattern, values);
    }

    /** For the text of an HTML element. Characters that would be obeyed and not seen are written out, as Java does. */
    static String html(String text) {
        return SafeText.escaped(text.replace("\r\n", "\n"), "\n")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
