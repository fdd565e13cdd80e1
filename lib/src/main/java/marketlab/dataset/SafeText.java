package marketlab.dataset;

/**
 * Makes text safe to show. A dataset may come from a stranger, and its names and cells may have invisible characters
 * that control a terminal (escape sequences) or the text layout (writing direction, line breaks, zero width).
 */
public final class SafeText {

    private SafeText() {}

    /**
     * Whether a character controls the output or is invisible: control characters, including line feed and tab
     * (Unicode's categories Cc, Zl and Zp), the invisible format characters (Cf), and half of a surrogate pair (Cs).
     */
    public static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /**
     * The text with each unsafe character escaped as in Java and JSON, <code>&#92;u001b</code>; line feeds and tabs
     * too.
     */
    public static String escaped(String text) {
        return escaped(text, "");
    }

    /**
     * As {@link #escaped(String)}, for text of several lines.
     *
     * @param kept unsafe characters that are not escaped
     */
    public static String escaped(String text, String kept) {
        if (text.codePoints().noneMatch(SafeText::isUnsafe)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!isUnsafe(c) || kept.indexOf(c) >= 0) {
                shown.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    shown.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return shown.toString();
    }
}
