package marketlab.plot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Every kind of figure by name, and the kind that fits a dataset. Thread-safe. */
public final class Plots {

    private record Kind(Predicate<Dataset> fits, Function<Dataset, Figure> plot) {}

    /** By name; a dataset is drawn as the first it fits. */
    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("smile", new Kind(Smile::fits, ChainPlots::smile));
        KINDS.put("candlestick", new Kind(Candlestick::fits, PricePlots::candlestick));
        KINDS.put("line", new Kind(Line::fits, PricePlots::line));
        KINDS.put("drawdown", new Kind(Line::fits, PricePlots::drawdown));
        KINDS.put("returns", new Kind(Line::fits, PricePlots::returns));
        KINDS.put("volatility", new Kind(Line::fits, PricePlots::volatility));
    }

    private Plots() {}

    /** Names of the kinds: what {@link #of(Dataset, String)} takes. */
    public static List<String> kinds() {
        return List.copyOf(KINDS.keySet());
    }

    /**
     * The figure that fits the dataset's columns: the smile of an option chain, the candles of bars.
     *
     * @throws IllegalArgumentException if the dataset is empty, or no kind fits its columns
     */
    public static Figure of(Dataset dataset) {
        return KINDS.values().stream()
                .filter(kind -> kind.fits().test(dataset))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of plot fits the columns %s; kinds: %s"
                        .formatted(dataset.table().columnNames(), kinds())))
                .plot()
                .apply(dataset);
    }

    /**
     * The figure of this kind.
     *
     * @param kind one of {@link #kinds()}
     * @throws IllegalArgumentException if there is no such kind, the dataset is empty, or it lacks a column that is drawn
     */
    public static Figure of(Dataset dataset, String kind) {
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException("no kind of plot is called '%s'; there are: %s".formatted(kind, kinds()));
        }
        return KINDS.get(kind).plot().apply(dataset);
    }
}
