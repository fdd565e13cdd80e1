package marketlab.index;

/**
 * The exponential of a small number by its Taylor series, with the same bits on every JDK. The relative error is below
 * 8e-16 for |x| ≤ 0.2; beyond that, {@link StrictMath#exp} is used.
 */
final class SmallExp {

    private static final double SMALL = 0.2;

    private SmallExp() {}

    static double exp(double x) {
        return Math.abs(x) <= SMALL ? series(x) : StrictMath.exp(x);
    }

    /**
     * Sets the first {@code count} elements to the exponentials of others. Usually all are small, so the series has its
     * own loop, which the compiler turns into vector instructions. The sum of their squares shows that eight are small.
     */
    static void exp(double[] x, double[] exponentials, int count) {
        for (int i = 0; i < count; i++) {
            exponentials[i] = series(x[i]);
        }
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            double squares = (x[i] * x[i] + x[i + 1] * x[i + 1])
                    + (x[i + 2] * x[i + 2] + x[i + 3] * x[i + 3])
                    + ((x[i + 4] * x[i + 4] + x[i + 5] * x[i + 5]) + (x[i + 6] * x[i + 6] + x[i + 7] * x[i + 7]));
            if (!(squares <= SMALL * SMALL)) {
                correct(x, exponentials, i, i + 8);
            }
        }
        correct(x, exponentials, i, count);
    }

    private static void correct(double[] x, double[] exponentials, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!(Math.abs(x[i]) <= SMALL)) {
                exponentials[i] = StrictMath.exp(x[i]);
            }
        }
    }

    private static double series(double x) {
        double tail = 1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362880 + x * (1.0 / 3628800)));
        double series = 1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * tail)));
        return 1 + (x + x * x * (0.5 + x * series));
    }
}
