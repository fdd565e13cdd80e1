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
 * A model fitted to a real history by maximum likelihood. The history has daily bars, one per session of 1/252 year, or
 * shorter bars, of which the last close of each day is used. Models in continuous time also take weeks and months.
 * Immutable.
 *
 * @param model with the fitted parameters
 * @param standardErrors standard errors of the parameters by name, from the curvature of the likelihood; NaN, never
 * zero, if a parameter is at the edge of its range or the history does not determine it
 * @param logLikelihood natural log-likelihood of the log-returns
 * @param observations number of log-returns
 * @param spacing time from one return to the next
 * @param notes how the history was understood, see {@link PriceHistory#notes}
 */
public record Calibration(
        IndexModel model,
        Map<String, Double> standardErrors,
        double logLikelihood,
        int observations,
        Spacing spacing,
        List<String> notes) {

    private static final List<String> OF_DAYS = List.of("garch", "garch_t", "egarch", "regime");

    public Calibration {
        standardErrors = Collections.unmodifiableMap(new LinkedHashMap<>(standardErrors));
        notes = List.copyOf(notes);
    }

    /** Names of the models that can be fitted. A {@link Bootstrap} needs no fit, as it draws from its history. */
    public static List<String> names() {
        return List.copyOf(Likelihood.ALL.keySet());
    }

    /**
     * Fits a model to a history.
     *
     * @throws IllegalArgumentException if the model cannot be fitted to prices alone (the message lists those that
     * can), as {@link PriceHistory#of}, if there are fewer than thirty returns, if the close never changes, or if the
     * rows are weeks or months and the model has daily parameters
     */
    public static Calibration fit(String model, Dataset history) {
        Likelihood likelihood = Likelihood.ALL.get(model);
        if (likelihood == null) {
            IndexModel.named(model);
            throw new IllegalArgumentException(
                    "[model] %s cannot be fitted to a history of prices alone; models that can: %s"
                            .formatted(model, String.join(", ", names())));
        }
        PriceHistory closes = PriceHistory.of(history).daily();
        if (OF_DAYS.contains(model)) {
            ModelChecks.days(model, closes.spacing());
        }
        return MaximumLikelihood.fit(IndexModel.named(model), likelihood, closes);
    }

    /** How the history was understood, and the parameters with their standard errors, one per line. */
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
                ? "   no standard error: at the edge of its range, or not determined by this history"
                : String.format(Locale.ROOT, " ± %.2g", error);
    }
}
