package marketlab.csv;

import java.util.Locale;

/**
 * Recognises times that are counted from 1970-01-01T00:00Z. The unit is the one that gives a year from 1980 to 2099;
 * only one unit can do so.
 */
enum Epoch {
    SECONDS(1),
    MILLISECONDS(1_000),
    MICROSECONDS(1_000_000),
    NANOSECONDS(1_000_000_000);

    private static final long FROM = 315_532_800;
    private static final long TO = 4_102_444_800L;
    private static final int LONGEST = 19;

    private final long perSecond;

    Epoch(long perSecond) {
        this.perSecond = perSecond;
    }

    /** The unit of a count; null if it is not such a time. */
    static Epoch of(String cell) {
        int point = cell.indexOf('.');
        String whole = point < 0 ? cell : cell.substring(0, point);
        if (whole.length() < 9
                || cell.length() > LONGEST + 10
                || !isDigits(whole)
                || !isDigits(cell.substring(point + 1))) {
            return null;
        }
        long count = whole.length() > LONGEST ? -1 : Long.parseUnsignedLong(whole);
        for (Epoch unit : values()) {
            if (count / unit.perSecond >= FROM && count / unit.perSecond < TO && (point < 0 || unit == SECONDS)) {
                return unit;
            }
        }
        return null;
    }

    /** The time in UTC for a count in this unit. */
    ReadTime time(String cell) {
        int point = cell.indexOf('.');
        long whole = Long.parseLong(point < 0 ? cell : cell.substring(0, point));
        long perDay = 86_400 * perSecond;
        long fraction = point < 0 ? 0 : Long.parseLong((cell.substring(point + 1) + "000000000").substring(0, 9));
        long nanoOfDay = whole % perDay * (NANOSECONDS.perSecond / perSecond) + fraction;
        return new ReadTime(whole / perDay, nanoOfDay, 0);
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
