package marketlab.option;

import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Points and weights for means over a gamma law of scale 1, by the eigenvalues of the recursion of its orthogonal
 * polynomials: Golub and Welsch, <i>Calculation of Gauss Quadrature Rules</i>, Mathematics of Computation 23, 1969.
 * The weights add up to 1.
 */
record GammaQuadrature(double[] points, double[] weights) {

    /** @param shape of the gamma law, above 0 */
    static GammaQuadrature of(double shape, int count) {
        double[] diagonal = new double[count];
        double[] beside = new double[count - 1];
        for (int i = 0; i < count; i++) {
            diagonal[i] = 2 * i + shape;
            if (i > 0) {
                beside[i - 1] = Math.sqrt(i * (i + shape - 1));
            }
        }
        EigenDecomposition recursion = new EigenDecomposition(diagonal, beside);
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double first = recursion.getEigenvector(i).getEntry(0);
            weights[i] = first * first;
        }
        return new GammaQuadrature(recursion.getRealEigenvalues(), weights);
    }
}
