package marketlab.index;

/**
 * {@link Heston} with the jumps of {@link Merton} (Bates, <i>Jumps and Stochastic Volatility: Exchange Rate Processes
 * Implicit in Deutsche Mark Options</i>, Review of Financial Studies 9, 1996).
 *
 * @param drift expected growth per year of 252 sessions, jumps included, continuously compounded, as a fraction
 * @param v0 variance of the diffusion at the start, annualised
 * @param kappa speed at which the variance reverts, per year
 * @param theta variance it reverts to, annualised
 * @param xi volatility of the variance, per square root of a year
 * @param rho correlation of index and variance, -1 to 1
 * @param jumpsPerYear mean number of jumps per year
 * @param jumpMean mean of the log-jump
 * @param jumpDeviation standard deviation of the log-jump
 */
public record Bates(
        double drift,
        double v0,
        double kappa,
        double theta,
        double xi,
        double rho,
        double jumpsPerYear,
        double jumpMean,
        double jumpDeviation)
        implements IndexModel {

    /** @throws IllegalArgumentException if a parameter is not finite or outside its range */
    public Bates {
        new Heston(drift, v0, kappa, theta, xi, rho);
        new Jumps(jumpsPerYear, jumpMean, jumpDeviation);
    }

    @Override
    public String name() {
        return "bates";
    }

    @Override
    public Bates withDrift(double drift) {
        return of(new Heston(drift, v0, kappa, theta, xi, rho), jumps());
    }

    /** This model with variances and jumps scaled so that the total volatility reverts to this one. */
    @Override
    public Bates withVolatility(double total) {
        double now = Math.sqrt(theta + jumps().variance());
        double factor = ModelChecks.ratio("volatility", total, now);
        Heston scaled = diffusion(drift).withVolatility(factor * Math.sqrt(theta));
        return of(scaled, new Jumps(jumpsPerYear, factor * jumpMean, factor * jumpDeviation));
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        return jumps().over(diffusion(drift - jumps().growth()).moves(events), events);
    }

    private Heston diffusion(double drift) {
        return new Heston(drift, v0, kappa, theta, xi, rho);
    }

    private Jumps jumps() {
        return new Jumps(jumpsPerYear, jumpMean, jumpDeviation);
    }

    private static Bates of(Heston heston, Jumps jumps) {
        return new Bates(
                heston.drift(),
                heston.v0(),
                heston.kappa(),
                heston.theta(),
                heston.xi(),
                heston.rho(),
                jumps.perYear(),
                jumps.mean(),
                jumps.deviation());
    }
}
