package marketlab.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Length of a bar: {@code 1s}, {@code 1m} to {@code 60m}, {@code 1h}, {@code 1d}, {@code 1w} or {@code 1mo}.
 *
 * @param count number of units
 * @param unit the unit of time
 */
record Interval(int count, Unit unit) {

    enum Unit {
        SECOND("s"),
        MINUTE("m"),
        HOUR("h"),
        DAY("d"),
        WEEK("w"),
        MONTH("mo");

        private final String suffix;

        Unit(String suffix) {
            this.suffix = suffix;
        }
    }

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,2})(mo|[smhdw])");

    /** @throws IllegalArgumentException if the text is not an interval */
    static Interval parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            int count = Integer.parseInt(matcher.group(1));
            for (Unit unit : Unit.values()) {
                boolean known = unit.compareTo(Unit.DAY) < 0 || count == 1;
                if (unit.suffix.equals(matcher.group(2)) && known) {
                    return new Interval(count, unit);
                }
            }
        }
        throw new IllegalArgumentException(
                "interval must be seconds, minutes or hours such as 1s, 15m, 1h, or one of 1d, 1w, 1mo, got '" + text
                        + "'");
    }

    boolean isIntraday() {
        return unit.compareTo(Unit.DAY) < 0;
    }

    /** Seconds of an intraday bar. */
    int seconds() {
        return switch (unit) {
            case HOUR -> count * 3600;
            case MINUTE -> count * 60;
            default -> count;
        };
    }

    @Override
    public String toString() {
        return count + unit.suffix;
    }
}
