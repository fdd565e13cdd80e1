package marketlab.index;

import java.util.List;
import marketlab.dataset.Check;

/**
 * Factors a correlation matrix into a lower triangle times its transpose (Golub and Van Loan, <i>Matrix
 * Computations</i>, sections 4.2 and 4.2.8 for a matrix that is only semidefinite, as with a correlation of 1).
 */
final class Cholesky {

    private static final double SMALLEST_PIVOT = 1e-12;

    private Cholesky() {}

    /**
     * @throws IllegalArgumentException if it is not a correlation matrix for these names; the message names the pair
     */
    static double[][] factor(double[][] correlation, List<String> names) {
        int size = names.size();
        checkEntries(correlation, names);
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = correlation[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i == j && rest > -SMALLEST_PIVOT) {
                    factor[i][i] = rest > SMALLEST_PIVOT ? Math.sqrt(rest) : 0;
                } else if (i != j && factor[j][j] > 0) {
                    factor[i][j] = rest / factor[j][j];
                } else if (i == j || Math.abs(rest) > SMALLEST_PIVOT) {
                    throw notDefinite(correlation, names, i);
                }
            }
        }
        return factor;
    }

    private static void checkEntries(double[][] correlation, List<String> names) {
        int size = names.size();
        if (correlation.length != size) {
            throw new IllegalArgumentException(
                    "correlation must have one row for each of %s, got %s rows".formatted(names, correlation.length));
        }
        for (int i = 0; i < size; i++) {
            if (correlation[i].length != size) {
                throw new IllegalArgumentException("correlation of %s must have %s entries, got %s"
                        .formatted(names.get(i), size, correlation[i].length));
            }
            for (int j = 0; j <= i; j++) {
                String pair = "correlation of %s and %s".formatted(names.get(j), names.get(i));
                Check.between(pair, correlation[i][j], i == j ? 1 : -1, 1);
                if (j < i && correlation[i][j] != correlation[j][i]) {
                    throw new IllegalArgumentException("%s must be symmetric, got %s and %s"
                            .formatted(pair, correlation[j][i], correlation[i][j]));
                }
            }
        }
    }

    private static IllegalArgumentException notDefinite(double[][] correlation, List<String> names, int row) {
        int strongest = 0;
        for (int j = 1; j < row; j++) {
            if (Math.abs(correlation[row][j]) > Math.abs(correlation[row][strongest])) {
                strongest = j;
            }
        }
        return new IllegalArgumentException(
                "correlation is not positive definite: %s of %s and %s is impossible with the others"
                        .formatted(correlation[row][strongest], names.get(strongest), names.get(row)));
    }
}
