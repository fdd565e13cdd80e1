package marketlab.option;

import java.util.LinkedHashMap;
import java.util.Map;
import marketlab.dataset.Check;
import marketlab.dataset.RecordedParameters;

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
        Check.positive("v0", v0);
        Check.positive("kappa", kappa);
        Check.positive("theta", theta);
        Check.positive("xi", xi);
        if (!(rho > -1 && rho < 1)) {
            throw new IllegalArgumentException("rho must be between -1 and 1, got " + rho);
        }
    }

    /** Parameters of a typical equity index with this volatility: annualised, as a fraction. */
    public static HestonPricer typical(double volatility) {
        Check.positive("volatility", volatility);
        double variance = volatility * volatility;
        return new HestonPricer(variance, 3, variance, 2.3 * volatility, -0.7);
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
        return slice(spot, rate, dividendYield, years, Math.abs(moneyness)).value(strike);
    }

    /** The model of these {@link #parameters}. */
    static HestonPricer of(RecordedParameters recorded) {
        return new HestonPricer(
                recorded.number("v0"),
                recorded.number("kappa"),
                recorded.number("theta"),
                recorded.number("xi"),
                recorded.number("rho"));
    }

    /** Name and parameters, for a dataset's metadata. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("v0", v0);
        parameters.put("kappa", kappa);
        parameters.put("theta", theta);
        parameters.put("xi", xi);
        parameters.put("rho", rho);
        return parameters;
    }

    /** A pricer for the strikes of one expiry whose log-moneyness against the forward is within {@code farthest}. */
    HestonSlice slice(double spot, double rate, double dividendYield, double years, double farthest) {
        Check.positive("years", years);
        return new HestonSlice(this, new BlackScholes.Terms(spot, rate, dividendYield, years), farthest);
    }

    /** Mean of the variance over the years, times the years. */
    double meanTotalVariance(double years) {
        return theta * years - (v0 - theta) * StrictMath.expm1(-kappa * years) / kappa;
    }
}
