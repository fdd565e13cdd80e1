package marketlab.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import marketlab.calendar.ExpiryRule.Kind;

/**
 * On which days a market's options expire, by rules that are dated: the weekday has changed, and weekly series have come
 * and gone. An expiry on a day without a full session is the last full session before. Immutable, safe between threads.
 */
public final class ExpiryRules {

    private static final int HORIZON_MONTHS = 12 * 12;

    private final TradingCalendar calendar;
    private final List<ExpiryRule> rules;
    private final List<Lot> lots;

    private ExpiryRules(TradingCalendar calendar, List<ExpiryRule> rules, List<Lot> lots) {
        this.calendar = calendar;
        this.rules = List.copyOf(rules);
        this.lots = List.copyOf(lots);
    }

    /** Rules shipped for a market, third Fridays for one that has none of its own; on this calendar. */
    public static ExpiryRules of(String market, TradingCalendar calendar) {
        return of(market, calendar, RuleFile.resource("contracts.csv", ExpiryRule.HEADING, ExpiryRule::parse));
    }

    /**
     * Rules of a user's file, with the columns of the shipped one:
     * {@code market,kind,count,occurrence,weekday,from,to,announced}.
     *
     * @throws IllegalArgumentException if a line is not such a rule; the message names the file and the line
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static ExpiryRules of(String market, TradingCalendar calendar, Path file) {
        return of(market, calendar, RuleFile.file(file, ExpiryRule.HEADING, ExpiryRule::parse));
    }

    private static ExpiryRules of(String market, TradingCalendar calendar, List<ExpiryRule> all) {
        List<ExpiryRule> own =
                all.stream().filter(rule -> rule.market().equals(market)).toList();
        return new ExpiryRules(
                calendar,
                own.isEmpty()
                        ? all.stream()
                                .filter(rule -> rule.market().equals("generic"))
                                .toList()
                        : own,
                lots(market, RuleFile.resource("lots.csv", Lot.HEADING, Lot::parse)));
    }

    private static List<Lot> lots(String market, List<Lot> all) {
        return all.stream().filter(lot -> lot.market().equals(market)).toList();
    }

    /** These rules on another calendar. */
    public ExpiryRules with(TradingCalendar calendar) {
        return new ExpiryRules(calendar, rules, lots);
    }

    /**
     * These rules with a market's lot sizes of a user's file, with the columns of the shipped one:
     * {@code market,lot,from,to}.
     *
     * @throws IllegalArgumentException if a line is not such a lot; the message names the file and the line
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public ExpiryRules withLots(String market, Path file) {
        return new ExpiryRules(calendar, rules, lots(market, RuleFile.file(file, Lot.HEADING, Lot::parse)));
    }

    /** These rules with these lot sizes of single expiries in place of their own. */
    public ExpiryRules withLots(Map<LocalDate, Integer> sizes) {
        return new ExpiryRules(
                calendar,
                rules,
                sizes.entrySet().stream()
                        .map(lot -> new Lot("", lot.getValue(), lot.getKey(), lot.getKey()))
                        .toList());
    }

    /** How many units of the index a contract of this expiry is of; empty where that is not known. */
    public OptionalInt lot(LocalDate expiry) {
        return lots.stream()
                .filter(lot -> lot.governs(expiry))
                .mapToInt(Lot::size)
                .findFirst();
    }

    /**
     * Expiries listed at the close of a day, itself excluded: weekly, monthly, quarterly and half-yearly, in order. They
     * follow the rules that were announced by then.
     */
    public List<LocalDate> listed(LocalDate on) {
        return knownOn(on).listedByAll(on);
    }

    /** The monthly expiry of a month; empty where no rule governs it. */
    public Optional<LocalDate> monthly(YearMonth month) {
        return nominalMonthly(month).map(calendar::fullSessionOnOrBefore);
    }

    /** These rules as they were known on a day: without those to come, and with no end that was still to be announced. */
    private ExpiryRules knownOn(LocalDate on) {
        List<ExpiryRule> known = rules.stream()
                .filter(rule -> rule.isKnown(on))
                .map(rule -> isEndKnown(rule, on) ? rule : rule.withoutEnd())
                .toList();
        return new ExpiryRules(calendar, known, lots);
    }

    private boolean isEndKnown(ExpiryRule rule, LocalDate on) {
        return rules.stream()
                .filter(later -> later.follows(rule))
                .min(Comparator.comparing(ExpiryRule::from))
                .map(next -> next.isKnown(on))
                .orElse(true);
    }

    private List<LocalDate> listedByAll(LocalDate on) {
        TreeSet<LocalDate> listed = new TreeSet<>(months(on, on, Kind.MONTHLY, month -> true));
        listed.addAll(months(on, last(listed, on), Kind.QUARTERLY, month -> month % 3 == 0));
        listed.addAll(months(on, last(listed, on), Kind.HALF_YEARLY, month -> month % 6 == 0));
        listed.addAll(weeks(on));
        return List.copyOf(listed);
    }

    private Optional<LocalDate> nominalMonthly(YearMonth month) {
        return rules.stream()
                .filter(rule -> rule.kind() == Kind.MONTHLY && rule.governs(rule.nominal(month)))
                .map(rule -> rule.nominal(month))
                .findFirst();
    }

    private List<LocalDate> months(LocalDate on, LocalDate after, Kind kind, IntPredicate months) {
        int count = rules.stream()
                .filter(rule -> rule.kind() == kind && rule.governs(on))
                .mapToInt(ExpiryRule::count)
                .findFirst()
                .orElse(0);
        List<LocalDate> found = new ArrayList<>();
        YearMonth month = YearMonth.from(after);
        for (int i = 0; i < HORIZON_MONTHS && found.size() < count; i++, month = month.plusMonths(1)) {
            if (months.test(month.getMonthValue())) {
                monthly(month).filter(day -> day.isAfter(after)).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<LocalDate> weeks(LocalDate on) {
        TreeSet<LocalDate> found = new TreeSet<>();
        for (int week = 0; week < 10; week++) {
            for (ExpiryRule rule : rules) {
                if (rule.kind() == Kind.WEEKLY && found.size() < rule.count()) {
                    LocalDate nominal = on.plusWeeks(week).with(TemporalAdjusters.nextOrSame(rule.weekday()));
                    weekly(rule, nominal).filter(day -> day.isAfter(on)).ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    private Optional<LocalDate> weekly(ExpiryRule rule, LocalDate nominal) {
        if (!rule.governs(nominal)) {
            return Optional.empty();
        }
        LocalDate monday = nominal.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = monday.plusDays(6);
        boolean hasMonthly = Stream.of(YearMonth.from(monday), YearMonth.from(sunday))
                .flatMap(month -> nominalMonthly(month).stream())
                .anyMatch(day -> !day.isBefore(monday) && !day.isAfter(sunday));
        return hasMonthly ? Optional.empty() : Optional.of(calendar.fullSessionOnOrBefore(nominal));
    }

    private static LocalDate last(TreeSet<LocalDate> days, LocalDate otherwise) {
        return days.isEmpty() ? otherwise : days.last();
    }
}
