package marketlab.index;

/**
 * Geometric Brownian motion, dS = drift · S dt + volatility · S dW, by its exact solution (Glasserman, <i>Monte Carlo
 * Methods in Financial Engineering</i>, 2003, section 3.2.1).
 *
 * @param drift expected growth of the index per year of 252 sessions, continuously compounded: 0.08 is 8 %
 * @param volatility standard deviation of the log-return, annualised over 252 sessions, as a fraction: 0.15 is 15 %
 */
public record Gbm(double drift, double volatility) implements IndexModel {

    /** @throws IllegalArgumentException if the drift is not finite, or the volatility negative or not finite */
    public Gbm {
        Check.finite("drift", drift);
        Check.notNegative("volatility", volatility);
    }

    @Override
    public String name() {
        return "gbm";
    }

    @Override
    public Gbm withDrift(double drift) {
        return new Gbm(drift, volatility);
    }

    @Override
    public Gbm withVolatility(double volatility) {
        return new Gbm(drift, volatility);
    }

    @Override
    public Moves moves(RandomStream events) {
        double variancePerYear = volatility * volatility;
        double logDrift = drift - 0.5 * variancePerYear;
        return steps -> {
            double years = Double.NaN;
            double mean = 0;
            double variance = 0;
            double deviation = 0;
            for (int i = 0; i < steps.size; i++) {
                if (steps.years[i] != years) {
                    years = steps.years[i];
                    mean = logDrift * years;
                    variance = variancePerYear * years;
                    deviation = Math.sqrt(variance);
                }
                steps.variance[i] = variance;
                steps.move[i] = mean + deviation * steps.shock[i];
            }
        };
    }
}
