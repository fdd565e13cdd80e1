package marketlab.index;

import marketlab.dataset.Check;

/**
 * Mean-reverting log-price: an Ornstein-Uhlenbeck process around a growing trend (Uhlenbeck and Ornstein 1930; for
 * prices Schwartz, <i>The Stochastic Behavior of Commodity Prices</i>, Journal of Finance 52, 1997, model 1), by its
 * exact solution. The path starts on the trend.
 *
 * @param drift growth of the trend per year of 252 sessions, continuously compounded, as a fraction
 * @param volatility annualised, as a fraction
 * @param meanReversion speed at which the log-price reverts to the trend, per year; the half-life is ln 2 /
 * meanReversion
 */
public record Ou(double drift, double volatility, double meanReversion) implements IndexModel {

    /** @throws IllegalArgumentException if a parameter is not finite or outside its range */
    public Ou {
        Check.finite("drift", drift);
        Check.notNegative("volatility", volatility);
        Check.positive("meanReversion", meanReversion);
    }

    @Override
    public String name() {
        return "ou";
    }

    @Override
    public Ou withDrift(double drift) {
        return new Ou(drift, volatility, meanReversion);
    }

    @Override
    public Ou withVolatility(double volatility) {
        return new Ou(drift, volatility, meanReversion);
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        return new ModelPath() {
            private double aboveTrend;
            private double years = Double.NaN;
            private double returned;
            private double deviation;

            @Override
            public void fill(StepBlock steps) {
                for (int i = 0; i < steps.size; i++) {
                    if (steps.years[i] != years) {
                        years = steps.years[i];
                        returned = StrictMath.expm1(-meanReversion * years);
                        deviation = volatility
                                * Math.sqrt(-StrictMath.expm1(-2 * meanReversion * years) / (2 * meanReversion));
                    }
                    double move = aboveTrend * returned + deviation * steps.shock[i];
                    aboveTrend += move;
                    steps.move[i] = drift * years + move;
                    steps.variance[i] = volatility * volatility * years;
                }
            }
        };
    }
}
