package marketlab.index;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import marketlab.calendar.BusinessClock;
import marketlab.calendar.Market;
import marketlab.dataset.Check;
import marketlab.dataset.ColumnTypes;
import marketlab.dataset.Dataset;
import marketlab.dataset.GeneratorSettings;
import marketlab.dataset.Listing;
import marketlab.dataset.Metadata;
import marketlab.dataset.Provenance;
import marketlab.dataset.Streamed;

/**
 * Generates the bars of an index: {@code IndexDataGenerator.of("nifty").params("bullish_high_vol").seed(7).generate()}.
 *
 * <p>Columns {@code Timestamp} (beginning of the bar, exchange-local, the frame's index), {@code Open High Low Close}
 * (index points) and {@code Volume} (shares). A bar opens at the close of the one before; the first bar of a session
 * opens with a gap (see {@link #overnight}). Within a session, volume and variance have the form of a U. The same
 * settings and seed give the same numbers on every machine, JDK and number of threads. Settings that are not set have
 * typical values of the market.
 *
 * <p>Every setting returns a new generator and changes nothing. Safe to share between threads.
 */
public final class IndexDataGenerator {

    static {
        ColumnTypes.initialize();
    }

    private static final double MEAN_BLOCK = 10;

    private final Market market;
    private final Double spot;
    private final double overnight;
    private final LawSettings law;
    private final BarSpan span;
    private final GeneratorSettings settings;
    private final int paths;
    private final int threads;

    private IndexDataGenerator(
            Market market,
            Double spot,
            double overnight,
            LawSettings law,
            BarSpan span,
            GeneratorSettings settings,
            int paths,
            int threads) {
        this.market = market;
        this.spot = spot;
        this.overnight = overnight;
        this.law = law;
        this.span = span;
        this.settings = settings;
        this.paths = paths;
        this.threads = threads;
    }

    /**
     * A generator for a known market, with its typical settings.
     *
     * @throws IllegalArgumentException if the market is unknown; the message lists the known ones
     */
    public static IndexDataGenerator of(String market) {
        return of(Market.named(market));
    }

    /** A generator for a market of your own. */
    public static IndexDataGenerator of(Market market) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new IndexDataGenerator(
                market,
                null,
                BusinessClock.NIGHT,
                LawSettings.USUAL,
                BarSpan.USUAL,
                GeneratorSettings.USUAL,
                1,
                processors);
    }

    /**
     * The generator that made a dataset, with its seed: {@code generate(k)} makes the recorded path k again, and {@code
     * generateWide()} the closes of all paths.
     *
     * @throws IllegalArgumentException if the metadata are not of an index that this class generated, if an older or
     *     newer version with another {@link Metadata#STREAM} generated it, or if it is a bootstrap: see
     *     {@link #from(Metadata, Function)}
     */
    public static IndexDataGenerator from(Metadata metadata) {
        return from(metadata, name -> {
            throw new IllegalArgumentException("its history '%s' is needed to draw from".formatted(name));
        });
    }

    /** As {@link #from(Metadata)}, with what loads the history of this name, if a bootstrap draws from one. */
    public static IndexDataGenerator from(Metadata metadata, Function<String, Dataset> histories) {
        IndexRecipe recipe = IndexRecipe.of(metadata, histories)
                .orElseThrow(() -> new IllegalArgumentException("its metadata do not say how an index was generated"));
        Provenance.requireStream(metadata, IndexRecipe.STREAM);
        return recipe.generator();
    }

    /** With exactly this model: neither the market nor the params change it. */
    public IndexDataGenerator model(IndexModel model) {
        return law(PathLaw.of(model));
    }

    /** With exactly this law. */
    IndexDataGenerator law(PathLaw exact) {
        return with(law.with(exact));
    }

    /**
     * With a known model, which gets the drift and volatility of the market or of the scenario in the params.
     *
     * @throws IllegalArgumentException if the model is unknown; the message lists the known ones
     */
    public IndexDataGenerator model(String name) {
        return model(name, Map.of());
    }

    /**
     * With a known model as by {@link #model(String)}, but with exactly these parameters, which override all others:
     * {@code model("heston", Map.of("kappa", 2.0))}.
     *
     * @throws IllegalArgumentException if the model or a parameter is unknown; the message lists the known ones
     */
    public IndexDataGenerator model(String name, Map<String, Double> parameters) {
        IndexModel.named(name, parameters);
        return with(law.named(name, parameters));
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

    /** With volatility clusters: {@code model("garch")}. */
    public IndexDataGenerator garch() {
        return model("garch");
    }

    /** With volatility clusters and fat tails: {@code model("garch_t")}. */
    public IndexDataGenerator garchT() {
        return model("garch_t");
    }

    /** With volatility clusters of the log-variance: {@code model("egarch")}. */
    public IndexDataGenerator egarch() {
        return model("egarch");
    }

    /** With a level that reverts to its trend: {@code model("ou")}. */
    public IndexDataGenerator ou() {
        return model("ou");
    }

    /** With alternating calm and stormy times: {@code model("regime")}. */
    public IndexDataGenerator regime() {
        return model("regime");
    }

    /**
     * With days drawn from a real history in blocks of ten days on average: {@code model(Bootstrap.of(history, 10))}.
     * Bars of a day or longer have the gaps, ranges and volumes of the drawn days too, and no {@link #overnight}.
     *
     * @throws IllegalArgumentException if the history has no usable column {@code Close}
     */
    public IndexDataGenerator bootstrap(Dataset history) {
        return model(Bootstrap.of(history, MEAN_BLOCK));
    }

    /** With this expected growth per year, continuously compounded: 0.08 is 8 %. */
    public IndexDataGenerator drift(double drift) {
        Check.finite("drift", drift);
        return with(law.withDrift(drift));
    }

    /** With this typical volatility of log-returns: annualised over 252 sessions, as a fraction. */
    public IndexDataGenerator volatility(double volatility) {
        Check.notNegative("volatility", volatility);
        return with(law.withVolatility(volatility));
    }

    /** With this level, in index points, at the open of the first bar. */
    public IndexDataGenerator spot(double spot) {
        Check.positive("spot", spot);
        return new IndexDataGenerator(market, spot, overnight, law, span, settings, paths, threads);
    }

    /** With this number of sessions, the last one at {@link #end}. */
    public IndexDataGenerator days(int days) {
        Check.positive("days", days);
        return with(span.withDays(days));
    }

    /**
     * With this number of bars per path, instead of {@link #days}; the last session is cut off where they end. Bars are
     * at most a day long. If no {@link #interval} is set, it is the longest of {@code 1d 1h 15m 5m 1m 1s} that fits
     * after 1678, where {@code datetime64[ns]} begins; an interval that is set must fit.
     *
     * @throws IllegalArgumentException if rows is not 1 to {@link Streamed#MOST_ROWS}
     */
    public IndexDataGenerator rows(long rows) {
        if (!(rows >= 1 && rows <= Streamed.MOST_ROWS)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "[rows] a dataset has 1 to %,d rows, got %,d", Streamed.MOST_ROWS, rows));
        }
        return with(span.withRows((int) rows));
    }

    /**
     * With bars of this length: {@code 1s}, {@code 1m}, {@code 15m}, {@code 1h}, {@code 1d}, {@code 1w}, {@code 1mo},
     * …. Default: a day.
     */
    public IndexDataGenerator interval(String interval) {
        Interval parsed = Interval.parse(interval);
        return with(span.withInterval(parsed));
    }

    /**
     * With this share of a session's variance between the close before and the open, 0 to less than 1: the first bar of
     * a session opens with a gap, and its other bars open where the one before closed. It does not change the law of
     * the closes from day to day. Default: 0.25. With 0 there are no gaps.
     */
    public IndexDataGenerator overnight(double share) {
        Check.between("overnight", share, 0, Math.nextDown(1.0));
        return new IndexDataGenerator(market, spot, share, law, span, settings, paths, threads);
    }

    /** With this day as the last one, or the last session before it. Default: today at the exchange. */
    public IndexDataGenerator end(LocalDate end) {
        return with(span.withEnd(end));
    }

    /** With this seed. Default: a random one, which the metadata record. */
    public IndexDataGenerator seed(long seed) {
        return with(settings.withSeed(seed));
    }

    /**
     * With these words, joined by {@code _}, which become part of the dataset's name. The words
     * {@code bullish bearish sideways high_vol low_vol crash recovery} set drift and volatility, unless those are set.
     * Those that set a drift follow each other in time: {@code crash_recovery} is a crash of twenty sessions, and a
     * recovery in the others.
     */
    public IndexDataGenerator params(String params) {
        return with(settings.withParams(params));
    }

    /**
     * With phases, one after the other, each with a number of sessions: {@code phases("crash:40,recovery:120")}. The
     * words of a phase are those of {@link #params}: {@code bearish_high_vol:20}. A crash falls by about 40 %, however
     * many sessions it has. Each phase begins where the one before ended; a model's variance and regime begin anew.
     * Without {@link #days} the phases are all; with more days the market is as usual after them. Drift and volatility
     * must not be set, nor a model of your own.
     *
     * @throws IllegalArgumentException if a phase is not WORDS:SESSIONS; the message says what is wrong. If there are
     *     fewer days than the phases have, or something else is set that they set, generating throws
     */
    public IndexDataGenerator phases(String phases) {
        return with(law.withScript(ScenarioScript.parse(phases)));
    }

    /**
     * Records the name, in the storage, of the real history that the model draws from or was fitted to. Without it, a
     * bootstrap cannot be generated again.
     */
    public IndexDataGenerator history(String name) {
        return with(law.withHistory(name));
    }

    /** The words of {@link #params} that set something: {@code bullish}, {@code high_vol} and so on. */
    public static List<String> scenarios() {
        return Scenario.names();
    }

    /** Hints for words of {@link #params} that set nothing but look like a misspelt scenario, one per line. */
    public static List<String> hints(String params) {
        return Scenario.hints(params);
    }

    /** With the word {@code bullish} added to the {@link #params}: a drift of 0.25, 0.75 times the volatility. */
    public IndexDataGenerator bullish() {
        return word(Scenario.BULLISH);
    }

    /** With the word {@code bearish} added to the {@link #params}: a drift of -0.25, 1.25 times the volatility. */
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

    /**
     * With the word {@code crash} added to the {@link #params}: a fall of about 40 % within twenty sessions, with 2.5
     * times the volatility; then the usual drift, with 1.5 times the volatility.
     */
    public IndexDataGenerator crash() {
        return word(Scenario.CRASH);
    }

    /** With the word {@code recovery} added to the {@link #params}: a drift of 0.5, 1.5 times the volatility. */
    public IndexDataGenerator recovery() {
        return word(Scenario.RECOVERY);
    }

    /**
     * With the column {@code Metadata}: the seed and the model's parameters as JSON in each row, which pandas reads as
     * a category. The attributes always have them too.
     */
    public IndexDataGenerator withMetadataColumn() {
        return with(settings.withMetadataColumn());
    }

    /** With this number of independent paths. The first k of n paths are the same as k paths alone. */
    public IndexDataGenerator paths(int paths) {
        Check.positive("paths", paths);
        return new IndexDataGenerator(market, spot, overnight, law, span, settings, paths, threads);
    }

    /** With at most this number of threads, which changes only the speed. */
    public IndexDataGenerator threads(int threads) {
        Check.positive("threads", threads);
        return new IndexDataGenerator(market, spot, overnight, law, span, settings, paths, threads);
    }

    /** With this clock for today's date and {@code created_at}. */
    public IndexDataGenerator clock(Clock clock) {
        return with(settings.withClock(clock));
    }

    /** Reports the number of finished paths to this after each path, from the thread that finished it. */
    public IndexDataGenerator progress(IntConsumer done) {
        return with(settings.withProgress(done));
    }

    /** The first path. */
    public Dataset generate() {
        return generate(0);
    }

    /** The path with this number, counted from 0, the same as in {@link #generateAll}. */
    public Dataset generate(int path) {
        IndexPlan plan = plan();
        return dataset(plan, plan.simulator(), path);
    }

    /** All paths, in order, one dataset each. */
    public List<Dataset> generateAll() {
        IndexPlan plan = plan();
        BarSimulator simulator = plan.simulator();
        return Listing.of(
                ParallelTasks.map(paths, threads, settings.progress(), path -> dataset(plan, simulator, path)),
                Dataset::summary);
    }

    /** The closes of all paths of {@link #generateAll} in one dataset, columns {@code Close0}, {@code Close1}, …. */
    public Dataset generateWide() {
        IndexPlan plan = plan();
        BarSimulator simulator = plan.simulator();
        List<double[]> closes = ParallelTasks.map(
                paths,
                threads,
                settings.progress(),
                path -> simulator.closes(plan.seed(), path, 0, NormalSource.of(plan.seed(), path, 0)));
        return plan.wide(simulator.grid().column(), closes, IndexRecipe.ofPaths(paths));
    }

    /**
     * The first path, generated while it is saved: the same bytes as by {@link #generate}, in memory that does not grow
     * with the rows. The work is done when it is written, on as many threads as are set, and can be repeated.
     *
     * @throws IllegalArgumentException if bars are longer than a day, the {@link #rows} do not fit, or the days reach
     * back beyond 1678
     */
    public Streamed stream() {
        return stream(0);
    }

    /** The path with this number, counted from 0, as by {@link #stream()}. */
    public Streamed stream(int path) {
        IndexPlan plan = plan();
        return new BarStream(plan, new Timetable(plan), path, threads);
    }

    /** All paths, in order, each as by {@link #stream()}: the same bytes as by {@link #generateAll}. */
    public List<Streamed> streamAll() {
        IndexPlan plan = plan();
        Timetable timetable = new Timetable(plan);
        return IntStream.range(0, paths)
                .mapToObj(path -> (Streamed) new BarStream(plan, timetable, path, threads))
                .toList();
    }

    /** The closes of all paths, generated while they are saved: the same bytes as by {@link #generateWide}. */
    public Streamed streamWide() {
        IndexPlan plan = plan();
        return new CloseStream(plan, new Timetable(plan), paths, threads);
    }

    /**
     * Which parts of the bars are simulated although a bootstrap draws the days, and why, a sentence each; empty for
     * other models.
     */
    public List<String> notes() {
        IndexPlan plan = plan();
        return plan.bootstrap()
                .map(bootstrap -> plan.hasWholeSessions()
                        ? bootstrap.notes()
                        : List.of(
                                "the bars are shorter than a day: only the returns of the days are drawn; gaps, ranges"
                                        + " and volumes are simulated"))
                .orElse(List.of());
    }

    /** What this generates, in one line. */
    @Override
    public String toString() {
        String bars = span.rows() > 0 ? String.format(Locale.ROOT, "%,d bars", span.rows()) : span().days() + " days";
        return "index %s %s %s, %s of %s; call generate()"
                .formatted(
                        market.name(), law.name(), settings.params(), bars, span.interval(market.calendar(), lastDay()))
                .replace(" ,", ",");
    }

    private Dataset dataset(IndexPlan plan, BarSimulator simulator, int path) {
        BarArrays bars = simulator.bars(plan.seed(), path, 0, NormalSource.of(plan.seed(), path, 0));
        return plan.dataset(simulator.grid().column(), bars, IndexRecipe.ofPath(path));
    }

    /** What the model of this path knew at the end of each bar. */
    ModelStates states(int path) {
        IndexPlan plan = plan();
        BarSimulator simulator = plan.simulator();
        NormalSource shocks = NormalSource.of(plan.seed(), path, 0);
        return ModelStates.of(plan.law(), simulator.grid(), simulator.run(plan.seed(), path, 0, shocks));
    }

    /** These settings, completed with the market's typical values. */
    IndexPlan plan() {
        LocalDate last = lastDay();
        Interval interval = span.interval(market.calendar(), last);
        List<LocalDate> sessions = span().sessions(market.calendar(), last, interval);
        return new IndexPlan(
                market,
                law.of(market, settings.params(), sessions.size()),
                spot == null ? market.spot() : spot,
                interval,
                sessions,
                span.rows(),
                overnight,
                settings.seedOrDrawn(),
                settings.params(),
                law.history(),
                settings.metadataColumn(),
                settings.now());
    }

    /** As many days as are set, else as the phases have, else a year. */
    private BarSpan span() {
        boolean isSet = span.days() > 0 || span.rows() > 0;
        return isSet || law.script() == null
                ? span.orYear()
                : span.withDays(law.script().sessions());
    }

    private LocalDate lastDay() {
        return span.end() == null ? settings.today(market.calendar().zone()) : span.end();
    }

    private IndexDataGenerator word(Scenario scenario) {
        return with(settings.withWord(scenario.word()));
    }

    private IndexDataGenerator with(LawSettings law) {
        return new IndexDataGenerator(market, spot, overnight, law, span, settings, paths, threads);
    }

    private IndexDataGenerator with(BarSpan span) {
        return new IndexDataGenerator(market, spot, overnight, law, span, settings, paths, threads);
    }

    private IndexDataGenerator with(GeneratorSettings settings) {
        return new IndexDataGenerator(market, spot, overnight, law, span, settings, paths, threads);
    }
}
