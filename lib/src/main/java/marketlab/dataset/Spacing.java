package marketlab.dataset;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** The time between the rows of a price history, detected from their dates. */
public enum Spacing {

    /** One row per session, 252 per year. */
    SESSIONS("daily", 252, ""),
    /** One row per calendar day, with weekends, 365 per year: for example currencies that trade all week. */
    CALENDAR_DAYS("daily", 365, "the history has weekends too: annualised by 365 rows a year"),
    /** One row per week, 52 per year. */
    WEEKS("weekly", 52, "the history is weekly: annualised by 52 rows a year"),
    /** One row per month, 12 per year. */
    MONTHS("monthly", 12, "the history is monthly: annualised by 12 rows a year"),
    /** Several rows per day. */
    INTRADAY("intraday", Double.NaN, "");

    private static final double WEEKENDS = 0.1;

    private final String text;
    private final double perYear;
    private final String note;

    Spacing(String text, double perYear, String note) {
        this.text = text;
        this.perYear = perYear;
        this.note = note;
    }

    /**
     * Detects the spacing of these times, oldest first, by the median number of days between them and the share of
     * weekends.
     *
     * @throws IllegalArgumentException if the rows are neither daily, weekly nor monthly
     */
    static Spacing of(List<LocalDateTime> times) {
        List<LocalDate> days =
                times.stream().map(LocalDateTime::toLocalDate).distinct().toList();
        if (days.size() < times.size()) {
            return INTRADAY;
        }
        if (days.size() < 2) {
            return SESSIONS;
        }
        long[] gaps = IntStream.range(1, days.size())
                .mapToLong(i -> ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                .sorted()
                .toArray();
        long median = gaps[gaps.length / 2];
        if (median == 1) {
            long weekends = days.stream().filter(Spacing::isWeekend).count();
            return weekends > WEEKENDS * days.size() ? CALENDAR_DAYS : SESSIONS;
        }
        if (median <= 3) {
            return SESSIONS;
        }
        if (median >= 5 && median <= 9) {
            return WEEKS;
        }
        if (median >= 27 && median <= 34) {
            return MONTHS;
        }
        throw new IllegalArgumentException(
                "a history must be daily, weekly or monthly, but half of its rows lie %s days apart or more"
                        .formatted(median));
    }

    /** Rows per year, to annualise variances; NaN for intraday rows. */
    public double perYear() {
        return perYear;
    }

    /** Whether a row is a day. */
    public boolean isDaily() {
        return this == SESSIONS || this == CALENDAR_DAYS;
    }

    /** A note for the user; empty for sessions, the normal case. */
    String note() {
        return note;
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
