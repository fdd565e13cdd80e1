package marketlab.index;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import marketlab.dataset.Spacing;

/**
 * A model fitted to a real history by maximum likelihood: daily bars, a row a session of 1/252 year, or the last closes of
 * shorter bars; for models in continuous time weeks and months too. Immutable.
 *
 * @param model with the fitted parameters
 * @param standardErrors of the parameters by name, from the curvature of the likelihood; NaN where a parameter is on the
 *     edge of its range or the history says nothing about it
 * @param logLikelihood of the log-returns, natural
 * @param observations number of log-returns
 * @param spacing from one return to the next
 * @param notes how the history was understood, as {@link PriceHistory#notes} says it
 */
public record Calibration(
        IndexModel model,
        Map<String, Double> standardErrors,
        double logLikelihood,
        int observations,
        Spacing spacing,
        List<String> notes) {

    private static final List<String> OF_DAYS = List.of("garch", "regime");

    public Calibration {
        standardErrors = Collections.unmodifiableMap(new LinkedHashMap<>(standardErrors));
        notes = List.copyOf(notes);
    }

    /** Names of the models whose likelihood is known; a {@link Bootstrap} is its history and needs no fit. */
    public static List<String> names() {
        return List.copyOf(Likelihood.ALL.keySet());
    }

    /**
     * Fits a model to a history.
     *
     * @throws IllegalArgumentException if the model cannot be fitted to prices alone (the message lists those that can), as
     *     {@link PriceHistory#of}, if there are fewer than thirty returns, the close never changes, or the rows are weeks or
     *     months and the model's parameters are of days
     */
    public static Calibration fit(String model, Dataset history) {
        Likelihood likelihood = Likelihood.ALL.get(model);
        if (likelihood == null) {
            IndexModel.named(model);
            throw new IllegalArgumentException("[model] %s cannot be fitted to a history of prices alone; there are: %s"
                    .formatted(model, String.join(", ", names())));
        }
        PriceHistory closes = PriceHistory.of(history).daily();
        if (OF_DAYS.contains(model)) {
            ModelChecks.days(model, closes.spacing());
        }
        return MaximumLikelihood.fit(IndexModel.named(model), likelihood, closes);
    }

    /** How the history was understood, and the parameters with their standard errors, a line each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append(note).append('\n'));
        text.append(String.format(
                Locale.ROOT,
                "%s fitted to %d %s returns, log-likelihood %.1f",
                model.name(),
                observations,
                spacing,
                logLikelihood));
        model.parameters()
                .forEach((name, value) -> text.append(String.format(Locale.ROOT, "\n  %-18s %12.6g", name, value))
                        .append(error(standardErrors.get(name))));
        return text.toString();
    }

    private static String error(Double error) {
        if (error == null) {
            return "";
        }
        return error.isNaN()
                ? "   no error: at the edge of its range, or not told by this history"
                : String.format(Locale.ROOT, " ± %.2g", error);
    }
}
