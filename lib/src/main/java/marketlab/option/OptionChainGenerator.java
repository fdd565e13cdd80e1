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
import marketlab.dataset.Provenance;

/**
 * Generates the option chain of an index:
 * {@code OptionChainGenerator.of("nifty").spot(24_150).expiries(3).strikes(41).params("weekly_expiry").generate()}.
 *
 * <p>One row for each listed expiry and strike, with the unrounded theoretical price and all greeks of the call and the
 * put, and with quotes on the tick, volume and open interest. The metadata give the unit of every column. Theta is per
 * calendar day. Time to expiry is the number of days from the valuation date to the expiry, divided by 365. Settings
 * that are not set have typical values of the market.
 *
 * <p>Every setting returns a new generator and changes nothing. Thread-safe.
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
     * @throws IllegalArgumentException if the market is unknown; the message lists the known ones
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
     * @throws IllegalArgumentException if the metadata are not of a chain that this class generated, or if an older or
     *     newer version with another {@link Metadata#STREAM} generated it
     */
    public static OptionChainGenerator from(Metadata metadata) {
        ChainRecipe recipe = ChainRecipe.of(metadata)
                .orElseThrow(() -> new IllegalArgumentException("its metadata do not say how a chain was generated"));
        Provenance.requireStream(metadata, ChainRecipe.STREAM);
        return recipe.generator();
    }

    /** Names of the known pricing models. */
    public static List<String> models() {
        return ChainModel.NAMES;
    }

    /**
     * With a pricing model by name: {@code black_scholes} on a volatility surface, or {@code heston} with the
     * parameters of a typical index with this volatility.
     *
     * @throws IllegalArgumentException if the model is unknown; the message lists the known ones
     */
    public OptionChainGenerator model(String name) {
        return with(model.named(name));
    }

    /** With the prices of Heston's model: {@code model("heston")}. */
    public OptionChainGenerator heston() {
        return model(ChainModel.HESTON);
    }

    /** With Heston's model and these parameters; implied volatilities are computed from the prices. */
    public OptionChainGenerator model(HestonPricer heston) {
        return with(model.with(heston));
    }

    /** With Black and Scholes on this surface; {@link #volatility} is then ignored. */
    public OptionChainGenerator surface(VolatilitySurface surface) {
        return with(model.with(surface));
    }

    /**
     * With Black and Scholes on a preset surface around the volatility: see {@link VolatilitySurface#named}.
     *
     * @throws IllegalArgumentException if the surface is unknown; the message lists the known ones
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

    /** With this current at-the-money volatility: annualised, log-normal, as a fraction. */
    public OptionChainGenerator volatility(double volatility) {
        Check.positive("volatility", volatility);
        return with(terms.withVolatility(volatility));
    }

    /** Valued at the close of this day. Default: the last full session up to today at the exchange. */
    public OptionChainGenerator valuationDate(LocalDate valuationDate) {
        return with(contracts.valuedOn(valuationDate));
    }

    /**
     * Along an index history: one chain for each of its days with a full session. {@link #generate} makes the chain of
     * the last day, {@link #generateAll} all chains.
     *
     * @throws IllegalArgumentException as {@link PriceHistory#of}, if the history has no date column, or no day with a
     * full session
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

    /** With this number of the next listed expiries. Default: four, or all if fewer are listed. */
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

    /**
     * With only the listed weekly expiries that are not monthly ones; the word {@code weekly_expiry} becomes part of
     * the name.
     */
    public OptionChainGenerator weekly() {
        return series(ChainContracts.WEEKLY);
    }

    /** With only the listed monthly expiries; the word {@code monthly_expiry} becomes part of the name. */
    public OptionChainGenerator monthly() {
        return series(ChainContracts.MONTHLY);
    }

    /** With this number of listed strikes per expiry, around the one nearest to the spot. */
    public OptionChainGenerator strikes(int strikes) {
        Check.positive("strikes", strikes);
        return with(contracts.withStrikes(strikes));
    }

    /** With this seed for quotes, open interest and volume. Default: a random one, which the metadata record. */
    public OptionChainGenerator seed(long seed) {
        return with(settings.withSeed(seed));
    }

    /** With these words, which become part of the dataset's name: {@code weekly_expiry}. */
    public OptionChainGenerator params(String params) {
        return with(settings.withParams(params));
    }

    /**
     * With the column {@code Metadata}: the seed and the model's parameters as JSON in each row, which pandas reads as
     * a category. The attributes always have them too.
     */
    public OptionChainGenerator withMetadataColumn() {
        return with(settings.withMetadataColumn());
    }

    /** With this clock for today's date and {@code created_at}. */
    public OptionChainGenerator clock(Clock clock) {
        return with(settings.withClock(clock));
    }

    /** Reports the number of finished days of a history to this, after each day. */
    public OptionChainGenerator progress(IntConsumer done) {
        return with(settings.withProgress(done));
    }

    /**
     * The chain.
     *
     * @throws IllegalArgumentException if the market lists fewer expiries than requested, an expiry is not after the
     * valuation date, or the strikes would reach below zero
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
     * The chains along the history, in order: each at the close of a day, with the day's {@code Close} as spot. The day
     * is the last word of its params and its name: {@code weekly_expiry_2026-01-16}. Without a history, the one chain.
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

    /** What this generates, in one line. */
    @Override
    public String toString() {
        return "option chain %s %s %s, %s strikes around %s; call generate()"
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
