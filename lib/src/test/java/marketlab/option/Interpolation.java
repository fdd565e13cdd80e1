package marketlab.option;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * A smooth function of two numbers, interpolated between its values at Chebyshev's points (Berrut and Trefethen,
 * <i>Barycentric Lagrange Interpolation</i>, SIAM Review 46, 2004, section 5). For functions that take long.
 */
final class Interpolation {

    private final double[] x;
    private final double[] y;
    private final double[][] values;

    /** @param function gives, for each y, the function of x */
    Interpolation(DoubleFunction<DoubleUnaryOperator> function, double[] x, double[] y) {
        this.x = x;
        this.y = y;
        values = new double[y.length][x.length];
        for (int j = 0; j < y.length; j++) {
            DoubleUnaryOperator ofX = function.apply(y[j]);
            for (int i = 0; i < x.length; i++) {
                values[j][i] = ofX.applyAsDouble(x[i]);
            }
        }
    }

    /** So many points of Chebyshev between two numbers, with both. */
    static double[] points(int count, double from, double to) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            double share = Math.pow(Math.sin(0.5 * Math.PI * i / (count - 1)), 2);
            points[i] = from + (to - from) * share;
        }
        return points;
    }

    double at(double atX, double atY) {
        double[] ofX = weights(x, atX);
        double[] ofY = weights(y, atY);
        double sum = 0;
        for (int j = 0; j < y.length; j++) {
            double inner = 0;
            for (int i = 0; i < x.length; i++) {
                inner += ofX[i] * values[j][i];
            }
            sum += ofY[j] * inner;
        }
        return sum;
    }

    private static double[] weights(double[] points, double at) {
        double[] weights = new double[points.length];
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            if (at == points[i]) {
                double[] one = new double[points.length];
                one[i] = 1;
                return one;
            }
            double end = i == 0 || i == points.length - 1 ? 0.5 : 1;
            weights[i] = (i % 2 == 0 ? end : -end) / (at - points[i]);
            sum += weights[i];
        }
        for (int i = 0; i < points.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
