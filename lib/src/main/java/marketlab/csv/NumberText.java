package marketlab.csv;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that may be a number with something around it: {@code $123.40}, {@code 281.04M}, {@code −0.27%},
 * {@code (1,234)}, {@code 2.5 crore}.
 *
 * @param digits the number without other marks; the minus is ASCII, thousands and decimal marks are unchanged
 * @param mark the mark around the number: parentheses, a currency, a per cent sign, a letter that multiplies; empty if
 *     there is none
 * @param unit the letter or word that multiplies the number, in lower case; empty if there is none
 */
record NumberText(String digits, String mark, String unit) {

    /** Powers of ten by unit. */
    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("thousand", 3),
            Map.entry("l", 5),
            Map.entry("lakh", 5),
            Map.entry("lac", 5),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("mln", 6),
            Map.entry("mio", 6),
            Map.entry("million", 6),
            Map.entry("cr", 7),
            Map.entry("crore", 7),
            Map.entry("b", 9),
            Map.entry("bn", 9),
            Map.entry("billion", 9),
            Map.entry("t", 12),
            Map.entry("tn", 12),
            Map.entry("trillion", 12));

    private static final Pattern BLANKS = Pattern.compile("[\u00a0\u2007\u2009\u202f]");
    private static final Pattern DASHES = Pattern.compile("[\u2212\u2013]");
    private static final Pattern AROUND = Pattern.compile("([+-]?)([$€£¥₹]|Rs\\.?|INR|USD|EUR)?\\s*([+-]?)"
            + "([\\d.,'’\\s]*\\d[\\d.,'’\\s]*?(?:[eE][+-]?\\d+)?)\\s*"
            + "((?i:thousand|mln|mio|mn|bn|tn|(?:million|billion|trillion|lakh|lac|crore)s?|cr\\.?|[kmbtl])"
            + "|%|[$€£¥₹]|INR|USD|EUR)?");
    /** Thousands separated by blanks or apostrophes, as in French and Swiss files. */
    private static final Pattern SPACED =
            Pattern.compile("\\d{1,3}(( )\\d{3}(\\2\\d{3})*|(['’])\\d{3}(\\4\\d{3})*)([.,]\\d*)?");

    /** Whether a cell has only digits, a sign, one point and an exponent. */
    static boolean isPlain(String cell) {
        int i = !cell.isEmpty() && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
        int digits = 0;
        int points = 0;
        for (; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else {
                break;
            }
        }
        return digits > 0 && points <= 1 && (i == cell.length() || isExponent(cell, i));
    }

    private static boolean isExponent(String cell, int place) {
        if (cell.charAt(place) != 'e' && cell.charAt(place) != 'E') {
            return false;
        }
        int i = place + 1;
        i += i < cell.length() && (cell.charAt(i) == '-' || cell.charAt(i) == '+') ? 1 : 0;
        int first = i;
        while (i < cell.length() && cell.charAt(i) >= '0' && cell.charAt(i) <= '9') {
            i++;
        }
        return i > first && i == cell.length();
    }

    /**
     * The number in a cell, and the marks around it; empty if the cell has no number. No-break blanks, and dashes
     * before digits, are read as their ASCII forms.
     */
    static Optional<NumberText> of(String cell) {
        if (isPlain(cell)) {
            return Optional.of(new NumberText(cell, "", ""));
        }
        String ascii = DASHES.matcher(BLANKS.matcher(cell).replaceAll(" ")).replaceAll("-");
        String stripped = ascii.strip();
        boolean isNegative = stripped.startsWith("(") && stripped.endsWith(")");
        Matcher parts = AROUND.matcher(isNegative ? stripped.substring(1, stripped.length() - 1) : stripped);
        if (!parts.matches() || !parts.group(1).isEmpty() && !parts.group(3).isEmpty()) {
            return Optional.empty();
        }
        String sign = parts.group(1) + parts.group(3);
        if (isNegative && !sign.isEmpty()) {
            return Optional.empty();
        }
        String digits = parts.group(4).strip();
        if (SPACED.matcher(digits).matches()) {
            digits = digits.replaceAll("[\\s'’]", "");
        }
        String before = parts.group(2) == null ? "" : parts.group(2);
        String behind = parts.group(5) == null ? "" : parts.group(5);
        String unit = behind.toLowerCase(Locale.ROOT).replaceFirst("(?<=..)[s.]$", "");
        return Optional.of(new NumberText(
                (isNegative ? "-" : sign) + digits,
                (isNegative ? "()" : "") + before + behind,
                POWERS.containsKey(unit) ? unit : ""));
    }

    /** The exponent of ten of the unit; 0 if there is no unit. */
    int power() {
        return POWERS.getOrDefault(unit, 0);
    }
}
