package marketlab.index;

import marketlab.calendar.Market;
import marketlab.dataset.Check;

/**
 * The market switches at random between two regimes, each with its own drift and volatility: Hamilton, <i>A New
 * Approach to the Economic Analysis of Nonstationary Time Series and the Business Cycle</i>, Econometrica 57, 1989,
 * with durations in trading time. A step belongs to the regime in which it begins. The first regime is drawn by the
 * long-run shares.
 *
 * @param bullDrift expected growth per year of 252 sessions in the bull regime, continuously compounded, as a fraction
 * @param bearDrift the same in the bear regime
 * @param bullVolatility annualised, as a fraction
 * @param bearVolatility annualised, as a fraction
 * @param bullDays mean length of a bull regime in sessions
 * @param bearDays mean length of a bear regime in sessions
 */
public record Regime(
        double bullDrift,
        double bearDrift,
        double bullVolatility,
        double bearVolatility,
        double bullDays,
        double bearDays)
        implements IndexModel {

    /** @throws IllegalArgumentException if a parameter is not finite or outside its range */
    public Regime {
        Check.finite("bullDrift", bullDrift);
        Check.finite("bearDrift", bearDrift);
        Check.notNegative("bullVolatility", bullVolatility);
        Check.notNegative("bearVolatility", bearVolatility);
        Check.positive("bullDays", bullDays);
        Check.positive("bearDays", bearDays);
    }

    @Override
    public String name() {
        return "regime";
    }

    /** Growth per year, averaged by the long-run shares of the regimes. */
    @Override
    public double drift() {
        return bullShare() * bullDrift + (1 - bullShare()) * bearDrift;
    }

    /** This model with both drifts shifted to this long-run average. */
    @Override
    public Regime withDrift(double drift) {
        double shift = drift - drift();
        return new Regime(bullDrift + shift, bearDrift + shift, bullVolatility, bearVolatility, bullDays, bearDays);
    }

    /** This model with both volatilities scaled to this long-run root mean square. */
    @Override
    public Regime withVolatility(double volatility) {
        double square =
                bullShare() * bullVolatility * bullVolatility + (1 - bullShare()) * bearVolatility * bearVolatility;
        double factor = ModelChecks.ratio("volatility", volatility, Math.sqrt(square));
        return new Regime(bullDrift, bearDrift, factor * bullVolatility, factor * bearVolatility, bullDays, bearDays);
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        return new ModelPath() {
            private boolean bull = events.nextDouble() < bullShare();
            private double left = sojourn();

            @Override
            public void fill(StepBlock steps) {
                for (int i = 0; i < steps.size; i++) {
                    double volatility = bull ? bullVolatility : bearVolatility;
                    double variance = volatility * volatility * steps.years[i];
                    steps.variance[i] = variance;
                    steps.move[i] = (bull ? bullDrift : bearDrift) * steps.years[i]
                            - 0.5 * variance
                            + Math.sqrt(variance) * steps.shock[i];
                    left -= steps.years[i] * Market.SESSIONS_PER_YEAR;
                    while (left <= 0) {
                        bull = !bull;
                        left += sojourn();
                    }
                    if (steps.state != null) {
                        steps.state[i] = bull ? bullVolatility * bullVolatility : bearVolatility * bearVolatility;
                    }
                }
            }

            private double sojourn() {
                return Ziggurat.exponential(events) * (bull ? bullDays : bearDays);
            }
        };
    }

    private double bullShare() {
        return bullDays / (bullDays + bearDays);
    }
}
