package marketlab.option;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import marketlab.calendar.Market;
import marketlab.dataset.Check;
import marketlab.dataset.Dataset;
import marketlab.dataset.GeneratorSettings;
import marketlab.dataset.Listing;
import marketlab.dataset.Metadata;
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
 * <p>Every setting returns a new generator and changes nothing. Safe to share between threads.
 */
public final class OptionChainGenerator {

    private final ChainTerms terms;
    private final ChainModel model;
    private final ChainContracts contracts;
    private final GeneratorSettings settings;
    private final Map<LocalDate, Double> closes;

    private OptionChainGenerator(
            ChainTerms terms,
            ChainModel model,
            ChainContracts contracts,
            GeneratorSettings settings,
            Map<LocalDate, Double> closes) {
        this.terms = terms;
        this.model = model;
        this.contracts = contracts;
        this.settings = settings;
        this.closes = closes;
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
        return new OptionChainGenerator(
                ChainTerms.of(market), ChainModel.USUAL, ChainContracts.USUAL, GeneratorSettings.USUAL, Map.of());
    }

    /**
     * The generator that made a chain, with its seed: {@code generate()} makes the chain again.
     *
     * @throws IllegalArgumentException if the metadata are not of a chain that this class generated
     */
    public static OptionChainGenerator from(Metadata metadata) {
        return ChainRecipe.of(metadata)
                .orElseThrow(() -> new IllegalArgumentException("its metadata do not say how a chain was generated"))
                .generator();
    }

    /** Names of the known pricing models. */
    public static List<String> models() {
        return ChainModel.NAMES;
    }

    /**
     * With a pricing model by name: {@code black_scholes} on a volatility surface, or {@code heston} with the parameters
     * of a typical index around the volatility.
     *
     * @throws IllegalArgumentException if there is no such model; the message lists those there are
     */
    public OptionChainGenerator model(String name) {
        return with(model.named(name));
    }

    /** With the prices of Heston's model: {@code model("heston")}. */
    public OptionChainGenerator heston() {
        return model(ChainModel.HESTON);
    }

    /** With Heston's model and these parameters; the columns of implied volatility follow from the prices. */
    public OptionChainGenerator model(HestonPricer heston) {
        return with(model.with(heston));
    }

    /** With Black and Scholes on this surface, whatever the volatility. */
    public OptionChainGenerator surface(VolatilitySurface surface) {
        return with(model.with(surface));
    }

    /**
     * With Black and Scholes on a preset surface around the volatility: see {@link VolatilitySurface#named}.
     *
     * @throws IllegalArgumentException if there is no such surface; the message lists those there are
     */
    public OptionChainGenerator surface(String name) {
        VolatilitySurface.named(name, terms.volatility());
        return with(model.withSurface(name));
    }

    /** With this index level, in index points. */
    public OptionChainGenerator spot(double spot) {
        Check.positive("spot", spot);
        return with(terms.withSpot(spot));
    }

    /** With this risk-free rate per year, continuously compounded, as a fraction: 0.065 is 6.5 %. */
    public OptionChainGenerator rate(double rate) {
        Check.finite("rate", rate);
        return with(terms.withRate(rate));
    }

    /** With this dividend yield per year, continuous, as a fraction. */
    public OptionChainGenerator dividendYield(double dividendYield) {
        Check.finite("dividend yield", dividendYield);
        return with(terms.withDividendYield(dividendYield));
    }

    /** With this volatility, at the money and now: annualised, log-normal, as a fraction. */
    public OptionChainGenerator volatility(double volatility) {
        Check.positive("volatility", volatility);
        return with(terms.withVolatility(volatility));
    }

    /** Valued at the close of this day; else of the last full session up to today by the exchange's clock. */
    public OptionChainGenerator valuationDate(LocalDate valuationDate) {
        return with(contracts.valuedOn(valuationDate));
    }

    /**
     * Along an index history, a chain for each of its days with a full session: {@link #generate} makes that of the last
     * day, {@link #generateAll} all.
     *
     * @throws IllegalArgumentException as {@link PriceHistory#of}, if the history has no date column, or no day with
     *     a full session
     */
    public OptionChainGenerator along(Dataset history) {
        Market market = terms.market();
        Map<LocalDate, Double> days = PriceHistory.of(history).closesByDay();
        days.keySet().removeIf(day -> !market.calendar().isFullSession(day));
        LocalDate last = days.keySet().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow(() ->
                        new IllegalArgumentException("the history has no day with a full session of " + market.name()));
        return new OptionChainGenerator(terms, model, contracts, settings, days)
                .spot(days.get(last))
                .valuationDate(last);
    }

    /** With the next so many listed expiries; else four, or as many as there are. */
    public OptionChainGenerator expiries(int count) {
        Check.positive("expiries", count);
        return with(contracts.withListed(count));
    }

    /** With these expiries, listed or not. */
    public OptionChainGenerator expiries(List<LocalDate> dates) {
        Check.positive("expiries", dates.size());
        List<LocalDate> sorted = dates.stream().sorted().distinct().toList();
        return with(contracts.with(sorted));
    }

    /** With listed weekly expiries alone, those that are no month's; the word {@code weekly_expiry} goes into the name. */
    public OptionChainGenerator weekly() {
        return series(ChainContracts.WEEKLY);
    }

    /** With listed monthly expiries alone; the word {@code monthly_expiry} goes into the name. */
    public OptionChainGenerator monthly() {
        return series(ChainContracts.MONTHLY);
    }

    /** With so many listed strikes an expiry, around the one nearest to the spot. */
    public OptionChainGenerator strikes(int strikes) {
        Check.positive("strikes", strikes);
        return with(contracts.withStrikes(strikes));
    }

    /** With this seed of the quotes, open interest and volume; else one is drawn and recorded in the metadata. */
    public OptionChainGenerator seed(long seed) {
        return with(settings.withSeed(seed));
    }

    /** With these words, which go into the dataset's name: {@code weekly_expiry}. */
    public OptionChainGenerator params(String params) {
        return with(settings.withParams(params));
    }

    /**
     * With the column {@code Metadata}: in each row the JSON text of the seed and the model's parameters, which pandas has as
     * a category. The attributes have them in any case.
     */
    public OptionChainGenerator withMetadataColumn() {
        return with(settings.withMetadataColumn());
    }

    /** With this clock for today's date and {@code created_at}. */
    public OptionChainGenerator clock(Clock clock) {
        return with(settings.withClock(clock));
    }

    /** Telling this how many days of a history are done, after each. */
    public OptionChainGenerator progress(IntConsumer done) {
        return with(settings.withProgress(done));
    }

    /**
     * The chain.
     *
     * @throws IllegalArgumentException if the market lists fewer expiries than asked for, an expiry is not after the
     *     valuation date, or so many strikes would reach below zero
     */
    public Dataset generate() {
        Market market = terms.market();
        LocalDate valued =
                contracts.valued(market, settings.today(market.calendar().zone()));
        return new ChainPlan(
                        terms,
                        model,
                        valued,
                        contracts.expiries(market, valued),
                        contracts.ladder(market, terms.spot()),
                        settings.seedOrDrawn(),
                        settings.params(),
                        settings.metadataColumn(),
                        settings.now())
                .dataset();
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
            chains.add(spot(close)
                    .valuationDate(day)
                    .with(settings.withWord(day.toString()))
                    .generate());
            settings.progress().accept(chains.size());
        });
        return Listing.of(closes.isEmpty() ? List.of(generate()) : chains, Dataset::summary);
    }

    /** What it would generate, in one line. */
    @Override
    public String toString() {
        return "option chain %s %s %s, %s strikes around %s; generate() makes it"
                .formatted(terms.market().name(), model.name(), settings.params(), contracts.strikes(), terms.spot())
                .replace(" ,", ",");
    }

    private OptionChainGenerator series(String name) {
        return with(settings.withWord(name + "_expiry")).with(contracts.withSeries(name));
    }

    private OptionChainGenerator with(ChainTerms terms) {
        return new OptionChainGenerator(terms, model, contracts, settings, closes);
    }

    private OptionChainGenerator with(ChainModel model) {
        return new OptionChainGenerator(terms, model, contracts, settings, closes);
    }

    private OptionChainGenerator with(ChainContracts contracts) {
        return new OptionChainGenerator(terms, model, contracts, settings, closes);
    }

    private OptionChainGenerator with(GeneratorSettings settings) {
        return new OptionChainGenerator(terms, model, contracts, settings, closes);
    }
}
