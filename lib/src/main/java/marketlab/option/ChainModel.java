package marketlab.option;

import java.util.List;
import java.util.Map;

/**
 * The pricing model of a chain: Black and Scholes on a surface, or Heston's model.
 *
 * @param name name of the model, as in dataset names
 * @param surfaceName name of the preset surface around the volatility, if no surface is given
 * @param surface null for the preset one
 * @param heston null for the parameters of a typical index with this volatility
 */
record ChainModel(String name, String surfaceName, VolatilitySurface surface, HestonPricer heston) {

    static final String BLACK_SCHOLES = "black_scholes";
    static final String HESTON = "heston";
    static final List<String> NAMES = List.of(BLACK_SCHOLES, HESTON);
    static final ChainModel USUAL = new ChainModel(BLACK_SCHOLES, "flat", null, null);

    /** The model of this name. */
    ChainModel named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "[model] unknown model '%s'; there are: %s".formatted(name, String.join(", ", NAMES)));
        }
        return new ChainModel(name, surfaceName, surface, null);
    }

    ChainModel with(HestonPricer heston) {
        return new ChainModel(HESTON, surfaceName, surface, heston);
    }

    ChainModel with(VolatilitySurface surface) {
        return new ChainModel(BLACK_SCHOLES, surfaceName, surface, heston);
    }

    ChainModel withSurface(String name) {
        return new ChainModel(BLACK_SCHOLES, name, null, heston);
    }

    boolean isHeston() {
        return name.equals(HESTON);
    }

    /** The surface of Black and Scholes. */
    VolatilitySurface smile(double volatility) {
        return surface == null ? VolatilitySurface.named(surfaceName, volatility) : surface;
    }

    /** Heston's model with its parameters. */
    HestonPricer pricer(double volatility) {
        return heston == null ? HestonPricer.typical(volatility) : heston;
    }

    /** The recorded parameters of the model, besides its name. */
    Map<String, Object> parameters(double volatility) {
        return isHeston() ? pricer(volatility).parameters() : smile(volatility).parameters();
    }
}
