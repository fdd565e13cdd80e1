package marketlab.index;

import marketlab.calendar.Market;
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

    /** @throws IllegalArgumentException if a parameter is not finite or negative, or alpha + beta + gamma/2 is not < 1 */
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

    @Override
    public ModelPath moves(RandomStream events) {
        return new ModelPath() {
            private final Sessions sessions = new Sessions();
            private final double omega = volatility * volatility * (1 - alpha - beta - 0.5 * gamma);
            private double variancePerYear = volatility * volatility;
            private double surprise;

            @Override
            public void fill(StepBlock steps) {
                for (int i = 0; i < steps.size; i++) {
                    double variance = variancePerYear * steps.years[i];
                    double shock = Math.sqrt(variance) * steps.shock[i];
                    steps.variance[i] = variance;
                    steps.move[i] = drift * steps.years[i] - 0.5 * variance + shock;
                    surprise += shock;
                    if (sessions.endAfter(steps.years[i])) {
                        double squared = surprise * surprise * Market.SESSIONS_PER_YEAR;
                        double weight = surprise < 0 ? alpha + gamma : alpha;
                        variancePerYear = omega + weight * squared + beta * variancePerYear;
                        surprise = 0;
                    }
                    if (steps.state != null) {
                        steps.state[i] = variancePerYear;
                    }
                }
            }
        };
    }
}
