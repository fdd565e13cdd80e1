package marketlab.index;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import marketlab.calendar.Hours;
import marketlab.calendar.Market;
import marketlab.calendar.TradingCalendar;

/**
 * The bars of a stretch of sessions: when each begins, how long it is, and its usual share of a day's volume. Time runs
 * only while the exchange trades: a regular session is 1/252 year, a short one in proportion.
 */
final class TimeGrid {

    private final List<LocalDateTime> starts = new ArrayList<>();
    private final List<Double> years = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final TradingCalendar calendar;
    private final int regularMinutes;

    private TimeGrid(TradingCalendar calendar) {
        this.calendar = calendar;
        this.regularMinutes = calendar.regularHours().minutes();
    }

    static TimeGrid of(TradingCalendar calendar, Interval interval, List<LocalDate> sessions) {
        TimeGrid grid = new TimeGrid(calendar);
        for (LocalDate session : sessions) {
            if (interval.isIntraday()) {
                grid.addWithin(session, interval.minutes());
            } else {
                grid.addWhole(session, interval);
            }
        }
        return grid;
    }

    /** Beginning of each bar, exchange-local; the day's or period's first session at midnight for daily and longer. */
    List<LocalDateTime> starts() {
        return starts;
    }

    /** Length of each bar in years of 252 regular sessions. */
    double[] years() {
        return years.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Usual volume of each bar in regular sessions: 1 for a day; within a day U-shaped. */
    double[] shares() {
        return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void addWithin(LocalDate session, int minutes) {
        for (Hours hours : calendar.hours(session)) {
            double whole = hours.minutes();
            for (int from = 0; from < whole; from += minutes) {
                double to = Math.min(whole, from + minutes);
                double share = (uShape(to / whole) - uShape(from / whole)) * whole / regularMinutes;
                add(session.atTime(hours.open().plusMinutes(from)), (to - from) / regularMinutes, share);
            }
        }
    }

    private void addWhole(LocalDate session, Interval interval) {
        double sessions = 0;
        for (Hours hours : calendar.hours(session)) {
            sessions += (double) hours.minutes() / regularMinutes;
        }
        int last = starts.size() - 1;
        if (last >= 0 && period(session, interval).equals(period(starts.get(last).toLocalDate(), interval))) {
            double before = shares.get(last);
            years.set(last, (before + sessions) / Market.SESSIONS_PER_YEAR);
            shares.set(last, before + sessions);
        } else {
            add(session.atTime(LocalTime.MIDNIGHT), sessions, sessions);
        }
    }

    private void add(LocalDateTime start, double sessions, double share) {
        starts.add(start);
        years.add(sessions / Market.SESSIONS_PER_YEAR);
        shares.add(share);
    }

    private static LocalDate period(LocalDate session, Interval interval) {
        return switch (interval.unit()) {
            case WEEK -> session.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> session.withDayOfMonth(1);
            default -> session;
        };
    }

    /** Share of a session's volume traded by a fraction of it: three times as busy at both ends as in the middle. */
    private static double uShape(double fraction) {
        double centred = 2 * fraction - 1;
        return 0.6 * fraction + 0.2 * (centred * centred * centred + 1);
    }
}
