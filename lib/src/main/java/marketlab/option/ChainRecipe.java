package marketlab.option;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Recipe;
import marketlab.dataset.RecordedParameters;
import marketlab.index.IndexRecipe;

/** The recorded parameters of an option chain: written here when it is generated, and read here to make it again. */
public final class ChainRecipe implements Recipe {

    /**
     * Version of the numbers that a seed makes. Raise it with every change of any number, and write the goldens anew:
     * see {@code GoldenNumbersTest}.
     */
    public static final int STREAM = 2;

    private static final Market GENERIC = Market.named("generic");

    private static final String MODEL = "model";
    private static final String SPOT = "spot";
    private static final String RATE = "rate";
    private static final String DIVIDEND_YIELD = "dividend_yield";
    private static final String VALUATION_DATE = "valuation_date";
    static final String VALUATION_TIME = "valuation_time";

    private static final String EXPIRIES = "expiries";
    private static final String YEARS = "years";
    private static final String VARIANCE_YEARS = "variance_years";
    private static final String VOLATILITY_SOURCE = "volatility_source";
    private static final String LOTS = "lots";
    private static final String STRIKES = "strikes";
    private static final String STRIKE_STEP = "strike_step";
    private static final String TICK = "tick";
    private static final String USUAL_VOLATILITY = "usual_volatility";

    private final Metadata metadata;
    private final RecordedParameters recorded;

    private ChainRecipe(Metadata metadata) {
        this.metadata = metadata;
        this.recorded = RecordedParameters.of(metadata);
    }

    /** The recipe of a chain; empty if the metadata are of something else. */
    public static Optional<ChainRecipe> of(Metadata metadata) {
        ChainRecipe recipe = new ChainRecipe(metadata);
        return recipe.recorded.has(VALUATION_DATE) ? Optional.of(recipe) : Optional.empty();
    }

    /** What is recorded of a plan. */
    static Map<String, Object> parameters(ChainPlan plan) {
        ChainTerms terms = plan.terms();
        Market market = plan.market();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(MODEL, plan.model().name());
        parameters.put(SPOT, terms.spot());
        parameters.put(RATE, terms.rate());
        parameters.put(DIVIDEND_YIELD, terms.dividendYield());
        parameters.putAll(plan.model().parameters());
        if (!plan.source().isEmpty()) {
            parameters.put(VOLATILITY_SOURCE, plan.source());
        }
        parameters.put(VALUATION_DATE, plan.valued().toString());
        if (plan.at() != null) {
            parameters.put(VALUATION_TIME, plan.at().toString());
        }
        parameters.put(
                EXPIRIES,
                plan.maturities().stream()
                        .map(maturity -> maturity.expiry().toString())
                        .toList());
        parameters.put(YEARS, plan.maturities().stream().map(Maturity::years).toList());
        parameters.put(
                VARIANCE_YEARS,
                plan.maturities().stream().map(Maturity::varianceYears).toList());
        if (market.calendar().closedDays() > 0) {
            parameters.put(IndexRecipe.CLOSED_DAYS, market.calendar().closedDays());
        }
        parameters.put(
                LOTS,
                plan.maturities().stream()
                        .map(maturity -> market.expiries().lot(maturity.expiry()))
                        .map(lot -> lot.isPresent() ? lot.getAsInt() : null)
                        .toList());
        parameters.put(STRIKES, plan.strikes().length);
        parameters.put(STRIKE_STEP, market.strikeStep());
        parameters.put(TICK, market.tick());
        parameters.put(USUAL_VOLATILITY, terms.volatility());
        ExtraColumn.record(plan.extras(), parameters);
        return parameters;
    }

    @Override
    public int streamVersion() {
        return STREAM;
    }

    @Override
    public boolean fits(long rows, int columns) {
        return recorded.wholeNumber(STRIKES) * recorded.list(EXPIRIES).size() == rows;
    }

    @Override
    public Dataset make() {
        return generator().generate();
    }

    /** The generator that is recorded. */
    OptionChainGenerator generator() {
        List<LocalDate> expiries = recorded.dates(EXPIRIES);
        OptionChainGenerator chain = OptionChainGenerator.of(market(expiries))
                .valuationDate(recorded.date(VALUATION_DATE))
                .expiries(expiries)
                .recorded(
                        maturities(expiries),
                        ChainModel.recorded(recorded.text(MODEL), recorded),
                        recorded.has(VOLATILITY_SOURCE) ? recorded.text(VOLATILITY_SOURCE) : "")
                .strikes(recorded.whole(STRIKES))
                .params(metadata.text(Metadata.PARAMS).orElse(""))
                .seed(metadata.seed().orElseThrow(() -> new IllegalArgumentException("its seed is not recorded")));
        chain = recorded.has(VALUATION_TIME) ? chain.at(recorded.time(VALUATION_TIME)) : chain;
        for (ExtraColumn extra : ExtraColumn.recorded(recorded)) {
            chain = chain.with(extra);
        }
        return MetadataColumn.isIn(metadata) ? chain.withMetadataColumn() : chain;
    }

    /** The terms that are recorded. */
    ChainTerms terms() {
        return ChainTerms.of(market(recorded.dates(EXPIRIES)));
    }

    /** The day of the valuation. */
    LocalDate valued() {
        return recorded.date(VALUATION_DATE);
    }

    /** The expiries, in the order of the chain. */
    List<Maturity> maturities() {
        return maturities(recorded.dates(EXPIRIES));
    }

    private List<Maturity> maturities(List<LocalDate> expiries) {
        List<Double> years = recorded.numbers(YEARS);
        List<Double> varianceYears = recorded.numbers(VARIANCE_YEARS);
        return IntStream.range(0, expiries.size())
                .mapToObj(i -> new Maturity(expiries.get(i), years.get(i), varianceYears.get(i)))
                .toList();
    }

    private Market market(List<LocalDate> expiries) {
        return new Market(
                metadata.text(Metadata.MARKET_TYPE).orElse("index"),
                GENERIC.calendar().withClosedDays(IndexRecipe.closedDays(metadata)),
                GENERIC.expiries().withLots(lots(expiries)),
                recorded.number(SPOT),
                recorded.number(USUAL_VOLATILITY),
                GENERIC.drift(),
                recorded.number(RATE),
                recorded.number(DIVIDEND_YIELD),
                recorded.number(STRIKE_STEP),
                recorded.number(TICK),
                GENERIC.dailyVolume());
    }

    private Map<LocalDate, Integer> lots(List<LocalDate> expiries) {
        List<Integer> sizes = recorded.wholeNumbersOrNull(LOTS);
        Map<LocalDate, Integer> lots = new LinkedHashMap<>();
        for (int i = 0; i < expiries.size(); i++) {
            if (sizes.get(i) != null) {
                lots.put(expiries.get(i), sizes.get(i));
            }
        }
        return lots;
    }
}
