package marketlab.plot;

import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures of bars: a column of dates (the frame's index, or the first there is) and {@code Open High Low Close Volume},
 * in any case of their letters. Rows are drawn in order of time; NaN is a gap. Thread-safe; showing a figure is the
 * caller's act, see {@link Page}.
 */
public final class PricePlots {

    private PricePlots() {}

    /**
     * Candles without gaps for nights, weekends and holidays, with moving averages over 20, 50 and 200 bars where these
     * fit twice, and with volume coloured by direction where there is any. More than 2,000 bars are merged to no more,
     * their extremes kept; the subtitle says so.
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
     * The close, and how far it is under its highest so far, as a fraction of that.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no dates, or no {@code Close}
     */
    public static Figure drawdown(Dataset dataset) {
        return Drawdown.of(dataset);
    }

    /**
     * Histogram of the log returns from close to close, with the normal of their mean and deviation, and a Q-Q panel.
     *
     * @throws IllegalArgumentException if the dataset is empty, has no dates, no {@code Close}, or fewer than three returns
     */
    public static Figure returns(Dataset dataset) {
        return Distribution.of(dataset);
    }

    /**
     * Standard deviation of the log returns over the last 20 and 60 bars, annualised by 252 trading days a year (365 where
     * weekends are traded), as a fraction.
     *
     * @throws IllegalArgumentException if the dataset is empty, has no dates, no {@code Close}, or fewer than 21 bars
     */
    public static Figure volatility(Dataset dataset) {
        return RealisedVolatility.of(dataset);
    }

    /**
     * Two datasets on one figure, as simulated against real: levels from a common start, returns, and the autocorrelation
     * of squared returns, which volatility that clusters shows and a constant one does not. Their times may differ.
     *
     * @throws IllegalArgumentException as {@link #returns} does, of either
     */
    public static Figure compare(Dataset one, Dataset other) {
        return Comparison.of(one, other);
    }
}
