package marketlab.index;

/**
 * The exponential of a small number by its Taylor series, the same bits on every JDK: relative error below 8e-16 for
 * |x| ≤ 0.2. Beyond that, {@link StrictMath#exp}.
 */
final class SmallExp {

    private static final double SMALL = 0.2;

    private SmallExp() {}

    static double exp(double x) {
        if (!(Math.abs(x) <= SMALL)) {
            return StrictMath.exp(x);
        }
        return series(x);
    }

    /** Replaces the first so many by their exponentials. */
    static void exp(double[] x, int count) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        if (largest <= SMALL) {
            for (int i = 0; i < count; i++) {
                x[i] = series(x[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                x[i] = exp(x[i]);
            }
        }
    }

    private static double series(double x) {
        double tail = 1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362880 + x * (1.0 / 3628800)));
        double series = 1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * tail)));
        return 1 + (x + x * x * (0.5 + x * series));
    }
}
