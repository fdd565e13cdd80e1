package marketlab.plot;

import java.util.Locale;
import marketlab.dataset.SafeText;

/** Escapes text that would otherwise be read as markup. */
final class PlainLabel {

    private PlainLabel() {}

    /** For a figure's title or label: plotly.js reads {@code <b>} and {@code &amp;} as markup. */
    static String of(String text) {
        return html(text).replace("\n", "<br>");
    }

    /** {@code 1,000,000}. */
    static String count(long number) {
        return format("%,d", number);
    }

    /** As {@link String#format}, the same in every locale. */
    static String format(String pattern, Object... values) {
        return String.format(Locale.ENGLISH, pattern, values);
    }

    /** For the text of an HTML element. Invisible control characters are written as Java escapes. */
    static String html(String text) {
        return SafeText.escaped(text.replace("\r\n", "\n"), "\n")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
