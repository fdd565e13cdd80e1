package marketlab.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads a time of day, as {@code 09:15}, {@code 9:15:00.123456789 PM} or {@code 091500}, and an offset from UTC, as
 * {@code Z}, {@code +05:30}, {@code GMT+0530}, {@code EST} or {@code America/New_York}. The getters give the result of
 * the last read.
 */
final class ClockText {

    private static final long SECOND = 1_000_000_000;

    private final TextCursor cursor;
    private long nanoOfDay;
    private int offset;
    private String zoneWord;
    private ZoneId zone;

    ClockText(TextCursor cursor) {
        this.cursor = cursor;
    }

    long nanoOfDay() {
        return nanoOfDay;
    }

    /** The offset in seconds; 0 if the text names a {@link #zone}. */
    int offset() {
        return offset;
    }

    /** The zone that the text names, whose offset depends on the day; null if the text has an offset in digits. */
    ZoneId zone() {
        return zone;
    }

    /** The name of the zone, as it is in the text. */
    String zoneWord() {
        return zoneWord;
    }

    /** Sets the time. Returns false if there is no such time. 24:00 is allowed, as the end of the day. */
    boolean set(int hour, int minute, int second, long nano) {
        nanoOfDay = ((hour * 60L + minute) * 60 + second) * SECOND + nano;
        boolean isEnd = hour == 24 && minute == 0 && second == 0 && nano == 0;
        return isEnd || hour >= 0 && hour < 24 && minute < 60 && second < 60 && nano >= 0;
    }

    /** Reads a time of day. Returns false if the text goes on with something else. */
    boolean readTime() {
        int hour = (int) cursor.number(6);
        int width = cursor.width();
        if (width == 6 || width == 4) {
            int full = width == 6 ? hour : hour * 100;
            return set(full / 10_000, full / 100 % 100, full % 100, width == 6 ? compactFraction() : fraction());
        }
        if (width < 1 || width > 2 || !cursor.skip(':')) {
            return false;
        }
        int minute = (int) cursor.number(2);
        if (cursor.width() != 2) {
            return false;
        }
        int second = 0;
        long nano = 0;
        if (cursor.skip(':')) {
            second = (int) cursor.number(2);
            if (cursor.width() != 2) {
                return false;
            }
            nano = fraction();
        }
        return set(halfOfDay(hour), minute, second, nano);
    }

    /**
     * Reads AM or PM, and returns the hour of the day: the same hour if neither follows, and −1 if there is no such
     * time.
     */
    private int halfOfDay(int hour) {
        int before = cursor.place();
        cursor.skip(' ');
        String half = cursor.word(3);
        if (!half.equals("am") && !half.equals("pm")) {
            cursor.back(before);
            return hour;
        }
        return hour < 1 || hour > 12 ? -1 : hour % 12 + (half.equals("pm") ? 12 : 0);
    }

    /**
     * Reads the digits after a point or a comma, as nanoseconds. Returns 0 without such a mark, and −1 unless 1 to 9
     * digits follow it.
     */
    private long fraction() {
        if (!cursor.skip('.') && !cursor.skip(',')) {
            return 0;
        }
        long value = cursor.number(9);
        for (int i = cursor.width(); i < 9; i++) {
            value *= 10;
        }
        return cursor.width() == 0 || cursor.isDigit() ? -1 : value;
    }

    /**
     * Reads the fraction after a time without colons, as nanoseconds: 093000.5, 093000123 with milliseconds, or, as
     * NinjaTrader writes it, 093000 1234567 with ten-millionths of a second.
     */
    private long compactFraction() {
        if (cursor.isDigit()) {
            long millis = cursor.number(3);
            return cursor.width() == 3 && !cursor.isDigit() ? millis * 1_000_000 : -1;
        }
        int before = cursor.place();
        if (cursor.skip(' ')) {
            long value = cursor.number(7);
            if (cursor.width() == 7 && cursor.isOver()) {
                return value * 100;
            }
            cursor.back(before);
        }
        return fraction();
    }

    /**
     * Reads an offset from UTC: Z, UTC, GMT, EST, America/New_York, +05:30, +0530, GMT+0530 (India Standard Time) or
     * -05:00[America/New_York]. Returns false if the text goes on with something else.
     */
    boolean readOffset() {
        cursor.skip(' ');
        offset = 0;
        zone = null;
        int start = cursor.place();
        zoneWord = cursor.token();
        zone = ZoneWord.of(zoneWord);
        if (zone != null) {
            return cursor.isOver();
        }
        cursor.back(start);
        String name = cursor.word(3);
        if (!name.isEmpty() && !name.equals("utc") && !name.equals("gmt")) {
            return false;
        }
        int sign = cursor.skip('+') ? 1 : cursor.skip('-') ? -1 : 0;
        long hours = cursor.number(4);
        int width = cursor.width();
        if (sign == 0 || width != 2 && width != 4) {
            return false;
        }
        long minutes = width == 4 ? hours % 100 : cursor.skip(':') ? cursor.number(2) : 0;
        offset = sign * (int) ((width == 4 ? hours / 100 : hours) * 3600 + minutes * 60);
        if (cursor.skip(' ') && cursor.skip('(')) {
            cursor.skipTo(")");
        } else if (cursor.skip('[')) {
            cursor.skipTo("]");
        }
        return minutes < 60 && Math.abs(offset) <= ZoneOffset.MAX.getTotalSeconds();
    }
}
