package marketlab.index;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/**
 * What a surprise of {@link Egarch} does to the mean of the variance, by the number of sessions since. It depends neither
 * on the volatility nor on the state, so all days of a path share it. Immutable.
 */
final class SurpriseEffects {

    /** Below this weight, the effect is that of the variance of the surprise alone. */
    private static final double SMALL = 0.03;

    private static final int MOST_TERMS = 500;

    /** Those of the model that was asked for last: a path asks for one model again and again. */
    private static volatile SurpriseEffects last;

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double[] first;

    private SurpriseEffects(Egarch model) {
        alpha = model.alpha();
        beta = model.beta();
        gamma = model.gamma();
        double[] effects = new double[MOST_TERMS];
        int count = 0;
        for (double weight = 1; weight > SMALL && count < MOST_TERMS; weight *= beta) {
            effects[count++] = logMean(weight);
        }
        first = Arrays.copyOf(effects, count);
    }

    static SurpriseEffects of(Egarch model) {
        SurpriseEffects known = last;
        if (known == null || !known.isOf(model)) {
            known = new SurpriseEffects(model);
            last = known;
        }
        return known;
    }

    private boolean isOf(Egarch model) {
        return alpha == model.alpha() && beta == model.beta() && gamma == model.gamma();
    }

    /**
     * Log of the mean of exp(weight · effect of a surprise).
     *
     * @param weight beta to the power of the sessions
     */
    double after(int sessions, double weight) {
        if (sessions < first.length) {
            return first[sessions];
        }
        return weight > SMALL ? logMean(weight) : 0.5 * weight * weight * variance();
    }

    /** The sum over all sessions. */
    double sum() {
        double sum = 0;
        double weight = 1;
        for (double effect : first) {
            sum += effect;
            weight *= beta;
        }
        return sum + 0.5 * weight * weight * variance() / (1 - beta * beta);
    }

    private double variance() {
        return gamma * gamma + alpha * alpha * (1 - Egarch.MEAN_SIZE * Egarch.MEAN_SIZE);
    }

    private double logMean(double weight) {
        double rise = weight * (alpha + gamma);
        double fall = weight * (alpha - gamma);
        return -weight * alpha * Egarch.MEAN_SIZE
                + StrictMath.log(StrictMath.exp(0.5 * rise * rise) * normal(rise)
                        + StrictMath.exp(0.5 * fall * fall) * normal(fall));
    }

    private static double normal(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }
}
