package marketlab.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketlab.dataset.PriceHistory;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Finds the parameters that make a history most probable, and their standard errors. */
final class MaximumLikelihood {

    static final int FEWEST = 30;

    private static final int MOST_EVALUATIONS = 20_000;
    private static final int RESTARTS = 2;
    private static final double PRECISION = 1e-10;
    private static final double IMPOSSIBLE = -1e300;
    /** The smallest standard error, in steps of the differences. */
    private static final double LEAST_STEPS = 0.1;

    private final String model;
    private final List<String> names;
    private final double[] scale;
    private final Likelihood likelihood;
    private final double[] returns;
    private final double step;

    private MaximumLikelihood(IndexModel start, Likelihood likelihood, double[] returns, double step) {
        this.model = start.name();
        this.names = List.copyOf(start.parameters().keySet());
        this.scale = start.parameters().values().stream()
                .mapToDouble(value -> Math.max(Math.abs(((Number) value).doubleValue()), 0.01))
                .toArray();
        this.likelihood = likelihood;
        this.returns = returns;
        this.step = step;
    }

    /** Fits a model of this type. The search starts at the typical model with the sample's drift and volatility. */
    static Calibration fit(IndexModel typical, Likelihood likelihood, PriceHistory history) {
        double[] returns = history.logReturns(FEWEST);
        double perYear = history.spacing().perYear();
        SampleMoments sample = SampleMoments.of(returns);
        double variance = sample.variance() * perYear;
        IndexModel start =
                typical.withDrift(sample.mean() * perYear + 0.5 * variance).withVolatility(Math.sqrt(variance));
        MaximumLikelihood problem = new MaximumLikelihood(start, likelihood, returns, 1 / perYear);
        double[] best = problem.maximise(start.parameters().values().stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray());
        return new Calibration(
                problem.model(best),
                problem.standardErrors(best),
                problem.logLikelihood(best),
                returns.length,
                history.spacing(),
                history.notes());
    }

    /** The simplex of Nelder and Mead, restarted where it stopped, so that it does not stop too early. */
    private double[] maximise(double[] start) {
        double[] scaled = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            scaled[i] = start[i] / scale[i];
        }
        for (int restart = 0; restart < RESTARTS; restart++) {
            scaled = new SimplexOptimizer(PRECISION, PRECISION)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new ObjectiveFunction(point -> logLikelihood(unscaled(point))),
                            GoalType.MAXIMIZE,
                            new InitialGuess(scaled),
                            new NelderMeadSimplex(scaled.length, 0.1))
                    .getPoint();
        }
        return unscaled(scaled);
    }

    private double logLikelihood(double[] parameters) {
        try {
            double value = likelihood.of(model(parameters), returns, step);
            return Double.isFinite(value) ? value : IMPOSSIBLE;
        } catch (IllegalArgumentException outOfRange) {
            return IMPOSSIBLE;
        }
    }

    /**
     * Square roots of the diagonal of the inverse of the negative Hessian, by central differences. A parameter at the
     * edge of its range has no derivative: it is held fixed, and its error is NaN. So is an error much smaller than the
     * step of the differences: they measured no curvature. This happens where the likelihood has no bound, as with
     * closes that hardly ever change.
     */
    private Map<String, Double> standardErrors(double[] best) {
        int[] free =
                IntStream.range(0, best.length).filter(i -> isInside(best, i)).toArray();
        Map<String, Double> errors = new LinkedHashMap<>();
        names.forEach(name -> errors.put(name, Double.NaN));
        if (free.length == 0) {
            return errors;
        }
        RealMatrix information = new Array2DRowRealMatrix(free.length, free.length);
        for (int row = 0; row < free.length; row++) {
            for (int column = 0; column <= row; column++) {
                int i = free[row];
                int j = free[column];
                double second = (moved(best, i, 1, j, 1)
                                - moved(best, i, 1, j, -1)
                                - moved(best, i, -1, j, 1)
                                + moved(best, i, -1, j, -1))
                        / (4 * width(best, i) * width(best, j));
                information.setEntry(row, column, -second);
                information.setEntry(column, row, -second);
            }
        }
        try {
            RealMatrix covariance = new LUDecomposition(information).getSolver().getInverse();
            for (int row = 0; row < free.length; row++) {
                double error = Math.sqrt(covariance.getEntry(row, row));
                boolean known = error > LEAST_STEPS * width(best, free[row]) && Double.isFinite(error);
                errors.put(names.get(free[row]), known ? error : Double.NaN);
            }
        } catch (SingularMatrixException thisHistorySaysNothing) {
            return errors;
        }
        return errors;
    }

    private boolean isInside(double[] best, int i) {
        return moved(best, i, 1, i, 1) > IMPOSSIBLE && moved(best, i, -1, i, -1) > IMPOSSIBLE;
    }

    private double moved(double[] best, int i, int stepsOfI, int j, int stepsOfJ) {
        double[] point = best.clone();
        point[i] += stepsOfI * width(best, i);
        point[j] += stepsOfJ * width(best, j);
        return logLikelihood(point);
    }

    private double width(double[] best, int i) {
        return 1e-3 * Math.max(Math.abs(best[i]), 0.01 * scale[i]);
    }

    private IndexModel model(double[] parameters) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            values.put(names.get(i), parameters[i]);
        }
        return IndexModel.named(model, values);
    }

    private double[] unscaled(double[] point) {
        return IntStream.range(0, point.length)
                .mapToDouble(i -> point[i] * scale[i])
                .toArray();
    }
}
