package marketlab.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;

/**
 * A pattern of dates that the user gives, in the letters of Python's {@code strptime} or of Java's
 * {@link DateTimeFormatter}.
 */
final class DatePattern {

    /** The meaning of Python's letters after a per cent sign. */
    private static final Map<Character, ChronoField> NUMBERS = Map.of(
            'm', ChronoField.MONTH_OF_YEAR,
            'd', ChronoField.DAY_OF_MONTH,
            'H', ChronoField.HOUR_OF_DAY,
            'I', ChronoField.CLOCK_HOUR_OF_AMPM,
            'M', ChronoField.MINUTE_OF_HOUR,
            'S', ChronoField.SECOND_OF_MINUTE);

    /** The meaning of Java's letters. */
    private static final Map<Character, String> JAVA = Map.of(
            'y',
            "uu",
            'p',
            "a",
            'b',
            "MMM",
            'B',
            "MMMM",
            'a',
            "EEE",
            'A',
            "EEEE",
            'j',
            "DDD",
            'z',
            "[XXX][XX]",
            '%',
            "'%'");

    private final DateTimeFormatter format;

    /** @throws IllegalArgumentException if the text is not a pattern, or if the pattern has no date */
    DatePattern(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        try {
            if (pattern.indexOf('%') < 0) {
                builder.appendPattern(pattern.replace("yyyy", "uuuu").replace("yy", "uu"));
            } else {
                ofPython(pattern, builder);
            }
            format = builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
            LocalDate day = LocalDate.of(2026, 2, 28);
            String sample = format.format(day.atTime(9, 15).atOffset(ZoneOffset.UTC));
            if (!day.equals(format.parse(sample).query(TemporalQueries.localDate()))) {
                throw new IllegalArgumentException("it has no day, month and year");
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "the date format '%s' is none of Python, as %%d.%%m.%%Y %%H:%%M, nor of Java, as dd.MM.uuuu HH:mm: %s"
                            .formatted(pattern, e.getMessage()),
                    e);
        }
    }

    private static void ofPython(String pattern, DateTimeFormatterBuilder builder) {
        boolean isBehindAnother = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%') {
                builder.appendLiteral(c);
                isBehindAnother = false;
                continue;
            }
            char letter = ++i < pattern.length() ? pattern.charAt(i) : ' ';
            // 20260105 has no marks between its numbers, so each number has its full width.
            boolean isFull = isBehindAnother || pattern.startsWith("%", i + 1);
            isBehindAnother = true;
            ChronoField number = NUMBERS.get(letter);
            if (number != null) {
                builder.appendValue(number, isFull ? 2 : 1, 2, SignStyle.NOT_NEGATIVE);
            } else if (letter == 'Y') {
                builder.appendValue(ChronoField.YEAR, 4);
            } else if (letter == 'f') {
                builder.appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false);
            } else if (JAVA.containsKey(letter)) {
                builder.appendPattern(JAVA.get(letter));
            } else {
                throw new IllegalArgumentException("%" + letter + " has no meaning here");
            }
        }
    }

    /** The time of a text; null if the text does not have this form. */
    ReadTime read(String text) {
        try {
            TemporalAccessor parsed = format.parse(text);
            LocalDate day = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            return new ReadTime(
                    day.toEpochDay(),
                    time == null ? 0 : time.toNanoOfDay(),
                    offset == null ? null : offset.getTotalSeconds());
        } catch (DateTimeException notOfThisForm) {
            return null;
        }
    }
}
