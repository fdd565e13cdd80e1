package marketlab.index;

import marketlab.dataset.Spacing;

/** Refusals of numbers that mean nothing; NaN is always refused. */
final class Check {

    private Check() {}

    static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be finite, got " + value);
        }
    }

    static void notNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be >= 0, got " + value);
        }
    }

    static void positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be > 0, got " + value);
        }
    }

    static void positive(String what, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " must be > 0, got " + value);
        }
    }

    static void between(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("%s must be %s to %s, got %s".formatted(what, low, high, value));
        }
    }

    /** Refuses weeks and months where a model's parameters are of days. */
    static void days(String model, Spacing spacing) {
        if (!spacing.isDaily()) {
            throw new IllegalArgumentException(
                    "[model] the parameters of %s are of days, but the history is %s; give daily bars"
                            .formatted(model, spacing));
        }
    }

    /** A value over another that must not be zero: how far to scale a model. */
    static double ratio(String what, double value, double now) {
        notNegative(what, value);
        if (!(now > 0)) {
            throw new IllegalArgumentException(what + " cannot be scaled from 0 to " + value);
        }
        return value / now;
    }
}
