package marketlab.dataset;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.dataset.CsvFormat.DateOrder;

/** The dates of one column of a price file. Whether 01/02/2003 begins with the day or the month is told from all of them. */
final class CsvDates {

    private static final int DATE_LENGTH = "2000-01-31".length();
    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("uuuu-MM-dd"),
            format("uuuu/MM/dd"),
            format("uuuu.MM.dd"),
            format("d-MMM-uuuu"),
            format("d MMM uuuu"),
            format("uuuuMMdd"),
            format("uuuuMMdd HHmmss"),
            format("uuuu-MM-dd['T'][ ]HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]]"));

    private static final DateTimeFormatter TIME = format("[H:mm[:ss[.SSS]]][HHmmss]");

    /** Two numbers of which one is the day, and the year; then perhaps a time. */
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?:[ T]+(\\S+))?");

    private static final int MONTHS = 12;

    private static final CsvDates NEITHER = new CsvDates(null);

    private final DateOrder order;

    private CsvDates(DateOrder order) {
        this.order = order;
    }

    /** Those of a column with these cells, none of them missing; of the order that the user named, if any. */
    static CsvDates of(List<String> cells, Optional<DateOrder> named) {
        if (named.isPresent()) {
            return new CsvDates(named.get());
        }
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (String cell : cells) {
            Matcher date = DAY_AND_MONTH.matcher(cell);
            if (date.matches()) {
                dayFirst |= Integer.parseInt(date.group(1)) > MONTHS;
                monthFirst |= Integer.parseInt(date.group(3)) > MONTHS;
            }
        }
        return new CsvDates(dayFirst == monthFirst ? null : dayFirst ? DateOrder.DMY : DateOrder.MDY);
    }

    /** Whether a text is a date or a time, whatever the order of day and month. */
    static boolean isDate(String text) {
        return DAY_AND_MONTH.matcher(text).matches()
                || NEITHER.parse(text).isPresent()
                || NEITHER.moment(text).isPresent();
    }

    /** Whether this is a date that needs an order, and none is known. */
    boolean isUndecided(String text) {
        return order == null && DAY_AND_MONTH.matcher(text).matches();
    }

    /** The order of dates such as 31/01/2000; empty if there are none, or it is not known. */
    Optional<DateOrder> order() {
        return Optional.ofNullable(order);
    }

    /** A date, at midnight, or a time without a zone; empty if the text is neither. */
    Optional<LocalDateTime> parse(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        Matcher date = DAY_AND_MONTH.matcher(text);
        if (date.matches()) {
            return order == null ? Optional.empty() : ordered(date);
        }
        return FORMATS.stream()
                .map(format -> parse(text, format))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<LocalDateTime> ordered(Matcher date) {
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(3));
        boolean dayFirst = order == DateOrder.DMY;
        Optional<LocalTime> time = date.group(5) == null ? Optional.of(LocalTime.MIDNIGHT) : time(date.group(5));
        try {
            LocalDate day =
                    LocalDate.of(Integer.parseInt(date.group(4)), dayFirst ? second : first, dayFirst ? first : second);
            return time.map(day::atTime);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
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
            return Optional.of(
                    resolved.query(TemporalQueries.localDate()).atTime(time == null ? LocalTime.MIDNIGHT : time));
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
    Optional<Instant> moment(String text) {
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
