package marketlab.index;

import marketlab.dataset.Check;

/**
 * {@link Garch} with fat tails: the surprise of a session follows Student's t (Bollerslev, <i>A Conditionally
 * Heteroskedastic Time Series Model for Speculative Prices and Rates of Return</i>, Review of Economics and Statistics
 * 69, 1987). A session's variance is multiplied by (nu − 2)/χ², with χ² of nu degrees of freedom; given that, its moves
 * are normal, so that the drift is the expected growth.
 *
 * @param drift expected growth per year of 252 sessions, continuously compounded, as a fraction
 * @param volatility long-run volatility, annualised, as a fraction
 * @param alpha weight of yesterday's squared surprise
 * @param beta weight of yesterday's variance
 * @param gamma extra weight of a negative surprise
 * @param nu degrees of freedom, above 2: the smaller, the fatter the tails
 */
public record GarchT(double drift, double volatility, double alpha, double beta, double gamma, double nu)
        implements IndexModel {

    /** @throws IllegalArgumentException as {@link Garch}, and if nu is not finite and above 2 */
    public GarchT {
        new Garch(drift, volatility, alpha, beta, gamma);
        Check.finite("nu", nu);
        if (!(nu > 2)) {
            throw new IllegalArgumentException("nu must be > 2, got " + nu);
        }
    }

    @Override
    public String name() {
        return "garch_t";
    }

    @Override
    public GarchT withDrift(double drift) {
        return new GarchT(drift, volatility, alpha, beta, gamma, nu);
    }

    @Override
    public GarchT withVolatility(double volatility) {
        return new GarchT(drift, volatility, alpha, beta, gamma, nu);
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        return new GarchPath(garch(), () -> (nu - 2) / (2 * GammaVariate.of(events, 0.5 * nu)));
    }

    /** The same model with normal surprises. */
    public Garch garch() {
        return new Garch(drift, volatility, alpha, beta, gamma);
    }
}
