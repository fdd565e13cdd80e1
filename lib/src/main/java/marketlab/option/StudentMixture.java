package marketlab.option;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import marketlab.index.GarchT;
import org.apache.commons.math3.special.Gamma;

/**
 * Prices under {@link GarchT}. Each session multiplies its variance by a random factor, (nu − 2)/χ². Given the mean of
 * the factors until the expiry, the prices are those of another model with its variance multiplied by this mean; they
 * are averaged over the law of the mean. For one session this is exact. For more, the mean has the law of one factor
 * with more degrees of freedom, so that its variance is right: nu − 4 grows with the number of sessions. Few points do,
 * because they are scaled so that the mean of the root of the factor, and with it the price at the money, is right.
 */
final class StudentMixture implements ExpiryPricer {

    /** Degrees of freedom that a session adds at least; from 4 down, a factor has no variance. */
    private static final double LEAST_GROWTH = 0.5;

    private static final int MOST_POINTS = 32;

    private final List<Part> parts = new ArrayList<>();

    private record Part(double weight, double factor, ExpiryPricer pricer) {}

    /**
     * @param sessions until the expiry; a part of one counts as one
     * @param byFactor prices with the variance multiplied by a factor
     */
    StudentMixture(GarchT model, double sessions, DoubleFunction<ExpiryPricer> byFactor) {
        double whole = Math.max(1, sessions);
        double freedom = model.nu() + (whole - 1) * Math.max(LEAST_GROWTH, model.nu() - 4);
        GammaQuadrature gamma = GammaQuadrature.of(0.5 * freedom, points(whole));
        double sum = 0;
        for (int i = 0; i < gamma.points().length; i++) {
            sum += gamma.weights()[i] / Math.sqrt(gamma.points()[i]);
        }
        double root = StrictMath.exp(Gamma.logGamma(0.5 * (freedom - 1)) - Gamma.logGamma(0.5 * freedom)) / sum;
        for (int i = 0; i < gamma.points().length; i++) {
            double factor = root * root * (0.5 * freedom - 1) / gamma.points()[i];
            parts.add(new Part(gamma.weights()[i], factor, byFactor.apply(factor)));
        }
    }

    /** The law of the mean becomes narrow, so that fewer points do. */
    private static int points(double sessions) {
        return sessions == 1 ? MOST_POINTS : sessions < 4 ? 6 : sessions < 12 ? 4 : 3;
    }

    @Override
    public OptionValue value(double strike) {
        return values(new double[] {strike})[0];
    }

    @Override
    public OptionValue[] values(double[] strikes) {
        double[][] sums = new double[strikes.length][10];
        for (Part part : parts) {
            OptionValue[] values = part.pricer().values(strikes);
            for (int i = 0; i < strikes.length; i++) {
                add(sums[i], part, values[i]);
            }
        }
        OptionValue[] values = new OptionValue[strikes.length];
        for (int i = 0; i < strikes.length; i++) {
            double[] sum = sums[i];
            values[i] = new OptionValue(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6], sum[7], sum[8], sum[9]);
        }
        return values;
    }

    private static void add(double[] sum, Part part, OptionValue value) {
        double weight = part.weight();
        sum[0] += weight * value.callPrice();
        sum[1] += weight * value.putPrice();
        sum[2] += weight * value.callDelta();
        sum[3] += weight * value.putDelta();
        sum[4] += weight * value.gamma();
        sum[5] += weight * value.callTheta();
        sum[6] += weight * value.putTheta();
        sum[7] += weight * Math.sqrt(part.factor()) * value.vega();
        sum[8] += weight * value.callRho();
        sum[9] += weight * value.putRho();
    }

    @Override
    public SecondOrderGreeks secondOrder(double strike, OptionValue value) {
        double vanna = 0;
        double volga = 0;
        double callCharm = 0;
        double putCharm = 0;
        for (Part part : parts) {
            SecondOrderGreeks greeks =
                    part.pricer().secondOrder(strike, part.pricer().value(strike));
            vanna += part.weight() * Math.sqrt(part.factor()) * greeks.vanna();
            volga += part.weight() * part.factor() * greeks.volga();
            callCharm += part.weight() * greeks.callCharm();
            putCharm += part.weight() * greeks.putCharm();
        }
        return new SecondOrderGreeks(vanna, volga, callCharm, putCharm);
    }
}
