package marketlab.calendar;

import java.time.ZoneId;
import java.util.List;

/**
 * A market to simulate: its calendar, its contracts, and typical levels. Immutable.
 *
 * @param name as in dataset names: {@code nifty}. An index whose contracts settle partly at the open and partly at the close
 *     is two markets, named as the exchange names the contracts: {@code spx} and {@code spxw}
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

    private static final TradingCalendar UTC = TradingCalendar.weekdays(ZoneId.of("UTC"), Hours.parse("09:00-17:00"));

    private static final List<Market> KNOWN = List.of(
            indian("nifty", TradingCalendar.nse(), 24_000, 0.14, 50, 350e6),
            indian("banknifty", TradingCalendar.nse(), 52_000, 0.17, 100, 180e6),
            indian("finnifty", TradingCalendar.nse(), 24_500, 0.16, 50, 120e6),
            indian("midcpnifty", TradingCalendar.nse(), 12_500, 0.19, 25, 90e6),
            indian("sensex", TradingCalendar.bse(), 79_000, 0.14, 100, 15e6),
            indian("bankex", TradingCalendar.bse(), 59_000, 0.17, 100, 10e6),
            american("spx", 5_000, 0.16, 0.014, 25, 4e9),
            american("spxw", 5_000, 0.16, 0.014, 5, 4e9),
            american("ndx", 17_500, 0.20, 0.008, 100, 1.5e9),
            american("ndxp", 17_500, 0.20, 0.008, 25, 1.5e9),
            new Market("generic", UTC, ExpiryRules.of("generic", UTC), 1_000, 0.20, 0.07, 0.03, 0.02, 10, 0.01, 100e6));

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
        return KNOWN.stream()
                .filter(market -> market.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "[market] unknown market '%s'; there are: %s".formatted(name, String.join(", ", names()))));
    }

    /** Names of the known markets. */
    public static List<String> names() {
        return KNOWN.stream().map(Market::name).toList();
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

    /** This market with other expiry rules. */
    public Market with(ExpiryRules expiries) {
        return new Market(
                name, calendar, expiries, spot, volatility, drift, rate, dividendYield, strikeStep, tick, dailyVolume);
    }

    private static Market indian(
            String name,
            TradingCalendar calendar,
            double spot,
            double volatility,
            double strikeStep,
            double dailyVolume) {
        return new Market(
                name,
                calendar,
                ExpiryRules.of(name, calendar),
                spot,
                volatility,
                0.10,
                0.065,
                0.012,
                strikeStep,
                0.05,
                dailyVolume);
    }

    private static Market american(
            String name, double spot, double volatility, double dividendYield, double strikeStep, double dailyVolume) {
        TradingCalendar calendar = TradingCalendar.nyse();
        return new Market(
                name,
                calendar,
                ExpiryRules.of(name, calendar),
                spot,
                volatility,
                0.08,
                0.04,
                dividendYield,
                strikeStep,
                0.05,
                dailyVolume);
    }

    private static void positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be > 0, got " + value);
        }
    }
}
