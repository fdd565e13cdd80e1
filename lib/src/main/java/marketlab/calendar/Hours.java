package marketlab.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * A period of continuous trading within one day.
 *
 * @param open first minute of trading, exchange-local
 * @param close end of trading, exchange-local
 */
public record Hours(LocalTime open, LocalTime close) {

    public Hours {
        if (!open.isBefore(close)) {
            throw new IllegalArgumentException("hours must open before they close, got " + open + "-" + close);
        }
    }

    /**
     * Parses hours such as {@code 09:15-15:30}.
     *
     * @throws IllegalArgumentException if the text is not two times of day in order
     */
    public static Hours parse(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                return new Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("hours must look like 09:15-15:30, got '" + text + "'", e);
        }
        throw new IllegalArgumentException("hours must look like 09:15-15:30, got '" + text + "'");
    }

    /** Length in minutes. */
    public int minutes() {
        return (close.toSecondOfDay() - open.toSecondOfDay()) / 60;
    }

    @Override
    public String toString() {
        return open + "-" + close;
    }
}
