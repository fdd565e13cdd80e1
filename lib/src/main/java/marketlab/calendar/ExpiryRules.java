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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import marketlab.calendar.ExpiryRule.Kind;

/**
 * On which days a market's options expire, by rules that are dated: the weekday has changed, and weekly series have
 * come and gone. An expiry on a day that is not a {@link TradingCalendar#isSettlementDay settlement day} is on the last
 * one before; a rule may say that it stays in its week, and then it is on the next one if there is none before in the
 * week. Immutable, safe between threads.
 */
public final class ExpiryRules {

    private static final int HORIZON_MONTHS = 12 * 12;
    private static final int HORIZON_DAYS = 12 * 7;

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
        return of(market, calendar, Shipped.RULES);
    }

    /**
     * Rules of a user's file, with the columns of the shipped one:
     * {@code market,kind,count,occurrence,weekday,from,to,announced,holiday,settles}. The last two may be left out.
     *
     * @throws IllegalArgumentException if a line is not such a rule, and the message names the file and the line; or if
     *     rules of the market settle at the open and at the close at the same time
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static ExpiryRules of(String market, TradingCalendar calendar, Path file) {
        return of(market, calendar, RuleFile.file(file, ExpiryRule.HEADINGS, ExpiryRule::parse));
    }

    private static ExpiryRules of(String market, TradingCalendar calendar, List<ExpiryRule> all) {
        List<ExpiryRule> own = rules(market, all);
        return new ExpiryRules(
                calendar,
                own.isEmpty() ? rules("generic", all) : requireOneSettlement(own),
                lots(market, Shipped.LOTS));
    }

    private static List<ExpiryRule> rules(String market, List<ExpiryRule> all) {
        return all.stream().filter(rule -> rule.market().equals(market)).toList();
    }

    private static List<ExpiryRule> requireOneSettlement(List<ExpiryRule> rules) {
        for (ExpiryRule rule : rules) {
            if (rules.stream()
                    .anyMatch(other -> other.settlesAtOpen() != rule.settlesAtOpen() && other.overlaps(rule))) {
                throw new IllegalArgumentException(
                        ("[%s] its rules settle at the open and at the close at the same time;"
                                        + " give each its own market, as spx and spxw")
                                .formatted(rule.market()));
            }
        }
        return rules;
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
        return new ExpiryRules(calendar, rules, lots(market, RuleFile.file(file, Lot.HEADINGS, Lot::parse)));
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
     * Whether the contracts of this expiry settle at the prices of the open, and so trade for the last time on the
     * session before; else they settle at the close. On an early close, that is the early one.
     */
    public boolean settlesAtOpen(LocalDate expiry) {
        return rules.stream().anyMatch(rule -> rule.governs(expiry) && rule.settlesAtOpen());
    }

    /**
     * Expiries listed at the close of a day, itself excluded: weekly, monthly, quarterly, half-yearly and at the end of
     * months, in order. They follow the rules that were announced by then; but holidays are taken as known beforehand,
     * also those that were announced later.
     */
    public List<LocalDate> listed(LocalDate on) {
        return knownOn(on).listedByAll(on);
    }

    /** The monthly expiry of a month; empty where there is none by the rules. */
    public Optional<LocalDate> monthly(YearMonth month) {
        return monthlyRule(month)
                .filter(rule -> rule.count() > 0)
                .map(rule -> calendar.settlementDayOnOrBefore(rule.nominal(month)));
    }

    /** These rules as they were known on a day: without those to come, and with no end that was still to be announced.
     * */
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
        TreeSet<LocalDate> listed = new TreeSet<>(months(on, on, Kind.MONTHLY, month -> true, this::monthly));
        LocalDate last = listed.isEmpty() ? on : listed.last();
        listed.addAll(months(on, last, Kind.QUARTERLY, month -> month % 3 == 0, this::monthly));
        last = listed.isEmpty() ? on : listed.last();
        listed.addAll(months(on, last, Kind.HALF_YEARLY, month -> month % 6 == 0, this::monthly));
        listed.addAll(months(on, on, Kind.MONTH_END, month -> true, this::monthEnd));
        listed.addAll(weeks(on));
        return List.copyOf(listed);
    }

    private Optional<ExpiryRule> monthlyRule(YearMonth month) {
        return rules.stream()
                .filter(rule -> rule.kind() == Kind.MONTHLY && rule.governs(rule.nominal(month)))
                .findFirst();
    }

    private Optional<LocalDate> monthEnd(YearMonth month) {
        return Optional.of(month.atEndOfMonth())
                .filter(day -> rules.stream().anyMatch(rule -> rule.kind() == Kind.MONTH_END && rule.governs(day)))
                .map(calendar::settlementDayOnOrBefore);
    }

    private List<LocalDate> months(
            LocalDate on,
            LocalDate after,
            Kind kind,
            IntPredicate months,
            Function<YearMonth, Optional<LocalDate>> expiry) {
        int count = rules.stream()
                .filter(rule -> rule.kind() == kind && rule.governs(on))
                .mapToInt(ExpiryRule::count)
                .findFirst()
                .orElse(0);
        List<LocalDate> found = new ArrayList<>();
        YearMonth month = YearMonth.from(after);
        for (int i = 0; i < HORIZON_MONTHS && found.size() < count; i++, month = month.plusMonths(1)) {
            if (months.test(month.getMonthValue())) {
                expiry.apply(month).filter(day -> day.isAfter(after)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Set<LocalDate> weeks(LocalDate on) {
        Set<LocalDate> found = new TreeSet<>();
        // a week earlier, since a holiday's expiry may be after it
        on.minusDays(7).datesUntil(on.plusDays(HORIZON_DAYS)).forEach(nominal -> rules.stream()
                .filter(rule -> rule.kind() == Kind.WEEKLY && found.size() < rule.count())
                .flatMap(rule -> weekly(rule, nominal).stream())
                .filter(day -> day.isAfter(on))
                .forEach(found::add));
        return found;
    }

    private Optional<LocalDate> weekly(ExpiryRule rule, LocalDate nominal) {
        if (!rule.governs(nominal) || !rule.weekdays().contains(nominal.getDayOfWeek())) {
            return Optional.empty();
        }
        LocalDate monday = nominal.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = monday.plusDays(6);
        boolean taken = rule.skipsMonthlyWeeks() ? hasMonthly(monday, sunday) : hasMonthly(nominal, nominal);
        if (taken) {
            return Optional.empty();
        }
        LocalDate before = calendar.settlementDayOnOrBefore(nominal);
        return Optional.of(
                rule.staysInWeek() && before.isBefore(monday) ? calendar.settlementDayOnOrAfter(nominal) : before);
    }

    private boolean hasMonthly(LocalDate first, LocalDate last) {
        return Stream.of(YearMonth.from(first), YearMonth.from(last))
                .flatMap(month -> monthlyRule(month).map(rule -> rule.nominal(month)).stream())
                .anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    /** The rules in the resources, read once. */
    private static final class Shipped {

        private static final List<ExpiryRule> RULES =
                RuleFile.resource("contracts.csv", ExpiryRule.HEADINGS, ExpiryRule::parse);
        private static final List<Lot> LOTS = RuleFile.resource("lots.csv", Lot.HEADINGS, Lot::parse);
    }
}
