package marketlab.option;

import java.util.Optional;
import marketlab.calendar.Market;
import marketlab.index.Egarch;
import marketlab.index.Garch;
import marketlab.index.GarchT;
import marketlab.index.IndexModel;

/**
 * Heston's model in place of a GARCH model until an expiry: with the same mean of the variance, and the same variance
 * and covariance with the return of the variance's daily change, at its mean level (Nelson, <i>ARCH models as diffusion
 * approximations</i>, Journal of Econometrics 45, 1990). The largest surprises of {@link GarchT} would decide its
 * fourth moment, but hardly change prices; so it gets that of a normal law, a third larger.
 */
final class GarchDiffusion {

    /** Mean of |z|³ over z below 0, for a standard normal z. */
    private static final double MEAN_CUBE_BELOW_ZERO = Math.sqrt(2 / Math.PI);

    private static final double KURTOSIS_OF_STUDENT = 4;
    /** Of {@link Egarch} without alpha the correlation is 1, which Heston's formula does not take. */
    private static final double MOST_CORRELATION = 0.999;

    private GarchDiffusion() {}

    /** Whether options on the model are priced like this. */
    static boolean fits(IndexModel model) {
        return model instanceof Garch || model instanceof GarchT || model instanceof Egarch;
    }

    /**
     * Heston's model until an expiry.
     *
     * @param state variance of the next session, annualised
     * @return empty if the variance does not change at random
     */
    static Optional<HestonPricer> of(IndexModel model, double state, double years) {
        if (model instanceof Egarch egarch) {
            double spread = Math.hypot(egarch.gamma(), egarch.alpha() * Math.sqrt(1 - 2 / Math.PI));
            return of(ModelVariance.total(model, state, years) / years, egarch.beta(), spread, egarch.gamma());
        }
        Garch garch = model instanceof GarchT student ? student.garch() : (Garch) model;
        double alpha = garch.alpha();
        double gamma = garch.gamma();
        double mean = alpha + 0.5 * gamma;
        double kurtosis = model instanceof GarchT ? KURTOSIS_OF_STUDENT : 3;
        double spread = Math.sqrt(kurtosis * (alpha * alpha + alpha * gamma + 0.5 * gamma * gamma) - mean * mean);
        return of(
                ModelVariance.total(garch, state, years) / years,
                mean + garch.beta(),
                spread,
                -MEAN_CUBE_BELOW_ZERO * gamma);
    }

    /**
     * @param level mean of the variance, annualised
     * @param persistence what a session's variance keeps of its distance from the long run
     * @param spread standard deviation of the daily change, relative to the variance
     * @param covariance of that change with the standardised return
     */
    private static Optional<HestonPricer> of(double level, double persistence, double spread, double covariance) {
        if (!(spread > 0 && persistence > 0)) {
            return Optional.empty();
        }
        double reversion = -StrictMath.log(persistence) * Market.SESSIONS_PER_YEAR;
        double xi = spread * Math.sqrt(Market.SESSIONS_PER_YEAR * level);
        double rho = Math.max(-MOST_CORRELATION, Math.min(MOST_CORRELATION, covariance / spread));
        return Optional.of(new HestonPricer(level, reversion, level, xi, rho));
    }
}
