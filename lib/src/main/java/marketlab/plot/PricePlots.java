package marketlab.plot;

import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.StylizedFacts;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures of bars: a column of dates (the frame's index, or the first there is) and {@code Open High Low Close Volume},
 * ignoring case. Rows are drawn in order of time; NaN is a gap. Thread-safe. To show a figure, see {@link Page}.
 */
public final class PricePlots {

    private PricePlots() {}

    /**
     * Candles without gaps for nights, weekends and holidays, with moving averages over 20, 50 and 200 bars if there
     * are at least twice as many bars, and with volume, if there is any, coloured by direction. More than 2,000 bars
     * are merged to at most 2,000, with their extremes; the subtitle says so.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no dates, or lacks one of the four prices
     */
    public static Figure candlestick(Dataset dataset) {
        return Candlestick.of(dataset);
    }

    /**
     * The close as a line.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no dates, or no {@code Close}
     */
    public static Figure line(Dataset dataset) {
        return Line.of(dataset);
    }

    /**
     * The close and its drawdown: the close relative to the highest close so far, less 1.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no dates, or no {@code Close}
     */
    public static Figure drawdown(Dataset dataset) {
        return Drawdown.of(dataset);
    }

    /**
     * Histogram of the log returns from close to close, with the fitted normal density, and a Q-Q panel.
     *
     * @throws IllegalArgumentException if the dataset is empty, has no dates, no {@code Close}, or fewer than three
     * returns
     */
    public static Figure returns(Dataset dataset) {
        return Distribution.of(dataset);
    }

    /**
     * Standard deviation of the log returns over the last 20 and 60 bars, annualised by 252 trading days per year (365
     * if weekends are traded), as a fraction.
     *
     * @throws IllegalArgumentException if the dataset is empty, has no dates, no {@code Close}, or fewer than 21 bars
     */
    public static Figure volatility(Dataset dataset) {
        return RealisedVolatility.of(dataset);
    }

    /**
     * Two datasets in one figure, for example simulated and real: levels from a common start, returns, and the
     * autocorrelation of squared returns, which is positive if volatility clusters and zero if it is constant. Their
     * times may differ.
     *
     * @throws IllegalArgumentException as {@link #returns}, for either dataset
     */
    public static Figure compare(Dataset one, Dataset other) {
        return Comparison.of(one, other);
    }

    /**
     * The stylized facts of a price history as curves with their standard errors: drawdown, autocorrelations, tails,
     * leverage and kurtosis.
     *
     * @throws IllegalArgumentException as {@link StylizedFacts#of}
     */
    public static Figure realism(Dataset history) {
        return FactPanels.of(List.of(history));
    }

    /**
     * The stylized facts of a price history beside those of another, a real one for example.
     *
     * @throws IllegalArgumentException as {@link StylizedFacts#of} and {@link StylizedFacts#against}
     */
    public static Figure realism(Dataset history, Dataset other) {
        return FactPanels.of(List.of(history, other));
    }
}
