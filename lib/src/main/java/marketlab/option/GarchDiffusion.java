package marketlab.option;

import java.util.Optional;
import java.util.function.DoubleFunction;
import marketlab.calendar.Market;
import marketlab.index.Egarch;
import marketlab.index.Garch;
import marketlab.index.GarchT;
import marketlab.index.IndexModel;

/**
 * Heston's model in place of a GARCH model until an expiry: with the same mean of the variance, and the same variance
 * and covariance with the return of the variance's daily change, at its mean level (Nelson, <i>ARCH models as diffusion
 * approximations</i>, Journal of Econometrics 45, 1990). Within a session the variance of a GARCH model does not change,
 * so of the n² pairs of sessions only n (n − 1) count, and an option on one session is that of Black and Scholes. The
 * fat tails of {@link GarchT} are those of {@link StudentMixture}; for its variance they would have no fourth moment, but
 * the largest surprises hardly change prices, so it gets that of a normal law, a third larger.
 *
 * <p>Beside simulations of 800,000 paths with the usual parameters, calls at the money are at most 0.4 % off for one
 * session, 2.5 % for a week, and 3.5 % for a month.
 */
final class GarchDiffusion {

    /** Mean of |z|³ over z below 0, for a standard normal z. */
    private static final double MEAN_CUBE_BELOW_ZERO = Math.sqrt(2 / Math.PI);

    /** Below, the variance changes too little to matter. */
    private static final double FEWEST_PAIRS = 1e-6;

    private static final double KURTOSIS_OF_STUDENT = 4;
    /** Of {@link Egarch} without alpha the correlation is 1, which Heston's formula does not take. */
    private static final double MOST_CORRELATION = 0.999;

    private GarchDiffusion() {}

    /** Whether options on the model are priced like this. */
    static boolean fits(IndexModel model) {
        return model instanceof Garch || model instanceof GarchT || model instanceof Egarch;
    }

    /**
     * The pricer for one expiry.
     *
     * @param state variance of the next session, annualised
     * @param farthest largest distance of a strike from the spot, as a logarithm
     */
    static ExpiryPricer pricer(IndexModel model, double state, BlackScholes.Terms terms, double farthest) {
        Optional<HestonPricer> diffusion = of(model, state, terms.varianceYears);
        double volatility = Math.sqrt(ModelVariance.total(model, state, terms.varianceYears) / terms.varianceYears);
        DoubleFunction<ExpiryPricer> byFactor = factor -> diffusion.isPresent()
                ? new HestonSlice(scaled(diffusion.get(), factor), JumpLaw.NONE, terms, farthest)
                : new BlackScholesPricer(terms, strike -> Math.sqrt(factor) * volatility);
        return model instanceof GarchT student
                ? new StudentMixture(student, terms.varianceYears * Market.SESSIONS_PER_YEAR, byFactor)
                : byFactor.apply(1);
    }

    /** The model with its variance multiplied by a factor. */
    private static HestonPricer scaled(HestonPricer model, double factor) {
        return new HestonPricer(
                factor * model.v0(),
                model.kappa(),
                factor * model.theta(),
                Math.sqrt(factor) * model.xi(),
                model.rho());
    }

    /**
     * Heston's model until an expiry.
     *
     * @param state variance of the next session, annualised
     * @return empty if the variance does not change at random
     */
    private static Optional<HestonPricer> of(IndexModel model, double state, double years) {
        if (model instanceof Egarch egarch) {
            double spread = Math.hypot(egarch.gamma(), egarch.alpha() * Math.sqrt(1 - 2 / Math.PI));
            return of(ModelVariance.total(model, state, years) / years, years, egarch.beta(), spread, egarch.gamma());
        }
        Garch garch = model instanceof GarchT student ? student.garch() : (Garch) model;
        double alpha = garch.alpha();
        double gamma = garch.gamma();
        double mean = alpha + 0.5 * gamma;
        double kurtosis = model instanceof GarchT ? KURTOSIS_OF_STUDENT : 3;
        double spread = Math.sqrt(kurtosis * (alpha * alpha + alpha * gamma + 0.5 * gamma * gamma) - mean * mean);
        return of(
                ModelVariance.total(garch, state, years) / years,
                years,
                mean + garch.beta(),
                spread,
                -MEAN_CUBE_BELOW_ZERO * gamma);
    }

    /**
     * @param level mean of the variance, annualised
     * @param years until the expiry
     * @param persistence what a session's variance keeps of its distance from the long run
     * @param spread standard deviation of the daily change, relative to the variance
     * @param covariance of that change with the standardised return
     */
    private static Optional<HestonPricer> of(
            double level, double years, double persistence, double spread, double covariance) {
        double pairs = 1 - 1 / (years * Market.SESSIONS_PER_YEAR);
        if (!(spread > 0 && persistence > 0 && pairs > FEWEST_PAIRS)) {
            return Optional.empty();
        }
        double reversion = -StrictMath.log(persistence) * Market.SESSIONS_PER_YEAR;
        double xi = spread * Math.sqrt(pairs * Market.SESSIONS_PER_YEAR * level);
        double rho = Math.max(-MOST_CORRELATION, Math.min(MOST_CORRELATION, Math.sqrt(pairs) * covariance / spread));
        return Optional.of(new HestonPricer(level, reversion, level, xi, rho));
    }
}
