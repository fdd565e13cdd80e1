package marketlab.option;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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
import marketlab.index.IndexRecipe;

/**
 * The recorded parameters of a panel of chains, or of a volatility index: written here when it is generated, and read
 * here to make it again.
 */
public final class PanelRecipe implements Recipe {

    static final String ROWS = "rows";
    /** Recorded of a volatility index alone. */
    static final String TERM_DAYS = "term_days";

    private static final String HISTORY = "history";
    private static final String FIRST_DAY = "first_day";
    private static final String LAST_DAY = "last_day";
    private static final String CALENDAR = "calendar";
    private static final String RATE = "rate";
    private static final String DIVIDEND_YIELD = "dividend_yield";
    private static final String USUAL_VOLATILITY = "usual_volatility";
    private static final String CHOSEN_VOLATILITY = "chosen_volatility";
    private static final String PREMIUM = "variance_premium";
    private static final String EXPIRIES = "expiries";
    private static final String LISTED_EXPIRIES = "listed_expiries";
    private static final String SERIES = "series";
    private static final String STRIKES = "strikes";
    private static final String STRIKE_STEP = "strike_step";
    private static final String TICK = "tick";
    private static final String VOLATILITY_SOURCE = "volatility_source";

    private final Metadata metadata;
    private final RecordedParameters recorded;
    private final Function<String, Dataset> histories;

    private PanelRecipe(Metadata metadata, Function<String, Dataset> histories) {
        this.metadata = metadata;
        this.recorded = RecordedParameters.of(metadata);
        this.histories = histories;
    }

    /**
     * The recipe of a panel; empty if the metadata are of something else.
     *
     * @param histories loads the history of this name; throws {@link IllegalArgumentException} if it cannot
     */
    public static Optional<PanelRecipe> of(Metadata metadata, Function<String, Dataset> histories) {
        PanelRecipe recipe = new PanelRecipe(metadata, histories);
        return recipe.recorded.has(FIRST_DAY) ? Optional.of(recipe) : Optional.empty();
    }

    /** What is recorded of a panel. */
    static Map<String, Object> parameters(ChainSettings settings) {
        ChainTerms terms = settings.terms();
        ChainContracts contracts = settings.contracts();
        PathSettings path = settings.path();
        Market market = settings.market();
        Map<String, Object> parameters = new LinkedHashMap<>(settings.model().chosen());
        if (!path.history().isEmpty()) {
            parameters.put(HISTORY, path.history());
        }
        parameters.put(FIRST_DAY, path.days().days().firstKey().toString());
        parameters.put(LAST_DAY, path.days().days().lastKey().toString());
        parameters.put(CALENDAR, market.calendar().name());
        if (market.calendar().closedDays() > 0) {
            parameters.put(IndexRecipe.CLOSED_DAYS, market.calendar().closedDays());
        }
        parameters.put(RATE, terms.rate());
        parameters.put(DIVIDEND_YIELD, terms.dividendYield());
        parameters.put(USUAL_VOLATILITY, market.volatility());
        if (terms.hasOwnVolatility()) {
            parameters.put(CHOSEN_VOLATILITY, terms.volatility());
        }
        if (path.premium() != 0) {
            parameters.put(PREMIUM, path.premium());
        }
        if (contracts.at() != null) {
            parameters.put(ChainRecipe.VALUATION_TIME, contracts.at().toString());
        }
        if (contracts.count() != null) {
            parameters.put(LISTED_EXPIRIES, contracts.count());
        }
        if (!contracts.dates().isEmpty()) {
            parameters.put(
                    EXPIRIES,
                    contracts.dates().stream().map(LocalDate::toString).toList());
        }
        if (contracts.series() != null) {
            parameters.put(SERIES, contracts.series());
        }
        if (contracts.strikes() != null) {
            parameters.put(STRIKES, contracts.strikes());
        }
        parameters.put(STRIKE_STEP, market.strikeStep());
        parameters.put(TICK, market.tick());
        ExtraColumn.record(settings.extras(), parameters);
        parameters.put(
                VOLATILITY_SOURCE,
                terms.hasOwnVolatility() ? "chosen" : path.days().source());
        return parameters;
    }

    @Override
    public int streamVersion() {
        return ChainRecipe.STREAM;
    }

    @Override
    public boolean fits(long rows, int columns) {
        return recorded.wholeNumber(ROWS) == rows;
    }

    @Override
    public Dataset make() {
        OptionChainGenerator along = generator();
        return recorded.has(TERM_DAYS) ? along.generateVolatilityIndex() : along.generatePanel();
    }

    @Override
    public Optional<Streamed> stream() {
        return recorded.has(TERM_DAYS)
                ? Optional.empty()
                : Optional.of(generator().streamPanel());
    }

    private OptionChainGenerator generator() {
        OptionChainGenerator panel = OptionChainGenerator.of(market())
                .with(ChainModel.chosen(recorded))
                .params(metadata.text(Metadata.PARAMS).orElse(""))
                .seed(metadata.seed().orElseThrow(() -> new IllegalArgumentException("its seed is not recorded")));
        panel = recorded.has(CHOSEN_VOLATILITY) ? panel.volatility(recorded.number(CHOSEN_VOLATILITY)) : panel;
        panel = recorded.has(PREMIUM) ? panel.variancePremium(recorded.number(PREMIUM)) : panel;
        panel = recorded.has(LISTED_EXPIRIES) ? panel.expiries(recorded.whole(LISTED_EXPIRIES)) : panel;
        panel = recorded.has(EXPIRIES) ? panel.expiries(recorded.dates(EXPIRIES)) : panel;
        panel = recorded.has(SERIES) ? panel.onlySeries(recorded.text(SERIES)) : panel;
        panel = recorded.has(STRIKES) ? panel.strikes(recorded.whole(STRIKES)) : panel;
        panel = recorded.has(ChainRecipe.VALUATION_TIME) ? panel.at(recorded.time(ChainRecipe.VALUATION_TIME)) : panel;
        for (ExtraColumn extra : ExtraColumn.recorded(recorded)) {
            panel = panel.with(extra);
        }
        panel = MetadataColumn.isIn(metadata) ? panel.withMetadataColumn() : panel;
        return panel.along(history()).history(recorded.text(HISTORY));
    }

    private Dataset history() {
        if (!recorded.has(HISTORY)) {
            throw new IllegalArgumentException("it does not say along which history it was made");
        }
        return histories.apply(recorded.text(HISTORY));
    }

    private Market market() {
        String name = metadata.text(Metadata.MARKET_TYPE).orElse("index");
        String calendarName = recorded.text(CALENDAR);
        TradingCalendar calendar = TradingCalendar.named(calendarName)
                .map(named -> named.withClosedDays(IndexRecipe.closedDays(metadata)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "its calendar '%s' is not one of marketlab's".formatted(calendarName)));
        Market generic = Market.named("generic");
        return new Market(
                name,
                calendar,
                ExpiryRules.of(name, calendar),
                generic.spot(),
                recorded.number(USUAL_VOLATILITY),
                generic.drift(),
                recorded.number(RATE),
                recorded.number(DIVIDEND_YIELD),
                recorded.number(STRIKE_STEP),
                recorded.number(TICK),
                generic.dailyVolume());
    }
}
