package marketlab.option;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import marketlab.calendar.Market;
import marketlab.dataset.Check;
import marketlab.dataset.ColumnTypes;
import marketlab.dataset.Dataset;
import marketlab.dataset.GeneratorSettings;
import marketlab.dataset.Metadata;
import marketlab.dataset.PriceHistory;
import marketlab.dataset.Provenance;
import marketlab.dataset.Streamed;
import marketlab.index.Heston;
import marketlab.index.IndexRecipe;

/**
 * Generates the option chain of an index:
 * {@code OptionChainGenerator.of("nifty").spot(24_150).expiries(3).strikes(41).params("weekly_expiry").generate()}.
 *
 * <p>One row for each listed expiry and strike, with the unrounded theoretical price and all greeks of the call and the
 * put, and with quotes on the tick, volume and open interest. The metadata give the unit of every column. Settings that
 * are not set have typical values of the market.
 *
 * <p>The variance accrues by sessions, 252 a year, as along a path: see {@link marketlab.calendar.BusinessClock}.
 * Interest and dividends accrue by calendar days, 365 a year. Theta is per session: both parts for 1/252 year.
 *
 * <p>Delta and gamma on a volatility surface are sticky-strike: the index moves, and the implied volatility of the
 * strike stays the same; {@link #withStickyDelta} adds the other delta. Those of an index model are the model's own: its
 * variance stays the same, and the smile moves with the index.
 *
 * <p>Every setting returns a new generator and changes nothing. Thread-safe.
 */
public final class OptionChainGenerator {

    static {
        ColumnTypes.initialize();
    }

    private final ChainSettings settings;

    private OptionChainGenerator(ChainSettings settings) {
        this.settings = settings;
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
        return new OptionChainGenerator(ChainSettings.of(market));
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
     * With a pricing model by name: {@code black_scholes} on a volatility surface; or {@code heston}, {@code bates},
     * {@code garch}, {@code garch_t}, {@code egarch}, {@code merton} or {@code regime} with the parameters of the index
     * model of this name, scaled to the volatility.
     *
     * @throws IllegalArgumentException if the model is unknown; the message lists the known ones
     */
    public OptionChainGenerator model(String name) {
        return model(name, Map.of());
    }

    /** With the prices of Heston's model: {@code model("heston")}. */
    public OptionChainGenerator heston() {
        return model(ChainModel.HESTON);
    }

    /** With Heston's model and these parameters; implied volatilities are computed from the prices. */
    public OptionChainGenerator model(HestonPricer heston) {
        return with(ChainModel.of(
                new Heston(0, heston.v0(), heston.kappa(), heston.theta(), heston.xi(), heston.rho()),
                heston.v0(),
                true));
    }

    /**
     * With a model as by {@link #model(String)}, but with exactly these parameters, which override the volatility:
     * {@code model("heston", Map.of("kappa", 2.0))}. Parameters that are not given are those of the index model of this
     * name.
     *
     * @throws IllegalArgumentException if the model or a parameter is unknown; the message lists the known ones
     */
    public OptionChainGenerator model(String name, Map<String, Double> parameters) {
        return with(settings.model().named(name, parameters));
    }

    /** With these maturities and the model that were recorded. */
    OptionChainGenerator recorded(List<Maturity> maturities, ChainModel model, String source) {
        return with(model)
                .with(settings.contracts().withMaturities(maturities))
                .with(settings.path().withSource(source));
    }

    /**
     * Along a history, with variances that are higher than those of the path by this share: with 0.2 they are 20 %
     * higher. A chosen {@link #volatility} has no premium. Default: 0.
     */
    public OptionChainGenerator variancePremium(double premium) {
        return with(settings.path().withPremium(premium));
    }

    /** With Black and Scholes on this surface; {@link #volatility} is then ignored. */
    public OptionChainGenerator surface(VolatilitySurface surface) {
        return with(ChainModel.of(surface));
    }

    /**
     * With Black and Scholes on a preset surface around the volatility: see {@link VolatilitySurface#named}.
     *
     * @throws IllegalArgumentException if the surface is unknown; the message lists the known ones
     */
    public OptionChainGenerator surface(String name) {
        VolatilitySurface.named(name, settings.terms().volatility());
        return with(ChainModel.ofSurface(name));
    }

    /** With this index level, in index points. */
    public OptionChainGenerator spot(double spot) {
        Check.positive("spot", spot);
        return with(settings.terms().withSpot(spot));
    }

    /** With this risk-free rate per year, continuously compounded, as a fraction: 0.065 is 6.5 %. */
    public OptionChainGenerator rate(double rate) {
        Check.finite("rate", rate);
        return with(settings.terms().withRate(rate));
    }

    /** With this dividend yield per year, continuous, as a fraction. */
    public OptionChainGenerator dividendYield(double dividendYield) {
        Check.finite("dividend yield", dividendYield);
        return with(settings.terms().withDividendYield(dividendYield));
    }

    /** With this current at-the-money volatility: annualised, log-normal, as a fraction. */
    public OptionChainGenerator volatility(double volatility) {
        Check.positive("volatility", volatility);
        return with(settings.terms().withVolatility(volatility));
    }

    /** Valued at the close of this day. Default: the last settlement day up to today at the exchange. */
    public OptionChainGenerator valuationDate(LocalDate valuationDate) {
        return with(settings.contracts().valuedOn(valuationDate));
    }

    /**
     * Valued at this time of the day, exchange-local, and not at the close: contracts that expire on the day are listed
     * too. Set it before {@link #along}, whose history then needs bars of minutes; each day has the close of the last
     * bar that has ended by this time.
     *
     * @throws IllegalArgumentException if a history is set already, or the time has seconds
     */
    public OptionChainGenerator at(LocalTime time) {
        if (!settings.days().isEmpty()) {
            throw new IllegalArgumentException("set the time before the history: at(time).along(history)");
        }
        if (!time.truncatedTo(ChronoUnit.MINUTES).equals(time)) {
            throw new IllegalArgumentException("the time of valuation must be whole minutes, got " + time);
        }
        return with(settings.contracts().valuedAt(time));
    }

    /**
     * Along an index history: one chain for each of its settlement days, which are the full sessions and, in New York,
     * the early closes too. {@link #generate} makes the chain of
     * the last day, {@link #generateAll} all chains.
     *
     * <p>The options know the path. If marketlab generated the history, each day is priced with the path's own model
     * and the model's state at that close; the states are made again from the recorded seed. Black and Scholes on a
     * chosen surface then goes around the volatility of the path. A weight of closed days that the path
     * records holds for the options too. For any other history, the volatility is estimated
     * from the closes up to that day. A {@link #volatility}, or a model with its parameters, overrides both.
     *
     * @throws IllegalArgumentException as {@link PriceHistory#of}, if the history has no date column, or no settlement
     *     day
     */
    public OptionChainGenerator along(Dataset history) {
        PathDays days =
                PathDays.of(history, settings.market(), settings.contracts().at());
        double closedDays = IndexRecipe.closedDays(history.metadata());
        OptionChainGenerator onOneClock = closedDays > 0 ? with(settings.terms().withClosedDays(closedDays)) : this;
        return onOneClock
                .with(settings.path().with(days))
                .valuationDate(days.days().lastKey());
    }

    /** Records the name of the history in the storage. Without it, a panel cannot be generated again. */
    public OptionChainGenerator history(String name) {
        return with(settings.path().withHistory(name));
    }

    /** With this number of the next listed expiries. Default: four, or all if fewer are listed. */
    public OptionChainGenerator expiries(int count) {
        Check.positive("expiries", count);
        return with(settings.contracts().withListed(count));
    }

    /** With these expiries, listed or not. */
    public OptionChainGenerator expiries(List<LocalDate> dates) {
        Check.positive("expiries", dates.size());
        List<LocalDate> sorted = dates.stream().sorted().distinct().toList();
        return with(settings.contracts().with(sorted));
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
        return with(settings.contracts().withStrikes(strikes));
    }

    /** With this seed for quotes, open interest and volume. Default: a random one, which the metadata record. */
    public OptionChainGenerator seed(long seed) {
        return with(settings.general().withSeed(seed));
    }

    /** With these words, which become part of the dataset's name: {@code weekly_expiry}. */
    public OptionChainGenerator params(String params) {
        return with(settings.general().withParams(params));
    }

    /**
     * With the column {@code Metadata}: the seed and the model's parameters as JSON in each row, which pandas reads as
     * a category. The attributes always have them too.
     */
    public OptionChainGenerator withMetadataColumn() {
        return with(settings.general().withMetadataColumn());
    }

    /**
     * With the second-order greeks in the columns {@code CallVanna}, {@code CallVolga}, {@code CallCharm}, and the same of
     * the put: see {@link SecondOrderGreeks}. Charm is per session, as theta is.
     */
    public OptionChainGenerator withSecondOrderGreeks() {
        return with(ExtraColumn.SECOND_ORDER_GREEKS);
    }

    /**
     * With the columns {@code CallStickyDelta} and {@code PutStickyDelta}: the deltas if the smile moves with the
     * forward, so that the volatility of a strike over the forward stays the same. They are the deltas minus vega · dσ/d
     * ln(strike) / spot.
     *
     * <p>A flat surface and the index models are refused when the chain is generated, because there the two deltas are
     * the same.
     */
    public OptionChainGenerator withStickyDelta() {
        return with(ExtraColumn.STICKY_DELTA);
    }

    /**
     * With the column {@code ImpliedForward}: the forward of the expiry by put-call parity, from the middle of the quotes
     * at the strike where call and put are nearest to each other.
     */
    public OptionChainGenerator withImpliedForward() {
        return with(ExtraColumn.IMPLIED_FORWARD);
    }

    /** With this clock for today's date and {@code created_at}. */
    public OptionChainGenerator clock(Clock clock) {
        return with(settings.general().withClock(clock));
    }

    /** Reports the number of finished days of a history to this, after each day. */
    public OptionChainGenerator progress(IntConsumer done) {
        return with(settings.general().withProgress(done));
    }

    /**
     * The chain.
     *
     * @throws IllegalArgumentException if the market lists fewer expiries than requested, an expiry is not after the
     * valuation date, or the strikes would reach below zero
     */
    public Dataset generate() {
        return new ChainGeneration(settings).chain();
    }

    /**
     * The chains along the history, in order: each at the close of a day, with the day's {@code Close} as spot. The day
     * is the last word of its params and its name: {@code weekly_expiry_2026-01-16}. Without a history, the one chain.
     *
     * @throws IllegalArgumentException as {@link #generate}
     */
    public List<Dataset> generateAll() {
        return new ChainGeneration(settings).chains();
    }

    /**
     * The chains of {@link #generateAll} in one dataset, with the columns {@code Date Spot Forward ExpiryDate Days
     * Strike} before those of a chain. Contracts live: a strike that was listed once stays listed until its expiry.
     * Contracts that settle at the close have last rows with the settlement; those that settle at the open end the day
     * before, without. If no number of strikes is set, each expiry has those within three standard deviations of the
     * spot.
     *
     * @throws IllegalArgumentException as {@link #generate}, or without a history
     */
    public Dataset generatePanel() {
        return new ChainGeneration(settings).panel();
    }

    /**
     * The dataset of {@link #generatePanel}, priced while it is written, some days at a time, so that it need not fit
     * into memory.
     *
     * @throws IllegalArgumentException as {@link #generatePanel}
     */
    public Streamed streamPanel() {
        return new ChainGeneration(settings).panelStream();
    }

    /**
     * A volatility index along the history: at each close the volatility of the next 30 calendar days in percentage
     * points, by the method of the VIX from the unrounded prices of the two listed expiries around them, or of the two
     * nearest. It chooses expiries and strikes itself. Columns {@code
     * Timestamp} (the day, the frame's index) and {@code Close}.
     *
     * @throws IllegalArgumentException without a history, or if fewer than two expiries are listed on a day
     */
    public Dataset generateVolatilityIndex() {
        return new ChainGeneration(settings).volatilityIndex();
    }

    /** Where the volatility of the chains comes from, in one line. */
    public String volatilitySource() {
        return new ChainGeneration(settings).volatilitySource();
    }

    /** What this generates, in one line. */
    @Override
    public String toString() {
        return new ChainGeneration(settings).summary() + "; call generate()";
    }

    private OptionChainGenerator series(String name) {
        return with(settings.general().withWord(name + "_expiry")).onlySeries(name);
    }

    /** With only the expiries of this series, and the params as they are. */
    OptionChainGenerator onlySeries(String name) {
        return with(settings.contracts().withSeries(name));
    }

    OptionChainGenerator with(ChainModel model) {
        return new OptionChainGenerator(settings.with(model));
    }

    OptionChainGenerator with(ExtraColumn extra) {
        return new OptionChainGenerator(settings.with(extra));
    }

    private OptionChainGenerator with(ChainTerms terms) {
        return new OptionChainGenerator(settings.with(terms));
    }

    private OptionChainGenerator with(ChainContracts contracts) {
        return new OptionChainGenerator(settings.with(contracts));
    }

    private OptionChainGenerator with(GeneratorSettings general) {
        return new OptionChainGenerator(settings.with(general));
    }

    private OptionChainGenerator with(PathSettings path) {
        return new OptionChainGenerator(settings.with(path));
    }
}
