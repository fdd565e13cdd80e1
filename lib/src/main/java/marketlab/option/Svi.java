package marketlab.option;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import marketlab.dataset.Check;

/**
 * The smile of one expiry, the raw SVI of Gatheral and Jacquier 2014, equation 3.1: total variance w(k) = a + b (rho (k
 * − m) + √((k − m)² + sigma²)) at the log-moneyness k = ln(strike / forward). It has no butterfly arbitrage: this is
 * checked by the density of equation 2.1 over log-strikes of ±{@value #REACH}, and by Lee's bound on the wings.
 */
public record Svi(double a, double b, double rho, double m, double sigma) {

    private static final double REACH = 3;
    private static final double STEP = 0.005;

    /** @throws IllegalArgumentException if a parameter is outside its range, or the smile has butterfly arbitrage */
    public Svi {
        Check.finite("a", a);
        Check.notNegative("b", b);
        Check.finite("m", m);
        Check.positive("sigma", sigma);
        if (!(rho > -1 && rho < 1)) {
            throw new IllegalArgumentException("rho must be between -1 and 1, got " + rho);
        }
        double least = a + b * sigma * Math.sqrt(1 - rho * rho);
        if (!(least > 0)) {
            throw new IllegalArgumentException("the smile's minimum total variance must be > 0, got " + least);
        }
        if (!(b * (1 + Math.abs(rho)) <= 2)) {
            throw new IllegalArgumentException(
                    "b (1 + |rho|) must be <= 2 to exclude arbitrage in the wings, got " + b * (1 + Math.abs(rho)));
        }
        for (double k = -REACH; k <= REACH; k += STEP) {
            double density = density(a, b, rho, m, sigma, k);
            if (!(density >= 0)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "the smile has butterfly arbitrage: negative density at log-strike %.3f", k));
            }
        }
    }

    /** Total implied variance at the log-moneyness k = ln(strike / forward). */
    public double totalVariance(double k) {
        return a + b * (rho * (k - m) + Math.sqrt((k - m) * (k - m) + sigma * sigma));
    }

    /** Change of the total variance per 1.00 of the log-moneyness. */
    double slope(double k) {
        return b * (rho + (k - m) / Math.sqrt((k - m) * (k - m) + sigma * sigma));
    }

    /** The parameters by name, in the order of the record. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("a", a);
        parameters.put("b", b);
        parameters.put("rho", rho);
        parameters.put("m", m);
        parameters.put("sigma", sigma);
        return parameters;
    }

    private static double density(double a, double b, double rho, double m, double sigma, double k) {
        double root = Math.sqrt((k - m) * (k - m) + sigma * sigma);
        double w = a + b * (rho * (k - m) + root);
        return density(k, w, b * (rho + (k - m) / root), b * sigma * sigma / (root * root * root));
    }

    /**
     * Durrleman's g, the sign of the risk-neutral density: equation 2.1.
     *
     * @param k log-moneyness
     * @param w total variance there
     * @param first its first derivative by k
     * @param second its second derivative by k
     */
    static double density(double k, double w, double first, double second) {
        double lead = 1 - k * first / (2 * w);
        return lead * lead - first * first / 4 * (1 / w + 0.25) + second / 2;
    }
}
