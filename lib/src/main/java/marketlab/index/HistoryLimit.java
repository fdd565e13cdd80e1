package marketlab.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import marketlab.calendar.Hours;
import marketlab.calendar.TradingCalendar;

/** How many bars there is room for before a day: from 1678 on, for which every pandas has nanoseconds. */
final class HistoryLimit {

    static final LocalDate FIRST = LocalDate.of(1678, 1, 1);
    static final LocalDate LAST = LocalDate.of(2261, 12, 31);

    /** What bars are usually made of, the longest first. */
    private static final List<Interval> USUAL = List.of("1d", "1h", "15m", "5m", "1m", "1s").stream()
            .map(Interval::parse)
            .toList();

    private final TradingCalendar calendar;
    private final LocalDate last;

    /** @throws IllegalArgumentException if the last day is none of 1678 to 2261 */
    HistoryLimit(TradingCalendar calendar, LocalDate last) {
        if (last.isBefore(FIRST) || last.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    "[rows] the end must be in 1678 to 2261, which datetime64[ns] has, got " + last);
        }
        this.calendar = calendar;
        this.last = last;
    }

    /**
     * The last sessions that have so many bars, in order; without the first one they have fewer.
     *
     * @throws IllegalArgumentException if there is no room for them; the message tells for how many there is
     */
    List<LocalDate> sessions(Interval interval, int rows) {
        requireSteps(interval);
        List<LocalDate> sessions = new ArrayList<>();
        long bars = 0;
        for (LocalDate day = last; bars < rows; day = day.minusDays(1)) {
            if (day.isBefore(FIRST)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "[rows] there is room for %,d bars of %s from 1678 to %s, got %,d; %s",
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

    /** The longest of the usual intervals that there is room for; the shortest if there is for none. */
    Interval longest(int rows) {
        return USUAL.stream()
                .filter(interval -> bars(interval) >= rows)
                .findFirst()
                .orElse(USUAL.get(USUAL.size() - 1));
    }

    /** @throws IllegalArgumentException if a bar has more steps than one */
    static void requireSteps(Interval interval) {
        if (interval.unit().compareTo(Interval.Unit.DAY) > 0) {
            throw new IllegalArgumentException(
                    "[interval] bars of %s are made by days and in memory: give days instead of rows"
                            .formatted(interval));
        }
    }

    private String advice(Interval interval, int rows) {
        return USUAL.stream()
                .filter(shorter -> bars(shorter) >= rows)
                .findFirst()
                .map(shorter -> "take an interval of " + shorter)
                .orElse("take fewer, or a later end");
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
