package marketlab.index;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Listing;
import marketlab.dataset.Metadata;
import marketlab.dataset.Streamed;

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

    private static final Interval DAY = new Interval(1, Interval.Unit.DAY);
    private static final int SEED_BITS = 48;
    private static final double MEAN_BLOCK = 10;

    private final Market market;
    private String modelName = "gbm";
    private IndexModel model;
    private Map<String, Double> parameters = Map.of();
    private Double drift;
    private Double volatility;
    private Double spot;
    private int days = Market.SESSIONS_PER_YEAR;
    private int rows;
    private Interval interval;
    private LocalDate end;
    private Long seed;
    private String params = "";
    private String history = "";
    private boolean metadataColumn;
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

    /**
     * The generator that made a dataset, with its seed: {@code generate(k)} makes the recorded path k again, and {@code
     * generateWide()} the closes of all paths.
     *
     * @throws IllegalArgumentException if the metadata are not of an index that this class generated, or of a bootstrap:
     *     see {@link #from(Metadata, Function)}
     */
    public static IndexDataGenerator from(Metadata metadata) {
        return from(metadata, name -> {
            throw new IllegalArgumentException("its history '%s' is needed to draw from".formatted(name));
        });
    }

    /** As {@link #from(Metadata)}, with what loads the history of this name, if a bootstrap draws from one. */
    public static IndexDataGenerator from(Metadata metadata, Function<String, Dataset> histories) {
        return IndexRecipe.of(metadata, histories)
                .orElseThrow(() -> new IllegalArgumentException("its metadata do not say how an index was generated"))
                .generator();
    }

    /** With a model as it is: neither the market nor the params change it. */
    public IndexDataGenerator model(IndexModel model) {
        return with(copy -> {
            copy.model = model;
            copy.modelName = model.name();
            copy.parameters = Map.of();
        });
    }

    /**
     * With a known model, its drift and volatility those of the market, or of the params' scenario.
     *
     * @throws IllegalArgumentException if there is no such model; the message lists those there are
     */
    public IndexDataGenerator model(String name) {
        return model(name, Map.of());
    }

    /**
     * With a known model as {@link #model(String)} has it, but these of its parameters as they are, whatever else says
     * otherwise: {@code model("heston", Map.of("kappa", 2.0))}.
     *
     * @throws IllegalArgumentException if there is no such model or parameter; the message lists those there are
     */
    public IndexDataGenerator model(String name, Map<String, Double> parameters) {
        IndexModel.named(name, parameters);
        return with(copy -> {
            copy.model = null;
            copy.modelName = name;
            copy.parameters = Map.copyOf(parameters);
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
        return with(copy -> {
            copy.days = days;
            copy.rows = 0;
        });
    }

    /**
     * With so many bars a path: those of the last sessions that have as many, the last session cut short. Bars are a day
     * long at the most; if no {@link #interval} is set, it is the longest of {@code 1d 1h 15m 5m 1m 1s} that there is room
     * for from 1678 on, where {@code datetime64[ns]} begins, else there must be room for it.
     *
     * @throws IllegalArgumentException if rows is not 1 to {@link Streamed#MOST_ROWS}
     */
    public IndexDataGenerator rows(long rows) {
        if (!(rows >= 1 && rows <= Streamed.MOST_ROWS)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "[rows] a dataset has 1 to %,d rows, got %,d", Streamed.MOST_ROWS, rows));
        }
        return with(copy -> copy.rows = (int) rows);
    }

    /**
     * With bars of this length: {@code 1s}, {@code 1m}, {@code 15m}, {@code 1h}, {@code 1d}, {@code 1w}, {@code 1mo}, …;
     * else of a day.
     */
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

    /** The words of {@link #params} that set something: {@code bullish}, {@code high_vol} and so on. */
    public static List<String> scenarios() {
        return Scenario.names();
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

    /**
     * With the column {@code Metadata}: in each row the JSON text of the seed and the model's parameters, which pandas has as
     * a category. The attributes have them in any case.
     */
    public IndexDataGenerator withMetadataColumn() {
        return with(copy -> copy.metadataColumn = true);
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
                ParallelTasks.map(paths, threads, progress, path -> dataset(plan, simulator, path)), Dataset::summary);
    }

    /** The closes of all paths in one dataset, columns {@code Close0}, {@code Close1}, …: those {@link #generateAll} has. */
    public Dataset generateWide() {
        IndexPlan plan = plan();
        BarSimulator simulator = plan.simulator();
        List<double[]> closes = ParallelTasks.map(
                paths,
                threads,
                progress,
                path -> simulator.closes(plan.seed(), path, 0, NormalSource.of(plan.seed(), path, 0)));
        return plan.wide(simulator.grid().column(), closes, IndexRecipe.ofPaths(paths));
    }

    /**
     * The first path, to be saved while it is made: in memory that does not grow with the rows, the bytes of
     * {@link #generate}. The work is done by whoever writes it, on as many threads as are set, and may be done again.
     *
     * @throws IllegalArgumentException if bars are longer than a day, there is no room for so many {@link #rows}, or the
     *     days reach back beyond 1678
     */
    public Streamed stream() {
        return stream(0);
    }

    /** The path of this number, counted from 0, as {@link #stream()} has it. */
    public Streamed stream(int path) {
        IndexPlan plan = plan();
        return new BarStream(plan, new Timetable(plan), path, threads);
    }

    /** All paths, in order, each as {@link #stream} has it: the bytes of {@link #generateAll}. */
    public List<Streamed> streamAll() {
        IndexPlan plan = plan();
        Timetable timetable = new Timetable(plan);
        return IntStream.range(0, paths)
                .mapToObj(path -> (Streamed) new BarStream(plan, timetable, path, threads))
                .toList();
    }

    /** The closes of all paths, as {@link #stream} has bars: the bytes of {@link #generateWide}. */
    public Streamed streamWide() {
        IndexPlan plan = plan();
        return new CloseStream(plan, new Timetable(plan), paths, threads);
    }

    /** What it would generate, in one line. */
    @Override
    public String toString() {
        String bars = rows > 0 ? String.format(Locale.ROOT, "%,d bars", rows) : days + " days";
        return "index %s %s %s, %s of %s; generate() makes it"
                .formatted(market.name(), modelName, params, bars, interval(lastDay()))
                .replace(" ,", ",");
    }

    private Dataset dataset(IndexPlan plan, BarSimulator simulator, int path) {
        BarArrays bars = simulator.bars(plan.seed(), path, 0, NormalSource.of(plan.seed(), path, 0));
        return plan.dataset(simulator.grid().column(), bars, IndexRecipe.ofPath(path));
    }

    /** These settings with the market's habits filled in. */
    IndexPlan plan() {
        LocalDate last = lastDay();
        Interval length = interval(last);
        return new IndexPlan(
                market,
                law(),
                spot == null ? market.spot() : spot,
                length,
                rows == 0
                        ? market.calendar().lastSessions(days, last)
                        : new HistoryLimit(market.calendar(), last).sessions(length, rows),
                rows,
                seed == null ? new SecureRandom().nextLong() >>> (Long.SIZE - SEED_BITS) : seed,
                params,
                history,
                metadataColumn,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private LocalDate lastDay() {
        return end == null ? LocalDate.now(clock.withZone(market.calendar().zone())) : end;
    }

    private Interval interval(LocalDate last) {
        if (interval != null) {
            return interval;
        }
        return rows == 0 ? DAY : new HistoryLimit(market.calendar(), last).longest(rows);
    }

    private IndexModel law() {
        IndexModel law = model;
        if (law == null) {
            law = IndexModel.named(modelName)
                    .withDrift(Scenario.drift(params).orElse(market.drift()))
                    .withVolatility(Scenario.volatilityFactor(params).orElse(1) * market.volatility());
        }
        law = drift == null ? law : law.withDrift(drift);
        law = volatility == null ? law : law.withVolatility(volatility);
        return parameters.isEmpty() ? law : ModelCatalog.with(law, parameters);
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
