package marketlab.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * One line of the contract rules.
 *
 * @param count number of listed expiries; 0 ends a series
 * @param occurrence which such weekday of the month: {@code each}, {@code third} or {@code last}
 * @param weekday null for quarterly and half-yearly rules, which use the day of the monthly rules
 * @param from first expiry that it applies to
 * @param to last expiry that it applies to
 * @param announced first day on which it was known
 */
record ExpiryRule(
        String market,
        Kind kind,
        int count,
        String occurrence,
        DayOfWeek weekday,
        LocalDate from,
        LocalDate to,
        LocalDate announced) {

    static final String HEADING = "market,kind,count,occurrence,weekday,from,to,announced";

    enum Kind {
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY
    }

    static ExpiryRule parse(String[] fields) {
        String weekday = fields[4].toUpperCase(Locale.ROOT);
        return new ExpiryRule(
                fields[0],
                Kind.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                Integer.parseInt(fields[2]),
                fields[3],
                weekday.isEmpty() ? null : DayOfWeek.valueOf(weekday),
                fields[5].isEmpty() ? LocalDate.MIN : LocalDate.parse(fields[5]),
                fields[6].isEmpty() ? LocalDate.MAX : LocalDate.parse(fields[6]),
                fields[7].isEmpty() ? LocalDate.MIN : LocalDate.parse(fields[7]));
    }

    boolean isKnown(LocalDate on) {
        return !announced.isAfter(on);
    }

    /** Whether this rule is a later one of the same series. */
    boolean follows(ExpiryRule other) {
        return kind == other.kind && from.isAfter(other.to);
    }

    ExpiryRule withoutEnd() {
        return new ExpiryRule(market, kind, count, occurrence, weekday, from, LocalDate.MAX, announced);
    }

    boolean governs(LocalDate nominal) {
        return !nominal.isBefore(from) && !nominal.isAfter(to);
    }

    /** The rule's day in a month, ignoring holidays. */
    LocalDate nominal(YearMonth month) {
        TemporalAdjuster day = occurrence.equals("last")
                ? TemporalAdjusters.lastInMonth(weekday)
                : TemporalAdjusters.dayOfWeekInMonth(3, weekday);
        return month.atDay(1).with(day);
    }
}
