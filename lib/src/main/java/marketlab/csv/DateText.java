package marketlab.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import marketlab.csv.CsvFormat.DateOrder;

/**
 * Reads a date, with a time and an offset if they are there, in the forms that exchanges, brokers and programs write:
 * {@code 2026-01-05}, {@code 05/01/2026 9:15 AM}, {@code 5-Jan-26}, {@code Jan 5, 2026}, {@code 20260105 091500},
 * {@code 2026-06-08T00:00:00+0530}, {@code 5. Januar 2026}. One object reads many texts, one after the other, and has the parts of the last one.
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
     * @return false if it is no date; a date whose day and month may be exchanged is one
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

    /** A date with the signs for year, month and day, as Japan and China write it. */
    private static String withoutSigns(String text) {
        return text.replaceFirst("\u5e74\\s*", "-")
                .replaceFirst("\u6708\\s*", "-")
                .replaceFirst("\u65e5", "");
    }

    /** Reads a time of day alone, with a zone if it is there; false if the text is none. */
    boolean readTime(String text) {
        cursor.begin(text);
        isZoned = false;
        return clock.readTime() && (cursor.isOver() || offset() && cursor.isOver());
    }

    private boolean offset() {
        isZoned = true;
        return clock.readOffset();
    }

    /** Whether there is an offset from UTC. */
    boolean isZoned() {
        return isZoned;
    }

    /** Seconds from UTC, if it is zoned and no {@link #zone} is named. */
    int offsetSeconds() {
        return clock.offset();
    }

    /** The zone that a word names, if it is zoned; null if it has an offset in digits. */
    ZoneId zone() {
        return clock.zone();
    }

    /** The word that names the zone. */
    String zoneWord() {
        return clock.zoneWord();
    }

    /** Nanoseconds from the day's begin; those of a whole day for 24:00. */
    long nanoOfDay() {
        return clock.nanoOfDay();
    }

    /** Whether the text is digits alone, as 20260105: it is a date only where one is expected. */
    boolean isDigitsOnly() {
        return digits[0] >= 8 && cursor.isAll(digits[0]);
    }

    /** Whether day and month, and a year of two digits, could be exchanged. */
    boolean needsOrder() {
        return month == 0 && digits[0] <= 2;
    }

    /** Whether points stand between the numbers. */
    boolean isDotted() {
        return isDotted;
    }

    /** Whether the year has two digits, where it needs an order. */
    boolean hasShortYear() {
        return digits[2] == 2;
    }

    /** One of the numbers, as they stand. */
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
     * @param order that of day and month if the text {@link #needsOrder}
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

    /** 5. 1. 2026 */
    private boolean skipBlankBehindPoint() {
        if (isDotted) {
            cursor.skip(' ');
        }
        return true;
    }

    private boolean isYearOrDay(int part, boolean isDay) {
        return digits[part] == 2 || digits[part] == (isDay ? 1 : 4);
    }

    /** Jan 5, 2026; Jan-05-26 */
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

    /** The month in words, and the point behind a short one. */
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
