package marketlab.index;

import java.util.Map;
import marketlab.calendar.Market;

/**
 * Which law moves an index, before the market's habits are known.
 *
 * @param name of the model
 * @param exact as it is, whatever the market; null for the known model of this name
 * @param parameters of the known model that are as they are, whatever else says otherwise
 * @param drift per year, continuously compounded, as a fraction; null for the market's or the scenario's
 * @param volatility annualised, log-normal, as a fraction; null for the market's or the scenario's
 * @param script its phases; null for those of the params
 * @param history name of the real history behind the model, for the metadata; may be empty
 */
record LawSettings(
        String name,
        PathLaw exact,
        Map<String, Double> parameters,
        Double drift,
        Double volatility,
        ScenarioScript script,
        String history) {

    static final LawSettings USUAL = new LawSettings("gbm", null, Map.of(), null, null, null, "");

    LawSettings with(PathLaw exact) {
        return new LawSettings(exact.name(), exact, Map.of(), drift, volatility, script, history);
    }

    LawSettings named(String name, Map<String, Double> parameters) {
        return new LawSettings(name, null, Map.copyOf(parameters), drift, volatility, script, history);
    }

    LawSettings withDrift(double drift) {
        return new LawSettings(name, exact, parameters, drift, volatility, script, history);
    }

    LawSettings withVolatility(double volatility) {
        return new LawSettings(name, exact, parameters, drift, volatility, script, history);
    }

    LawSettings withHistory(String history) {
        return new LawSettings(name, exact, parameters, drift, volatility, script, history);
    }

    LawSettings withScript(ScenarioScript script) {
        return new LawSettings(name, exact, parameters, drift, volatility, script, history);
    }

    /**
     * The law of so many sessions of this market, in the scenario that these words of a dataset's name describe.
     *
     * @throws IllegalArgumentException if there are phases, and something else that they would set
     */
    PathLaw of(Market market, String params, int sessions) {
        if (script != null && (exact != null || drift != null || volatility != null)) {
            throw new IllegalArgumentException("[phases] phases set drift and volatility of a model by name; leave out "
                    + (exact == null ? "drift and volatility" : "the model's own parameters"));
        }
        PathLaw law = exact == null ? scenario(market, params, sessions) : exact;
        law = drift == null ? law : law.with(model -> model.withDrift(drift));
        law = volatility == null ? law : law.with(model -> model.withVolatility(volatility));
        return parameters.isEmpty() ? law : law.with(model -> ModelCatalog.with(model, parameters));
    }

    private PathLaw scenario(Market market, String params, int sessions) {
        ScenarioScript phases = script == null ? ScenarioScript.of(params, sessions) : script.over(sessions);
        return new PathLaw(phases.phases().stream()
                .map(phase -> new PathLaw.Phase(
                        phase.sessions(),
                        IndexModel.named(name)
                                .withDrift(Double.isNaN(phase.drift()) ? market.drift() : phase.drift())
                                .withVolatility(phase.volatilityFactor() * market.volatility())))
                .toList());
    }
}
