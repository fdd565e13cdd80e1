package marketlab.option;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Listing;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.PriceHistory;

/**
 * Generates the option chain of an index:
 * {@code OptionChainGenerator.of("nifty").spot(24_150).expiries(3).strikes(41).params("weekly_expiry").generate()}.
 *
 * <p>One row for each listed expiry and strike, with the unrounded theoretical price and all greeks of the call and the
 * put, and beside them quotes on the tick, volume and open interest; the units of every column are in the metadata. Theta
 * is that of a calendar day. Time to expiry is whole days over 365, from the valuation date's close to the expiry's. What
 * is not set is typical for the market.
 *
 * <p>Immutable: every setting returns a new generator. Safe to share between threads.
 */
public final class OptionChainGenerator implements Cloneable {

    private static final String GENERATOR = "marketlab 0.1.0";
    private static final String BLACK_SCHOLES = "black_scholes";
    private static final String HESTON = "heston";
    private static final String WEEKLY = "weekly";
    private static final String MONTHLY = "monthly";
    private static final double DAYS_PER_YEAR = 365;
    private static final int SEED_BITS = 48;
    private static final int USUAL_EXPIRIES = 4;

    private final Market market;
    private double spot;
    private double rate;
    private double dividendYield;
    private double volatility;
    private String model = BLACK_SCHOLES;
    private String surfaceName = "flat";
    private VolatilitySurface surface;
    private HestonPricer heston;
    private LocalDate valuationDate;
    private Integer expiryCount;
    private Map<LocalDate, Double> closes = Map.of();
    private String series;
    private List<LocalDate> expiryDates = List.of();
    private int strikes = 41;
    private Long seed;
    private String params = "";
    private boolean metadataColumn;
    private Clock clock = Clock.systemDefaultZone();
    private IntConsumer progress = done -> {};

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
        return List.of(BLACK_SCHOLES, HESTON);
    }

    /**
     * With a pricing model by name: {@code black_scholes} on a volatility surface, or {@code heston} with the parameters
     * of a typical index around the volatility.
     *
     * @throws IllegalArgumentException if there is no such model; the message lists those there are
     */
    public OptionChainGenerator model(String name) {
        if (!models().contains(name)) {
            throw new IllegalArgumentException(
                    "[model] unknown model '%s'; there are: %s".formatted(name, String.join(", ", models())));
        }
        return with(copy -> {
            copy.model = name;
            copy.heston = null;
        });
    }

    /** With the prices of Heston's model: {@code model("heston")}. */
    public OptionChainGenerator heston() {
        return model(HESTON);
    }

    /** With Heston's model and these parameters; the columns of implied volatility follow from the prices. */
    public OptionChainGenerator model(HestonPricer heston) {
        return with(copy -> {
            copy.model = HESTON;
            copy.heston = heston;
        });
    }

    /** With Black and Scholes on this surface, whatever the volatility. */
    public OptionChainGenerator surface(VolatilitySurface surface) {
        return with(copy -> {
            copy.model = BLACK_SCHOLES;
            copy.surface = surface;
        });
    }

    /**
     * With Black and Scholes on a preset surface around the volatility: see {@link VolatilitySurface#named}.
     *
     * @throws IllegalArgumentException if there is no such surface; the message lists those there are
     */
    public OptionChainGenerator surface(String name) {
        VolatilitySurface.named(name, volatility);
        return with(copy -> {
            copy.model = BLACK_SCHOLES;
            copy.surface = null;
            copy.surfaceName = name;
        });
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

    /** With this volatility, at the money and now: annualised, log-normal, as a fraction. */
    public OptionChainGenerator volatility(double volatility) {
        Check.positive("volatility", volatility);
        return with(copy -> copy.volatility = volatility);
    }

    /** Valued at the close of this day; else of the last full session up to today by the exchange's clock. */
    public OptionChainGenerator valuationDate(LocalDate valuationDate) {
        return with(copy -> copy.valuationDate = valuationDate);
    }

    /**
     * Along an index history, a chain for each of its days with a full session: {@link #generate} makes that of the last
     * day, {@link #generateAll} all.
     *
     * @throws IllegalArgumentException as {@link PriceHistory#of}, if the history has no date column, or no day with
     *     a full session
     */
    public OptionChainGenerator along(Dataset history) {
        Map<LocalDate, Double> days = PriceHistory.of(history).closesByDay();
        days.keySet().removeIf(day -> !market.calendar().isFullSession(day));
        LocalDate last = days.keySet().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow(() ->
                        new IllegalArgumentException("the history has no day with a full session of " + market.name()));
        return spot(days.get(last)).valuationDate(last).with(copy -> copy.closes = days);
    }

    /** With the next so many listed expiries; else four, or as many as there are. */
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

    /** With listed weekly expiries alone, those that are no month's; the word {@code weekly_expiry} goes into the name. */
    public OptionChainGenerator weekly() {
        return series(WEEKLY);
    }

    /** With listed monthly expiries alone; the word {@code monthly_expiry} goes into the name. */
    public OptionChainGenerator monthly() {
        return series(MONTHLY);
    }

    /** With so many listed strikes an expiry, around the one nearest to the spot. */
    public OptionChainGenerator strikes(int strikes) {
        Check.positive("strikes", strikes);
        return with(copy -> copy.strikes = strikes);
    }

    /** With this seed of the quotes, open interest and volume; else one is drawn and recorded in the metadata. */
    public OptionChainGenerator seed(long seed) {
        return with(copy -> copy.seed = seed);
    }

    /** With these words, which go into the dataset's name: {@code weekly_expiry}. */
    public OptionChainGenerator params(String params) {
        return with(copy -> copy.params = params);
    }

    /**
     * With the column {@code Metadata}: in each row the JSON text of the seed and the model's parameters, which pandas has as
     * a category. The attributes have them in any case.
     */
    public OptionChainGenerator withMetadataColumn() {
        return with(copy -> copy.metadataColumn = true);
    }

    /** With this clock for today's date and {@code created_at}. */
    public OptionChainGenerator clock(Clock clock) {
        return with(copy -> copy.clock = clock);
    }

    /** Telling this how many days of a history are done, after each. */
    public OptionChainGenerator progress(IntConsumer done) {
        return with(copy -> copy.progress = done);
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
        long number = seed == null ? new SecureRandom().nextLong() >>> (Long.SIZE - SEED_BITS) : seed;
        double[] ladder = strikeLadder();
        ChainTable table = new ChainTable(expiries.size() * ladder.length);
        for (int i = 0; i < expiries.size(); i++) {
            fill(table, i * ladder.length, ladder, valued, expiries.get(i), number);
        }
        Dataset made =
                Dataset.of(table.table(market.name())).with(metadata(valued, expiries, number, table.fingerprint()));
        return metadataColumn ? MetadataColumn.addTo(made) : made;
    }

    /**
     * The chains along the history, in order: each at the close of a day, its spot the day's {@code Close}. The day is the
     * last word of its params, and so of its name: {@code weekly_expiry_2026-01-16}. Without a history, the one chain.
     *
     * @throws IllegalArgumentException as {@link #generate}
     */
    public List<Dataset> generateAll() {
        List<Dataset> chains = new ArrayList<>();
        closes.forEach((day, close) -> {
            chains.add(spot(close).valuationDate(day).word(day.toString()).generate());
            progress.accept(chains.size());
        });
        return Listing.of(closes.isEmpty() ? List.of(generate()) : chains, Dataset::summary);
    }

    /** What it would generate, in one line. */
    @Override
    public String toString() {
        return "option chain %s %s %s, %s strikes around %s; generate() makes it"
                .formatted(market.name(), model, params, strikes, spot)
                .replace(" ,", ",");
    }

    private void fill(ChainTable table, int first, double[] ladder, LocalDate valued, LocalDate expiry, long number) {
        double years = ChronoUnit.DAYS.between(valued, expiry) / DAYS_PER_YEAR;
        BlackScholes.Terms terms = new BlackScholes.Terms(spot, rate, dividendYield, years);
        double farthest = Math.max(
                Math.abs(StrictMath.log(terms.forward() / ladder[0])),
                Math.abs(StrictMath.log(terms.forward() / ladder[ladder.length - 1])));
        HestonSlice slice = model.equals(HESTON) ? pricer().slice(spot, rate, dividendYield, years, farthest) : null;
        VolatilitySurface smile = smile();
        Quotes quotes = new Quotes(market);
        for (int i = 0; i < ladder.length; i++) {
            double strike = ladder[i];
            double logRatio = BlackScholes.Terms.logRatio(spot, strike);
            OptionValue value;
            double callVolatility;
            double putVolatility;
            if (slice == null) {
                callVolatility = smile.volatility(strike, terms.forward(), years);
                putVolatility = callVolatility;
                value = terms.value(strike, callVolatility, logRatio);
            } else {
                value = slice.value(strike);
                callVolatility = ImpliedVolatility.ofCall(value.callPrice(), spot, strike, rate, dividendYield, years)
                        .value();
                putVolatility = ImpliedVolatility.ofPut(value.putPrice(), spot, strike, rate, dividendYield, years)
                        .value();
            }
            table.contract(first + i, strike, expiry);
            table.value(first + i, callVolatility, putVolatility, value);
            double above = -(logRatio + terms.carry) / (volatility * terms.root);
            table.quotes(
                    first + i,
                    quotes.quote(
                            value.callPrice(),
                            value.vega(),
                            strike,
                            above,
                            years,
                            Quotes.key(number, strike, expiry.toEpochDay(), true)),
                    quotes.quote(
                            value.putPrice(),
                            value.vega(),
                            strike,
                            -above,
                            years,
                            Quotes.key(number, strike, expiry.toEpochDay(), false)));
        }
    }

    private VolatilitySurface smile() {
        return surface == null ? VolatilitySurface.named(surfaceName, volatility) : surface;
    }

    private HestonPricer pricer() {
        return heston == null ? HestonPricer.typical(volatility) : heston;
    }

    private List<LocalDate> expiriesAfter(LocalDate valued) {
        if (!expiryDates.isEmpty()) {
            if (!expiryDates.get(0).isAfter(valued)) {
                throw new IllegalArgumentException(
                        "expiry must be after the valuation date %s, got %s".formatted(valued, expiryDates.get(0)));
            }
            return expiryDates;
        }
        List<LocalDate> listed = market.expiries().listed(valued).stream()
                .filter(day -> series == null || series.equals(isMonthly(day) ? MONTHLY : WEEKLY))
                .toList();
        int count = expiryCount == null ? Math.max(1, Math.min(USUAL_EXPIRIES, listed.size())) : expiryCount;
        if (listed.size() < count) {
            throw new IllegalArgumentException("[%s] lists %s %sexpiries on %s, got %s"
                    .formatted(market.name(), listed.size(), series == null ? "" : series + " ", valued, count));
        }
        return listed.subList(0, count);
    }

    private boolean isMonthly(LocalDate expiry) {
        return market.expiries()
                .monthly(YearMonth.from(expiry))
                .filter(expiry::equals)
                .isPresent();
    }

    private double[] strikeLadder() {
        double step = market.strikeStep();
        double lowest = (Math.floor(spot / step + 0.5) - strikes / 2) * step;
        if (!(lowest > 0)) {
            throw new IllegalArgumentException(
                    "%s strikes of %s around %s reach below zero: ask for fewer".formatted(strikes, step, spot));
        }
        double[] ladder = new double[strikes];
        for (int i = 0; i < strikes; i++) {
            ladder[i] = lowest + i * step;
        }
        return ladder;
    }

    private Metadata metadata(LocalDate valued, List<LocalDate> expiries, long number, String fingerprint) {
        Map<String, Object> modelParams = new LinkedHashMap<>();
        modelParams.put("model", model);
        modelParams.put("spot", spot);
        modelParams.put("rate", rate);
        modelParams.put("dividend_yield", dividendYield);
        modelParams.putAll(model.equals(HESTON) ? pricer().parameters() : smile().parameters());
        modelParams.put("valuation_date", valued.toString());
        modelParams.put("expiries", expiries.stream().map(LocalDate::toString).toList());
        modelParams.put(
                "lots",
                expiries.stream()
                        .map(market.expiries()::lot)
                        .map(lot -> lot.isPresent() ? lot.getAsInt() : null)
                        .toList());
        modelParams.put("strikes", strikes);
        modelParams.put("strike_step", market.strikeStep());
        modelParams.put("tick", market.tick());
        modelParams.put("usual_volatility", volatility);
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(Metadata.VERSION, "1.0");
        attributes.put(
                Metadata.CREATED_AT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        attributes.put(Metadata.GENERATOR, GENERATOR);
        attributes.put(Metadata.DATA_TYPE, "option_chain");
        attributes.put(Metadata.MARKET_TYPE, market.name());
        attributes.put(Metadata.MODEL_TYPE, model);
        attributes.put(Metadata.PARAMS, params);
        attributes.put(Metadata.SEED, number);
        attributes.put(Metadata.FINGERPRINT, fingerprint);
        attributes.put(
                Metadata.UNITS, ChainTable.units(model.equals(HESTON) ? "the volatility now, √v0" : "volatility"));
        return Metadata.of(attributes).withModelParams(modelParams);
    }

    private OptionChainGenerator series(String name) {
        return word(name + "_expiry").with(copy -> copy.series = name);
    }

    private OptionChainGenerator word(String word) {
        return params(params.isEmpty() ? word : params + "_" + word);
    }

    private OptionChainGenerator with(Consumer<OptionChainGenerator> change) {
        try {
            OptionChainGenerator copy = (OptionChainGenerator) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
