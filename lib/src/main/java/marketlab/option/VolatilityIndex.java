package marketlab.option;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import marketlab.calendar.BusinessClock;
import marketlab.calendar.Market;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.Fingerprint;
import marketlab.dataset.GeneratorSettings;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Provenance;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.Table;

/**
 * An index of the volatility of the next 30 calendar days, as the VIX is one: from the variances of the two expiries
 * around them.
 */
final class VolatilityIndex {

    private static final String TIMESTAMP = "Timestamp";
    private static final double TERM = 30;
    /** Contracts that expire within a week are not used. */
    private static final int FEWEST_DAYS = 8;
    /** Strikes reach up to so many deviations from the spot, and to no more than so many on each side. */
    private static final double REACH = 8;

    private static final int MOST_EACH_SIDE = 300;

    private VolatilityIndex() {}

    /** The level, in percentage points of annual volatility, at the close of a day. */
    static double level(ChainTerms terms, ChainModel model, List<Maturity> around) {
        return level(
                days(around.get(0)),
                variance(terms, model, around.get(0)),
                days(around.get(1)),
                variance(terms, model, around.get(1)));
    }

    /** The levels as a dataset. */
    static Dataset dataset(
            NavigableMap<LocalDateTime, Double> levels,
            String market,
            String model,
            GeneratorSettings settings,
            Map<String, Object> recorded) {
        DateTimeColumn times = DateTimeColumn.create(TIMESTAMP);
        levels.keySet().forEach(times::append);
        double[] closes =
                levels.values().stream().mapToDouble(Double::doubleValue).toArray();
        Map<String, Object> parameters = new LinkedHashMap<>(recorded);
        parameters.put(PanelRecipe.ROWS, closes.length);
        parameters.put(PanelRecipe.TERM_DAYS, TERM);
        Metadata metadata = new Provenance(
                        "volatility_index",
                        market,
                        model,
                        settings.params(),
                        settings.seedOrDrawn(),
                        ChainRecipe.STREAM,
                        Fingerprint.of(closes),
                        Map.of(
                                TIMESTAMP,
                                "day of the close, or the moment of valuation",
                                "Close",
                                "percentage points of annual volatility"),
                        parameters,
                        settings.now())
                .metadata();
        Dataset made = Dataset.of(Table.create(market, times, Columns.of("Close", closes)))
                .with(metadata)
                .withIndex(TIMESTAMP);
        return settings.metadataColumn() ? MetadataColumn.addTo(made) : made;
    }

    /**
     * Linear in the total variance: White Paper, page 10.
     *
     * @param nearVariance annualised
     */
    static double level(double nearDays, double nearVariance, double nextDays, double nextVariance) {
        double near = nearDays * nearVariance * (nextDays - TERM) / (nextDays - nearDays);
        double next = nextDays * nextVariance * (TERM - nearDays) / (nextDays - nearDays);
        return 100 * Math.sqrt((near + next) / TERM);
    }

    /**
     * The last expiry within 30 days and the first one after them; if there is none on one side, the two nearest.
     *
     * @param at time of the day, exchange-local; null for the close
     * @throws IllegalArgumentException if fewer than two are listed
     */
    static List<Maturity> around(Market market, LocalDate valued, LocalTime at) {
        List<LocalDate> listed = market.expiries().listed(valued).stream()
                .filter(expiry -> ChronoUnit.DAYS.between(valued, expiry) >= FEWEST_DAYS)
                .toList();
        if (listed.size() < 2) {
            throw new IllegalArgumentException(
                    "[%s] lists %s expiries a week or more after %s; a volatility index needs 2"
                            .formatted(market.name(), listed.size(), valued));
        }
        int next = 1;
        while (next + 1 < listed.size() && ChronoUnit.DAYS.between(valued, listed.get(next)) <= TERM) {
            next++;
        }
        return List.of(
                Maturity.of(market, valued, at, listed.get(next - 1)),
                Maturity.of(market, valued, at, listed.get(next)));
    }

    private static double days(Maturity maturity) {
        return maturity.years() * BusinessClock.CALENDAR_DAYS_PER_YEAR;
    }

    private static double variance(ChainTerms terms, ChainModel model, Maturity maturity) {
        BlackScholes.Terms discounting = new BlackScholes.Terms(
                terms.spot(), terms.rate(), terms.dividendYield(), maturity.years(), maturity.varianceYears());
        double step = terms.market().strikeStep();
        double deviation = model.level(discounting.forward(), maturity.varianceYears()) * discounting.root;
        double middle = Math.rint(terms.spot() / step) * step;
        int below = (int) Math.min(MOST_EACH_SIDE, Math.floor(middle / step) - 1);
        int each = (int) Math.min(MOST_EACH_SIDE, Math.ceil(REACH * deviation * terms.spot() / step));
        below = Math.min(below, each);
        double[] strikes = new double[below + each + 1];
        for (int i = 0; i < strikes.length; i++) {
            strikes[i] = middle + (i - below) * step;
        }
        ExpiryPricer pricer = model.pricer(
                discounting, Math.max(REACH * deviation, Math.abs(StrictMath.log(middle / strikes[0]))) + deviation);
        double[] calls = new double[strikes.length];
        double[] puts = new double[strikes.length];
        for (int i = 0; i < strikes.length; i++) {
            OptionValue value = pricer.value(strikes[i]);
            calls[i] = value.callPrice();
            puts[i] = value.putPrice();
        }
        return OptionStrip.of(maturity.years(), terms.rate(), strikes, calls, puts)
                .variance();
    }
}
