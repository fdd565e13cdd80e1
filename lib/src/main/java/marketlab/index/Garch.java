package marketlab.index;

import marketlab.dataset.Check;

/**
 * The variance follows yesterday's squared surprise: GARCH(1,1) (Bollerslev, <i>Generalized autoregressive conditional
 * heteroskedasticity</i>, Journal of Econometrics 31, 1986) and, with gamma, GJR (Glosten, Jagannathan and Runkle,
 * Journal of Finance 48, 1993): h' = ω + (alpha + gamma·1[ε &lt; 0]) ε² + beta·h, with one step per session of trading
 * time, starting at the long-run variance. Within a session the variance is constant.
 *
 * @param drift expected growth per year of 252 sessions, continuously compounded, as a fraction
 * @param volatility long-run volatility, annualised, as a fraction
 * @param alpha weight of yesterday's squared surprise
 * @param beta weight of yesterday's variance
 * @param gamma extra weight of a negative surprise; 0 for GARCH(1,1)
 */
public record Garch(double drift, double volatility, double alpha, double beta, double gamma) implements IndexModel {

    /** @throws IllegalArgumentException if a parameter is not finite or negative, or alpha + beta + gamma/2 is not < 1
     *     */
    public Garch {
        Check.finite("drift", drift);
        Check.notNegative("volatility", volatility);
        Check.notNegative("alpha", alpha);
        Check.notNegative("beta", beta);
        Check.notNegative("gamma", gamma);
        double persistence = alpha + beta + 0.5 * gamma;
        if (!(persistence < 1)) {
            throw new IllegalArgumentException("alpha + beta + gamma/2 must be < 1, got " + persistence);
        }
    }

    @Override
    public String name() {
        return "garch";
    }

    @Override
    public Garch withDrift(double drift) {
        return new Garch(drift, volatility, alpha, beta, gamma);
    }

    @Override
    public Garch withVolatility(double volatility) {
        return new Garch(drift, volatility, alpha, beta, gamma);
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        return new GarchPath(this, () -> 1);
    }
}
