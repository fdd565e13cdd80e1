package marketlab.index;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Listing;

/**
 * Generates the bars of an index: {@code IndexDataGenerator.of("nifty").params("bullish_high_vol").seed(7).generate()}.
 *
 * <p>Columns {@code Timestamp} (beginning of the bar, exchange-local, the frame's index), {@code Open High Low Close}
 * (index points) and {@code Volume} (shares). A bar opens where the one before closed. The same settings and seed give
 * the same numbers on every machine, JDK and number of threads. What is not set is typical for the market.
 *
 * <p>Immutable: every setting returns a new generator. Safe to share between threads.
 */
public final class IndexDataGenerator implements Cloneable {

    private static final int SEED_BITS = 48;
    private static final double MEAN_BLOCK = 10;

    private final Market market;
    private String modelName = "gbm";
    private IndexModel model;
    private Double drift;
    private Double volatility;
    private Double spot;
    private int days = Market.SESSIONS_PER_YEAR;
    private Interval interval = new Interval(1, Interval.Unit.DAY);
    private LocalDate end;
    private Long seed;
    private String params = "";
    private String history = "";
    private int paths = 1;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Clock clock = Clock.systemDefaultZone();
    private IntConsumer progress = done -> {};

    private IndexDataGenerator(Market market) {
        this.market = market;
    }

    /**
     * A generator for a known market, with its typical settings.
     *
     * @throws IllegalArgumentException if there is no such market; the message lists those there are
     */
    public static IndexDataGenerator of(String market) {
        return of(Market.named(market));
    }

    /** A generator for a market of your own. */
    public static IndexDataGenerator of(Market market) {
        return new IndexDataGenerator(market);
    }

    /** With a model as it is: neither the market nor the params change it. */
    public IndexDataGenerator model(IndexModel model) {
        return with(copy -> {
            copy.model = model;
            copy.modelName = model.name();
        });
    }

    /**
     * With a known model, its drift and volatility those of the market, or of the params' scenario.
     *
     * @throws IllegalArgumentException if there is no such model; the message lists those there are
     */
    public IndexDataGenerator model(String name) {
        IndexModel.named(name);
        return with(copy -> {
            copy.model = null;
            copy.modelName = name;
        });
    }

    /** With geometric Brownian motion: {@code model("gbm")}. */
    public IndexDataGenerator gbm() {
        return model("gbm");
    }

    /** With Merton's jumps: {@code model("merton")}. */
    public IndexDataGenerator merton() {
        return model("merton");
    }

    /** With Heston's stochastic variance: {@code model("heston")}. */
    public IndexDataGenerator heston() {
        return model("heston");
    }

    /** With Heston's variance and Merton's jumps: {@code model("bates")}. */
    public IndexDataGenerator bates() {
        return model("bates");
    }

    /** With volatility that clusters: {@code model("garch")}. */
    public IndexDataGenerator garch() {
        return model("garch");
    }

    /** With a level that reverts to its trend: {@code model("ou")}. */
    public IndexDataGenerator ou() {
        return model("ou");
    }

    /** With calm and stormy times that alternate: {@code model("regime")}. */
    public IndexDataGenerator regime() {
        return model("regime");
    }

    /**
     * With days drawn from a real history in blocks of ten days on average: {@code model(Bootstrap.of(history, 10))}.
     *
     * @throws IllegalArgumentException if the history has no usable column {@code Close}
     */
    public IndexDataGenerator bootstrap(Dataset history) {
        return model(Bootstrap.of(history, MEAN_BLOCK));
    }

    /** With this expected growth per year, continuously compounded: 0.08 is 8 %. */
    public IndexDataGenerator drift(double drift) {
        Check.finite("drift", drift);
        return with(copy -> copy.drift = drift);
    }

    /** With this typical volatility: annualised over 252 sessions, log-normal, as a fraction. */
    public IndexDataGenerator volatility(double volatility) {
        Check.notNegative("volatility", volatility);
        return with(copy -> copy.volatility = volatility);
    }

    /** With this level, in index points, at the open of the first bar. */
    public IndexDataGenerator spot(double spot) {
        Check.positive("spot", spot);
        return with(copy -> copy.spot = spot);
    }

    /** With the last so many sessions. */
    public IndexDataGenerator days(int days) {
        Check.positive("days", days);
        return with(copy -> copy.days = days);
    }

    /** With bars of this length: {@code 1m}, {@code 15m}, {@code 1h}, {@code 1d}, {@code 1w}, {@code 1mo}, … */
    public IndexDataGenerator interval(String interval) {
        Interval parsed = Interval.parse(interval);
        return with(copy -> copy.interval = parsed);
    }

    /** With this day, or the session before it, as the last one; else it is today by the exchange's clock. */
    public IndexDataGenerator end(LocalDate end) {
        return with(copy -> copy.end = end);
    }

    /** With this seed; else one is drawn and recorded in the metadata. */
    public IndexDataGenerator seed(long seed) {
        return with(copy -> copy.seed = seed);
    }

    /**
     * With these words, which go into the dataset's name; {@code bullish bearish sideways high_vol low_vol crash
     * recovery} among them, joined by {@code _}, set drift and volatility where these are not set.
     */
    public IndexDataGenerator params(String params) {
        return with(copy -> copy.params = params);
    }

    /**
     * Recording the name of the real history, in the storage, that the model draws from or was fitted to: a bootstrap cannot
     * be made again without.
     */
    public IndexDataGenerator history(String name) {
        return with(copy -> copy.history = name);
    }

    /**
     * What words of {@link #params} that set nothing, but nearly read as a scenario's, may have meant; a line each, none if
     * all is clear.
     */
    public static List<String> hints(String params) {
        return Scenario.hints(params);
    }

    /** With the word {@code bullish} added to the {@link #params}: a drift of 0.25. */
    public IndexDataGenerator bullish() {
        return word(Scenario.BULLISH);
    }

    /** With the word {@code bearish} added to the {@link #params}: a drift of -0.25. */
    public IndexDataGenerator bearish() {
        return word(Scenario.BEARISH);
    }

    /** With the word {@code sideways} added to the {@link #params}: no drift, 0.8 times the volatility. */
    public IndexDataGenerator sideways() {
        return word(Scenario.SIDEWAYS);
    }

    /** With the word {@code high_vol} added to the {@link #params}: twice the volatility. */
    public IndexDataGenerator highVol() {
        return word(Scenario.HIGH_VOL);
    }

    /** With the word {@code low_vol} added to the {@link #params}: half the volatility. */
    public IndexDataGenerator lowVol() {
        return word(Scenario.LOW_VOL);
    }

    /** With the word {@code crash} added to the {@link #params}: a drift of -1.2, three times the volatility. */
    public IndexDataGenerator crash() {
        return word(Scenario.CRASH);
    }

    /** With the word {@code recovery} added to the {@link #params}: a drift of 0.5, 1.5 times the volatility. */
    public IndexDataGenerator recovery() {
        return word(Scenario.RECOVERY);
    }

    /** With so many independent paths: the first k of n are the same as k alone. */
    public IndexDataGenerator paths(int paths) {
        Check.positive("paths", paths);
        return with(copy -> copy.paths = paths);
    }

    /** With at most so many threads, which changes the speed and nothing else. */
    public IndexDataGenerator threads(int threads) {
        Check.positive("threads", threads);
        return with(copy -> copy.threads = threads);
    }

    /** With this clock for today's date and {@code created_at}. */
    public IndexDataGenerator clock(Clock clock) {
        return with(copy -> copy.clock = clock);
    }

    /** Telling this how many paths are finished, after each, from the thread that finished it. */
    public IndexDataGenerator progress(IntConsumer done) {
        return with(copy -> copy.progress = done);
    }

    /** The first path. */
    public Dataset generate() {
        return generate(0);
    }

    /** The path of this number, counted from 0, as {@link #generateAll} has it. */
    public Dataset generate(int path) {
        IndexPlan plan = plan();
        return dataset(plan, plan.simulator(), path);
    }

    /** All paths, in order, a dataset each. */
    public List<Dataset> generateAll() {
        IndexPlan plan = plan();
        BarSimulator simulator = plan.simulator();
        return Listing.of(
                Parallel.map(paths, threads, progress, path -> dataset(plan, simulator, path)), Dataset::summary);
    }

    /** The closes of all paths in one dataset, columns {@code Close0}, {@code Close1}, …: those {@link #generateAll} has. */
    public Dataset generateWide() {
        IndexPlan plan = plan();
        BarSimulator simulator = plan.simulator();
        List<double[]> closes = Parallel.map(paths, threads, progress,
                path -> simulator.closes(plan.seed(), path, 0, Shocks.of(plan.seed(), path, 0)));
        return plan.wide(closes, Map.of("paths", paths));
    }

    /** What it would generate, in one line. */
    @Override
    public String toString() {
        return "index %s %s %s, %d days of %s; generate() makes it"
                .formatted(market.name(), modelName, params, days, interval).replace(" ,", ",");
    }

    private Dataset dataset(IndexPlan plan, BarSimulator simulator, int path) {
        Bars bars = simulator.bars(plan.seed(), path, 0, Shocks.of(plan.seed(), path, 0));
        return plan.dataset(bars, Map.of("path", path));
    }

    /** These settings with the market's habits filled in. */
    IndexPlan plan() {
        LocalDate last = end == null ? LocalDate.now(clock.withZone(market.calendar().zone())) : end;
        List<LocalDate> sessions = market.calendar().lastSessions(days, last);
        return new IndexPlan(
                market,
                law(),
                spot == null ? market.spot() : spot,
                interval,
                sessions,
                TimeGrid.of(market.calendar(), interval, sessions),
                seed == null ? new SecureRandom().nextLong() >>> (Long.SIZE - SEED_BITS) : seed,
                params,
                history,
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    }

    private IndexModel law() {
        IndexModel law = model;
        if (law == null) {
            law = IndexModel.named(modelName)
                    .withDrift(Scenario.drift(params).orElse(market.drift()))
                    .withVolatility(Scenario.volatilityFactor(params).orElse(1) * market.volatility());
        }
        law = drift == null ? law : law.withDrift(drift);
        return volatility == null ? law : law.withVolatility(volatility);
    }

    private IndexDataGenerator word(Scenario scenario) {
        return params(params.isEmpty() ? scenario.word() : params + "_" + scenario.word());
    }

    private IndexDataGenerator with(Consumer<IndexDataGenerator> change) {
        try {
            IndexDataGenerator copy = (IndexDataGenerator) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
