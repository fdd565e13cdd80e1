package marketlab.index;

import java.util.Arrays;
import marketlab.index.RandomStream.Purpose;

/**
 * The open, and the highest and lowest points, of a path's steps. Within a step the path is a Brownian bridge to the
 * step's end. The middle of the bridge is drawn first; then the extremes of each half are drawn from the distribution
 * of a bridge's extremes (Glasserman, <i>Monte Carlo Methods in Financial Engineering</i>, 2003, sections 3.1 and 6.4:
 * the maximum of a bridge from a to b with variance v exceeds m with probability exp(−2(m−a)(m−b)/v)). That
 * distribution is exact for each extreme, but not for both together: a path with a small rise tends to have a large
 * fall. So five of eight pairs are drawn as opposites. Then range estimators of the variance are within 0.1 %, and the
 * distribution of the range is within 0.006 of the true one (Feller, <i>Annals of Mathematical Statistics</i> 22,
 * 1951). Not thread-safe.
 */
final class BridgeExtremes {

    /** Blocks of random numbers per block of steps: one for the middles, and a pair for each half. */
    private static final int DRAWN = 1 + 2 * 2;

    /** Index at the open of each step; highest and lowest index after it. */
    final double[] open;

    final double[] high = new double[StepBlock.CAPACITY];

    final double[] low = new double[StepBlock.CAPACITY];

    private final RandomStream random;
    private final OvernightGaps nights;
    private final double[] forHigh = new double[StepBlock.CAPACITY];
    private final double[] forLow = new double[StepBlock.CAPACITY];
    /**
     * Log-return from the start of each step to the start and end of its halves; a jump between the halves separates
     * them.
     */
    private final double[] begin = new double[StepBlock.CAPACITY];

    private final double[] middle = new double[StepBlock.CAPACITY];
    private final double[] middleAfterJump = new double[StepBlock.CAPACITY];
    private final double[] end = new double[StepBlock.CAPACITY];
    /** Log-return from the start of each step to its higher and to its lower end. */
    private final double[] higherEnd = new double[StepBlock.CAPACITY];

    private final double[] lowerEnd = new double[StepBlock.CAPACITY];
    /** Highest and lowest log-return from the start of each step; finally from its higher and its lower end. */
    private final double[] up = new double[StepBlock.CAPACITY];

    private final double[] down = new double[StepBlock.CAPACITY];

    BridgeExtremes(long seed, long path, int asset) {
        this(
                seed,
                path,
                asset,
                new OvernightGaps(
                        NormalSource.of(seed, path, asset, Purpose.OVERNIGHT),
                        RandomStream.of(seed, path, asset, Purpose.TIME_OF_JUMP)));
    }

    BridgeExtremes(long seed, long path, int asset, OvernightGaps nights) {
        random = RandomStream.of(seed, path, asset, Purpose.RANGE);
        this.nights = nights;
        open = nights.open;
    }

    /** Skips this number of blocks of steps, in which this number of steps jump. */
    void skip(int blocks, long jumps) {
        random.skip((long) DRAWN * RandomStream.BLOCK * blocks);
        nights.skip(blocks, jumps);
    }

    /**
     * Draws the opens and the extremes of the steps of a block.
     *
     * @param before the index before each step
     * @param after the index after each step
     */
    void draw(StepBlock steps, double[] before, double[] after) {
        nights.draw(steps, before);
        drawTraded(nights.traded, after);
        if (steps.drawn != null) {
            steps.drawn.replace(steps.size, before, after, open, high, low);
        }
    }

    private void drawTraded(StepBlock steps, double[] after) {
        int size = steps.size;
        for (int i = 0; i < size; i++) {
            double whole = steps.move[i] + steps.jump[i];
            higherEnd[i] = Math.max(0, whole);
            lowerEnd[i] = whole - higherEnd[i];
        }
        System.arraycopy(higherEnd, 0, up, 0, size);
        System.arraycopy(lowerEnd, 0, down, 0, size);
        drawMiddle(steps);
        if (steps.haveJumps()) {
            placeJumps(steps);
            drawHalf(begin, middle, steps);
            drawHalf(middleAfterJump, end, steps);
        } else {
            Arrays.fill(begin, 0, size, 0);
            drawHalf(begin, middle, steps);
            drawHalf(middle, steps.move, steps);
        }
        for (int i = 0; i < size; i++) {
            up[i] -= higherEnd[i];
            down[i] -= lowerEnd[i];
        }
        SmallExp.exp(up, high, size);
        SmallExp.exp(down, low, size);
        for (int i = 0; i < size; i++) {
            high[i] *= Math.max(open[i], after[i]);
            low[i] *= Math.min(open[i], after[i]);
        }
    }

    private void drawMiddle(StepBlock steps) {
        random.fillNormals(middle, steps.size);
        for (int i = 0; i < steps.size; i++) {
            middle[i] = 0.5 * (steps.move[i] + Math.sqrt(steps.variance[i]) * middle[i]);
        }
    }

    private void drawHalf(double[] from, double[] to, StepBlock steps) {
        random.fillOpposedExponentials(forHigh, forLow, steps.size);
        lift(from, to, steps.variance, forHigh, up, steps.size);
        lower(from, to, steps.variance, forLow, down, steps.size);
    }

    private static void lift(
            double[] from, double[] to, double[] variance, double[] exponential, double[] highest, int size) {
        for (int i = 0; i < size; i++) {
            double difference = to[i] - from[i];
            double root = Math.sqrt(difference * difference + variance[i] * exponential[i]);
            highest[i] = Math.max(highest[i], 0.5 * (from[i] + to[i] + root));
        }
    }

    private static void lower(
            double[] from, double[] to, double[] variance, double[] exponential, double[] lowest, int size) {
        for (int i = 0; i < size; i++) {
            double difference = to[i] - from[i];
            double root = Math.sqrt(difference * difference + variance[i] * exponential[i]);
            lowest[i] = Math.min(lowest[i], 0.5 * (from[i] + to[i] - root));
        }
    }

    /**
     * Sets where the halves of jumping steps start and end. The jump comes first, between the halves, or last, with
     * probabilities ¼, ½ and ¼.
     */
    private void placeJumps(StepBlock steps) {
        for (int i = 0; i < steps.size; i++) {
            double jump = steps.jump[i];
            double time = nights.timeOfJump[i];
            double first = time < 0.25 ? jump : 0;
            double firstOrBetween = time < 0.75 ? jump : 0;
            begin[i] = first;
            middleAfterJump[i] = middle[i] + firstOrBetween;
            middle[i] += first;
            end[i] = steps.move[i] + firstOrBetween;
        }
    }
}
