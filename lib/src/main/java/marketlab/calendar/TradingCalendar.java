package marketlab.calendar;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The days on which an exchange trades, and its hours on each: Monday to Friday, except where a dated rule says
 * otherwise. In years without rules, every weekday is a trading day. Immutable and thread-safe.
 */
public final class TradingCalendar {

    private static final List<String> HEADINGS = List.of("date,session,name");
    private static final int LONGEST_CLOSURE_DAYS = 366;
    private static final Pattern WEEKDAYS = Pattern.compile("weekdays (\\S+) (\\S+)");

    private final String name;
    private final ZoneId zone;
    private final Hours regular;
    private final List<Hours> wholeDay;
    private final boolean settlesOnShortSessions;
    private final Map<LocalDate, List<Hours>> exceptions;
    private final double closedDays;

    private TradingCalendar(
            String name,
            ZoneId zone,
            Hours regular,
            boolean settlesOnShortSessions,
            Map<LocalDate, List<Hours>> exceptions,
            double closedDays) {
        this.name = Objects.requireNonNull(name, "name");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.regular = Objects.requireNonNull(regular, "regular hours");
        this.wholeDay = List.of(regular);
        this.settlesOnShortSessions = settlesOnShortSessions;
        this.exceptions = Map.copyOf(exceptions);
        this.closedDays = closedDays;
    }

    /** A calendar with the dated rules of a resource beside this class. */
    static TradingCalendar shipped(
            String name, String zone, String hours, boolean settlesOnShortSessions, String resource) {
        TradingCalendar plain =
                new TradingCalendar(name, ZoneId.of(zone), Hours.parse(hours), settlesOnShortSessions, Map.of(), 0);
        return plain.with(name, RuleFile.resource(resource, HEADINGS, plain::rule));
    }

    /** National Stock Exchange of India: 09:15 to 15:30, with its holidays and special sessions of 2010 to 2026. */
    public static TradingCalendar nse() {
        return ExchangeCalendars.India.NSE;
    }

    /** BSE of Mumbai: 09:15 to 15:30, with its holidays and special sessions of 2010 to 2026, which are those of NSE.
     * */
    public static TradingCalendar bse() {
        return ExchangeCalendars.India.BSE;
    }

    /**
     * New York Stock Exchange: 09:30 to 16:00, with its holidays, early closes and late opens of 1986 to 2028. The
     * other exchanges of the United States keep the same days.
     */
    public static TradingCalendar nyse() {
        return ExchangeCalendars.UnitedStates.NYSE;
    }

    /** Every weekday with the same hours, without holidays. */
    public static TradingCalendar weekdays(ZoneId zone, Hours hours) {
        return new TradingCalendar("weekdays %s %s".formatted(zone, hours), zone, hours, false, Map.of(), 0);
    }

    /** The calendar with this {@link #name}; empty if there is none, or if it has rules from a file. */
    public static Optional<TradingCalendar> named(String name) {
        return switch (name) {
            case "nse" -> Optional.of(nse());
            case "bse" -> Optional.of(bse());
            case "nyse" -> Optional.of(nyse());
            default -> weekdays(name);
        };
    }

    private static Optional<TradingCalendar> weekdays(String name) {
        Matcher weekdays = WEEKDAYS.matcher(name);
        try {
            return weekdays.matches()
                    ? Optional.of(weekdays(ZoneId.of(weekdays.group(1)), Hours.parse(weekdays.group(2))))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * This calendar with the dated rules of a file, which override its own. The heading is {@code date,session,name}. A
     * session is {@code closed}, {@code full}, or hours such as {@code 18:00-19:00}, several of them separated by
     * spaces.
     *
     * @throws IllegalArgumentException if a line is not such a rule; the message gives the file and the line
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public TradingCalendar with(Path file) {
        return with(name + " with " + file.getFileName(), RuleFile.file(file, HEADINGS, this::rule));
    }

    /**
     * This calendar, where each closed day has so much of the variance of a session: 0 for none, which is the default,
     * to 1 for as much. See {@link BusinessClock}.
     *
     * @throws IllegalArgumentException if it is not 0 to 1
     */
    public TradingCalendar withClosedDays(double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight of closed days must be 0 to 1, got " + weight);
        }
        return new TradingCalendar(name, zone, regular, settlesOnShortSessions, exceptions, weight);
    }

    /** Variance of a closed day, as a share of that of a session. */
    public double closedDays() {
        return closedDays;
    }

    /** This calendar under another name, with these rules too. */
    TradingCalendar with(String name, List<Map<LocalDate, List<Hours>>> rules) {
        Map<LocalDate, List<Hours>> changed = new HashMap<>(exceptions);
        rules.forEach(changed::putAll);
        return new TradingCalendar(name, zone, regular, settlesOnShortSessions, changed, closedDays);
    }

    /** {@code nse}, {@code bse}, {@code nyse}, {@code weekdays UTC 09:00-17:00}, {@code nse with holidays.csv}. */
    public String name() {
        return name;
    }

    /** The exchange's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Hours of a regular day. */
    public Hours regularHours() {
        return regular;
    }

    /** Trading hours on a day, in order; empty if the exchange is closed. */
    public List<Hours> hours(LocalDate date) {
        List<Hours> exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        return date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() ? wholeDay : List.of();
    }

    /** Minutes of trading on a date; 0 if the exchange is closed. */
    public int minutes(LocalDate date) {
        return hours(date).stream().mapToInt(Hours::minutes).sum();
    }

    /** Whether there is any trading on a day. */
    public boolean isOpen(LocalDate date) {
        return !hours(date).isEmpty();
    }

    /** Whether a day has a full session. */
    public boolean isFullSession(LocalDate date) {
        return hours(date).equals(wholeDay);
    }

    /**
     * Whether contracts can expire on a day: it has a full session, or any session where short ones count too, as the
     * early closes of New York do, but not the evening sessions and the drills of India.
     */
    public boolean isSettlementDay(LocalDate date) {
        return settlesOnShortSessions ? isOpen(date) : isFullSession(date);
    }

    /**
     * The last settlement day on or before a day.
     *
     * @throws IllegalArgumentException if there is none within a year
     */
    public LocalDate settlementDayOnOrBefore(LocalDate date) {
        return first(this::isSettlementDay, date, -1, "no settlement day in the year before ");
    }

    /**
     * The first settlement day on or after a day.
     *
     * @throws IllegalArgumentException if there is none within a year
     */
    public LocalDate settlementDayOnOrAfter(LocalDate date) {
        return first(this::isSettlementDay, date, 1, "no settlement day in the year after ");
    }

    private static LocalDate first(Predicate<LocalDate> wanted, LocalDate date, int step, String none) {
        return Stream.iterate(date, day -> day.plusDays(step))
                .limit(LONGEST_CLOSURE_DAYS)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(none + date));
    }

    /** Days with trading from a first to a last day, both included. */
    public List<LocalDate> sessions(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).filter(this::isOpen).toList();
    }

    /**
     * The last {@code count} days with trading up to a day, itself included, in order.
     *
     * @throws IllegalArgumentException if the count is not positive, or there are too few
     */
    public List<LocalDate> lastSessions(int count, LocalDate last) {
        if (count <= 0) {
            throw new IllegalArgumentException("number of sessions must be > 0, got " + count);
        }
        List<LocalDate> days = new ArrayList<>(count);
        LocalDate seen = last;
        for (LocalDate day = last; days.size() < count; day = day.minusDays(1)) {
            if (isOpen(day)) {
                days.add(day);
                seen = day;
            } else if (day.isBefore(seen.minusDays(LONGEST_CLOSURE_DAYS))) {
                throw new IllegalArgumentException("fewer than %s sessions up to %s".formatted(count, last));
            }
        }
        Collections.reverse(days);
        return days;
    }

    @Override
    public String toString() {
        return name;
    }

    private Map<LocalDate, List<Hours>> rule(String[] fields) {
        List<Hours> hours =
                switch (fields[1]) {
                    case "closed" -> List.of();
                    case "full" -> List.of(regular);
                    default ->
                        List.of(fields[1].split(" +")).stream()
                                .map(Hours::parse)
                                .toList();
                };
        return Map.of(LocalDate.parse(fields[0]), hours);
    }
}
