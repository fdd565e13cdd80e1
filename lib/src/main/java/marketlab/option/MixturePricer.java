package marketlab.option;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import marketlab.calendar.Market;
import marketlab.index.Merton;
import marketlab.index.Regime;

/**
 * Prices options as a mixture of prices of Black and Scholes. Given the number of jumps of {@link Merton}, or the time
 * that {@link Regime} spends in each regime, the log-return is normal.
 *
 * <p>The vega is per 1.00 of the mean volatility, when all variances of the mixture are scaled. The parts of theta and
 * charm that come from the variance are central differences in time, because time changes the weights too; the relative
 * error is about 1e-8.
 */
final class MixturePricer implements ExpiryPricer {

    private static final double BUMP = 1e-4;
    private static final double NEGLIGIBLE = 1e-18;
    private static final int MOST_STEPS = 256;

    private final BlackScholes.Terms terms;
    private final List<Component> now;
    private final List<Component> shorter;
    private final List<Component> longer;
    private final double volatility;

    /**
     * One normal law of the log-return.
     *
     * @param spotFactor the index level is multiplied by it
     * @param totalVariance until the expiry
     */
    private record Component(double weight, double spotFactor, double totalVariance) {

        double volatility(BlackScholes.Terms terms) {
            return Math.sqrt(totalVariance / terms.varianceYears);
        }
    }

    private MixturePricer(BlackScholes.Terms terms, double totalVariance, DoubleFunction<List<Component>> byYears) {
        this.terms = terms;
        this.volatility = Math.sqrt(totalVariance / terms.varianceYears);
        now = byYears.apply(terms.varianceYears);
        shorter = byYears.apply((1 - BUMP) * terms.varianceYears);
        longer = byYears.apply((1 + BUMP) * terms.varianceYears);
    }

    /** Merton 1976, equation 16, with any mean of the jumps. */
    static MixturePricer of(Merton model, BlackScholes.Terms terms) {
        JumpLaw jumps = ModelVariance.jumps(model);
        double diffusion = ModelVariance.square(model.volatility());
        double change = jumps.meanChange();
        double variance = jumps.deviation() * jumps.deviation();
        return new MixturePricer(terms, ModelVariance.total(model, Double.NaN, terms.varianceYears), years -> {
            List<Component> byJumps = new ArrayList<>();
            double expected = jumps.perYear() * years;
            double weight = StrictMath.exp(-expected);
            for (int n = 0; n <= expected || weight > NEGLIGIBLE; n++) {
                double factor = StrictMath.exp(-expected * change + n * (jumps.mean() + 0.5 * variance));
                byJumps.add(new Component(weight, factor, diffusion * years + n * variance));
                weight *= expected / (n + 1);
            }
            return byJumps;
        });
    }

    /**
     * The number of sessions in the bull regime, by a recursion over the sessions; over 256 equal parts of the time if
     * there are more sessions.
     *
     * @param state variance of the present regime
     */
    static MixturePricer of(Regime model, double state, BlackScholes.Terms terms) {
        double sessions = terms.varianceYears * Market.SESSIONS_PER_YEAR;
        int steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(sessions - BUMP)));
        double bull = ModelVariance.square(model.bullVolatility());
        double bear = ModelVariance.square(model.bearVolatility());
        boolean inBull = Math.abs(state - bull) <= Math.abs(state - bear);
        return new MixturePricer(terms, ModelVariance.total(model, state, terms.varianceYears), years -> {
            double[] inBullFor = timeInBull(model, inBull, steps, years * Market.SESSIONS_PER_YEAR / steps);
            List<Component> byTime = new ArrayList<>();
            for (int k = 0; k <= steps; k++) {
                byTime.add(new Component(inBullFor[k], 1, (k * bull + (steps - k) * bear) * years / steps));
            }
            return byTime;
        });
    }

    @Override
    public OptionValue value(double strike) {
        OptionValue sum = sum(now, terms, strike);
        double change = sum(longer, within(1 + BUMP), strike).callPrice()
                - sum(shorter, within(1 - BUMP), strike).callPrice();
        double decay = -change / (2 * BUMP * terms.varianceYears);
        return new OptionValue(
                sum.callPrice(),
                sum.putPrice(),
                sum.callDelta(),
                sum.putDelta(),
                sum.gamma(),
                sum.callTheta() + decay,
                sum.putTheta() + decay,
                sum.vega(),
                sum.callRho(),
                sum.putRho());
    }

    @Override
    public SecondOrderGreeks secondOrder(double strike, OptionValue value) {
        double vanna = 0;
        double volga = 0;
        for (Component component : now) {
            BlackScholes.Terms shifted = terms.withSpot(component.spotFactor() * terms.spot);
            double part = component.volatility(terms);
            OptionValue plain = shifted.value(strike, part, BlackScholes.Terms.logRatio(shifted.spot, strike));
            SecondOrderGreeks greeks = SecondOrderGreeks.ofBlackScholes(shifted, strike, part, plain);
            double scale = part / volatility;
            vanna += component.weight() * component.spotFactor() * scale * greeks.vanna();
            volga += component.weight() * scale * scale * greeks.volga();
        }
        OptionValue later = sum(shorter, within(1 - BUMP), strike);
        OptionValue earlier = sum(longer, within(1 + BUMP), strike);
        boolean call = value.callDelta() < -value.putDelta();
        double change = call ? later.callDelta() - earlier.callDelta() : later.putDelta() - earlier.putDelta();
        return SecondOrderGreeks.of(terms, value, vanna, volga, change / (2 * BUMP * terms.varianceYears));
    }

    private BlackScholes.Terms within(double factor) {
        return new BlackScholes.Terms(
                terms.spot, terms.rate, terms.dividendYield, terms.years, factor * terms.varianceYears);
    }

    /** The weighted sum, with the theta of interest and dividends alone. */
    private OptionValue sum(List<Component> components, BlackScholes.Terms terms, double strike) {
        double[] total = new double[10];
        for (Component component : components) {
            BlackScholes.Terms shifted =
                    component.spotFactor() == 1 ? terms : terms.withSpot(component.spotFactor() * terms.spot);
            double part = component.volatility(terms);
            OptionValue value = shifted.value(strike, part, BlackScholes.Terms.logRatio(shifted.spot, strike));
            double weight = component.weight();
            double decay = 0.5 * value.vega() * part / terms.varianceYears;
            total[0] += weight * value.callPrice();
            total[1] += weight * value.putPrice();
            total[2] += weight * component.spotFactor() * value.callDelta();
            total[3] += weight * component.spotFactor() * value.putDelta();
            total[4] += weight * component.spotFactor() * component.spotFactor() * value.gamma();
            total[5] += weight * (value.callTheta() + decay);
            total[6] += weight * (value.putTheta() + decay);
            total[7] += weight * value.vega() * part / volatility;
            total[8] += weight * value.callRho();
            total[9] += weight * value.putRho();
        }
        return new OptionValue(
                total[0], total[1], total[2], total[3], total[4], total[5], total[6], total[7], total[8], total[9]);
    }

    /** Probability of each number of steps in the bull regime; a step belongs to the regime in which it begins. */
    private static double[] timeInBull(Regime model, boolean inBull, int steps, double sessionsPerStep) {
        double rate = 1 / model.bullDays() + 1 / model.bearDays();
        double switching = -StrictMath.expm1(-rate * sessionsPerStep);
        double share = ModelVariance.bullShare(model);
        double leavesBull = (1 - share) * switching;
        double leavesBear = share * switching;
        double[] bull = new double[steps + 1];
        double[] bear = new double[steps + 1];
        (inBull ? bull : bear)[0] = 1;
        for (int step = 0; step < steps; step++) {
            for (int k = steps; k >= 0; k--) {
                double stayed = k == 0 ? 0 : bull[k - 1];
                double other = bear[k];
                bull[k] = stayed * (1 - leavesBull) + other * leavesBear;
                bear[k] = stayed * leavesBull + other * (1 - leavesBear);
            }
        }
        for (int k = 0; k <= steps; k++) {
            bull[k] += bear[k];
        }
        return bull;
    }
}
