package marketlab.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import marketlab.calendar.ExpiryRules;
import marketlab.calendar.Market;
import marketlab.calendar.TradingCalendar;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Streamed;
import marketlab.index.Bootstrap;
import marketlab.index.IndexBasket;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;
import marketlab.option.HestonPricer;
import marketlab.option.OptionChainGenerator;
import marketlab.option.VolatilitySurface;
import marketlab.pickle.Description;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;

/** The parameters that a generated dataset's metadata record, read to make it again. */
final class Recipe {

    private static final Market GENERIC = Market.named("generic");

    private static final int MOST_DAYS_OF_A_BAR = 31;

    private final Description stored;
    private final Map<String, Object> parameters;
    private final Storage storage;
    /** Of the folders that the layout begins below, with a slash; the history's path begins there too. */
    private final String prefix;

    /** @param stored the dataset as it is, so that parameters which nobody generated it with take no memory */
    Recipe(Description stored, Storage storage, String filepath) {
        this.stored = stored;
        this.parameters = stored.metadata().modelParams();
        this.storage = storage;
        this.prefix = DatasetName.parseEnd(filepath)
                .map(name ->
                        filepath.substring(0, filepath.length() - name.path().length()))
                .orElse("");
    }

    /**
     * Whether the dataset may be what its parameters make, as far as its rows and columns tell. To be asked before it is made:
     * parameters that somebody changed may be those of a dataset that no memory holds.
     *
     * @throws IllegalArgumentException if the size is not recorded
     */
    boolean isOfItsSize() {
        return checked(() -> parameters.containsKey("valuation_date")
                ? wholeNumber("strikes") * list("expiries").size() == stored.rows()
                : !parameters.containsKey("interval")
                        || wholeNumber("days") <= MOST_DAYS_OF_A_BAR * stored.rows()
                                && (!parameters.containsKey("rows") || wholeNumber("rows") == stored.rows())
                                && (!parameters.containsKey("paths")
                                        || wholeNumber("paths")
                                                < stored.columns().size()));
    }

    /**
     * The dataset made again, with metadata as it is generated.
     *
     * @throws IllegalArgumentException if something that it needs is not recorded, or not to be had any more
     */
    Dataset make() {
        return checked(() -> {
            if (parameters.containsKey("valuation_date")) {
                return chain();
            }
            if (parameters.containsKey("basket")) {
                return ofBasket();
            }
            if (parameters.containsKey("interval")) {
                IndexDataGenerator bars = ofIndex();
                return parameters.containsKey("paths")
                        ? bars.paths(whole("paths")).generateWide()
                        : bars.generate(whole("path"));
            }
            throw new IllegalArgumentException("its metadata do not say how it was made");
        });
    }

    /** Whether it is of bars that are counted, which may be more than memory holds. */
    boolean isStreamed() {
        return parameters.containsKey("rows")
                && parameters.containsKey("interval")
                && !parameters.containsKey("basket");
    }

    /** As {@link #make}, made while it is written, where it {@link #isStreamed}. */
    Streamed stream() {
        return checked(() -> parameters.containsKey("paths")
                ? ofIndex().paths(whole("paths")).streamWide()
                : ofIndex().stream(whole("path")));
    }

    private <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("its parameters cannot be read: " + e.getMessage(), e);
        }
    }

    private IndexDataGenerator ofIndex() {
        return bars(market("market", calendar())).model(model()).seed(seed());
    }

    private Dataset chain() {
        List<LocalDate> expiries = list("expiries").stream()
                .map(day -> LocalDate.parse(String.valueOf(day)))
                .toList();
        Market market = new Market(
                "market",
                GENERIC.calendar(),
                GENERIC.expiries().withLots(lots(expiries)),
                number("spot"),
                number("usual_volatility"),
                GENERIC.drift(),
                number("rate"),
                number("dividend_yield"),
                number("strike_step"),
                number("tick"),
                GENERIC.dailyVolume());
        OptionChainGenerator chain = OptionChainGenerator.of(market)
                .valuationDate(date("valuation_date"))
                .expiries(expiries)
                .strikes(whole("strikes"))
                .seed(seed());
        chain = MetadataColumn.isIn(stored.metadata()) ? chain.withMetadataColumn() : chain;
        return (text("model").equals("heston") ? chain.model(heston()) : chain.surface(surface())).generate();
    }

    private Map<LocalDate, Integer> lots(List<LocalDate> expiries) {
        Map<LocalDate, Integer> lots = new LinkedHashMap<>();
        List<?> sizes = list("lots");
        for (int i = 0; i < expiries.size(); i++) {
            if (sizes.get(i) != null) {
                lots.put(expiries.get(i), number("lots", sizes.get(i)).intValue());
            }
        }
        return lots;
    }

    private HestonPricer heston() {
        return new HestonPricer(number("v0"), number("kappa"), number("theta"), number("xi"), number("rho"));
    }

    private VolatilitySurface surface() {
        return VolatilitySurface.of(parameters)
                .orElseThrow(() -> new IllegalArgumentException(
                        "its volatility surface '%s' is not one of marketlab's".formatted(parameters.get("surface"))));
    }

    /** The others of the basket lend their shocks only, so that any law will do for them. */
    private Dataset ofBasket() {
        List<?> names = list("basket");
        int index = whole("basket_index");
        TradingCalendar calendar = calendar();
        IndexDataGenerator[] basket = names.stream()
                .map(name -> bars(market(String.valueOf(name), calendar)).seed(wholeNumber("basket_seed")))
                .toArray(IndexDataGenerator[]::new);
        basket[index] = basket[index].model(model()).seed(index == 0 ? wholeNumber("basket_seed") : seed());
        double[][] correlation = list("correlation").stream()
                .map(row -> list("correlation", row).stream()
                        .mapToDouble(rho -> number("correlation", rho).doubleValue())
                        .toArray())
                .toArray(double[][]::new);
        return IndexBasket.of(basket).correlation(correlation).generate(index);
    }

    private IndexDataGenerator bars(Market market) {
        IndexDataGenerator bars = IndexDataGenerator.of(market).days(whole("days"));
        bars = MetadataColumn.isIn(stored.metadata()) ? bars.withMetadataColumn() : bars;
        return (parameters.containsKey("rows") ? bars.rows(wholeNumber("rows")) : bars)
                .spot(number("spot"))
                .interval(text("interval"))
                .end(date("end"))
                .history(historyName());
    }

    private Market market(String name, TradingCalendar calendar) {
        return new Market(
                name,
                calendar,
                ExpiryRules.of("generic", calendar),
                number("spot"),
                number("usual_volatility"),
                GENERIC.drift(),
                GENERIC.rate(),
                GENERIC.dividendYield(),
                GENERIC.strikeStep(),
                GENERIC.tick(),
                number("daily_volume"));
    }

    private TradingCalendar calendar() {
        return TradingCalendar.named(text("calendar"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "its calendar '%s' is not one of marketlab's".formatted(parameters.get("calendar"))));
    }

    private IndexModel model() {
        String name = text("model");
        if (name.equals("bootstrap")) {
            return Bootstrap.of(history(), number("meanBlock"))
                    .withDrift(number("drift"))
                    .withVolatility(number("volatility"));
        }
        Map<String, Double> values = new LinkedHashMap<>();
        IndexModel.named(name).parameters().keySet().forEach(parameter -> values.put(parameter, number(parameter)));
        return IndexModel.named(name, values);
    }

    private Dataset history() {
        String name = historyName();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("it does not say which history it was drawn from");
        }
        try {
            return storage.load(prefix + name);
        } catch (StorageException e) {
            throw new IllegalArgumentException(
                    "its history '%s' cannot be loaded from this storage".formatted(name), e);
        }
    }

    private String historyName() {
        return Objects.toString(parameters.get("history"), "");
    }

    private long seed() {
        return stored.metadata().seed().orElseThrow(() -> new IllegalArgumentException("its seed is not recorded"));
    }

    private LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    private String text(String name) {
        return recorded(name).toString();
    }

    private List<?> list(String name) {
        return list(name, recorded(name));
    }

    private static List<?> list(String name, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw unreadable(name, value, "a list");
    }

    private double number(String name) {
        return number(name, recorded(name)).doubleValue();
    }

    private static Number number(String name, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw unreadable(name, value, "a number");
    }

    private static IllegalArgumentException unreadable(String name, Object value, String type) {
        String is = value instanceof String ? "the text '" + value + "'" : String.valueOf(value);
        return new IllegalArgumentException(
                "its parameters cannot be read: %s is %s, not %s".formatted(name, is, type));
    }

    private int whole(String name) {
        return Math.toIntExact(wholeNumber(name));
    }

    private long wholeNumber(String name) {
        return number(name, recorded(name)).longValue();
    }

    private Object recorded(String name) {
        Object value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("its parameter '%s' is not recorded".formatted(name));
        }
        return value;
    }
}
