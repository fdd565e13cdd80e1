package marketlab.index;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;

/**
 * A model fitted to a real history of daily bars by maximum likelihood, a row a session of 1/252 year. Immutable.
 *
 * @param model with the fitted parameters
 * @param standardErrors of the parameters by name, from the curvature of the likelihood; NaN where a parameter is on the
 *     edge of its range or the history says nothing about it
 * @param logLikelihood of the daily log-returns, natural
 * @param observations number of daily log-returns
 */
public record Calibration(
        IndexModel model, Map<String, Double> standardErrors, double logLikelihood, int observations) {

    public Calibration {
        standardErrors = Collections.unmodifiableMap(new LinkedHashMap<>(standardErrors));
    }

    /** Names of the models whose likelihood is known; a {@link Bootstrap} is its history and needs no fit. */
    public static List<String> names() {
        return List.copyOf(Likelihood.ALL.keySet());
    }

    /**
     * Fits a model to a history.
     *
     * @throws IllegalArgumentException if the model cannot be fitted to prices alone (the message lists those that can), or
     *     the history has no usable column {@code Close} of at least thirty days
     */
    public static Calibration fit(String model, Dataset history) {
        Likelihood likelihood = Likelihood.ALL.get(model);
        if (likelihood == null) {
            IndexModel.named(model);
            throw new IllegalArgumentException("[model] %s cannot be fitted to a history of prices alone; there are: %s"
                    .formatted(model, String.join(", ", names())));
        }
        double[] returns = History.logReturns(history);
        if (returns.length < MaximumLikelihood.FEWEST) {
            throw new IllegalArgumentException("a fit needs at least %d daily returns, got %d"
                    .formatted(MaximumLikelihood.FEWEST, returns.length));
        }
        return MaximumLikelihood.fit(IndexModel.named(model), likelihood, returns);
    }

    /** The parameters, a line each, with their standard errors. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%s fitted to %d daily returns, log-likelihood %.1f"
                .formatted(model.name(), observations, logLikelihood));
        model.parameters().forEach((name, value) -> {
            Double error = standardErrors.get(name);
            text.append("\n  %-18s %12.6g".formatted(name, value)).append(error == null ? "" : " ± %.2g".formatted(error));
        });
        return text.toString();
    }
}
