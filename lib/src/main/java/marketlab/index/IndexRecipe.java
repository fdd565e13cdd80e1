package marketlab.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import marketlab.calendar.ExpiryRules;
import marketlab.calendar.Market;
import marketlab.calendar.TradingCalendar;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Recipe;
import marketlab.dataset.RecordedParameters;
import marketlab.dataset.Streamed;

/** The recorded parameters of an index: written here when it is generated, and read here to make it again. */
public final class IndexRecipe implements Recipe {

    /**
     * Version of the numbers that a seed makes. Raise it with every change of any number, and write the goldens anew:
     * see {@code GoldenNumbersTest}.
     */
    public static final int STREAM = 2;

    private static final Market GENERIC = Market.named("generic");
    private static final int MOST_DAYS_OF_A_BAR = 31;

    private static final String MODEL = "model";
    private static final String PHASES = "phases";
    private static final String HISTORY = "history";
    private static final String HISTORIES = "basket_histories";
    private static final String DRAWN_COLUMNS = "drawn_columns";
    private static final String SPOT = "spot";
    private static final String DAYS = "days";
    private static final String ROWS = "rows";
    private static final String INTERVAL = "interval";
    private static final String OVERNIGHT = "overnight";
    private static final String START = "start";
    private static final String END = "end";
    private static final String CALENDAR = "calendar";
    /** Recorded only if closed days have a weight. */
    public static final String CLOSED_DAYS = "closed_days";

    private static final String DAILY_VOLUME = "daily_volume";
    private static final String USUAL_VOLATILITY = "usual_volatility";
    private static final String PATH = "path";
    private static final String PATHS = "paths";
    private static final String BASKET = "basket";
    private static final String BASKET_INDEX = "basket_index";
    private static final String BASKET_SEED = "basket_seed";
    private static final String SHOCK_CORRELATION = "shock_correlation";
    private static final String SHARED_DRAWS = "shared_draws";
    private static final String CORRELATION = "correlation";

    private final Metadata metadata;
    private final RecordedParameters recorded;
    private final Function<String, Dataset> histories;

    private IndexRecipe(Metadata metadata, Function<String, Dataset> histories) {
        this.metadata = metadata;
        this.recorded = RecordedParameters.of(metadata);
        this.histories = histories;
    }

    /**
     * The recipe of an index, of closes of many paths, or of one index of a basket; empty if the metadata are of
     * something else.
     *
     * @param histories loads the history of this name, which a bootstrap draws from; throws {@link
     *     IllegalArgumentException} if it cannot
     */
    public static Optional<IndexRecipe> of(Metadata metadata, Function<String, Dataset> histories) {
        IndexRecipe recipe = new IndexRecipe(metadata, histories);
        return recipe.recorded.has(INTERVAL) || recipe.isOfBasket() ? Optional.of(recipe) : Optional.empty();
    }

    /** What is recorded of a plan, and of what was made by it. */
    static Map<String, Object> parameters(IndexPlan plan, Map<String, ?> made) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(MODEL, plan.law().name());
        if (plan.law().isOneModel()) {
            parameters.putAll(plan.law().last().parameters());
        } else {
            parameters.put(
                    PHASES,
                    plan.law().phases().stream().map(PathLaw.Phase::parameters).toList());
        }
        if (!plan.history().isEmpty()) {
            parameters.put(HISTORY, plan.history());
        }
        plan.bootstrap().ifPresent(bootstrap -> {
            boolean closes = made.containsKey(PATHS) || !plan.hasWholeSessions();
            parameters.put(DRAWN_COLUMNS, closes ? List.of("Close") : bootstrap.drawnColumns());
        });
        parameters.put(SPOT, plan.spot());
        parameters.put(DAYS, plan.sessions().size());
        if (plan.rows() > 0) {
            parameters.put(ROWS, plan.rows());
        }
        parameters.put(INTERVAL, plan.interval().toString());
        parameters.put(OVERNIGHT, plan.overnight());
        parameters.put(START, plan.sessions().get(0).toString());
        parameters.put(END, plan.sessions().get(plan.sessions().size() - 1).toString());
        parameters.put(CALENDAR, plan.market().calendar().name());
        if (plan.market().calendar().closedDays() > 0) {
            parameters.put(CLOSED_DAYS, plan.market().calendar().closedDays());
        }
        parameters.put(DAILY_VOLUME, plan.market().dailyVolume());
        parameters.put(USUAL_VOLATILITY, plan.market().volatility());
        parameters.putAll(made);
        return parameters;
    }

    /** What is recorded of one path. */
    static Map<String, Object> ofPath(int path) {
        return Map.of(PATH, path);
    }

    /** What is recorded of the closes of so many paths. */
    static Map<String, Object> ofPaths(int paths) {
        return Map.of(PATHS, paths);
    }

    /**
     * What is recorded of one index of a basket.
     *
     * @param histories names of the histories whose common days are drawn; empty if none are
     */
    static Map<String, Object> ofBasket(
            List<String> names,
            List<String> histories,
            int index,
            double[][] correlation,
            BasketShocks shocks,
            long seed) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!histories.isEmpty()) {
            parameters.put(HISTORIES, histories);
        }
        parameters.put(BASKET, names);
        parameters.put(BASKET_INDEX, index);
        parameters.put(CORRELATION, correlation);
        parameters.put(SHOCK_CORRELATION, shocks.correlation());
        parameters.put(SHARED_DRAWS, shocks.draws());
        parameters.put(BASKET_SEED, seed);
        return parameters;
    }

    @Override
    public int streamVersion() {
        return STREAM;
    }

    @Override
    public boolean fits(long rows, int columns) {
        return !recorded.has(INTERVAL)
                || recorded.wholeNumber(DAYS) <= MOST_DAYS_OF_A_BAR * rows
                        && (!recorded.has(ROWS) || recorded.wholeNumber(ROWS) == rows)
                        && (!recorded.has(PATHS) || recorded.wholeNumber(PATHS) < columns);
    }

    @Override
    public Dataset make() {
        if (isOfBasket()) {
            return basket().generate(recorded.whole(BASKET_INDEX));
        }
        return recorded.has(PATHS) ? generator().generateWide() : generator().generate(recorded.whole(PATH));
    }

    @Override
    public Optional<Streamed> stream() {
        if (!recorded.has(ROWS) || isOfBasket()) {
            return Optional.empty();
        }
        return Optional.of(recorded.has(PATHS) ? generator().streamWide() : generator().stream(recorded.whole(PATH)));
    }

    /** The states of the model of one path; empty for many paths in one dataset. */
    Optional<ModelStates> states() {
        if (recorded.has(PATHS)) {
            return Optional.empty();
        }
        return Optional.of(
                isOfBasket()
                        ? basket().states(recorded.whole(BASKET_INDEX))
                        : generator().states(recorded.whole(PATH)));
    }

    /** The generator that is recorded, unless it is one of a basket. */
    IndexDataGenerator generator() {
        if (isOfBasket()) {
            throw new IllegalArgumentException("it is one index of a basket, which no single generator makes");
        }
        int paths = recorded.has(PATHS) ? recorded.whole(PATHS) : recorded.whole(PATH) + 1;
        return bars(market(metadata.text(Metadata.MARKET_TYPE).orElse("index"), calendar()))
                .law(law())
                .paths(paths)
                .params(metadata.text(Metadata.PARAMS).orElse(""))
                .seed(seed());
    }

    /** The others of the basket lend their shocks only, so that any law will do for them. */
    private IndexBasket basket() {
        List<?> names = recorded.list(BASKET);
        int index = Objects.checkIndex(recorded.whole(BASKET_INDEX), names.size());
        long seed = recorded.wholeNumber(BASKET_SEED);
        TradingCalendar calendar = calendar();
        IndexDataGenerator[] basket = names.stream()
                .map(name -> bars(market(String.valueOf(name), calendar)).seed(seed))
                .toArray(IndexDataGenerator[]::new);
        basket[index] = basket[index].law(law()).seed(index == 0 ? seed : seed());
        for (int i = 0; recorded.has(HISTORIES) && i < basket.length; i++) {
            basket[i] =
                    basket[i].history(String.valueOf(recorded.list(HISTORIES).get(i)));
        }
        int[] draws = recorded.list(SHARED_DRAWS).stream()
                .mapToInt(draw -> ((Number) draw).intValue())
                .toArray();
        return IndexBasket.of(basket)
                .correlation(recorded.matrix(CORRELATION))
                .tiedBy(new BasketShocks(recorded.matrix(SHOCK_CORRELATION), draws));
    }

    private IndexDataGenerator bars(Market market) {
        IndexDataGenerator bars = IndexDataGenerator.of(market).days(recorded.whole(DAYS));
        bars = MetadataColumn.isIn(metadata) ? bars.withMetadataColumn() : bars;
        return (recorded.has(ROWS) ? bars.rows(recorded.wholeNumber(ROWS)) : bars)
                .spot(recorded.number(SPOT))
                .interval(recorded.text(INTERVAL))
                .overnight(recorded.number(OVERNIGHT))
                .end(recorded.date(END))
                .history(historyName());
    }

    private Market market(String name, TradingCalendar calendar) {
        return new Market(
                name,
                calendar,
                ExpiryRules.of(GENERIC.name(), calendar),
                recorded.number(SPOT),
                recorded.number(USUAL_VOLATILITY),
                GENERIC.drift(),
                GENERIC.rate(),
                GENERIC.dividendYield(),
                GENERIC.strikeStep(),
                GENERIC.tick(),
                recorded.number(DAILY_VOLUME));
    }

    private TradingCalendar calendar() {
        String name = recorded.text(CALENDAR);
        return TradingCalendar.named(name)
                .map(calendar -> calendar.withClosedDays(closedDays(metadata)))
                .orElseThrow(() ->
                        new IllegalArgumentException("its calendar '%s' is not one of marketlab's".formatted(name)));
    }

    /** Weight of closed days in the variance of a generated path; 0 for other datasets. */
    public static double closedDays(Metadata metadata) {
        return metadata.modelParams().get(CLOSED_DAYS) instanceof Number weight ? weight.doubleValue() : 0;
    }

    private PathLaw law() {
        if (recorded.text(MODEL).equals(Bootstrap.NAME)) {
            return PathLaw.of(
                    recorded.has(HISTORIES)
                            ? Bootstrap.joint(basketHistories(), recorded)
                                    .get(recorded.whole(BASKET_INDEX))
                                    .as(recorded)
                            : Bootstrap.of(history(), recorded));
        }
        if (!recorded.has(PHASES)) {
            return PathLaw.of(model(recorded));
        }
        return new PathLaw(recorded.parts(PHASES).stream()
                .map(phase -> new PathLaw.Phase(phase.whole(DAYS), model(phase)))
                .toList());
    }

    private IndexModel model(RecordedParameters parameters) {
        String name = recorded.text(MODEL);
        Map<String, Double> values = new LinkedHashMap<>();
        IndexModel.named(name)
                .parameters()
                .keySet()
                .forEach(parameter -> values.put(parameter, parameters.number(parameter)));
        return IndexModel.named(name, values);
    }

    private Dataset history() {
        if (historyName().isEmpty()) {
            throw new IllegalArgumentException("it does not say which history it was drawn from");
        }
        return histories.apply(historyName());
    }

    private List<Dataset> basketHistories() {
        return recorded.list(HISTORIES).stream()
                .map(name -> histories.apply(String.valueOf(name)))
                .toList();
    }

    private String historyName() {
        return recorded.has(HISTORY) ? Objects.toString(recorded.values().get(HISTORY), "") : "";
    }

    private boolean isOfBasket() {
        return recorded.has(BASKET);
    }

    private long seed() {
        return metadata.seed().orElseThrow(() -> new IllegalArgumentException("its seed is not recorded"));
    }
}
