package marketlab.index;

/**
 * Standard normal and exponential variates by the ziggurat of Marsaglia and Tsang (<i>The Ziggurat Method for Generating
 * Random Variables</i>, Journal of Statistical Software 5(8), 2000) with 256 layers, in Doornik's form: the layer and the
 * abscissa come from different bits of one 64-bit number. Tables and rare branches are made with {@link StrictMath}, so
 * that every JDK draws the same bits.
 */
final class Ziggurat {

    static final int LAYERS = 256;
    private static final double UNIT = 0x1p-53;

    private static final double NORMAL_TAIL = 3.6541528853610088;
    private static final double NORMAL_AREA = 0.00492867323397465524494;
    private static final double EXPONENTIAL_TAIL = 7.69711747013104972;
    private static final double EXPONENTIAL_AREA = 0.0039496598225815571993;

    private static final double[] NORMAL_EDGE = new double[LAYERS + 1];
    static final double[] NORMAL_SCALE = new double[LAYERS];
    static final long[] NORMAL_INSIDE = new long[LAYERS];
    private static final double[] EXPONENTIAL_EDGE = new double[LAYERS + 1];
    static final double[] EXPONENTIAL_SCALE = new double[LAYERS];
    static final long[] EXPONENTIAL_INSIDE = new long[LAYERS];

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
        for (int i = 0; i < LAYERS; i++) {
            NORMAL_SCALE[i] = NORMAL_EDGE[i] * UNIT;
            NORMAL_INSIDE[i] = (long) (NORMAL_EDGE[i + 1] / NORMAL_EDGE[i] / UNIT);
            EXPONENTIAL_SCALE[i] = EXPONENTIAL_EDGE[i] * UNIT;
            EXPONENTIAL_INSIDE[i] = (long) (EXPONENTIAL_EDGE[i + 1] / EXPONENTIAL_EDGE[i] / UNIT);
        }
    }

    private Ziggurat() {}

    /** One standard normal variate. */
    static double normal(RandomStream random) {
        long bits = random.nextLong();
        int layer = (int) bits & (LAYERS - 1);
        long signed = bits >> 10;
        double x = signed * NORMAL_SCALE[layer];
        return Math.abs(signed) < NORMAL_INSIDE[layer] ? x : edgeOfNormal(random, layer, x);
    }

    /** One exponential variate of mean 1. */
    static double exponential(RandomStream random) {
        long bits = random.nextLong();
        int layer = (int) bits & (LAYERS - 1);
        long abscissa = bits >>> 11;
        double x = abscissa * EXPONENTIAL_SCALE[layer];
        return abscissa < EXPONENTIAL_INSIDE[layer] ? x : edgeOfExponential(random, layer, x);
    }

    static double edgeOfNormal(RandomStream random, int layer, double x) {
        if (layer == 0) {
            return Math.copySign(NORMAL_TAIL + tailBeyond(random), x);
        }
        double below = normalDensity(NORMAL_EDGE[layer]);
        double above = normalDensity(NORMAL_EDGE[layer + 1]);
        return below + random.nextDouble() * (above - below) < normalDensity(x) ? x : normal(random);
    }

    private static double tailBeyond(RandomStream random) {
        double x;
        double y;
        do {
            x = -StrictMath.log(random.nextDouble()) / NORMAL_TAIL;
            y = -StrictMath.log(random.nextDouble());
        } while (y + y < x * x);
        return x;
    }

    static double edgeOfExponential(RandomStream random, int layer, double x) {
        if (layer == 0) {
            return EXPONENTIAL_TAIL - StrictMath.log(random.nextDouble());
        }
        double below = StrictMath.exp(-EXPONENTIAL_EDGE[layer]);
        double above = StrictMath.exp(-EXPONENTIAL_EDGE[layer + 1]);
        return below + random.nextDouble() * (above - below) < StrictMath.exp(-x) ? x : exponential(random);
    }

    private static double normalDensity(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
