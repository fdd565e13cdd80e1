package marketlab.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Fits one set of Heston's parameters to all expiries. The residuals are differences of prices by the vega, so nearly
 * of volatilities, in half spreads.
 */
final class HestonFit {

    private static final List<String> NAMES = List.of("v0", "kappa", "theta", "xi", "rho");

    private static final double[] LOWEST = {1e-4, 0.05, 1e-4, 0.01, -0.999};
    private static final double[] HIGHEST = {4, 50, 4, 10, 0.999};
    /** Speed and volatility of the variance, and the correlation, from which a search begins. */
    private static final double[][] STARTS = {{2, 0.5, -0.5}, {8, 1.5, -0.5}};

    private static final double EDGE = 1e-3;

    private final List<QuoteSlice> slices;

    HestonFit(List<QuoteSlice> slices) {
        this.slices = slices;
    }

    HestonPricer fit() {
        double[] best = null;
        double near = square(slices.get(0).atTheMoney());
        double far = square(slices.get(slices.size() - 1).atTheMoney());
        for (double[] start : STARTS) {
            double[] natural = {near, start[0], far, start[1], start[2]};
            double[] end = LeastSquares.minimise(point -> misfit(bounded(point)), unbounded(natural));
            best = best == null || LeastSquares.sum(misfit(bounded(end))) < LeastSquares.sum(misfit(bounded(best)))
                    ? end
                    : best;
        }
        return pricer(bounded(best));
    }

    /** Standard errors by name; NaN for a parameter at the edge of the search. */
    Map<String, Double> standardErrors(HestonPricer fitted) {
        double[] natural = {fitted.v0(), fitted.kappa(), fitted.theta(), fitted.xi(), fitted.rho()};
        double[] errors = LeastSquares.standardErrors(this::misfit, natural);
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < errors.length; i++) {
            double share = (natural[i] - LOWEST[i]) / (HIGHEST[i] - LOWEST[i]);
            boolean isInside =
                    i < 4 ? natural[i] > (1 + EDGE) * LOWEST[i] && share < 1 - EDGE : share > EDGE && share < 1 - EDGE;
            byName.put(NAMES.get(i), isInside ? errors[i] : Double.NaN);
        }
        return byName;
    }

    private double[] misfit(double[] natural) {
        HestonPricer pricer = pricer(natural);
        List<double[]> parts = new ArrayList<>();
        for (QuoteSlice slice : slices) {
            ExpiryPricer expiry = pricer(pricer, slice);
            parts.add(slice.points().stream()
                    .mapToDouble(point -> (QuoteSlice.price(point.call(), expiry.value(point.strike())) - point.price())
                            / (point.vega() * point.tolerance()))
                    .toArray());
        }
        return parts.stream().flatMapToDouble(DoubleStream::of).toArray();
    }

    static ExpiryPricer pricer(HestonPricer pricer, QuoteSlice slice) {
        double farthest = slice.points().stream()
                .mapToDouble(point -> Math.abs(slice.logStrike(point.strike())))
                .max()
                .orElse(0);
        return new HestonSlice(pricer, JumpLaw.NONE, slice.terms(), farthest);
    }

    static Map<String, Double> byName(HestonPricer model) {
        Map<String, Double> byName = new LinkedHashMap<>();
        double[] values = {model.v0(), model.kappa(), model.theta(), model.xi(), model.rho()};
        for (int i = 0; i < values.length; i++) {
            byName.put(NAMES.get(i), values[i]);
        }
        return byName;
    }

    private static HestonPricer pricer(double[] natural) {
        return new HestonPricer(natural[0], natural[1], natural[2], natural[3], natural[4]);
    }

    /** Positive parameters are searched by their logarithm, within the bounds. */
    private static double[] bounded(double[] point) {
        double[] natural = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double share = 1 / (1 + Math.exp(-point[i]));
            natural[i] = i < 4
                    ? LOWEST[i] * Math.pow(HIGHEST[i] / LOWEST[i], share)
                    : LOWEST[i] + share * (HIGHEST[i] - LOWEST[i]);
        }
        return natural;
    }

    private static double[] unbounded(double[] natural) {
        double[] point = new double[natural.length];
        for (int i = 0; i < point.length; i++) {
            double share = i < 4
                    ? Math.log(natural[i] / LOWEST[i]) / Math.log(HIGHEST[i] / LOWEST[i])
                    : (natural[i] - LOWEST[i]) / (HIGHEST[i] - LOWEST[i]);
            double inside = Math.max(0.01, Math.min(0.99, share));
            point[i] = Math.log(inside / (1 - inside));
        }
        return point;
    }

    private static double square(double x) {
        return x * x;
    }
}
