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
 * @param count how many expiries are listed; 0 ends a series
 * @param occurrence which of the weekdays of a month: {@code each}, {@code third} or {@code last}
 * @param weekday null for the long kinds, which share the monthly rules' day
 * @param from first expiry it governs
 * @param to last expiry it governs
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

    /** Whether this rule comes after another of its series. */
    boolean follows(ExpiryRule other) {
        return kind == other.kind && from.isAfter(other.to);
    }

    ExpiryRule withoutEnd() {
        return new ExpiryRule(market, kind, count, occurrence, weekday, from, LocalDate.MAX, announced);
    }

    boolean governs(LocalDate nominal) {
        return !nominal.isBefore(from) && !nominal.isAfter(to);
    }

    /** The rule's day of a month, before any holiday is looked at. */
    LocalDate nominal(YearMonth month) {
        TemporalAdjuster day = occurrence.equals("last")
                ? TemporalAdjusters.lastInMonth(weekday)
                : TemporalAdjusters.dayOfWeekInMonth(3, weekday);
        return month.atDay(1).with(day);
    }
}
