package marketlab.option;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Least squares by the method of Levenberg and Marquardt (Marquardt, <i>An Algorithm for Least-Squares Estimation of
 * Nonlinear Parameters</i>, SIAM Journal 11, 1963), with derivatives by differences. A point whose residuals are not
 * finite is never accepted.
 */
final class LeastSquares {

    private static final int MOST_STEPS = 200;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double MOST_DAMPING = 1e10;
    private static final double LEAST_DAMPING = 1e-12;
    private static final double PRECISION = 1e-10;
    private static final double STEP = 1e-6;
    /** Steps in a row that gain next to nothing, after which the search ends. */
    private static final int IDLE_STEPS = 3;

    /** The residuals at a point; their number must stay the same. */
    interface Residuals {
        double[] at(double[] point);
    }

    private LeastSquares() {}

    /** The point with the smallest sum of squares that the search finds from this start. */
    static double[] minimise(Residuals residuals, double[] start) {
        double[] point = start.clone();
        double[] now = residuals.at(point);
        double damping = FIRST_DAMPING;
        int idle = 0;
        for (int step = 0; step < MOST_STEPS && idle < IDLE_STEPS; step++) {
            RealMatrix jacobian = jacobian(residuals, point, now);
            RealMatrix normal = jacobian.transpose().multiply(jacobian);
            RealVector slope = jacobian.transpose().operate(new ArrayRealVector(now, false));
            double before = sum(now);
            while (damping < MOST_DAMPING) {
                double[] next = moved(point, normal, slope, damping);
                double[] there = residuals.at(next);
                if (sum(there) < sum(now)) {
                    point = next;
                    now = there;
                    damping = Math.max(damping / 10, LEAST_DAMPING);
                    break;
                }
                damping *= 4;
            }
            idle = before - sum(now) > PRECISION * before ? 0 : idle + 1;
            if (damping >= MOST_DAMPING) {
                break;
            }
        }
        return point;
    }

    static double sum(double[] residuals) {
        return Arrays.stream(residuals).map(r -> r * r).sum();
    }

    /**
     * Standard errors of the parameters: square roots of the diagonal of s² (JᵀJ)⁻¹, where s² is the sum of squares by
     * the degrees of freedom. NaN if the residuals do not determine the parameters.
     */
    static double[] standardErrors(Residuals residuals, double[] point) {
        double[] now = residuals.at(point);
        RealMatrix jacobian = jacobian(residuals, point, now);
        double[] errors = new double[point.length];
        Arrays.fill(errors, Double.NaN);
        int freedom = now.length - point.length;
        if (freedom <= 0) {
            return errors;
        }
        try {
            RealMatrix covariance = new LUDecomposition(jacobian.transpose().multiply(jacobian))
                    .getSolver()
                    .getInverse();
            for (int i = 0; i < errors.length; i++) {
                errors[i] = Math.sqrt(covariance.getEntry(i, i) * sum(now) / freedom);
            }
        } catch (SingularMatrixException notDetermined) {
            return errors;
        }
        return errors;
    }

    private static double[] moved(double[] point, RealMatrix normal, RealVector slope, double damping) {
        RealMatrix damped = normal.copy();
        for (int i = 0; i < point.length; i++) {
            damped.addToEntry(i, i, damping * Math.max(normal.getEntry(i, i), Double.MIN_NORMAL));
        }
        try {
            RealVector step = new LUDecomposition(damped, 0).getSolver().solve(slope);
            return new ArrayRealVector(point).subtract(step).toArray();
        } catch (SingularMatrixException noStep) {
            return point;
        }
    }

    private static RealMatrix jacobian(Residuals residuals, double[] point, double[] now) {
        RealMatrix jacobian = new Array2DRowRealMatrix(now.length, point.length);
        for (int i = 0; i < point.length; i++) {
            double[] next = point.clone();
            next[i] += STEP * Math.max(1e-2, Math.abs(point[i]));
            double width = next[i] - point[i];
            double[] there = residuals.at(next);
            for (int row = 0; row < now.length; row++) {
                jacobian.setEntry(row, i, (there[row] - now[row]) / width);
            }
        }
        return jacobian;
    }
}
