package marketlab.option;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import marketlab.dataset.Check;

/**
 * The SABR smile: Hagan, Kumar, Lesniewski and Woodward, <i>Managing Smile Risk</i>, Wilmott 2002, equation 2.17a, with
 * the same parameters for every expiry. It is an expansion, accurate near the money and for short expiries. Far from
 * the money it may have butterfly arbitrage: the density of the index is negative there. Such strikes are refused.
 *
 * @param alpha level of the volatility, annualised, as a fraction; at beta = 1 the at-the-money volatility
 * @param beta elasticity, 0 to 1
 * @param rho correlation of index and volatility, -1 to 1
 * @param nu volatility of the volatility, per square root of a year
 */
public record SabrSurface(double alpha, double beta, double rho, double nu) implements VolatilitySurface {

    private static final double FLAT = 1e-7;
    /** Step of the log-strike for the derivatives of the total variance. */
    private static final double STEP = 1e-3;
    /**
     * Step of the log-strike for the slope of the volatility. The smile is as wide as alpha / nu at every expiry. With this
     * step the error is about 1e-8 of the volatility, from the curvature and from rounding.
     */
    private static final double SLOPE_STEP = 1e-4;

    /** @throws IllegalArgumentException if a parameter is outside its range */
    public SabrSurface {
        Check.positive("alpha", alpha);
        Check.notNegative("nu", nu);
        if (!(beta >= 0 && beta <= 1)) {
            throw new IllegalArgumentException("beta must be 0 to 1, got " + beta);
        }
        if (!(rho > -1 && rho < 1)) {
            throw new IllegalArgumentException("rho must be between -1 and 1, got " + rho);
        }
    }

    /**
     * @throws IllegalArgumentException if the expansion has butterfly arbitrage at this strike: the density is
     * negative, or the volatility is not positive
     */
    @Override
    public double volatility(double strike, double forward, double years) {
        double volatility = expansion(strike, forward, years);
        if (!(volatility > 0)) {
            throw refusal("no positive volatility", "a smaller alpha or nu", strike, forward, years);
        }
        if (!(density(strike, forward, years) >= 0)) {
            throw refusal("a negative density", "strikes nearer the forward or a smaller nu", strike, forward, years);
        }
        return volatility;
    }

    @Override
    public double slope(double strike, double forward, double years) {
        double ratio = StrictMath.exp(SLOPE_STEP);
        return (expansion(strike * ratio, forward, years) - expansion(strike / ratio, forward, years))
                / (2 * SLOPE_STEP);
    }

    private IllegalArgumentException refusal(String fault, String remedy, double strike, double forward, double years) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "the SABR surface with alpha %.3g and nu %.3g has %s at strike %.6g, forward %.6g, %.3g years; use %s",
                alpha,
                nu,
                fault,
                strike,
                forward,
                years,
                remedy));
    }

    /** The sign of the density of the index: Durrleman's g, see {@link Svi}, with the slopes by differences. */
    private double density(double strike, double forward, double years) {
        double k = -BlackScholes.Terms.logRatio(forward, strike);
        double below = totalVariance(strike * StrictMath.exp(-STEP), forward, years);
        double here = totalVariance(strike, forward, years);
        double above = totalVariance(strike * StrictMath.exp(STEP), forward, years);
        double first = (above - below) / (2 * STEP);
        double second = (above - 2 * here + below) / (STEP * STEP);
        return Svi.density(k, here, first, second);
    }

    private double totalVariance(double strike, double forward, double years) {
        double volatility = expansion(strike, forward, years);
        return volatility * volatility * years;
    }

    private double expansion(double strike, double forward, double years) {
        double moneyness = BlackScholes.Terms.logRatio(forward, strike);
        double left = 1 - beta;
        double power = StrictMath.pow(forward * strike, 0.5 * left);
        double square = left * left * moneyness * moneyness;
        double z = nu / alpha * power * moneyness;
        double overTime = left * left / 24 * alpha * alpha / (power * power)
                + 0.25 * rho * beta * nu * alpha / power
                + (2 - 3 * rho * rho) / 24 * nu * nu;
        double level = alpha / (power * (1 + square / 24 + square * square / 1920));
        return level * stretch(z) * (1 + overTime * years);
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("surface", "sabr");
        parameters.put("alpha", alpha);
        parameters.put("beta", beta);
        parameters.put("rho", rho);
        parameters.put("nu", nu);
        return parameters;
    }

    /** z / x(z); by its series if both are close to zero. */
    private double stretch(double z) {
        if (Math.abs(z) < FLAT) {
            return 1 - 0.5 * rho * z;
        }
        double x = StrictMath.log((Math.sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
        return z / x;
    }
}
