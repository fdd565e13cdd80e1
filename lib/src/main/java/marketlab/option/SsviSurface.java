package marketlab.option;

import java.util.LinkedHashMap;
import java.util.Map;
import marketlab.dataset.Check;

/**
 * A surface with an SVI smile for each expiry, free of butterfly and calendar arbitrage by construction: Gatheral and
 * Jacquier, <i>Arbitrage-free SVI volatility surfaces</i>, Quantitative Finance 14(1), 2014, equation 4.1 with the
 * power law of equation 4.5, φ(θ) = eta / (θ^gamma (1 + θ)^(1 − gamma)), whose condition is eta (1 + |rho|) ≤ 2 (remark
 * 4.4).
 *
 * @param volatility volatility at the forward, the same for every expiry: annualised, log-normal, as a fraction
 * @param rho skew: -1 to 1, below zero for an index
 * @param eta size of the skew
 * @param gamma how much steeper short expiries are, above 0 and up to 0.5
 */
public record SsviSurface(double volatility, double rho, double eta, double gamma) implements VolatilitySurface {

    /** @throws IllegalArgumentException if a parameter is outside its range, or the surface would have arbitrage */
    public SsviSurface {
        Check.positive("volatility", volatility);
        Check.positive("eta", eta);
        if (!(rho > -1 && rho < 1)) {
            throw new IllegalArgumentException("rho must be between -1 and 1, got " + rho);
        }
        if (!(gamma > 0 && gamma <= 0.5)) {
            throw new IllegalArgumentException("gamma must be > 0 and <= 0.5, got " + gamma);
        }
        double bound = eta * (1 + Math.abs(rho));
        if (!(bound <= 2)) {
            throw new IllegalArgumentException("eta (1 + |rho|) must be <= 2 to exclude arbitrage, got " + bound);
        }
    }

    @Override
    public double volatility(double strike, double forward, double years) {
        Check.positive("years", years);
        return Math.sqrt(totalVariance(-BlackScholes.Terms.logRatio(forward, strike), years) / years);
    }

    @Override
    public double slope(double strike, double forward, double years) {
        double k = -BlackScholes.Terms.logRatio(forward, strike);
        double theta = volatility * volatility * years;
        double phi = phi(theta);
        double shifted = phi * k + rho;
        double ofVariance = 0.5 * theta * phi * (rho + shifted / Math.sqrt(shifted * shifted + 1 - rho * rho));
        return ofVariance / (2 * years * volatility(strike, forward, years));
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("surface", "ssvi");
        parameters.put("volatility", volatility);
        parameters.put("rho", rho);
        parameters.put("eta", eta);
        parameters.put("gamma", gamma);
        return parameters;
    }

    /** Total implied variance at the log-moneyness k = ln(strike / forward). */
    double totalVariance(double k, double years) {
        double theta = volatility * volatility * years;
        double phi = phi(theta);
        double shifted = phi * k + rho;
        return 0.5 * theta * (1 + rho * phi * k + Math.sqrt(shifted * shifted + 1 - rho * rho));
    }

    private double phi(double theta) {
        return eta / (StrictMath.pow(theta, gamma) * StrictMath.pow(1 + theta, 1 - gamma));
    }
}
