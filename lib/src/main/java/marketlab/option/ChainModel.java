package marketlab.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketlab.dataset.RecordedParameters;
import marketlab.index.Bates;
import marketlab.index.Heston;
import marketlab.index.IndexModel;
import marketlab.index.Merton;
import marketlab.index.Regime;

/**
 * The pricing model of a chain: Black and Scholes on a surface, or an index model that has a pricer of its own.
 *
 * @param surfaceName name of the preset surface around the volatility; null if it was not chosen
 * @param surface null for the preset one
 * @param model null for Black and Scholes
 * @param state variance of the index model now, see {@link marketlab.index.ModelState}; NaN for the one in which a path
 *     begins
 * @param hasFixedParameters whether the parameters of the model are final; else its volatility becomes that of the
 *     chain
 */
record ChainModel(
        String surfaceName, VolatilitySurface surface, IndexModel model, double state, boolean hasFixedParameters) {

    static final String BLACK_SCHOLES = "black_scholes";
    static final String HESTON = "heston";
    static final List<String> NAMES =
            List.of(BLACK_SCHOLES, HESTON, "bates", "garch", "garch_t", "egarch", "merton", "regime");
    static final ChainModel USUAL = new ChainModel(null, null, null, Double.NaN, false);

    private static final String STATE = "state";
    private static final String PRICING = "pricing";
    private static final String PATH = "path";
    private static final String PRESET = "surface_preset";

    /** The model of this name, with these parameters and otherwise the usual ones. */
    ChainModel named(String name, Map<String, ? extends Number> parameters) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "[model] unknown model '%s'; there are: %s".formatted(name, String.join(", ", NAMES)));
        }
        if (!name.equals(BLACK_SCHOLES)) {
            return of(IndexModel.named(name, parameters), Double.NaN, !parameters.isEmpty());
        }
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "[model] black_scholes has no parameter '%s'; choose a volatility and a surface"
                            .formatted(parameters.keySet().iterator().next()));
        }
        return new ChainModel(presetName(), surface, null, Double.NaN, false);
    }

    static ChainModel of(IndexModel model, double state, boolean hasFixedParameters) {
        return new ChainModel(null, null, model, state, hasFixedParameters);
    }

    static ChainModel of(VolatilitySurface surface) {
        return new ChainModel(null, surface, null, Double.NaN, false);
    }

    static ChainModel ofSurface(String name) {
        return new ChainModel(name, null, null, Double.NaN, false);
    }

    /** The model of these recorded parameters, which name it. */
    static ChainModel recorded(String name, RecordedParameters recorded) {
        if (name.equals(BLACK_SCHOLES)) {
            return of(VolatilitySurface.of(recorded.values())
                    .orElseThrow(
                            () -> new IllegalArgumentException("its volatility surface '%s' is not one of marketlab's"
                                    .formatted(recorded.values().get("surface")))));
        }
        Map<String, Double> values = new LinkedHashMap<>();
        IndexModel.named(name).parameters().keySet().stream()
                .filter(ChainModel::isUsed)
                .forEach(parameter -> values.put(parameter, recorded.number(parameter)));
        return of(IndexModel.named(name, values), recorded.has(STATE) ? recorded.number(STATE) : Double.NaN, true);
    }

    /** What was chosen, to be recorded for {@link #chosen(RecordedParameters)}. */
    Map<String, Object> chosen() {
        Map<String, Object> chosen = new LinkedHashMap<>();
        chosen.put(PRICING, isUsual() ? PATH : name());
        if (surfaceName != null) {
            chosen.put(PRESET, surfaceName);
        }
        if (surface != null || hasFixedParameters) {
            chosen.putAll(parameters());
        }
        return chosen;
    }

    /** What was {@link #chosen() chosen}. */
    static ChainModel chosen(RecordedParameters recorded) {
        String pricing = recorded.text(PRICING);
        if (pricing.equals(PATH)) {
            return USUAL;
        }
        if (recorded.has(PRESET)) {
            return ofSurface(recorded.text(PRESET));
        }
        boolean fitted = pricing.equals(BLACK_SCHOLES)
                || IndexModel.named(pricing).parameters().keySet().stream()
                        .filter(ChainModel::isUsed)
                        .allMatch(recorded::has);
        return fitted ? recorded(pricing, recorded) : USUAL.named(pricing, Map.of());
    }

    /** Name of the model, as in dataset names. */
    String name() {
        return model == null ? BLACK_SCHOLES : model.name();
    }

    /** Name of the preset surface of Black and Scholes. */
    String presetName() {
        return surfaceName == null ? "flat" : surfaceName;
    }

    /** Whether nothing was chosen: neither a model nor a surface. */
    boolean isUsual() {
        return surfaceName == null && surface == null && model == null;
    }

    /** This model with its volatility, where that is still open. */
    ChainModel complete(double volatility) {
        if (model == null) {
            return surface == null ? of(VolatilitySurface.named(presetName(), volatility)) : this;
        }
        IndexModel complete = hasFixedParameters ? model : model.withVolatility(volatility);
        return of(complete, Double.isNaN(state) ? ModelVariance.start(complete) : state, true);
    }

    /** Volatility at the money of a complete model: annualised over 252 sessions, as a fraction. */
    double level(double forward, double varianceYears) {
        return model == null
                ? volatility(forward, forward, varianceYears)
                : Math.sqrt(ModelVariance.total(model, state, varianceYears) / varianceYears);
    }

    /** Whether the implied volatility is that of a surface; else it follows from the price. */
    boolean isSurface() {
        return model == null;
    }

    /** Volatility of the surface: annualised over 252 sessions, as a fraction. */
    double volatility(double strike, double forward, double varianceYears) {
        return surface.volatility(strike, forward, varianceYears);
    }

    /** Change of the surface's volatility per 1.00 of the logarithm of the strike. */
    double slope(double strike, double forward, double varianceYears) {
        return surface.slope(strike, forward, varianceYears);
    }

    /** Whether the volatility of a complete model is the same for all strikes of an expiry. */
    boolean isFlat() {
        return surface instanceof FlatSurface || surface instanceof TermSurface term && term.isFlat();
    }

    /** The pricer for one expiry of a complete model. */
    ExpiryPricer pricer(BlackScholes.Terms terms, double farthest) {
        if (model instanceof Heston heston) {
            return new HestonSlice(HestonPricer.of(heston), JumpLaw.NONE, terms, farthest);
        }
        if (model instanceof Bates bates) {
            return new HestonSlice(ModelVariance.diffusion(bates), ModelVariance.jumps(bates), terms, farthest);
        }
        if (model != null && GarchDiffusion.fits(model)) {
            return GarchDiffusion.pricer(model, state, terms, farthest);
        }
        if (model instanceof Merton merton) {
            return MixturePricer.of(merton, terms);
        }
        if (model instanceof Regime regime) {
            return MixturePricer.of(regime, state, terms);
        }
        double forward = terms.forward();
        return new BlackScholesPricer(terms, strike -> volatility(strike, forward, terms.varianceYears));
    }

    /** The volatility that the vega refers to, for the units. */
    String vegaBasis() {
        if (model instanceof Heston || model instanceof Bates || model != null && GarchDiffusion.fits(model)) {
            return "the volatility now, √v0";
        }
        return model == null ? "volatility" : "the mean volatility, all variances scaled";
    }

    /** What stays the same while the index moves by the point of a delta or a gamma, for the units. */
    String deltaBasis() {
        return model == null ? "volatility of the strike unchanged (sticky strike)" : "state of the model unchanged";
    }

    /** The recorded parameters of a complete model, besides its name. */
    Map<String, Object> parameters() {
        if (model == null) {
            return surface.parameters();
        }
        Map<String, Object> parameters = new LinkedHashMap<>(model.parameters());
        parameters.keySet().removeIf(parameter -> !isUsed(parameter));
        if ((model instanceof Regime || GarchDiffusion.fits(model)) && state != ModelVariance.start(model)) {
            parameters.put(STATE, state);
        }
        return parameters;
    }

    /** Under the pricing measure the index grows by the rate, not by a drift of the model. */
    private static boolean isUsed(String parameter) {
        return !parameter.toLowerCase(Locale.ROOT).endsWith("drift");
    }
}
