package marketlab.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import marketlab.csv.CsvFormat.DateOrder;

/**
 * Reads a date, with a time and an offset if they are there, in the forms that exchanges, brokers and programs write:
 * {@code 2026-01-05}, {@code 05/01/2026 9:15 AM}, {@code 5-Jan-26}, {@code Jan 5, 2026}, {@code 20260105 091500},
 * {@code 2026-06-08T00:00:00+0530}. One object reads many texts, one after the other, and has the parts of the last one.
 */
final class DateText {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    /** Two digits of a year: 69 is 2069, and 70 is 1970, as in Python. */
    private static final int FIRST_TWO_DIGIT_YEAR = 70;

    private static final long SECOND = 1_000_000_000;

    private String text;
    private int place;
    private final int[] numbers = new int[3];
    private final int[] digits = new int[3];
    private int month;
    private boolean isTimed;
    private long nanoOfDay;
    private boolean isZoned;
    private int offset;

    /**
     * Reads a text.
     *
     * @return false if it is no date; a date whose day and month may be exchanged is one
     */
    boolean read(String text) {
        this.text = text;
        place = 0;
        month = 0;
        isTimed = false;
        isZoned = false;
        nanoOfDay = 0;
        skipWeekday();
        return date() && (isOver() || time() && (isOver() || zone() && isOver()));
    }

    /** Whether there is more than a day. */
    boolean isTimed() {
        return isTimed;
    }

    /** Whether there is an offset from UTC. */
    boolean isZoned() {
        return isZoned;
    }

    /** Seconds from UTC; 0 without a zone. */
    int offset() {
        return offset;
    }

    long nanoOfDay() {
        return nanoOfDay;
    }

    /** Whether the text is digits alone, as 20260105: it is a date only where one is expected. */
    boolean isDigitsOnly() {
        return digits[0] >= 8 && digits[0] == text.length();
    }

    /** Whether day and month, and a year of two digits, could be exchanged. */
    boolean needsOrder() {
        return month == 0 && digits[0] <= 2;
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
            return LocalDate.of(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100);
        }
        if (month > 0) {
            return digits[0] == 4
                    ? LocalDate.of(numbers[0], month, numbers[1])
                    : LocalDate.of(year(1), month, numbers[0]);
        }
        if (digits[0] == 4) {
            return LocalDate.of(numbers[0], numbers[1], numbers[2]);
        }
        if (order == DateOrder.YMD && digits[2] == 4) {
            throw new DateTimeException("the year is last");
        }
        return switch (order) {
            case DMY -> LocalDate.of(year(2), numbers[1], numbers[0]);
            case MDY -> LocalDate.of(year(2), numbers[0], numbers[1]);
            case YMD -> LocalDate.of(year(0), numbers[1], numbers[2]);
        };
    }

    private int year(int part) {
        return digits[part] == 4 ? numbers[part] : numbers[part] + (numbers[part] < FIRST_TWO_DIGIT_YEAR ? 2000 : 1900);
    }

    private boolean date() {
        if (isLetter()) {
            return monthFirst();
        }
        if (!number(0, 14)) {
            return false;
        }
        if (digits[0] == 8 || digits[0] == 14) {
            return compact();
        }
        if (digits[0] > 4 || digits[0] == 3 || isOver()) {
            return false;
        }
        char separator = text.charAt(place);
        if (isLetter()) {
            separator = ' ';
        } else if (separator == '-' || separator == '/' || separator == '.' || separator == ' ') {
            place++;
        } else {
            return false;
        }
        if (isLetter()) {
            month = 1 + MONTHS.indexOf(word(3));
            return month > 0 && (skip(separator) || isDigit()) && number(1, 4) && isYearOrDay(1, digits[0] == 4);
        }
        return separator != ' ' && number(1, 2) && skip(separator) && number(2, 4) && isYearOrDay(2, digits[0] == 4);
    }

    private boolean isYearOrDay(int part, boolean isDay) {
        return digits[part] == 2 || digits[part] == (isDay ? 1 : 4);
    }

    /** Jan 5, 2026 */
    private boolean monthFirst() {
        month = 1 + MONTHS.indexOf(word(3));
        boolean isDay = month > 0 && skip(' ') && number(0, 2);
        return isDay && (skip(',') | skip(' ')) && number(1, 4) && digits[1] == 4;
    }

    private boolean compact() {
        if (digits[0] == 14) {
            long all = Long.parseLong(text.substring(place - 14, place));
            numbers[0] = (int) (all / 1_000_000);
            isTimed = true;
            return clock((int) (all / 10_000 % 100), (int) (all / 100 % 100), (int) (all % 100), 0);
        }
        return true;
    }

    private boolean time() {
        isTimed = true;
        if (skip('T') || skip(',') | skip(';') | skip(' ')) {
            skip(' ');
            return timeOfDay();
        }
        return false;
    }

    private boolean timeOfDay() {
        int start = place;
        long hour = digitsOf(6);
        int width = place - start;
        if (width == 6 || width == 4) {
            long full = width == 6 ? hour : hour * 100;
            return clock((int) (full / 10_000), (int) (full / 100 % 100), (int) (full % 100), fraction());
        }
        if (width < 1 || width > 2 || !skip(':')) {
            return false;
        }
        start = place;
        long minute = digitsOf(2);
        if (place - start != 2) {
            return false;
        }
        long second = 0;
        long nano = 0;
        if (skip(':')) {
            start = place;
            second = digitsOf(2);
            if (place - start != 2) {
                return false;
            }
            nano = fraction();
        }
        return clock(halfOfDay((int) hour), (int) minute, (int) second, nano);
    }

    /** The hour with AM or PM behind it; −1 if the hour has none. */
    private int halfOfDay(int hour) {
        int before = place;
        skip(' ');
        String half = isLetter() ? word(2) : "";
        if (!half.equals("am") && !half.equals("pm")) {
            place = before;
            return hour;
        }
        return hour < 1 || hour > 12 ? -1 : hour % 12 + (half.equals("pm") ? 12 : 0);
    }

    /** Nanoseconds behind a point or a comma; −1 if there are digits beyond them. */
    private long fraction() {
        if (isOver() || text.charAt(place) != '.' && text.charAt(place) != ',') {
            return 0;
        }
        place++;
        int start = place;
        long value = digitsOf(9);
        int width = place - start;
        for (int i = width; i < 9; i++) {
            value *= 10;
        }
        return width == 0 || isDigit() ? -1 : value;
    }

    private boolean clock(int hour, int minute, int second, long nano) {
        nanoOfDay = ((hour * 60L + minute) * 60 + second) * SECOND + nano;
        return hour >= 0 && hour < 24 && minute < 60 && second < 60 && nano >= 0;
    }

    /** Z, UTC, GMT, +05:30, +0530, GMT+0530 (India Standard Time). */
    private boolean zone() {
        skip(' ');
        isZoned = true;
        offset = 0;
        if (isLetter()) {
            String name = word(3);
            if (!name.equals("z") && !name.equals("utc") && !name.equals("gmt")) {
                return false;
            }
        }
        if (isOver()) {
            return true;
        }
        int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
        int start = place;
        long hours = digitsOf(4);
        int width = place - start;
        if (sign == 0 || width != 2 && width != 4) {
            return false;
        }
        long minutes = width == 4 ? hours % 100 : skip(':') ? digitsOf(2) : 0;
        offset = sign * (int) ((width == 4 ? hours / 100 : hours) * 3600 + minutes * 60);
        if (skip(' ') && skip('(')) {
            place = text.endsWith(")") ? text.length() : place;
        }
        return minutes < 60 && Math.abs(offset) <= ZoneOffset.MAX.getTotalSeconds();
    }

    private void skipWeekday() {
        if (isLetter()) {
            String name = word(3);
            if (WEEKDAYS.contains(name)) {
                skip(',');
                skip(' ');
            } else {
                place = 0;
            }
        }
    }

    private boolean isOver() {
        return place >= text.length();
    }

    private boolean isLetter() {
        return !isOver() && (text.charAt(place) | 0x20) >= 'a' && (text.charAt(place) | 0x20) <= 'z';
    }

    private boolean isDigit() {
        return !isOver() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    /** One of this character, or all blanks that are here. */
    private boolean skip(char c) {
        int start = place;
        while (!isOver() && text.charAt(place) == c && (c == ' ' || place == start)) {
            place++;
        }
        return place > start;
    }

    /** The letters that are here, in lower case and no more than the first few of them. */
    private String word(int most) {
        int start = place;
        while (isLetter()) {
            place++;
        }
        return text.substring(start, Math.min(place, start + most)).toLowerCase(Locale.ROOT);
    }

    private boolean number(int part, int most) {
        int start = place;
        long value = digitsOf(most);
        digits[part] = place - start;
        numbers[part] = (int) value;
        return digits[part] > 0 && !isDigit();
    }

    private long digitsOf(int most) {
        long value = 0;
        for (int i = 0; i < most && isDigit(); i++) {
            value = value * 10 + text.charAt(place) - '0';
            place++;
        }
        return value;
    }

    /** Reads a time of day alone; false if the text is none. */
    boolean readTime(String text) {
        this.text = text;
        place = 0;
        return timeOfDay() && isOver();
    }
}
