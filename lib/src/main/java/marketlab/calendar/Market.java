package marketlab.calendar;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A market to simulate: its calendar, its contracts, and typical levels. Immutable.
 *
 * @param name as in dataset names: {@code nifty}. An index whose contracts settle partly at the open and partly at the
 *     close is two markets, named as the exchange names the contracts: {@code spx} and {@code spxw}
 * @param calendar the exchange's sessions
 * @param expiries listed option expiries
 * @param spot typical index level, in index points
 * @param volatility typical volatility, annualised log-normal, as a fraction: 0.15 is 15 %
 * @param drift typical expected growth of the index per year, continuously compounded, as a fraction
 * @param rate typical risk-free rate per year, continuously compounded, as a fraction
 * @param dividendYield typical dividend yield per year, continuous, as a fraction
 * @param strikeStep distance between listed strikes, in index points
 * @param tick smallest price step of an option, in index points
 * @param dailyVolume typical number of shares traded in a regular session
 */
public record Market(
        String name,
        TradingCalendar calendar,
        ExpiryRules expiries,
        double spot,
        double volatility,
        double drift,
        double rate,
        double dividendYield,
        double strikeStep,
        double tick,
        double dailyVolume) {

    /** Trading days of a year, the basis of every annualised figure: a regular session is 1/252 year. */
    public static final int SESSIONS_PER_YEAR = 252;

    /** Makes each known market by its name, in the order of {@link #names}. */
    private static final Map<String, Function<String, Market>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("nifty", indian(TradingCalendar::nse, 24_000, 0.14, 50, 350e6));
        KNOWN.put("banknifty", indian(TradingCalendar::nse, 52_000, 0.17, 100, 180e6));
        KNOWN.put("finnifty", indian(TradingCalendar::nse, 24_500, 0.16, 50, 120e6));
        KNOWN.put("midcpnifty", indian(TradingCalendar::nse, 12_500, 0.19, 25, 90e6));
        KNOWN.put("sensex", indian(TradingCalendar::bse, 79_000, 0.14, 100, 15e6));
        KNOWN.put("bankex", indian(TradingCalendar::bse, 59_000, 0.17, 100, 10e6));
        KNOWN.put("spx", american(5_000, 0.16, 0.014, 25, 4e9));
        KNOWN.put("spxw", american(5_000, 0.16, 0.014, 5, 4e9));
        KNOWN.put("ndx", american(17_500, 0.20, 0.008, 100, 1.5e9));
        KNOWN.put("ndxp", american(17_500, 0.20, 0.008, 25, 1.5e9));
        KNOWN.put("generic", Market::generic);
    }

    /** The markets made so far: only those asked for, since the calendar of an exchange takes time to read. */
    private static final Map<String, Market> MADE = new ConcurrentHashMap<>();

    public Market {
        positive("spot", spot);
        positive("volatility", volatility);
        positive("strike step", strikeStep);
        positive("tick", tick);
        positive("daily volume", dailyVolume);
    }

    /**
     * A known market.
     *
     * @throws IllegalArgumentException if the name is unknown; the message lists the known ones
     */
    public static Market named(String name) {
        Function<String, Market> known = KNOWN.get(name);
        if (known == null) {
            throw new IllegalArgumentException(
                    "[market] unknown market '%s'; there are: %s".formatted(name, String.join(", ", names())));
        }
        return MADE.computeIfAbsent(name, known);
    }

    /** Names of the known markets. */
    public static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    /** This market with another calendar; its expiries follow that calendar. */
    public Market with(TradingCalendar calendar) {
        return new Market(
                name,
                calendar,
                expiries.with(calendar),
                spot,
                volatility,
                drift,
                rate,
                dividendYield,
                strikeStep,
                tick,
                dailyVolume);
    }

    /** This market with a variance of closed days: see {@link TradingCalendar#withClosedDays}. */
    public Market withClosedDays(double weight) {
        return weight == calendar.closedDays() ? this : with(calendar.withClosedDays(weight));
    }

    /** This market with other expiry rules. */
    public Market with(ExpiryRules expiries) {
        return new Market(
                name, calendar, expiries, spot, volatility, drift, rate, dividendYield, strikeStep, tick, dailyVolume);
    }

    private static Function<String, Market> indian(
            Supplier<TradingCalendar> calendar, double spot, double volatility, double strikeStep, double dailyVolume) {
        return name -> new Market(
                name,
                calendar.get(),
                ExpiryRules.of(name, calendar.get()),
                spot,
                volatility,
                0.10,
                0.065,
                0.012,
                strikeStep,
                0.05,
                dailyVolume);
    }

    private static Function<String, Market> american(
            double spot, double volatility, double dividendYield, double strikeStep, double dailyVolume) {
        return name -> new Market(
                name,
                TradingCalendar.nyse(),
                ExpiryRules.of(name, TradingCalendar.nyse()),
                spot,
                volatility,
                0.08,
                0.04,
                dividendYield,
                strikeStep,
                0.05,
                dailyVolume);
    }

    private static Market generic(String name) {
        TradingCalendar weekdays = TradingCalendar.weekdays(ZoneId.of("UTC"), Hours.parse("09:00-17:00"));
        return new Market(
                name, weekdays, ExpiryRules.of(name, weekdays), 1_000, 0.20, 0.07, 0.03, 0.02, 10, 0.01, 100e6);
    }

    private static void positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be > 0, got " + value);
        }
    }
}
