package marketlab.plot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Every kind of figure of a dataset by name, and the kind that suits it. Thread-safe. */
public final class Plots {

    private static final Map<String, Function<Dataset, Figure>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("candlestick", PricePlots::candlestick);
        KINDS.put("line", PricePlots::line);
        KINDS.put("drawdown", PricePlots::drawdown);
        KINDS.put("returns", PricePlots::returns);
        KINDS.put("volatility", PricePlots::volatility);
        KINDS.put("fan", PathPlots::fan);
        KINDS.put("smile", ChainPlots::smile);
        KINDS.put("surface", ChainPlots::surface);
        KINDS.put("heatmap", ChainPlots::heatmap);
        KINDS.put("greeks", ChainPlots::greeks);
        KINDS.put("prices", ChainPlots::prices);
        KINDS.put("open_interest", ChainPlots::openInterest);
        KINDS.put("columns", NumericColumns::of);
    }

    private static final Set<String> OF_CHAINS =
            Set.of("smile", "surface", "heatmap", "greeks", "prices", "open_interest");

    private Plots() {}

    /** Names of the kinds for {@link #of(Dataset, String)}. */
    public static List<String> kinds() {
        return List.copyOf(KINDS.keySet());
    }

    /**
     * The figure that suits the dataset's columns: the smile of an option chain, or its prices if it has no implied
     * volatility; candles of bars, or a line if there is only a close; the fan of many paths; for anything else a line
     * per numeric column.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no numbers
     */
    public static Figure of(Dataset dataset) {
        return of(dataset, kindOf(dataset));
    }

    /**
     * The figure of this kind.
     *
     * @param kind one of {@link #kinds()}
     * @throws IllegalArgumentException if the kind is unknown, the dataset is empty, or it lacks a column that the kind
     * needs
     */
    public static Figure of(Dataset dataset, String kind) {
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException(
                    "unknown kind of plot '%s'; there are: %s, and payoff, which needs legs".formatted(kind, kinds()));
        }
        if (OF_CHAINS.contains(kind) && !dataset.table().containsColumn("Strike")) {
            throw new IllegalArgumentException(
                    "'%s' needs an option chain, but there is no column 'Strike'; there are: %s"
                            .formatted(kind, dataset.table().columnNames()));
        }
        return KINDS.get(kind).apply(dataset);
    }

    /** The kind that {@link #of(Dataset)} draws: one of {@link #kinds()}. */
    public static String kindOf(Dataset dataset) {
        if (Smile.fits(dataset)) {
            return "smile";
        } else if (OptionPrices.fits(dataset)) {
            return "prices";
        } else if (Candlestick.fits(dataset)) {
            return "candlestick";
        } else if (Line.fits(dataset)) {
            return "line";
        } else if (Fan.fits(dataset)) {
            return "fan";
        }
        return "columns";
    }
}
