package marketlab.index;

import marketlab.dataset.Check;

/**
 * Jump diffusion: geometric Brownian motion with jumps of normal log-size at Poisson times (Merton, <i>Option pricing
 * when underlying stock returns are discontinuous</i>, Journal of Financial Economics 3, 1976), by its exact solution.
 *
 * @param drift expected growth per year of 252 sessions, jumps included, continuously compounded, as a fraction
 * @param volatility volatility of the diffusion alone, annualised, as a fraction
 * @param jumpsPerYear mean number of jumps per year
 * @param jumpMean mean of the log-jump: -0.04 is about 4 % down
 * @param jumpDeviation standard deviation of the log-jump
 */
public record Merton(double drift, double volatility, double jumpsPerYear, double jumpMean, double jumpDeviation)
        implements IndexModel {

    /** @throws IllegalArgumentException if a parameter is not finite, or negative where it must not be */
    public Merton {
        Check.finite("drift", drift);
        Check.notNegative("volatility", volatility);
        new Jumps(jumpsPerYear, jumpMean, jumpDeviation);
    }

    @Override
    public String name() {
        return "merton";
    }

    @Override
    public Merton withDrift(double drift) {
        return new Merton(drift, volatility, jumpsPerYear, jumpMean, jumpDeviation);
    }

    /** This model with diffusion and jumps scaled so that both together have this volatility. */
    @Override
    public Merton withVolatility(double total) {
        double factor = ModelChecks.ratio("volatility", total, Math.sqrt(volatility * volatility + jumps().variance()));
        return new Merton(drift, factor * volatility, jumpsPerYear, factor * jumpMean, factor * jumpDeviation);
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        return jumps().over(new Gbm(drift - jumps().growth(), volatility).moves(events), events);
    }

    private Jumps jumps() {
        return new Jumps(jumpsPerYear, jumpMean, jumpDeviation);
    }
}
