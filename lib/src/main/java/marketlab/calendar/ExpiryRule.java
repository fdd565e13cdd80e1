package marketlab.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One line of the contract rules.
 *
 * @param count number of listed expiries; 0 for none
 * @param occurrence which such weekdays: {@code third} or {@code last} of the month; {@code each} week but those of a
 *     monthly expiry, or {@code all} weeks
 * @param weekdays one for monthly rules; empty for quarterly, half-yearly and month-end rules
 * @param from first expiry that it applies to
 * @param to last expiry that it applies to
 * @param announced first day on which it was known
 * @param staysInWeek whether an expiry on a holiday moves to a later day if the earlier ones of its week are holidays
 *     too
 * @param settlesAtOpen whether the prices of the open settle the contracts, not those of the close
 */
record ExpiryRule(
        String market,
        Kind kind,
        int count,
        String occurrence,
        List<DayOfWeek> weekdays,
        LocalDate from,
        LocalDate to,
        LocalDate announced,
        boolean staysInWeek,
        boolean settlesAtOpen) {

    /** Without the last two columns, expiries on a holiday move to the day before, and settle at the close. */
    static final List<String> HEADINGS = List.of(
            "market,kind,count,occurrence,weekday,from,to,announced,holiday,settles",
            "market,kind,count,occurrence,weekday,from,to,announced");

    private static final int COLUMNS = HEADINGS.get(0).split(",").length;

    enum Kind {
        WEEKLY("each", "all"),
        MONTHLY("third", "last"),
        QUARTERLY("third", "last", ""),
        HALF_YEARLY("third", "last", ""),
        MONTH_END("");

        private final List<String> occurrences;

        Kind(String... occurrences) {
            this.occurrences = List.of(occurrences);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ExpiryRule parse(String[] fields) {
        Kind kind = Stream.of(Kind.values())
                .filter(known -> known.toString().equals(fields[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind must be one of %s, got '%s'".formatted(List.of(Kind.values()), fields[1])));
        oneOf("occurrence of " + kind, fields[3], kind.occurrences);
        List<DayOfWeek> weekdays = Stream.of(fields[4].toUpperCase(Locale.ROOT).split(" +"))
                .filter(day -> !day.isEmpty())
                .map(DayOfWeek::valueOf)
                .sorted()
                .toList();
        if (kind == Kind.WEEKLY && weekdays.isEmpty() || kind == Kind.MONTHLY && weekdays.size() != 1) {
            throw new IllegalArgumentException("a " + kind + " rule needs its weekday, got '" + fields[4] + "'");
        }
        boolean isShort = fields.length < COLUMNS;
        return new ExpiryRule(
                fields[0],
                kind,
                Integer.parseInt(fields[2]),
                fields[3],
                weekdays,
                fields[5].isEmpty() ? LocalDate.MIN : LocalDate.parse(fields[5]),
                fields[6].isEmpty() ? LocalDate.MAX : LocalDate.parse(fields[6]),
                fields[7].isEmpty() ? LocalDate.MIN : LocalDate.parse(fields[7]),
                !isShort
                        && oneOf("holiday", fields[8], List.of("", "before", "in_week"))
                                .equals("in_week"),
                !isShort
                        && oneOf("settles", fields[9], List.of("", "close", "open"))
                                .equals("open"));
    }

    boolean isKnown(LocalDate on) {
        return !announced.isAfter(on);
    }

    /** Whether this rule is a later one of the same series. */
    boolean follows(ExpiryRule other) {
        return kind == other.kind && from.isAfter(other.to);
    }

    ExpiryRule withoutEnd() {
        return new ExpiryRule(
                market, kind, count, occurrence, weekdays, from, LocalDate.MAX, announced, staysInWeek, settlesAtOpen);
    }

    boolean governs(LocalDate nominal) {
        return !nominal.isBefore(from) && !nominal.isAfter(to);
    }

    /** Whether both rules apply on some day. */
    boolean overlaps(ExpiryRule other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    /** Whether the rule has no expiry in the week of a monthly one. */
    boolean skipsMonthlyWeeks() {
        return occurrence.equals("each");
    }

    /** The rule's day in a month, ignoring holidays. */
    LocalDate nominal(YearMonth month) {
        TemporalAdjuster day = occurrence.equals("last")
                ? TemporalAdjusters.lastInMonth(weekdays.get(0))
                : TemporalAdjusters.dayOfWeekInMonth(3, weekdays.get(0));
        return month.atDay(1).with(day);
    }

    private static String oneOf(String what, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException("%s must be one of %s, got '%s'"
                    .formatted(
                            what,
                            allowed.stream()
                                    .map(word -> word.isEmpty() ? "nothing" : word)
                                    .toList(),
                            value));
        }
        return value;
    }
}
