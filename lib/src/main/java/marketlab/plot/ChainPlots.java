package marketlab.plot;

import java.time.LocalDate;
import java.util.Objects;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures of an option chain: columns {@code Strike} and {@code ExpiryDate}, and for calls and puts {@code CallPrice},
 * {@code CallIV}, {@code CallDelta} and so on. The spot is marked if {@code model_params} has it. NaN is a gap.
 * Thread-safe. To show a figure, see {@link Page}.
 */
public final class ChainPlots {

    private ChainPlots() {}

    /**
     * Implied volatility against strike, one line per expiry, of the out-of-the-money option: the put below the spot,
     * else the call. If the spot is unknown, always the call. If one is NaN, the other.
     *
     * @throws IllegalArgumentException if the dataset is empty, or lacks {@code Strike}, {@code ExpiryDate},
     * {@code CallIV} or {@code PutIV}
     */
    public static Figure smile(Dataset dataset) {
        return Smile.of(dataset);
    }

    /**
     * Implied volatility over strike and expiry in three dimensions, of the options of {@link #smile}.
     *
     * @throws IllegalArgumentException as {@link #smile} does
     */
    public static Figure surface(Dataset dataset) {
        return Surface.of(dataset);
    }

    /**
     * Implied volatility by strike and expiry as colours, of the options of {@link #smile}.
     *
     * @throws IllegalArgumentException as {@link #smile} does
     */
    public static Figure heatmap(Dataset dataset) {
        return Surface.heatmap(dataset);
    }

    /**
     * Price, delta, gamma, theta, vega and rho of the nearest expiry, those that the dataset has, in two rows of three
     * panels.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no greek of both calls and puts
     */
    public static Figure greeks(Dataset dataset) {
        return Greeks.of(dataset, null);
    }

    /**
     * As {@link #greeks(Dataset)}, for this expiry.
     *
     * @throws IllegalArgumentException also if no options expire then
     */
    public static Figure greeks(Dataset dataset, LocalDate expiry) {
        return Greeks.of(dataset, Objects.requireNonNull(expiry, "expiry"));
    }

    /**
     * Prices of calls and puts against strike, two lines per expiry.
     *
     * @throws IllegalArgumentException if the dataset is empty, or lacks {@code CallPrice} or {@code PutPrice}
     */
    public static Figure prices(Dataset dataset) {
        return OptionPrices.of(dataset);
    }

    /**
     * Open interest by strike of the nearest expiry: columns {@code CallOpenInterest} and {@code PutOpenInterest}, or
     * {@code CallOI} and {@code PutOI}.
     *
     * @throws IllegalArgumentException if the dataset is empty, or lacks these
     */
    public static Figure openInterest(Dataset dataset) {
        return OpenInterest.of(dataset, null);
    }

    /**
     * As {@link #openInterest(Dataset)}, for this expiry.
     *
     * @throws IllegalArgumentException also if no options expire then
     */
    public static Figure openInterest(Dataset dataset, LocalDate expiry) {
        return OpenInterest.of(dataset, Objects.requireNonNull(expiry, "expiry"));
    }

    /**
     * Profit at expiry of options of the nearest expiry, bought or sold at the chain's prices, against the price of the
     * underlying, with the break-even prices. No interest on premiums.
     *
     * @param legs quantity (negative if sold), call or put, strike: {@code "+1 call 22000", "-1 call 22500"}
     * @throws IllegalArgumentException if there is no leg, one is not of this form, its strike is not in the chain, or
     * the chain has no prices
     */
    public static Figure payoff(Dataset chain, String... legs) {
        return Payoff.of(chain, null, legs);
    }

    /**
     * As {@link #payoff(Dataset, String...)}, for this expiry.
     *
     * @throws IllegalArgumentException also if no options expire then
     */
    public static Figure payoff(Dataset chain, LocalDate expiry, String... legs) {
        return Payoff.of(chain, Objects.requireNonNull(expiry, "expiry"), legs);
    }
}
