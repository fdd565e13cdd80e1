package marketlab.index;

import marketlab.calendar.Market;
import marketlab.dataset.Check;

/**
 * The log of the variance reverts, and follows yesterday's surprise: EGARCH(1,1) (Nelson, <i>Conditional
 * Heteroskedasticity in Asset Returns: A New Approach</i>, Econometrica 59, 1991): ln h' = ω + beta · ln h + alpha (|z|
 * − √(2/π)) + gamma · z, where z is the session's surprise over its deviation. One step per session of trading time,
 * starting at the long-run variance. Within a session the variance is constant.
 *
 * @param drift expected growth per year of 252 sessions, continuously compounded, as a fraction
 * @param volatility long-run volatility, annualised, as a fraction
 * @param alpha effect of a large surprise on the log-variance, at least 0
 * @param beta what the log-variance keeps from one session to the next, 0 to less than 1
 * @param gamma effect of the sign: below 0 if a fall raises the variance more than a rise
 */
public record Egarch(double drift, double volatility, double alpha, double beta, double gamma) implements IndexModel {

    static final double MEAN_SIZE = Math.sqrt(2 / Math.PI);

    /** @throws IllegalArgumentException if a parameter is not finite or outside its range */
    public Egarch {
        Check.finite("drift", drift);
        Check.notNegative("volatility", volatility);
        Check.notNegative("alpha", alpha);
        Check.between("beta", beta, 0, Math.nextDown(1.0));
        Check.finite("gamma", gamma);
    }

    @Override
    public String name() {
        return "egarch";
    }

    @Override
    public Egarch withDrift(double drift) {
        return new Egarch(drift, volatility, alpha, beta, gamma);
    }

    @Override
    public Egarch withVolatility(double volatility) {
        return new Egarch(drift, volatility, alpha, beta, gamma);
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        double mean = meanLogVariance();
        return new ModelPath() {
            private final Sessions sessions = new Sessions();
            private double variancePerYear = volatility * volatility;
            private double aboveMean = StrictMath.log(variancePerYear) - mean;
            private double surprise;

            @Override
            public void fill(StepBlock steps) {
                for (int i = 0; i < steps.size; i++) {
                    double variance = variancePerYear * steps.years[i];
                    steps.variance[i] = variance;
                    steps.move[i] = drift * steps.years[i] - 0.5 * variance + Math.sqrt(variance) * steps.shock[i];
                    surprise += Math.sqrt(steps.years[i] * Market.SESSIONS_PER_YEAR) * steps.shock[i];
                    if (sessions.endAfter(steps.years[i])) {
                        aboveMean = next(aboveMean, surprise);
                        variancePerYear = StrictMath.exp(mean + aboveMean);
                        surprise = 0;
                    }
                    if (steps.state != null) {
                        steps.state[i] = variancePerYear;
                    }
                }
            }
        };
    }

    /** The log-variance above its mean after a session with this standardised surprise. */
    double next(double aboveMean, double surprise) {
        return beta * aboveMean + alpha * (Math.abs(surprise) - MEAN_SIZE) + gamma * surprise;
    }

    /**
     * Mean of the variance over the next years, times the years.
     *
     * @param state variance of the next session, annualised
     * @param years in years of 252 sessions
     */
    public double meanTotalVariance(double state, double years) {
        double sessions = years * Market.SESSIONS_PER_YEAR;
        double aboveMean = StrictMath.log(state) - meanLogVariance();
        double effects = meanLogVariance();
        SurpriseEffects surprises = SurpriseEffects.of(this);
        double total = 0;
        double weight = 1;
        for (int session = 0; session < sessions; session++) {
            double length = Math.min(1, sessions - session);
            total += length * StrictMath.exp(effects + weight * aboveMean);
            effects += surprises.after(session, weight);
            weight *= beta;
        }
        return total / Market.SESSIONS_PER_YEAR;
    }

    /** Mean of the log of the variance per year, if the mean of the variance is that of the volatility: theorem A1.2.
     * */
    double meanLogVariance() {
        return StrictMath.log(volatility * volatility)
                - SurpriseEffects.of(this).sum();
    }
}
