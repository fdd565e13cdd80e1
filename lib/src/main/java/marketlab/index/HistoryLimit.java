package marketlab.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import marketlab.calendar.Hours;
import marketlab.calendar.TradingCalendar;

/** The number of bars that fit between 1678 and a last day. Every pandas has nanosecond times from 1678 on. */
final class HistoryLimit {

    static final LocalDate FIRST = LocalDate.of(1678, 1, 1);
    static final LocalDate LAST = LocalDate.of(2261, 12, 31);

    /** The usual intervals, the longest first. */
    private static final List<Interval> USUAL = List.of("1d", "1h", "15m", "5m", "1m", "1s").stream()
            .map(Interval::parse)
            .toList();

    private final TradingCalendar calendar;
    private final LocalDate last;

    /** @throws IllegalArgumentException if the last day is not in 1678 to 2261 */
    HistoryLimit(TradingCalendar calendar, LocalDate last) {
        if (last.isBefore(FIRST) || last.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    "[rows] the end must be in 1678 to 2261, the range of datetime64[ns], got " + last);
        }
        this.calendar = calendar;
        this.last = last;
    }

    /**
     * The last sessions, in order, that together have at least this number of bars. Without the first one they have
     * fewer.
     *
     * @throws IllegalArgumentException if they do not fit; the message gives the maximum
     */
    List<LocalDate> sessions(Interval interval, int rows) {
        requireSteps(interval);
        List<LocalDate> sessions = new ArrayList<>();
        long bars = 0;
        for (LocalDate day = last; bars < rows; day = day.minusDays(1)) {
            if (day.isBefore(FIRST)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "[rows] at most %,d bars of %s fit from 1678 to %s, got %,d; %s",
                        bars,
                        interval,
                        last,
                        rows,
                        advice(interval, rows)));
            }
            int more = bars(interval, day);
            bars += more;
            if (more > 0) {
                sessions.add(day);
            }
        }
        Collections.reverse(sessions);
        return sessions;
    }

    /** The longest usual interval that fits; the shortest if none fits. */
    Interval longest(int rows) {
        return USUAL.stream()
                .filter(interval -> bars(interval) >= rows)
                .findFirst()
                .orElse(USUAL.get(USUAL.size() - 1));
    }

    /** @throws IllegalArgumentException if a bar has more steps than one */
    static void requireSteps(Interval interval) {
        if (interval.unit().compareTo(Interval.Unit.DAY) > 0) {
            throw new IllegalArgumentException("[interval] bars of %s need days instead of rows".formatted(interval));
        }
    }

    private String advice(Interval interval, int rows) {
        return USUAL.stream()
                .filter(shorter -> bars(shorter) >= rows)
                .findFirst()
                .map(shorter -> "use an interval of " + shorter)
                .orElse("use fewer rows, or a later end");
    }

    private long bars(Interval interval) {
        long bars = 0;
        for (LocalDate day = last; !day.isBefore(FIRST); day = day.minusDays(1)) {
            bars += bars(interval, day);
        }
        return bars;
    }

    private int bars(Interval interval, LocalDate day) {
        List<Hours> open = calendar.hours(day);
        if (!interval.isIntraday()) {
            return open.isEmpty() ? 0 : 1;
        }
        int bars = 0;
        for (Hours hours : open) {
            bars += (hours.minutes() * 60 - 1) / interval.seconds() + 1;
        }
        return bars;
    }
}
