package marketlab.option;

/**
 * The volatility of a price history as it was known at each close: an exponentially weighted mean of the squared
 * log-returns with the decay of daily data in J.P. Morgan and Reuters, <i>RiskMetrics Technical Document</i>, 4th
 * edition, 1996, section 5.3.2. It begins with a typical volatility that counts as five days.
 */
final class VolatilityFilter {

    /** Weight of yesterday's estimate. */
    static final double DECAY = 0.94;

    private static final int DAYS_OF_START = 5;

    private final double perYear;
    private double weights = DAYS_OF_START * (1 - DECAY);
    private double weighted;
    private double before = Double.NaN;

    /**
     * @param perYear number of closes in a year
     * @param typical volatility to begin with, annualised, as a fraction
     */
    VolatilityFilter(double perYear, double typical) {
        this.perYear = perYear;
        this.weighted = weights * typical * typical / perYear;
    }

    /** Takes the next close; returns the volatility up to it, annualised, as a fraction. */
    double next(double close) {
        if (!Double.isNaN(before)) {
            double change = StrictMath.log(close / before);
            weighted = DECAY * weighted + (1 - DECAY) * change * change;
            weights = DECAY * weights + (1 - DECAY);
        }
        before = close;
        return Math.sqrt(weighted / weights * perYear);
    }
}
