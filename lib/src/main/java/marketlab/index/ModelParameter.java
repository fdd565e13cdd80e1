package marketlab.index;

import java.util.List;
import java.util.Map;

/**
 * A parameter of an index model, as for {@code --set}.
 *
 * @param model name of the model, such as heston
 * @param name name of the parameter, such as kappa
 * @param typical its default value
 * @param meaning its meaning and unit
 */
public record ModelParameter(String model, String name, double typical, String meaning) {

    /** Meanings of the parameters: MODEL.NAME is for one model, NAME for all others. */
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("drift", "expected growth per year of 252 sessions, continuously compounded: 0.08 is 8 %"),
            Map.entry("ou.drift", "growth per year of the trend that the index reverts to, continuously compounded"),
            Map.entry("volatility", "standard deviation of the log-returns per year, as a fraction: 0.15 is 15 %"),
            Map.entry("merton.volatility", "volatility per year without the jumps, as a fraction"),
            Map.entry("garch.volatility", "volatility per year in the long run, as a fraction"),
            Map.entry("jumpsPerYear", "mean number of jumps per year"),
            Map.entry("jumpMean", "mean of a jump of the log-price: -0.04 is about 4 % down"),
            Map.entry("jumpDeviation", "standard deviation of a jump of the log-price"),
            Map.entry("v0", "variance per year at the start: 0.0225 is a volatility of 15 %"),
            Map.entry("kappa", "speed at which the variance reverts to theta, per year"),
            Map.entry("theta", "variance per year in the long run"),
            Map.entry("xi", "volatility of the variance, per square root of a year"),
            Map.entry("rho", "correlation of index and variance, -1 to 1"),
            Map.entry("garch_t.volatility", "volatility per year in the long run, as a fraction"),
            Map.entry("egarch.volatility", "volatility per year in the long run, as a fraction"),
            Map.entry("egarch.alpha", "effect of the size of the last surprise on the log-variance"),
            Map.entry("egarch.beta", "what the log-variance keeps from one session to the next, 0 to 1"),
            Map.entry(
                    "egarch.gamma",
                    "effect of the sign of the last surprise; below 0 if falls raise the variance more"),
            Map.entry("nu", "degrees of freedom of Student's t, above 2: the smaller, the fatter the tails"),
            Map.entry("alpha", "weight of the last squared surprise"),
            Map.entry("beta", "weight of the last variance"),
            Map.entry("gamma", "extra weight of a negative surprise; 0 gives GARCH(1,1)"),
            Map.entry(
                    "meanReversion",
                    "speed at which the log-price reverts to its trend, per year; the half-life is ln 2 /"
                            + " meanReversion"),
            Map.entry("bullDrift", "expected growth per year in the bull regime"),
            Map.entry("bearDrift", "expected growth per year in the bear regime"),
            Map.entry("bullVolatility", "volatility per year in the bull regime, as a fraction"),
            Map.entry("bearVolatility", "volatility per year in the bear regime, as a fraction"),
            Map.entry("bullDays", "mean length of a bull regime, in sessions"),
            Map.entry("bearDays", "mean length of a bear regime, in sessions"));

    /** Every parameter of every model, by model. Bootstrap has none, as it draws from a history. */
    public static List<ModelParameter> all() {
        return ModelCatalog.typical().stream()
                .flatMap(model -> model.parameters().entrySet().stream().map(parameter -> of(model, parameter)))
                .toList();
    }

    private static ModelParameter of(IndexModel model, Map.Entry<String, Object> parameter) {
        String name = parameter.getKey();
        String meaning = MEANINGS.getOrDefault(model.name() + "." + name, MEANINGS.get(name));
        return new ModelParameter(model.name(), name, ((Number) parameter.getValue()).doubleValue(), meaning);
    }
}
