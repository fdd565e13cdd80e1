package marketlab.option;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Implied volatility by strike and expiry. Implementations are immutable and safe to share between threads.
 */
public interface VolatilitySurface {

    /**
     * Implied volatility: annualised, log-normal, as a fraction.
     *
     * @param strike in index points
     * @param forward of the expiry, in index points
     * @param years time to expiry, as a fraction of a 365-day year
     */
    double volatility(double strike, double forward, double years);

    /** Name and parameters, for a dataset's metadata. */
    Map<String, Object> parameters();

    /**
     * The surface of these {@link #parameters}, others being ignored; empty if it is none of this package.
     *
     * @throws IllegalArgumentException if a parameter is missing, no number, or out of its range
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
     * A preset around this volatility at the money: {@code flat}, {@code index_skew} and {@code steep_skew} (SVI without
     * arbitrage), {@code sabr_skew}.
     *
     * @throws IllegalArgumentException if there is none of this name; the message lists those there are
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
