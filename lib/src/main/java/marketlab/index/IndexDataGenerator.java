package marketlab.index;

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
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * Generates the bars of an index: {@code IndexDataGenerator.of("nifty").params("bullish_high_vol").seed(7).generate()}.
 *
 * <p>Columns {@code Timestamp} (beginning of the bar, exchange-local, the frame's index), {@code Open High Low Close}
 * (index points) and {@code Volume} (shares). A bar opens where the one before closed. The same settings and seed give
 * the same numbers on every machine, JDK and number of threads. What is not set is typical for the market.
 *
 * <p>Immutable: every setting returns a new generator. Safe to share between threads.
 */
public final class IndexDataGenerator {

    private static final String GENERATOR = "marketlab 0.1.0";
    private static final int SEED_BITS = 48;

    private Market market;
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
    private int paths = 1;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Clock clock = Clock.systemDefaultZone();

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

    /** The first path. */
    public Dataset generate() {
        return paths(1).generateAll().get(0);
    }

    /** All paths, in order, a dataset each. */
    public List<Dataset> generateAll() {
        LocalDate last = end == null ? LocalDate.now(clock.withZone(market.calendar().zone())) : end;
        List<LocalDate> sessions = market.calendar().lastSessions(days, last);
        TimeGrid grid = TimeGrid.of(market.calendar(), interval, sessions);
        IndexModel law = law();
        double level = spot == null ? market.spot() : spot;
        long number = seed == null ? new SecureRandom().nextLong() >>> (Long.SIZE - SEED_BITS) : seed;
        VolumeModel volume = new VolumeModel(market.dailyVolume(), market.volatility(), grid.years(), grid.shares());
        BarSimulator simulator = new BarSimulator(law, level, grid.years(), volume);
        Metadata metadata = metadata(law, level, number, sessions);
        return Parallel.map(paths, threads, path -> dataset(grid, simulator.path(number, path), metadata, path));
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

    private Dataset dataset(TimeGrid grid, Bars bars, Metadata metadata, int path) {
        Table table = Table.create(
                DateTimeColumn.create("Timestamp", grid.starts()),
                DoubleColumn.create("Open", bars.open),
                DoubleColumn.create("High", bars.high),
                DoubleColumn.create("Low", bars.low),
                DoubleColumn.create("Close", bars.close),
                LongColumn.create("Volume", bars.volume));
        table.setName(market.name());
        Map<String, Object> modelParams = new LinkedHashMap<>(metadata.modelParams());
        modelParams.put("path", path);
        return Dataset.of(table).with(metadata.withModelParams(modelParams)).withIndex("Timestamp");
    }

    private Metadata metadata(IndexModel law, double level, long number, List<LocalDate> sessions) {
        Map<String, Object> modelParams = new LinkedHashMap<>();
        modelParams.put("model", law.name());
        modelParams.putAll(law.parameters());
        modelParams.put("spot", level);
        modelParams.put("days", days);
        modelParams.put("interval", interval.toString());
        modelParams.put("start", sessions.get(0).toString());
        modelParams.put("end", sessions.get(sessions.size() - 1).toString());
        modelParams.put("calendar", market.calendar().name());
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(Metadata.VERSION, "1.0");
        attributes.put(Metadata.CREATED_AT, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
        attributes.put(Metadata.GENERATOR, GENERATOR);
        attributes.put(Metadata.DATA_TYPE, "index");
        attributes.put(Metadata.MARKET_TYPE, market.name());
        attributes.put(Metadata.MODEL_TYPE, law.name());
        attributes.put(Metadata.PARAMS, params);
        attributes.put(Metadata.SEED, number);
        attributes.put(Metadata.UNITS, units());
        return Metadata.of(attributes).withModelParams(modelParams);
    }

    private Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("Timestamp", "beginning of the bar, " + market.calendar().zone());
        List.of("Open", "High", "Low", "Close").forEach(column -> units.put(column, "index points"));
        units.put("Volume", "shares");
        return units;
    }

    private IndexDataGenerator with(Consumer<IndexDataGenerator> change) {
        IndexDataGenerator copy = new IndexDataGenerator(market);
        copy.modelName = modelName;
        copy.model = model;
        copy.drift = drift;
        copy.volatility = volatility;
        copy.spot = spot;
        copy.days = days;
        copy.interval = interval;
        copy.end = end;
        copy.seed = seed;
        copy.params = params;
        copy.paths = paths;
        copy.threads = threads;
        copy.clock = clock;
        change.accept(copy);
        return copy;
    }
}
