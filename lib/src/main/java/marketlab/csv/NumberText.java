package marketlab.csv;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that may be a number with something around it: {@code $123.40}, {@code 281.04M}, {@code −0.27%}, {@code (1,234)}.
 *
 * @param digits the number alone, with an ASCII minus, and with the marks between and before its digits as they are
 * @param mark what stood around it: a currency, a per cent sign, a letter that multiplies; empty if nothing did
 * @param power of ten that the letter multiplies by; 0 without one
 */
record NumberText(String digits, String mark, int power) {

    private static final Map<String, Integer> POWERS = Map.of("K", 3, "M", 6, "B", 9, "T", 12);
    private static final Pattern AROUND = Pattern.compile("([+-]?)([$€£¥₹]|Rs\\.?|INR|USD|EUR)?\\s*([+-]?)"
            + "([\\d.,'’\\s]*\\d[\\d.,'’\\s]*?(?:[eE][+-]?\\d+)?)\\s*([KMBTkmbt]|%|[$€£¥₹]|INR|USD|EUR)?");
    /** Thousands apart by blanks or apostrophes, as in French and Swiss files. */
    private static final Pattern SPACED =
            Pattern.compile("\\d{1,3}(([ \u00a0\u202f])\\d{3}(\\2\\d{3})*|(['’])\\d{3}(\\4\\d{3})*)([.,]\\d*)?");

    /** Whether a cell is digits, with no more than a sign, one point and an exponent. */
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

    /** The number in a cell and what is around it; empty if it has none. */
    static Optional<NumberText> of(String cell) {
        if (isPlain(cell)) {
            return Optional.of(new NumberText(cell, "", 0));
        }
        boolean isNegative = cell.startsWith("(") && cell.endsWith(")");
        String bare = (isNegative ? cell.substring(1, cell.length() - 1) : cell).replace('\u2212', '-');
        Matcher parts = AROUND.matcher(bare);
        if (!parts.matches() || !parts.group(1).isEmpty() && !parts.group(3).isEmpty()) {
            return Optional.empty();
        }
        String sign = parts.group(1) + parts.group(3);
        if (isNegative && !sign.isEmpty()) {
            return Optional.empty();
        }
        String digits = parts.group(4).strip();
        if (SPACED.matcher(digits).matches()) {
            digits = digits.replaceAll("[\\s'’\u00a0\u202f]", "");
        }
        String before = parts.group(2) == null ? "" : parts.group(2);
        String behind = parts.group(5) == null ? "" : parts.group(5);
        Integer power = POWERS.get(behind.toUpperCase(Locale.ROOT));
        return Optional.of(
                new NumberText((isNegative ? "-" : sign) + digits, before + behind, power == null ? 0 : power));
    }
}
