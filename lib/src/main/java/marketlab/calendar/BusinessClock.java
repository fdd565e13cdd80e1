package marketlab.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * The clock by which the variance of an index accrues: a regular session is 1/252 year, a shorter one as much less as
 * it is shorter, and a closed day is nothing. That is nearly so in fact: French and Roll, <i>Stock Return Variances</i>,
 * Journal of Financial Economics 17, 1986. If the calendar gives closed days a weight, each has this share of a session,
 * and all lengths are divided by a factor, so that a year of 252 sessions and 113 closed days remains one year. Options
 * and the grid of a path count by this clock; interest accrues by the calendar, on 365 days a year. Immutable.
 */
public final class BusinessClock {

    /** Days of a year by which interest and dividends accrue. */
    public static final int CALENDAR_DAYS_PER_YEAR = 365;

    /**
     * Share of a session's variance that comes between the close before and the open, where nothing else is known: that
     * of the S&P 500 in 2017 to 2020 is 0.22 to 0.33. In earlier years, published opens are mostly the close before.
     */
    public static final double NIGHT = 0.25;

    private static final int MOST_CLOSED_DAYS = 366;
    private static final double CLOSED_DAYS_PER_YEAR = CALENDAR_DAYS_PER_YEAR - Market.SESSIONS_PER_YEAR;

    private final TradingCalendar calendar;
    private final double unitsPerSession;

    private BusinessClock(TradingCalendar calendar) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.unitsPerSession = 1 + calendar.closedDays() * CLOSED_DAYS_PER_YEAR / Market.SESSIONS_PER_YEAR;
    }

    /** The clock of an exchange. */
    public static BusinessClock of(TradingCalendar calendar) {
        return new BusinessClock(calendar);
    }

    /** Years between the closes of two days; 0 if the second is not after the first. */
    public double years(LocalDate from, LocalDate to) {
        double sessions = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            sessions += calendar.isOpen(day) ? sessions(day) : closed(1);
        }
        return sessions / Market.SESSIONS_PER_YEAR;
    }

    /** Years between the open and the close of a day. */
    public double tradingYears(LocalDate day) {
        return (1 - NIGHT) * sessions(day) / Market.SESSIONS_PER_YEAR;
    }

    /**
     * Years from a time of a day to the close of the same or of a later day. Within a session, the night before it has
     * its share, and the variance of the trading has the form of a U: see {@link SessionShape}.
     */
    public double years(LocalDate from, LocalTime time, LocalDate to) {
        return years(from, to) + sessionsLeft(from, time) / Market.SESSIONS_PER_YEAR;
    }

    /**
     * Length of a day's trading and the night before, in 1/252 year: 1 for a full session if closed days have no weight;
     * 0 for a closed day.
     */
    public double sessions(LocalDate day) {
        return calendar.minutes(day) / (calendar.regularHours().minutes() * unitsPerSession);
    }

    /** Length of the closed days just before a session, in 1/252 year; 0 if closed days have no weight. */
    public double closedBefore(LocalDate session) {
        int days = 0;
        if (calendar.closedDays() > 0) {
            while (days < MOST_CLOSED_DAYS && !calendar.isOpen(session.minusDays(days + 1))) {
                days++;
            }
        }
        return closed(days);
    }

    private double closed(int days) {
        return days * calendar.closedDays() / unitsPerSession;
    }

    private double sessionsLeft(LocalDate day, LocalTime time) {
        List<Hours> open = calendar.hours(day);
        if (open.isEmpty() || time.isBefore(open.get(0).open())) {
            return sessions(day);
        }
        double left = 0;
        for (Hours hours : open) {
            int length = 60 * hours.minutes();
            int gone = time.toSecondOfDay() - hours.open().toSecondOfDay();
            if (gone < length) {
                left += SessionShape.variance(Math.max(0, gone), length, length)
                        * hours.minutes()
                        / calendar.minutes(day);
            }
        }
        return (1 - NIGHT) * left * sessions(day);
    }
}
