package marketlab.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.math3.special.Gamma;

/** Log-likelihood of log-returns under a model. */
interface Likelihood {

    double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** The likelihoods by name of the model. */
    Map<String, Likelihood> ALL = all();

    /** @param step years from one return to the next */
    double of(IndexModel model, double[] returns, double step);

    private static Map<String, Likelihood> all() {
        Map<String, Likelihood> all = new LinkedHashMap<>();
        all.put("gbm", (model, returns, step) -> gbm((Gbm) model, returns, step));
        all.put("merton", (model, returns, step) -> merton((Merton) model, returns, step));
        all.put("garch", (model, returns, step) -> garch((Garch) model, returns, step));
        all.put("garch_t", (model, returns, step) -> garchT((GarchT) model, returns, step));
        all.put("egarch", (model, returns, step) -> egarch((Egarch) model, returns, step));
        all.put("ou", (model, returns, step) -> ou((Ou) model, returns, step));
        all.put("regime", (model, returns, step) -> regime((Regime) model, returns, step));
        return all;
    }

    private static double gbm(Gbm model, double[] returns, double step) {
        double variance = model.volatility() * model.volatility();
        double sum = 0;
        for (double r : returns) {
            sum += logDensity(r - (model.drift() - 0.5 * variance) * step, variance * step);
        }
        return sum;
    }

    /** A mixture over the number of the day's jumps. */
    private static double merton(Merton model, double[] returns, double step) {
        int most = 12;
        double perStep = model.jumpsPerYear() * step;
        double growth = new Jumps(model.jumpsPerYear(), model.jumpMean(), model.jumpDeviation()).growth();
        double square = model.volatility() * model.volatility();
        double mean = (model.drift() - growth - 0.5 * square) * step;
        double[] weight = new double[most];
        weight[0] = Math.exp(-perStep);
        for (int jumps = 1; jumps < most; jumps++) {
            weight[jumps] = weight[jumps - 1] * perStep / jumps;
        }
        double sum = 0;
        for (double r : returns) {
            double density = 0;
            for (int jumps = 0; jumps < most; jumps++) {
                double variance = square * step + jumps * model.jumpDeviation() * model.jumpDeviation();
                density += weight[jumps] * Math.exp(logDensity(r - mean - jumps * model.jumpMean(), variance));
            }
            sum += Math.log(density);
        }
        return sum;
    }

    private static double garch(Garch model, double[] returns, double step) {
        return garch(model, returns, step, Likelihood::logDensity);
    }

    /** The small skew that a session's own variance gives its mean is neglected. */
    private static double garchT(GarchT model, double[] returns, double step) {
        double nu = model.nu();
        double constant =
                Gamma.logGamma(0.5 * (nu + 1)) - Gamma.logGamma(0.5 * nu) - 0.5 * Math.log(Math.PI * (nu - 2));
        return garch(
                model.garch(),
                returns,
                step,
                (x, variance) -> constant
                        - 0.5 * Math.log(variance)
                        - 0.5 * (nu + 1) * Math.log1p(x * x / (variance * (nu - 2))));
    }

    private static double egarch(Egarch model, double[] returns, double step) {
        double mean = model.meanLogVariance();
        double aboveMean = 2 * Math.log(model.volatility()) - mean;
        double sum = 0;
        for (double r : returns) {
            double variance = Math.exp(mean + aboveMean) * step;
            double surprise = r - model.drift() * step + 0.5 * variance;
            sum += logDensity(surprise, variance);
            aboveMean = model.next(aboveMean, surprise / Math.sqrt(variance));
        }
        return sum;
    }

    /** @param density log-density of a surprise, given its variance */
    private static double garch(Garch model, double[] returns, double step, DoubleBinaryOperator density) {
        double longRun = model.volatility() * model.volatility() * step;
        double omega = longRun * (1 - model.alpha() - model.beta() - 0.5 * model.gamma());
        double variance = longRun;
        double sum = 0;
        for (double r : returns) {
            double surprise = r - model.drift() * step + 0.5 * variance;
            sum += density.applyAsDouble(surprise, variance);
            double weight = surprise < 0 ? model.alpha() + model.gamma() : model.alpha();
            variance = omega + weight * surprise * surprise + model.beta() * variance;
        }
        return sum;
    }

    private static double ou(Ou model, double[] returns, double step) {
        double returned = Math.expm1(-model.meanReversion() * step);
        double variance = model.volatility()
                * model.volatility()
                * -Math.expm1(-2 * model.meanReversion() * step)
                / (2 * model.meanReversion());
        double aboveTrend = 0;
        double sum = 0;
        for (double r : returns) {
            double move = r - model.drift() * step;
            sum += logDensity(move - aboveTrend * returned, variance);
            aboveTrend += move;
        }
        return sum;
    }

    /** Hamilton's filter (1989, section 4): the regime's probability is carried from day to day. */
    private static double regime(Regime model, double[] returns, double step) {
        double leaveBull = -Math.expm1(-1 / model.bullDays());
        double leaveBear = -Math.expm1(-1 / model.bearDays());
        double bullVariance = model.bullVolatility() * model.bullVolatility();
        double bearVariance = model.bearVolatility() * model.bearVolatility();
        double bull = model.bullDays() / (model.bullDays() + model.bearDays());
        double sum = 0;
        for (double r : returns) {
            double ifBull = bull
                    * Math.exp(logDensity(r - (model.bullDrift() - 0.5 * bullVariance) * step, bullVariance * step));
            double ifBear = (1 - bull)
                    * Math.exp(logDensity(r - (model.bearDrift() - 0.5 * bearVariance) * step, bearVariance * step));
            sum += Math.log(ifBull + ifBear);
            double after = ifBull / (ifBull + ifBear);
            bull = after * (1 - leaveBull) + (1 - after) * leaveBear;
        }
        return sum;
    }

    private static double logDensity(double x, double variance) {
        return -HALF_LOG_TWO_PI - 0.5 * (Math.log(variance) + x * x / variance);
    }
}
