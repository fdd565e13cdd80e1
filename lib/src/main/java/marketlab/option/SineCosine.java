package marketlab.option;

/**
 * Sine and cosine of one angle: the same bits as {@link StrictMath#sin} and {@link StrictMath#cos}, in about half of the
 * time, because the angle is reduced once. The algorithm is that of fdlibm 5.3, which Java prescribes for them (Sun
 * Microsystems, 1993: {@code e_rem_pio2.c}, {@code k_sin.c} and {@code k_cos.c}). Not thread-safe.
 */
final class SineCosine {

    private static final double PER_HALF_PI = 6.36619772367581382433e-01;
    private static final double LARGEST = 1e5;
    private static final int FEW_TURNS = 32;
    /** The upper halves of the first multiples of π/2: an angle with the same upper half needs more digits of π. */
    private static final int[] NEAR = new int[FEW_TURNS];
    /** π/2 in parts of 33 bits, each with what is left of π/2 below it. */
    private static final double[] PART = {
        1.57079632673412561417e+00, 6.07710050630396597660e-11, 2.02226624871116645580e-21
    };

    private static final double[] LEFT = {
        6.07710050650619224932e-11, 2.02226624879595063154e-21, 8.47842766036889956997e-32
    };
    /** So many bits may cancel out before the next part is needed. */
    private static final int[] CANCELLED = {16, 49, Integer.MAX_VALUE};

    static {
        for (int n = 0; n < FEW_TURNS; n++) {
            NEAR[n] = upper(n * (Math.PI / 2));
        }
    }

    double sin;
    double cos;

    /** @param angle in radians */
    void set(double angle) {
        double size = Math.abs(angle);
        if (!(size > 0 && size < LARGEST)) {
            sin = StrictMath.sin(angle);
            cos = StrictMath.cos(angle);
            return;
        }
        int turns = upper(size) <= upper(Math.PI / 4) ? 0 : (int) (size * PER_HALF_PI + 0.5);
        double rest = size;
        double below = 0;
        if (turns > 0) {
            double left = size - turns * PART[0];
            double away = turns * LEFT[0];
            rest = left - away;
            boolean isFar = turns < FEW_TURNS && upper(size) != NEAR[turns];
            for (int i = 0; !isFar && exponent(size) - exponent(rest) > CANCELLED[i]; i++) {
                double before = left;
                double part = turns * PART[i + 1];
                left = before - part;
                away = turns * LEFT[i + 1] - ((before - left) - part);
                rest = left - away;
            }
            below = (left - rest) - away;
        }
        double s = sine(rest, below);
        double c = cosine(rest, below);
        // without branches: which quarter it is, the processor cannot guess
        long sineBits = Double.doubleToRawLongBits(s);
        long cosineBits = Double.doubleToRawLongBits(c);
        long swapped = (sineBits ^ cosineBits) & -(turns & 1L);
        long negative = angle < 0 ? turns + 2L : turns;
        sin = Double.longBitsToDouble(sineBits ^ swapped ^ (negative & 2) << 62);
        cos = Double.longBitsToDouble(cosineBits ^ swapped ^ (turns + 1L & 2) << 62);
    }

    private static double sine(double x, double below) {
        if (Math.abs(x) < 0x1p-27) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        double r = 8.33333333332248946124e-03
                + z
                        * (-1.98412698298579493134e-04
                                + z
                                        * (2.75573137070700676789e-06
                                                + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        return below == 0
                ? x + v * (-1.66666666666666324348e-01 + z * r)
                : x - ((z * (0.5 * below - v * r) - below) - v * -1.66666666666666324348e-01);
    }

    private static double cosine(double x, double below) {
        int upper = upper(Math.abs(x));
        if (Math.abs(x) < 0x1p-27) {
            return 1;
        }
        double z = x * x;
        double r = z
                * (4.16666666666666019037e-02
                        + z
                                * (-1.38888888888741095749e-03
                                        + z
                                                * (2.48015872894767294178e-05
                                                        + z
                                                                * (-2.75573143513906633035e-07
                                                                        + z
                                                                                * (2.08757232129817482790e-09
                                                                                        + z
                                                                                                * -1.13596475577881948265e-11)))));
        int upperOfQuarter = upper > 0x3fe90000 ? 0x3fd20000 : upper - 0x00200000;
        double quarter = Double.longBitsToDouble(upper < 0x3fd33333 ? 0 : (long) upperOfQuarter << 32);
        double half = 0.5 * z - quarter;
        return (1 - quarter) - (half - (z * r - x * below));
    }

    private static int upper(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 32);
    }

    private static int exponent(double x) {
        return upper(x) >> 20 & 0x7ff;
    }
}
