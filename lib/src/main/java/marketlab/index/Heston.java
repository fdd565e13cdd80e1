package marketlab.index;

import marketlab.dataset.Check;

/**
 * Stochastic variance, dv = kappa (theta − v) dt + xi √v dW, correlated with the index (Heston, <i>A Closed-Form
 * Solution for Options with Stochastic Volatility</i>, Review of Financial Studies 6, 1993). Simulated by the
 * quadratic-exponential scheme with martingale correction of Andersen, <i>Simple and efficient simulation of the Heston
 * stochastic volatility model</i>, Journal of Computational Finance 11(3), 2008, sections 3.2, 4.2 and 4.3.
 *
 * @param drift expected growth per year of 252 sessions, continuously compounded, as a fraction
 * @param v0 variance at the start, annualised: 0.0225 is a volatility of 15 %
 * @param kappa speed at which the variance reverts, per year
 * @param theta variance it reverts to, annualised
 * @param xi volatility of the variance, per square root of a year
 * @param rho correlation of index and variance, -1 to 1
 */
public record Heston(double drift, double v0, double kappa, double theta, double xi, double rho) implements IndexModel {

    /** @throws IllegalArgumentException if a parameter is not finite or outside its range */
    public Heston {
        Check.finite("drift", drift);
        Check.notNegative("v0", v0);
        Check.positive("kappa", kappa);
        Check.positive("theta", theta);
        Check.positive("xi", xi);
        Check.between("rho", rho, -1, 1);
    }

    @Override
    public String name() {
        return "heston";
    }

    @Override
    public Heston withDrift(double drift) {
        return new Heston(drift, v0, kappa, theta, xi, rho);
    }

    /** This model with its variances scaled so that the variance reverts to this volatility squared. */
    @Override
    public Heston withVolatility(double volatility) {
        double factor = ModelChecks.ratio("volatility", volatility, Math.sqrt(theta));
        return new Heston(drift, factor * factor * v0, kappa, factor * factor * theta, factor * xi, rho);
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        return new QuadraticExponential(this, events);
    }
}
