package marketlab.index;

import java.util.Map;
import marketlab.calendar.Market;

/**
 * Which law moves an index, before the market's habits are known.
 *
 * @param name of the model
 * @param model as it is, whatever the market; null for the known one of this name
 * @param parameters of the known model that are as they are, whatever else says otherwise
 * @param drift per year, continuously compounded, as a fraction; null for the market's or the scenario's
 * @param volatility annualised, log-normal, as a fraction; null for the market's or the scenario's
 * @param history name of the real history behind the model, for the metadata; may be empty
 */
record LawSettings(
        String name,
        IndexModel model,
        Map<String, Double> parameters,
        Double drift,
        Double volatility,
        String history) {

    static final LawSettings USUAL = new LawSettings("gbm", null, Map.of(), null, null, "");

    LawSettings with(IndexModel model) {
        return new LawSettings(model.name(), model, Map.of(), drift, volatility, history);
    }

    LawSettings named(String name, Map<String, Double> parameters) {
        return new LawSettings(name, null, Map.copyOf(parameters), drift, volatility, history);
    }

    LawSettings withDrift(double drift) {
        return new LawSettings(name, model, parameters, drift, volatility, history);
    }

    LawSettings withVolatility(double volatility) {
        return new LawSettings(name, model, parameters, drift, volatility, history);
    }

    LawSettings withHistory(String history) {
        return new LawSettings(name, model, parameters, drift, volatility, history);
    }

    /** The law for this market, in the scenario that these words of a dataset's name describe. */
    IndexModel of(Market market, String params) {
        IndexModel law = model;
        if (law == null) {
            law = IndexModel.named(name)
                    .withDrift(Scenario.drift(params).orElse(market.drift()))
                    .withVolatility(Scenario.volatilityFactor(params).orElse(1) * market.volatility());
        }
        law = drift == null ? law : law.withDrift(drift);
        law = volatility == null ? law : law.withVolatility(volatility);
        return parameters.isEmpty() ? law : ModelCatalog.with(law, parameters);
    }
}
