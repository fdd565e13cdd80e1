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
     * without arbitrage), {@code sabr_skew}.
     *
     * @throws IllegalArgumentException if the name is unknown; the message lists the known ones
     */
    static VolatilitySurface named(String name, double volatility) {
        return switch (name) {
            case "flat" -> flat(volatility);
            case "index_skew" -> new SsviSurface(volatility, -0.6, 0.9, 0.45);
            case "steep_skew" -> new SsviSurface(volatility, -0.75, 1.1, 0.5);
            case "sabr_skew" -> new SabrSurface(volatility, 1, -0.5, 0.8);
            default ->
                throw new IllegalArgumentException(
                        "[surface] unknown surface '%s'; there are: %s".formatted(name, String.join(", ", names())));
        };
    }
}
