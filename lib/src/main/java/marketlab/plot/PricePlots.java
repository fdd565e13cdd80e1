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
     * Candles without gaps for nights, weekends and holidays, with volume coloured by direction where there is any.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no dates, or lacks one of the four prices
     */
    public static Figure candlestick(Dataset dataset) {
        return Candlestick.of(dataset);
    }
}
