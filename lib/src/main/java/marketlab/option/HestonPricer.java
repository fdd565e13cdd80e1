package marketlab.option;

import marketlab.dataset.Check;
import marketlab.index.Heston;
import marketlab.index.IndexModel;

/**
 * Prices European options with stochastic variance, dv = kappa (theta − v) dt + xi √v dW (Heston, <i>A Closed-Form
 * Solution for Options with Stochastic Volatility</i>, Review of Financial Studies 6, 1993): the same model as for
 * index paths with these parameters. Immutable.
 *
 * @param v0 variance now, annualised: 0.0225 is a volatility of 15 %
 * @param kappa speed at which the variance reverts, per year
 * @param theta variance it reverts to, annualised
 * @param xi volatility of the variance, per square root of a year
 * @param rho correlation of index and variance, -1 to 1
 */
public record HestonPricer(double v0, double kappa, double theta, double xi, double rho) {

    /** @throws IllegalArgumentException if a parameter is not finite or outside its range */
    public HestonPricer {
        Check.notNegative("v0", v0);
        Check.positive("kappa", kappa);
        Check.positive("theta", theta);
        Check.positive("xi", xi);
        if (!(rho > -1 && rho < 1)) {
            throw new IllegalArgumentException("rho must be between -1 and 1, got " + rho);
        }
    }

    /**
     * The parameters of a typical equity index with this volatility: those of the index model {@code heston}.
     *
     * @param volatility annualised, as a fraction
     */
    public static HestonPricer typical(double volatility) {
        Check.positive("volatility", volatility);
        return of((Heston) IndexModel.named("heston").withVolatility(volatility));
    }

    /** The pricer of an index model, whose drift it does not use. */
    public static HestonPricer of(Heston model) {
        return new HestonPricer(model.v0(), model.kappa(), model.theta(), model.xi(), model.rho());
    }

    /**
     * A call and a put with one strike and expiry. Accurate to a few 1e-15 of the spot. The vega is per 1.00 of the
     * current volatility, √v0.
     *
     * @param spot index level, in index points
     * @param strike in index points
     * @param rate per year, continuously compounded, as a fraction
     * @param dividendYield per year, continuous, as a fraction
     * @param years time to expiry, as a fraction of a 365-day year
     * @throws IllegalArgumentException if spot, strike or years are not positive, or a number is not finite
     */
    public OptionValue value(double spot, double strike, double rate, double dividendYield, double years) {
        double moneyness = BlackScholes.Terms.logRatio(spot, strike) + (rate - dividendYield) * years;
        Check.positive("years", years);
        BlackScholes.Terms terms = new BlackScholes.Terms(spot, rate, dividendYield, years);
        return new HestonSlice(this, JumpLaw.NONE, terms, Math.abs(moneyness)).value(strike);
    }

    /** Mean of the variance over the years, times the years. */
    double meanTotalVariance(double years) {
        return theta * years - (v0 - theta) * StrictMath.expm1(-kappa * years) / kappa;
    }
}
