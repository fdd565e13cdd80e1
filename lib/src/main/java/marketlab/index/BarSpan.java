package marketlab.index;

import java.time.LocalDate;
import java.util.List;
import marketlab.calendar.Market;
import marketlab.calendar.TradingCalendar;

/**
 * Which bars there are: the last sessions up to a day, or so many bars.
 *
 * @param days how many sessions; 0 if it is not set
 * @param rows how many bars, in place of the days; 0 for the days
 * @param interval length of a bar; null for a day, or with rows for the longest that there is room for
 * @param end the last day; null for today
 */
record BarSpan(int days, int rows, Interval interval, LocalDate end) {

    static final BarSpan USUAL = new BarSpan(0, 0, null, null);

    private static final Interval DAY = new Interval(1, Interval.Unit.DAY);

    /** This span, with a year's sessions if their number is not set. */
    BarSpan orYear() {
        return days > 0 ? this : new BarSpan(Market.SESSIONS_PER_YEAR, rows, interval, end);
    }

    BarSpan withDays(int days) {
        return new BarSpan(days, 0, interval, end);
    }

    BarSpan withRows(int rows) {
        return new BarSpan(days, rows, interval, end);
    }

    BarSpan withInterval(Interval interval) {
        return new BarSpan(days, rows, interval, end);
    }

    BarSpan withEnd(LocalDate end) {
        return new BarSpan(days, rows, interval, end);
    }

    /** The length of a bar, if this is the last day. */
    Interval interval(TradingCalendar calendar, LocalDate last) {
        if (interval != null) {
            return interval;
        }
        return rows == 0 ? DAY : new HistoryLimit(calendar, last).longest(rows);
    }

    /** The sessions of bars of this length, if this is the last day. */
    List<LocalDate> sessions(TradingCalendar calendar, LocalDate last, Interval length) {
        return rows == 0 ? calendar.lastSessions(days, last) : new HistoryLimit(calendar, last).sessions(length, rows);
    }
}
