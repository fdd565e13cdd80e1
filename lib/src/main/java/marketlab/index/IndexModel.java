package marketlab.index;

import java.util.List;
import java.util.Map;

/**
 * A stochastic model of an index. Rates are per year of 252 trading sessions, continuously compounded, as fractions:
 * 0.08 is 8 %. Every model is an immutable record and thread-safe.
 */
public sealed interface IndexModel permits Gbm, Merton, Heston, Bates, Garch, GarchT, Egarch, Ou, Regime, Bootstrap {

    /** Name as in dataset names: {@code gbm}. */
    String name();

    /**
     * Expected growth of the index per year, continuously compounded: the mean of S(t)/S(0) is exp(drift · t). For
     * {@link Ou} it is that of its trend; for {@link Regime} and {@link Bootstrap} it holds in the long run.
     */
    double drift();

    /** This model with another {@link #drift}. */
    IndexModel withDrift(double drift);

    /** This model with another typical volatility of log-returns: annualised, as a fraction. */
    IndexModel withVolatility(double volatility);

    /**
     * Parameters by name, in order. With {@link #name}, they give the same model by {@link #named}; a {@link Bootstrap}
     * also needs its history.
     */
    default Map<String, Object> parameters() {
        return ModelCatalog.parameters(this);
    }

    /**
     * A known model with the parameters of a typical equity index.
     *
     * @throws IllegalArgumentException if the name is unknown; the message lists the known ones
     */
    static IndexModel named(String name) {
        return named(name, Map.of());
    }

    /**
     * A known model with these parameters; the others are those of a typical equity index.
     *
     * @throws IllegalArgumentException if the name or a parameter is unknown; the message lists the known ones
     */
    static IndexModel named(String name, Map<String, ? extends Number> parameters) {
        return ModelCatalog.named(name, parameters);
    }

    /** Names of the known models. */
    static List<String> names() {
        return ModelCatalog.names();
    }
}
