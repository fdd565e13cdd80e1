package marketlab.option;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;

/**
 * Generates the option chain of an index:
 * {@code OptionChainGenerator.of("nifty").spot(24_150).expiries(3).strikes(41).params("weekly_expiry").generate()}.
 *
 * <p>One row for each listed expiry and strike, with the unrounded theoretical price and all greeks of the call and the
 * put; the units of every column are in the metadata. Time to expiry is whole days over 365, from the valuation date's
 * close to the expiry's. What is not set is typical for the market.
 *
 * <p>Immutable: every setting returns a new generator. Safe to share between threads.
 */
public final class OptionChainGenerator {

    private static final String GENERATOR = "marketlab 0.1.0";
    private static final String MODEL = "black_scholes";
    private static final double DAYS_PER_YEAR = 365;
    private static final int SEED_BITS = 48;

    private final Market market;
    private double spot;
    private double rate;
    private double dividendYield;
    private double volatility;
    private LocalDate valuationDate;
    private int expiryCount = 4;
    private List<LocalDate> expiryDates = List.of();
    private int strikes = 41;
    private Long seed;
    private String params = "";
    private Clock clock = Clock.systemDefaultZone();

    private OptionChainGenerator(Market market) {
        this.market = market;
        this.spot = market.spot();
        this.rate = market.rate();
        this.dividendYield = market.dividendYield();
        this.volatility = market.volatility();
    }

    /**
     * A generator for a known market, with its typical settings.
     *
     * @throws IllegalArgumentException if there is no such market; the message lists those there are
     */
    public static OptionChainGenerator of(String market) {
        return of(Market.named(market));
    }

    /** A generator for a market of your own. */
    public static OptionChainGenerator of(Market market) {
        return new OptionChainGenerator(market);
    }

    /** Names of the known pricing models. */
    public static List<String> models() {
        return List.of(MODEL);
    }

    /**
     * With a pricing model by name; there is {@code black_scholes}.
     *
     * @throws IllegalArgumentException if there is no such model; the message lists those there are
     */
    public OptionChainGenerator model(String name) {
        if (!models().contains(name)) {
            throw new IllegalArgumentException(
                    "[model] unknown model '%s'; there are: %s".formatted(name, String.join(", ", models())));
        }
        return this;
    }

    /** With this index level, in index points. */
    public OptionChainGenerator spot(double spot) {
        Check.positive("spot", spot);
        return with(copy -> copy.spot = spot);
    }

    /** With this risk-free rate per year, continuously compounded, as a fraction: 0.065 is 6.5 %. */
    public OptionChainGenerator rate(double rate) {
        Check.finite("rate", rate);
        return with(copy -> copy.rate = rate);
    }

    /** With this dividend yield per year, continuous, as a fraction. */
    public OptionChainGenerator dividendYield(double dividendYield) {
        Check.finite("dividend yield", dividendYield);
        return with(copy -> copy.dividendYield = dividendYield);
    }

    /** With this volatility for every strike and expiry: annualised, log-normal, as a fraction. */
    public OptionChainGenerator volatility(double volatility) {
        Check.positive("volatility", volatility);
        return with(copy -> copy.volatility = volatility);
    }

    /** Valued at the close of this day; else of the last full session up to today by the exchange's clock. */
    public OptionChainGenerator valuationDate(LocalDate valuationDate) {
        return with(copy -> copy.valuationDate = valuationDate);
    }

    /** With the next so many listed expiries. */
    public OptionChainGenerator expiries(int count) {
        Check.positive("expiries", count);
        return with(copy -> {
            copy.expiryCount = count;
            copy.expiryDates = List.of();
        });
    }

    /** With these expiries, listed or not. */
    public OptionChainGenerator expiries(List<LocalDate> dates) {
        Check.positive("expiries", dates.size());
        List<LocalDate> sorted = dates.stream().sorted().distinct().toList();
        return with(copy -> copy.expiryDates = sorted);
    }

    /** With so many listed strikes an expiry, around the one nearest to the spot. */
    public OptionChainGenerator strikes(int strikes) {
        Check.positive("strikes", strikes);
        return with(copy -> copy.strikes = strikes);
    }

    /** With this seed; else one is drawn and recorded in the metadata. */
    public OptionChainGenerator seed(long seed) {
        return with(copy -> copy.seed = seed);
    }

    /** With these words, which go into the dataset's name: {@code weekly_expiry}. */
    public OptionChainGenerator params(String params) {
        return with(copy -> copy.params = params);
    }

    /** With this clock for today's date and {@code created_at}. */
    public OptionChainGenerator clock(Clock clock) {
        return with(copy -> copy.clock = clock);
    }

    /**
     * The chain.
     *
     * @throws IllegalArgumentException if the market lists fewer expiries than asked for, an expiry is not after the
     *     valuation date, or so many strikes would reach below zero
     */
    public Dataset generate() {
        LocalDate today = LocalDate.now(clock.withZone(market.calendar().zone()));
        LocalDate valued = valuationDate == null ? market.calendar().fullSessionOnOrBefore(today) : valuationDate;
        List<LocalDate> expiries = expiriesAfter(valued);
        double[] ladder = strikeLadder();
        ChainTable table = new ChainTable(expiries.size() * ladder.length);
        for (LocalDate expiry : expiries) {
            double years = ChronoUnit.DAYS.between(valued, expiry) / DAYS_PER_YEAR;
            for (double strike : ladder) {
                table.add(strike, expiry, volatility,
                        BlackScholes.of(spot, strike, rate, dividendYield, volatility, years));
            }
        }
        return Dataset.of(table.table(market.name())).with(metadata(valued, expiries));
    }

    private List<LocalDate> expiriesAfter(LocalDate valued) {
        if (!expiryDates.isEmpty()) {
            if (!expiryDates.get(0).isAfter(valued)) {
                throw new IllegalArgumentException(
                        "expiry must be after the valuation date %s, got %s".formatted(valued, expiryDates.get(0)));
            }
            return expiryDates;
        }
        List<LocalDate> listed = market.expiries().listed(valued);
        if (listed.size() < expiryCount) {
            throw new IllegalArgumentException("[%s] lists %d expiries on %s, got %d"
                    .formatted(market.name(), listed.size(), valued, expiryCount));
        }
        return listed.subList(0, expiryCount);
    }

    private double[] strikeLadder() {
        double step = market.strikeStep();
        double lowest = (Math.floor(spot / step + 0.5) - strikes / 2) * step;
        if (!(lowest > 0)) {
            throw new IllegalArgumentException("%d strikes of %s around %s reach below zero: ask for fewer"
                    .formatted(strikes, step, spot));
        }
        double[] ladder = new double[strikes];
        for (int i = 0; i < strikes; i++) {
            ladder[i] = lowest + i * step;
        }
        return ladder;
    }

    private Metadata metadata(LocalDate valued, List<LocalDate> expiries) {
        Map<String, Object> modelParams = new LinkedHashMap<>();
        modelParams.put("model", MODEL);
        modelParams.put("spot", spot);
        modelParams.put("rate", rate);
        modelParams.put("dividend_yield", dividendYield);
        modelParams.put("volatility", volatility);
        modelParams.put("valuation_date", valued.toString());
        modelParams.put("expiries", expiries.stream().map(LocalDate::toString).toList());
        modelParams.put("strikes", strikes);
        modelParams.put("strike_step", market.strikeStep());
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(Metadata.VERSION, "1.0");
        attributes.put(Metadata.CREATED_AT, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
        attributes.put(Metadata.GENERATOR, GENERATOR);
        attributes.put(Metadata.DATA_TYPE, "option_chain");
        attributes.put(Metadata.MARKET_TYPE, market.name());
        attributes.put(Metadata.MODEL_TYPE, MODEL);
        attributes.put(Metadata.PARAMS, params);
        attributes.put(Metadata.SEED, seed == null ? new SecureRandom().nextLong() >>> (Long.SIZE - SEED_BITS) : seed);
        attributes.put(Metadata.UNITS, ChainTable.units());
        return Metadata.of(attributes).withModelParams(modelParams);
    }

    private OptionChainGenerator with(Consumer<OptionChainGenerator> change) {
        OptionChainGenerator copy = new OptionChainGenerator(market);
        copy.spot = spot;
        copy.rate = rate;
        copy.dividendYield = dividendYield;
        copy.volatility = volatility;
        copy.valuationDate = valuationDate;
        copy.expiryCount = expiryCount;
        copy.expiryDates = expiryDates;
        copy.strikes = strikes;
        copy.seed = seed;
        copy.params = params;
        copy.clock = clock;
        change.accept(copy);
        return copy;
    }
}
