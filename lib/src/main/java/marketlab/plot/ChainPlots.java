package marketlab.plot;

import java.time.LocalDate;
import java.util.Objects;
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
     * Price, delta, gamma, theta, vega and rho of the nearest expiry, as many as there are, in two rows of three panels.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no greek of both calls and puts
     */
    public static Figure greeks(Dataset dataset) {
        return Greeks.of(dataset, null);
    }

    /**
     * As {@link #greeks(Dataset)}, of this expiry.
     *
     * @throws IllegalArgumentException also if no options expire then
     */
    public static Figure greeks(Dataset dataset, LocalDate expiry) {
        return Greeks.of(dataset, Objects.requireNonNull(expiry, "expiry"));
    }

    /**
     * Prices of calls and puts against strike, two lines an expiry.
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
     * As {@link #openInterest(Dataset)}, of this expiry.
     *
     * @throws IllegalArgumentException also if no options expire then
     */
    public static Figure openInterest(Dataset dataset, LocalDate expiry) {
        return OpenInterest.of(dataset, Objects.requireNonNull(expiry, "expiry"));
    }

    /**
     * What options of the nearest expiry, bought and sold at the chain's prices and held to the end, have earned by then,
     * against the price of the underlying; with the break-even prices. No interest on premiums.
     *
     * @param legs how many (negative if sold), call or put, strike: {@code "+1 call 22000", "-1 call 22500"}
     * @throws IllegalArgumentException if there is no leg, one is not of this form, its strike is not in the chain, or the
     *     chain has no prices
     */
    public static Figure payoff(Dataset chain, String... legs) {
        return Payoff.of(chain, null, legs);
    }

    /**
     * As {@link #payoff(Dataset, String...)}, of this expiry.
     *
     * @throws IllegalArgumentException also if no options expire then
     */
    public static Figure payoff(Dataset chain, LocalDate expiry, String... legs) {
        return Payoff.of(chain, Objects.requireNonNull(expiry, "expiry"), legs);
    }
}
