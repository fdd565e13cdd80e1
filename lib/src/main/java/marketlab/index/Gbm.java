package marketlab.index;

import java.util.Arrays;
import marketlab.dataset.Check;

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

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        double variancePerYear = volatility * volatility;
        double logDrift = drift - 0.5 * variancePerYear;
        return steps -> {
            for (int from = 0, to; from < steps.size; from = to) {
                to = steps.endOfEqualYears(from);
                double years = steps.years[from];
                double mean = logDrift * years;
                double variance = variancePerYear * years;
                double deviation = Math.sqrt(variance);
                Arrays.fill(steps.variance, from, to, variance);
                for (int i = from; i < to; i++) {
                    steps.move[i] = mean + deviation * steps.shock[i];
                }
            }
        };
    }
}
