package marketlab.index;

import java.util.function.DoubleSupplier;
import marketlab.calendar.Market;

/** One path of {@link Garch}, whose variance may be multiplied by a random factor in each session. */
final class GarchPath implements ModelPath {

    private final Garch model;
    private final DoubleSupplier factors;
    private final Sessions sessions = new Sessions();
    private final double omega;
    private double variancePerYear;
    private double factor;
    private double surprise;

    /** @param factors the factor of each session, in order, of mean 1 */
    GarchPath(Garch model, DoubleSupplier factors) {
        this.model = model;
        this.factors = factors;
        this.factor = factors.getAsDouble();
        this.variancePerYear = model.volatility() * model.volatility();
        this.omega = variancePerYear * (1 - model.alpha() - model.beta() - 0.5 * model.gamma());
    }

    @Override
    public void fill(StepBlock steps) {
        for (int i = 0; i < steps.size; i++) {
            double variance = factor * variancePerYear * steps.years[i];
            double shock = Math.sqrt(variance) * steps.shock[i];
            steps.variance[i] = variance;
            steps.move[i] = model.drift() * steps.years[i] - 0.5 * variance + shock;
            surprise += shock;
            if (sessions.endAfter(steps.years[i])) {
                double squared = surprise * surprise * Market.SESSIONS_PER_YEAR;
                double weight = surprise < 0 ? model.alpha() + model.gamma() : model.alpha();
                variancePerYear = omega + weight * squared + model.beta() * variancePerYear;
                factor = factors.getAsDouble();
                surprise = 0;
            }
            if (steps.state != null) {
                steps.state[i] = variancePerYear;
            }
        }
    }
}
