package marketlab.dataset;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The dates that price files carry, those that read in one way only: not 01/02/2003. */
final class CsvDates {

    private static final int DATE_LENGTH = "2000-01-31".length();
    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("uuuu-MM-dd"),
            format("uuuu/MM/dd"),
            format("d-MMM-uuuu"),
            format("d MMM uuuu"),
            format("uuuuMMdd"),
            format("uuuuMMdd HHmmss"),
            format("uuuu-MM-dd['T'][ ]HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]]"));

    private static final DateTimeFormatter TIME = format("[H:mm[:ss[.SSS]]][HHmmss]");

    private CsvDates() {}

    /** A date, at midnight, or a time without a zone; empty if the text is neither. */
    static Optional<LocalDateTime> parse(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        return FORMATS.stream()
                .map(format -> parse(text, format))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDateTime> parse(String text, DateTimeFormatter format) {
        ParsePosition position = new ParsePosition(0);
        TemporalAccessor parsed = format.parseUnresolved(text, position);
        if (parsed == null || position.getErrorIndex() >= 0 || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            TemporalAccessor resolved = format.parse(text);
            LocalTime time = resolved.query(TemporalQueries.localTime());
            return Optional.of(resolved.query(TemporalQueries.localDate()).atTime(time == null ? LocalTime.MIDNIGHT : time));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A time of day; empty if the text is none. */
    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text, TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A time with an offset, as pandas writes zoned ones; empty if the text is none. */
    static Optional<Instant> moment(String text) {
        int offset = Math.max(text.lastIndexOf('+'), Math.max(text.lastIndexOf('-'), text.lastIndexOf('Z')));
        if (offset <= DATE_LENGTH) {
            return Optional.empty();
        }
        try {
            ZoneOffset zone = ZoneOffset.of(text.substring(offset));
            return parse(text.substring(0, offset)).map(time -> time.toInstant(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
