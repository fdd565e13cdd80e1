package marketlab.index;

/**
 * Standard normal and exponential variates by the ziggurat method of Marsaglia and Tsang (<i>The Ziggurat Method for
 * Generating Random Variables</i>, Journal of Statistical Software 5(8), 2000) with 1024 layers, in Doornik's form: the
 * layer and the abscissa come from different bits of one 64-bit number. A variate depends only on that number; the few
 * at a layer's edge derive further numbers from it. Tables and rare branches use {@link StrictMath}, so that every JDK
 * draws the same bits.
 */
final class Ziggurat {

    private static final int LAYERS = 1024;
    private static final double UNIT = 0x1p-53;

    private static final double NORMAL_TAIL = 4.038849846109504522714423;
    private static final double NORMAL_AREA = 0.001226324646353088072885371;
    private static final double EXPONENTIAL_TAIL = 9.256164544265543686697528;
    private static final double EXPONENTIAL_AREA = 0.0009796789906620209168363272;

    private static final double[] NORMAL_EDGE = new double[LAYERS + 1];
    private static final double[] NORMAL_DENSITY = new double[LAYERS + 1];
    private static final double[] NORMAL_SCALE = new double[LAYERS];
    private static final long[] NORMAL_INSIDE = new long[LAYERS];
    private static final double[] EXPONENTIAL_EDGE = new double[LAYERS + 1];
    private static final double[] EXPONENTIAL_DENSITY = new double[LAYERS + 1];
    private static final double[] EXPONENTIAL_SCALE = new double[LAYERS];
    private static final long[] EXPONENTIAL_INSIDE = new long[LAYERS];

    static {
        NORMAL_EDGE[0] = NORMAL_AREA / normalDensity(NORMAL_TAIL);
        NORMAL_EDGE[1] = NORMAL_TAIL;
        EXPONENTIAL_EDGE[0] = EXPONENTIAL_AREA / StrictMath.exp(-EXPONENTIAL_TAIL);
        EXPONENTIAL_EDGE[1] = EXPONENTIAL_TAIL;
        for (int i = 2; i < LAYERS; i++) {
            double x = NORMAL_EDGE[i - 1];
            NORMAL_EDGE[i] = StrictMath.sqrt(-2 * StrictMath.log(NORMAL_AREA / x + normalDensity(x)));
            double y = EXPONENTIAL_EDGE[i - 1];
            EXPONENTIAL_EDGE[i] = -StrictMath.log(EXPONENTIAL_AREA / y + StrictMath.exp(-y));
        }
        for (int i = 0; i <= LAYERS; i++) {
            NORMAL_DENSITY[i] = normalDensity(NORMAL_EDGE[i]);
            EXPONENTIAL_DENSITY[i] = StrictMath.exp(-EXPONENTIAL_EDGE[i]);
        }
        for (int i = 0; i < LAYERS; i++) {
            NORMAL_SCALE[i] = NORMAL_EDGE[i] * UNIT;
            NORMAL_INSIDE[i] = (long) (NORMAL_EDGE[i + 1] / NORMAL_EDGE[i] / UNIT);
            EXPONENTIAL_SCALE[i] = EXPONENTIAL_EDGE[i] * UNIT;
            EXPONENTIAL_INSIDE[i] = (long) (EXPONENTIAL_EDGE[i + 1] / EXPONENTIAL_EDGE[i] / UNIT);
        }
    }

    private Ziggurat() {}

    /** Sets the first {@code count} elements to the standard normal variates of random numbers. */
    static void normals(long[] bits, double[] normals, int count) {
        for (int i = 0; i < count; i++) {
            normals[i] = normal(bits[i]);
        }
    }

    /** Sets the first {@code count} elements to the exponential variates, mean 1, of random numbers. */
    static void exponentials(long[] bits, double[] exponentials, int count) {
        for (int i = 0; i < count; i++) {
            exponentials[i] = exponential(bits[i]);
        }
    }

    /** One standard normal variate. */
    static double normal(RandomStream random) {
        return normal(random.nextLong());
    }

    /** The standard normal variate of a random number. */
    static double normal(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        long signed = bits >> 10;
        return (signed ^ signed >> 63) < NORMAL_INSIDE[layer] ? signed * NORMAL_SCALE[layer] : edgeOfNormal(bits);
    }

    /** One exponential variate of mean 1. */
    static double exponential(RandomStream random) {
        return exponential(random.nextLong());
    }

    /** The exponential variate, mean 1, of a random number. */
    static double exponential(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        long abscissa = bits >>> 11;
        return abscissa < EXPONENTIAL_INSIDE[layer] ? abscissa * EXPONENTIAL_SCALE[layer] : edgeOfExponential(bits);
    }

    private static double edgeOfNormal(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        double x = (bits >> 10) * NORMAL_SCALE[layer];
        long more = RandomStream.after(bits);
        if (layer == 0) {
            return Math.copySign(NORMAL_TAIL + tailBeyond(more), x);
        }
        double below = NORMAL_DENSITY[layer];
        double above = NORMAL_DENSITY[layer + 1];
        return below + RandomStream.uniform(more) * (above - below) < normalDensity(x)
                ? x
                : normal(RandomStream.after(more));
    }

    private static double tailBeyond(long bits) {
        double x;
        double y;
        long next = bits;
        do {
            x = -StrictMath.log(RandomStream.uniform(next)) / NORMAL_TAIL;
            next = RandomStream.after(next);
            y = -StrictMath.log(RandomStream.uniform(next));
            next = RandomStream.after(next);
        } while (y + y < x * x);
        return x;
    }

    private static double edgeOfExponential(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        double x = (bits >>> 11) * EXPONENTIAL_SCALE[layer];
        long more = RandomStream.after(bits);
        if (layer == 0) {
            return EXPONENTIAL_TAIL - StrictMath.log(RandomStream.uniform(more));
        }
        double below = EXPONENTIAL_DENSITY[layer];
        double above = EXPONENTIAL_DENSITY[layer + 1];
        return below + RandomStream.uniform(more) * (above - below) < StrictMath.exp(-x)
                ? x
                : exponential(RandomStream.after(more));
    }

    private static double normalDensity(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
