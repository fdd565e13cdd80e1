package marketlab.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits {@link Svi} to the quotes of one expiry, by the differences of volatilities in half spreads. Where the smile
 * would have arbitrage, it is fitted again with a penalty that grows until there is none.
 */
final class SmileFit {

    private static final double REACH = 3;
    private static final double STEP = 0.02;
    private static final double FIRST_PENALTY = 10;
    private static final double MOST_PENALTY = 1e8;
    private static final double MARGIN = 1e-3;
    private static final double HIGHEST_RHO = 0.999;
    private static final double STEEPEST_WINGS = 1.999;
    /** Least and most sigma, by the standard deviation at the money; a flat smile determines none. */
    private static final double SHARPEST = 1e-3;

    private static final double ROUNDEST = 1e2;
    private static final double[] CURVATURES = {0.1, 0.5, 2};
    private static final double[] SKEWS = {-0.6, 0, 0.6};

    private final QuoteSlice slice;
    private final Optional<Svi> after;
    private final double years;
    private final double[] k;
    private final double width;

    /**
     * @param smile the fitted one; null if none without arbitrage was found
     * @param isMended whether the best smile had arbitrage
     */
    record Fitted(Svi smile, boolean isMended) {}

    /** @param after the smile of the next expiry, above which total variance may not rise */
    SmileFit(QuoteSlice slice, Optional<Svi> after) {
        this.slice = slice;
        this.after = after;
        this.years = slice.maturity().varianceYears();
        this.width = slice.atTheMoney() * Math.sqrt(years);
        this.k = slice.points().stream()
                .mapToDouble(point -> slice.logStrike(point.strike()))
                .toArray();
    }

    Fitted fit() {
        double[] best = null;
        for (double[] start : starts()) {
            double[] end = LeastSquares.minimise(this::misfit, start);
            best = best == null || LeastSquares.sum(misfit(end)) < LeastSquares.sum(misfit(best)) ? end : best;
        }
        Optional<Svi> smile = smile(best);
        boolean isMended = smile.isEmpty();
        for (double weight = FIRST_PENALTY; smile.isEmpty() && weight <= MOST_PENALTY; weight *= 10) {
            double penalty = weight;
            best = LeastSquares.minimise(point -> penalised(point, penalty), best);
            smile = smile(best);
        }
        return new Fitted(smile.orElse(null), isMended);
    }

    /** Points of the search: ln of the least total variance, wings, rho and sigma mapped from their bounds to all numbers, and m as it is. */
    private List<double[]> starts() {
        List<double[]> starts = new ArrayList<>();
        for (double curvature : CURVATURES) {
            for (double skew : SKEWS) {
                double wings = Math.min(1, width) / STEEPEST_WINGS;
                starts.add(new double[] {
                    Math.log(0.7 * width * width),
                    logit(wings),
                    atanh(skew),
                    0,
                    logit(Math.log(curvature / SHARPEST) / Math.log(ROUNDEST / SHARPEST))
                });
            }
        }
        return starts;
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }

    /** a, b, rho, m and sigma of a point. */
    private double[] raw(double[] point) {
        double rho = HIGHEST_RHO * Math.tanh(point[2]);
        double b = STEEPEST_WINGS / (1 + Math.abs(rho)) * share(point[1]);
        double sigma = SHARPEST * width * Math.pow(ROUNDEST / SHARPEST, share(point[4]));
        return new double[] {Math.exp(point[0]) - b * sigma * Math.sqrt(1 - rho * rho), b, rho, point[3], sigma};
    }

    private static double variance(double[] raw, double k) {
        double from = k - raw[3];
        return raw[0] + raw[1] * (raw[2] * from + Math.sqrt(from * from + raw[4] * raw[4]));
    }

    private double[] misfit(double[] point) {
        double[] raw = raw(point);
        double[] misfit = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            QuoteSlice.Point quote = slice.points().get(i);
            double model = Math.sqrt(Math.max(variance(raw, k[i]), 0) / years);
            misfit[i] = (model - quote.volatility()) / quote.tolerance();
        }
        return misfit;
    }

    private double[] penalised(double[] point, double penalty) {
        double[] misfit = misfit(point);
        double[] raw = raw(point);
        int grid = (int) Math.round(2 * REACH / STEP) + 1;
        double[] all = Arrays.copyOf(misfit, misfit.length + 2 * grid);
        for (int i = 0; i < grid; i++) {
            double at = -REACH + i * STEP;
            double root = Math.hypot(at - raw[3], raw[4]);
            double first = raw[1] * (raw[2] + (at - raw[3]) / root);
            double second = raw[1] * raw[4] * raw[4] / (root * root * root);
            double w = variance(raw, at);
            all[misfit.length + i] = penalty * Math.max(0, MARGIN - Svi.density(at, w, first, second));
            double above = after.isEmpty() ? -1 : (1 + MARGIN) * w / after.get().totalVariance(at) - 1;
            all[misfit.length + grid + i] = penalty * Math.max(0, above);
        }
        return all;
    }

    /** The smile of a point; empty if it has arbitrage, by itself or against the next expiry. */
    private Optional<Svi> smile(double[] point) {
        double[] raw = raw(point);
        try {
            Svi smile = new Svi(raw[0], raw[1], raw[2], raw[3], raw[4]);
            if (after.isPresent()) {
                SviSurface.of(Map.of(years, smile, 2 * years, after.get()));
            }
            return Optional.of(smile);
        } catch (IllegalArgumentException arbitrage) {
            return Optional.empty();
        }
    }
}
