package marketlab.plot;

import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures of an option chain: columns {@code Strike} and {@code ExpiryDate}, and for calls and puts {@code CallPrice},
 * {@code CallIV}, {@code CallDelta} and so on. The spot is marked where {@code model_params} has it. NaN is a gap.
 * Thread-safe; showing a figure is the caller's act, see {@link Page}.
 */
public final class ChainPlots {

    private ChainPlots() {}

    /**
     * Implied volatility against strike, a line an expiry: of the option that is out of the money, the put below the
     * spot and the call from it on; of the call throughout where the spot is unknown; of the other where one is NaN.
     *
     * @throws IllegalArgumentException if the dataset is empty, or lacks {@code Strike}, {@code ExpiryDate}, {@code CallIV}
     *     or {@code PutIV}
     */
    public static Figure smile(Dataset dataset) {
        return Smile.of(dataset);
    }
}
