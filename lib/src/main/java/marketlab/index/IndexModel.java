package marketlab.index;

import java.util.List;
import java.util.Map;

/**
 * A law of motion for an index. Rates are per year of 252 trading sessions, continuously compounded, as fractions: 0.08
 * is 8 %. Every model is an immutable record, safe to share between threads.
 */
public sealed interface IndexModel permits Gbm, Merton, Heston, Bates, Garch, Ou, Regime, Bootstrap {

    /** Name as in dataset names: {@code gbm}. */
    String name();

    /**
     * Expected growth of the index per year, continuously compounded: the mean of S(t)/S(0) is exp(drift · t), for
     * {@link Ou} that of its trend, for {@link Regime} and {@link Bootstrap} in the long run.
     */
    double drift();

    /** This model with another {@link #drift}. */
    IndexModel withDrift(double drift);

    /** This model with another typical volatility: annualised, log-normal, as a fraction. */
    IndexModel withVolatility(double volatility);

    /** A path's moves, given a stream for what the model draws besides the shocks of the price. */
    ModelPath moves(RandomStream events);

    /**
     * Parameters by name, in order: enough, with {@link #name}, to have the model again by {@link #named}; a
     * {@link Bootstrap} needs its history too.
     */
    default Map<String, Object> parameters() {
        return ModelCatalog.parameters(this);
    }

    /**
     * A known model with the parameters of a typical equity index.
     *
     * @throws IllegalArgumentException if there is none of this name; the message lists those there are
     */
    static IndexModel named(String name) {
        return named(name, Map.of());
    }

    /**
     * A known model with these parameters, the others those of a typical equity index.
     *
     * @throws IllegalArgumentException if there is no model of this name or it has no such parameter; the message lists
     *     those there are
     */
    static IndexModel named(String name, Map<String, ? extends Number> parameters) {
        return ModelCatalog.named(name, parameters);
    }

    /** Names of the known models. */
    static List<String> names() {
        return ModelCatalog.names();
    }
}
