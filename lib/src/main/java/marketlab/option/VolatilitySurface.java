package marketlab.option;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Implied volatility by strike and expiry. Implementations are immutable and thread-safe. */
public interface VolatilitySurface {

    /**
     * Implied volatility: annualised, log-normal, as a fraction.
     *
     * @param strike in index points
     * @param forward forward of the expiry, in index points
     * @param years time to expiry in which the variance accrues, in years
     */
    double volatility(double strike, double forward, double years);

    /**
     * Slope of the smile: change of the implied volatility per 1.00 of the logarithm of the strike. Unless a surface has
     * its formula, a central difference over a thousandth of the deviation of the log-return, because smiles are about
     * as wide as that deviation.
     *
     * @param strike in index points
     * @param forward forward of the expiry, in index points
     * @param years time to expiry in which the variance accrues, in years
     */
    default double slope(double strike, double forward, double years) {
        double step = 1e-3 * volatility(strike, forward, years) * Math.sqrt(years);
        double ratio = StrictMath.exp(step);
        return (volatility(strike * ratio, forward, years) - volatility(strike / ratio, forward, years)) / (2 * step);
    }

    /** Name and parameters, for a dataset's metadata. */
    Map<String, Object> parameters();

    /**
     * The surface with these {@link #parameters}; other parameters are ignored. Empty if it is not a surface of this
     * package.
     *
     * @throws IllegalArgumentException if a parameter is missing, not a number, or out of its range
     */
    static Optional<VolatilitySurface> of(Map<String, ?> parameters) {
        return SurfaceReader.read(parameters);
    }

    /** One volatility everywhere. */
    static VolatilitySurface flat(double volatility) {
        return new FlatSurface(volatility);
    }

    /** Names of the presets. */
    static List<String> names() {
        return List.of("flat", "index_skew", "steep_skew", "sabr_skew");
    }

    /**
     * A preset around this at-the-money volatility: {@code flat}, {@code index_skew} and {@code steep_skew} (SVI
     * without arbitrage), {@code sabr_skew}. The 25-delta skew is the implied volatility of the put with forward delta
     * −0.25 minus that of the call with forward delta 0.25. At a volatility of 14 % it is, in percentage points of
     * volatility:
     *
     * <table>
     * <caption>25-delta skew</caption>
     * <tr><th>Preset</th><th>Meant for</th><th>A week</th><th>A month</th><th>A year</th></tr>
     * <tr><td>index_skew</td><td>an ordinary day of an equity index</td><td>3.4</td><td>3.6</td><td>3.9</td></tr>
     * <tr><td>steep_skew</td><td>a bad day of an equity index</td><td>4.9</td><td>5.2</td><td>5.5</td></tr>
     * <tr><td>sabr_skew</td><td>a smile whose skew grows with the expiry</td><td>0.5</td><td>1.1</td><td>3.8</td></tr>
     * </table>
     *
     * <p>The skew grows about in proportion to the volatility. {@code sabr_skew} has no butterfly arbitrage at a
     * volatility up to 60 % and expiries up to five years; beyond that see {@link SabrSurface}.
     *
     * @throws IllegalArgumentException if the name is unknown; the message lists the known ones
     */
    static VolatilitySurface named(String name, double volatility) {
        return switch (name) {
            case "flat" -> flat(volatility);
            case "index_skew" -> new SsviSurface(volatility, -0.6, 0.9, 0.45);
            case "steep_skew" -> new SsviSurface(volatility, -0.7, 1.1, 0.45);
            case "sabr_skew" -> new SabrSurface(volatility, 1, -0.7, 0.6);
            default ->
                throw new IllegalArgumentException(
                        "[surface] unknown surface '%s'; there are: %s".formatted(name, String.join(", ", names())));
        };
    }
}
