package marketlab.index;

import marketlab.dataset.Check;
import marketlab.dataset.Spacing;

/** Refusals of what a model cannot be fitted to or scaled to. */
final class ModelChecks {

    private ModelChecks() {}

    /** Rejects weeks and months for a model with daily parameters. */
    static void days(String model, Spacing spacing) {
        if (!spacing.isDaily()) {
            throw new IllegalArgumentException(
                    "[model] %s has daily parameters, but the history is %s; use daily bars".formatted(model, spacing));
        }
    }

    /** A value over another that must not be zero: how far to scale a model. */
    static double ratio(String what, double value, double now) {
        Check.notNegative(what, value);
        if (!(now > 0)) {
            throw new IllegalArgumentException(what + " cannot be scaled from 0 to " + value);
        }
        return value / now;
    }
}
