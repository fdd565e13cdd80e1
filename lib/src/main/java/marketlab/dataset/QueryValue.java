package marketlab.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Compares metadata values: numbers, dates and times by value, everything else as text. */
final class QueryValue {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");
    private static final int DATE_LENGTH = 10;

    private QueryValue() {}

    /**
     * A date compared with a time means the whole day, in the time's own offset. A time without an offset is in UTC.
     */
    static int compare(String left, String right) {
        if (isNumber(left) && isNumber(right)) {
            return Double.compare(Double.parseDouble(left), Double.parseDouble(right));
        }
        if (isDate(left) && isDate(right)) {
            return Math.min(left.length(), right.length()) == DATE_LENGTH
                    ? day(left).compareTo(day(right))
                    : time(left).toInstant().compareTo(time(right).toInstant());
        }
        return left.compareTo(right);
    }

    /**
     * Rejects a value that cannot be compared by order.
     *
     * @throws IllegalArgumentException if the metadata have a number or a date, and the query does not
     */
    static void requireComparable(String key, String value, String asked) {
        if (isDate(value) && !isDate(asked)) {
            throw new IllegalArgumentException(
                    "%s is a date: write %s>=2026-01-30, got '%s'".formatted(key, key, asked));
        }
        if (isNumber(value) && !isNumber(asked)) {
            throw new IllegalArgumentException("%s is a number, as %s, got '%s'".formatted(key, value, asked));
        }
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return DATE.matcher(text).matches() && (text.length() == DATE_LENGTH ? day(text) : time(text)) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, DATE_LENGTH));
    }

    private static OffsetDateTime time(String text) {
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                        instanceof OffsetDateTime exact
                ? exact
                : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
    }
}
