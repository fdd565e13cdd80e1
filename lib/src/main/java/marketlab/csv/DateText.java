package marketlab.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import marketlab.csv.CsvFormat.DateOrder;

/**
 * Reads a date, and the time of day and the offset from UTC that may follow it. It knows the forms that exchanges,
 * brokers and programs write: {@code 2026-01-05}, {@code 05/01/2026 9:15 AM}, {@code 5-Jan-26}, {@code Jan 5, 2026},
 * {@code 20260105 091500}, {@code 2026-06-08T00:00:00+0530}, {@code 5. Januar 2026}. One object reads many texts, one
 * after the other; its methods tell the parts of the last text.
 */
final class DateText {

    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    /** Two digits of a year: 68 is 2068, and 69 is 1969, as in Python. */
    private static final int FIRST_TWO_DIGIT_YEAR = 69;

    private static final int LONGEST_MONTH = 12;

    private final TextCursor cursor = new TextCursor();
    private final ClockText clock = new ClockText(cursor);
    private final long[] numbers = new long[3];
    private final int[] digits = new int[3];
    private int month;
    private boolean isDotted;
    private boolean isZoned;

    /**
     * Reads a text.
     *
     * @return whether it is a date; true also if it is not clear which number is the day and which the month
     */
    boolean read(String text) {
        cursor.begin(text.indexOf('\u5e74') < 0 ? text : withoutSigns(text));
        month = 0;
        isDotted = false;
        isZoned = false;
        clock.set(0, 0, 0, 0);
        skipWeekday();
        return date() && (cursor.isOver() || time() && (cursor.isOver() || offset() && cursor.isOver()));
    }

    /** Replaces the signs for year, month and day, which Japan and China write, by dashes. */
    private static String withoutSigns(String text) {
        return text.replaceFirst("\u5e74\\s*", "-")
                .replaceFirst("\u6708\\s*", "-")
                .replaceFirst("\u65e5", "");
    }

    /**
     * Reads a text that is only a time of day, which a zone may follow. Returns false if the text is something else.
     */
    boolean readTime(String text) {
        cursor.begin(text);
        isZoned = false;
        return clock.readTime() && (cursor.isOver() || offset() && cursor.isOver());
    }

    private boolean offset() {
        isZoned = true;
        return clock.readOffset();
    }

    /** Whether the text has an offset from UTC, in digits or as the name of a zone. */
    boolean isZoned() {
        return isZoned;
    }

    /** The offset in seconds, if the text has one in digits. */
    int offsetSeconds() {
        return clock.offset();
    }

    /** The zone that the text names; null if the text has an offset in digits. */
    ZoneId zone() {
        return clock.zone();
    }

    /** The word that names the zone. */
    String zoneWord() {
        return clock.zoneWord();
    }

    /** Nanoseconds since the beginning of the day. 24:00 has those of a whole day. */
    long nanoOfDay() {
        return clock.nanoOfDay();
    }

    /** Whether the text has only digits, as 20260105. Such a text is a date only in a column that should have dates. */
    boolean isDigitsOnly() {
        return digits[0] >= 8 && cursor.isAll(digits[0]);
    }

    /** Whether it is not clear which number is the day, which the month, and which a year of two digits. */
    boolean needsOrder() {
        return month == 0 && digits[0] <= 2;
    }

    /** Whether points stand between the numbers. */
    boolean isDotted() {
        return isDotted;
    }

    /** Whether the last of three numbers has two digits: a short year, if the year is last. */
    boolean hasShortYear() {
        return digits[2] == 2;
    }

    /** One of the numbers of the text. The first has the index 0. */
    long number(int part) {
        return numbers[part];
    }

    /** Whether the numbers make a date in this order. */
    boolean fits(DateOrder order) {
        return epochDay(order) != Long.MIN_VALUE;
    }

    /**
     * Days from 1970-01-01.
     *
     * @param order the order of day, month and year; it counts only if the text {@link #needsOrder}
     * @return {@link Long#MIN_VALUE} if there is no such day
     */
    long epochDay(DateOrder order) {
        try {
            return day(order).toEpochDay();
        } catch (DateTimeException noSuchDay) {
            return Long.MIN_VALUE;
        }
    }

    private LocalDate day(DateOrder order) {
        if (digits[0] >= 8) {
            long day = digits[0] == 8 ? numbers[0] : numbers[0] / (digits[0] == 12 ? 10_000 : 1_000_000);
            return date(day / 10_000, day / 100 % 100, day % 100);
        }
        if (month > 0) {
            return digits[0] == 4 ? date(numbers[0], month, numbers[1]) : date(year(1), month, numbers[0]);
        }
        if (digits[0] == 4) {
            return date(numbers[0], numbers[1], numbers[2]);
        }
        if (order == DateOrder.YMD && digits[2] == 4) {
            throw new DateTimeException("the year is last");
        }
        return switch (order) {
            case DMY -> date(year(2), numbers[1], numbers[0]);
            case MDY -> date(year(2), numbers[0], numbers[1]);
            case YMD -> date(year(0), numbers[1], numbers[2]);
        };
    }

    private static LocalDate date(long year, long month, long day) {
        return LocalDate.of((int) year, (int) month, (int) day);
    }

    private long year(int part) {
        return digits[part] == 4 ? numbers[part] : numbers[part] + (numbers[part] < FIRST_TWO_DIGIT_YEAR ? 2000 : 1900);
    }

    private boolean date() {
        if (cursor.isLetter()) {
            return monthFirst();
        }
        if (!number(0, 14)) {
            return false;
        }
        if (digits[0] == 8 || digits[0] == 12 || digits[0] == 14) {
            return compact();
        }
        if (digits[0] > 4 || digits[0] == 3 || cursor.isOver()) {
            return false;
        }
        char separator = cursor.here();
        if (cursor.isLetter()) {
            separator = ' ';
        } else if (separator == '-' || separator == '/' || separator == '.' || separator == ' ') {
            cursor.skip(separator);
        } else {
            return false;
        }
        isDotted = separator == '.';
        skipBlankBehindPoint();
        if (cursor.isLetter()) {
            return month()
                    && (cursor.skip(separator) | cursor.skip(' ') || cursor.isDigit())
                    && number(1, 4)
                    && isYearOrDay(1, digits[0] == 4);
        }
        return separator != ' '
                && number(1, 2)
                && cursor.skip(separator)
                && skipBlankBehindPoint()
                && number(2, 4)
                && isYearOrDay(2, digits[0] == 4);
    }

    /** Skips the blank after a point, as in 5. 1. 2026. */
    private boolean skipBlankBehindPoint() {
        if (isDotted) {
            cursor.skip(' ');
        }
        return true;
    }

    private boolean isYearOrDay(int part, boolean isDay) {
        return digits[part] == 2 || digits[part] == (isDay ? 1 : 4);
    }

    /** Reads a date that begins with the name of a month: Jan 5, 2026; Jan-05-26. */
    private boolean monthFirst() {
        if (!month() || cursor.isOver()) {
            return false;
        }
        char separator = cursor.here() == '-' || cursor.here() == '/' ? cursor.here() : ' ';
        return cursor.skip(separator)
                && number(0, 2)
                && (cursor.skip(separator) | cursor.skip(',') | cursor.skip(' '))
                && number(1, 4)
                && isYearOrDay(1, false);
    }

    /** Reads the name of a month, and the point that may follow a short name. */
    private boolean month() {
        month = MonthNames.of(cursor.word(LONGEST_MONTH));
        cursor.skip('.');
        return month > 0;
    }

    private boolean compact() {
        if (digits[0] == 12) {
            int time = (int) (numbers[0] % 10_000);
            return clock.set(time / 100, time % 100, 0, 0);
        }
        if (digits[0] == 14) {
            int time = (int) (numbers[0] % 1_000_000);
            return clock.set(time / 10_000, time / 100 % 100, time % 100, 0);
        }
        return true;
    }

    private boolean time() {
        boolean isApart = cursor.skip('T') || cursor.skip(',') | cursor.skip(';') | cursor.skip(' ');
        cursor.skip(' ');
        return isApart && clock.readTime();
    }

    private void skipWeekday() {
        if (WEEKDAYS.contains(cursor.word(3))) {
            cursor.skip(',');
            cursor.skip(' ');
        } else {
            cursor.back(0);
        }
    }

    private boolean number(int part, int most) {
        numbers[part] = cursor.number(most);
        digits[part] = cursor.width();
        return digits[part] > 0 && !cursor.isDigit();
    }
}
