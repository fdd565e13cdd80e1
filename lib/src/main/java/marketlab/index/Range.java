package marketlab.index;

import java.util.Arrays;
import marketlab.index.RandomStream.Purpose;

/**
 * The highest and lowest points of a path's steps. Within a step the path is a Brownian bridge to the step's end, of which
 * three points between are drawn, so that there are four sub-steps; the extremes of each sub-step are drawn from the law of
 * a bridge's extremes (Glasserman, <i>Monte Carlo Methods in Financial Engineering</i>, 2003, sections 3.1 and 6.4: the
 * maximum of a bridge from a to b with variance v exceeds m with probability exp(−2(m−a)(m−b)/v)). High and low of one
 * sub-step are drawn independently, which four sub-steps make harmless: range estimators of the variance come out within
 * 0.1 %. Not safe to share
 * between threads.
 */
final class Range {

    private static final int PARTS = 4;
    private static final int NEVER = -1;
    /** Blocks of random numbers that a block of steps takes. */
    private static final int DRAWN = PARTS - 1 + 2 * PARTS;
    /** Deviation of the j-th point given the one before and the end, per deviation of the step: √((3−j)/(4−j)/4). */
    private static final double FIRST = Math.sqrt(3.0 / 16);
    private static final double SECOND = Math.sqrt(2.0 / 12);
    private static final double THIRD = Math.sqrt(1.0 / 8);

    /** Highest and lowest index of each step. */
    final double[] high = new double[Steps.CAPACITY];
    final double[] low = new double[Steps.CAPACITY];

    private final RandomStream random;
    private final RandomStream timeOfJump;
    private final int[] partOfJump = new int[Steps.CAPACITY];
    private final double[][] point = new double[PARTS + 1][Steps.CAPACITY];
    private final double[][] normal = new double[PARTS - 1][Steps.CAPACITY];
    private final double[] exponential = new double[Steps.CAPACITY];
    /** Highest and lowest log-return from the beginning of each step, at last from its higher and its lower end. */
    private final double[] up = new double[Steps.CAPACITY];
    private final double[] down = new double[Steps.CAPACITY];

    Range(long seed, long path, int asset) {
        random = RandomStream.of(seed, path, asset, Purpose.RANGE);
        timeOfJump = RandomStream.of(seed, path, asset, Purpose.TIME_OF_JUMP);
    }

    /** Leaves out the next so many blocks of steps, of which so many steps jump. */
    void skip(int blocks, long jumps) {
        random.skip((long) DRAWN * RandomStream.BLOCK * blocks);
        timeOfJump.skip(jumps);
    }

    /**
     * Draws the extremes of a block's steps.
     *
     * @param before the index before each step
     * @param after the index after each step
     */
    void draw(Steps steps, double[] before, double[] after) {
        drawPoints(steps);
        boolean jumps = steps.haveJumps();
        if (jumps) {
            placeJumps(steps);
        }
        Arrays.fill(up, 0, steps.size, 0);
        Arrays.fill(down, 0, steps.size, 0);
        for (int part = 0; part < PARTS; part++) {
            random.fillExponentials(exponential, steps.size);
            lift(point[part], point[part + 1], steps.variance, exponential, up, steps.size);
            random.fillExponentials(exponential, steps.size);
            lower(point[part], point[part + 1], steps.variance, exponential, down, steps.size);
            if (jumps) {
                jump(steps, part);
            }
        }
        for (int i = 0; i < steps.size; i++) {
            double end = steps.move[i] + steps.jump[i];
            up[i] = Math.max(0, up[i] - Math.max(0, end));
            down[i] = Math.min(0, down[i] - Math.min(0, end));
        }
        SmallExp.exp(up, high, steps.size);
        SmallExp.exp(down, low, steps.size);
        for (int i = 0; i < steps.size; i++) {
            high[i] *= Math.max(before[i], after[i]);
            low[i] *= Math.min(before[i], after[i]);
        }
    }

    private void drawPoints(Steps steps) {
        int size = steps.size;
        for (double[] normals : normal) {
            random.fillNormals(normals, size);
        }
        double[] a = point[1];
        double[] b = point[2];
        double[] c = point[3];
        double[] end = point[PARTS];
        double[] forFirst = normal[0];
        double[] forSecond = normal[1];
        double[] forThird = normal[2];
        for (int i = 0; i < size; i++) {
            double deviation = Math.sqrt(steps.variance[i]);
            double move = steps.move[i];
            double first = 0.25 * move + FIRST * deviation * forFirst[i];
            double second = first + (move - first) * (1.0 / 3) + SECOND * deviation * forSecond[i];
            a[i] = first;
            b[i] = second;
            c[i] = second + 0.5 * (move - second) + THIRD * deviation * forThird[i];
            end[i] = move;
        }
    }

    private static void lift(
            double[] from, double[] to, double[] variance, double[] exponential, double[] highest, int size) {
        for (int i = 0; i < size; i++) {
            double difference = to[i] - from[i];
            double root = Math.sqrt(difference * difference + (2.0 / PARTS) * variance[i] * exponential[i]);
            highest[i] = Math.max(highest[i], 0.5 * (from[i] + to[i] + root));
        }
    }

    private static void lower(
            double[] from, double[] to, double[] variance, double[] exponential, double[] lowest, int size) {
        for (int i = 0; i < size; i++) {
            double difference = to[i] - from[i];
            double root = Math.sqrt(difference * difference + (2.0 / PARTS) * variance[i] * exponential[i]);
            lowest[i] = Math.min(lowest[i], 0.5 * (from[i] + to[i] - root));
        }
    }

    /** Says after which part of a step its jump comes: a draw for each step that jumps, whatever the others do. */
    private void placeJumps(Steps steps) {
        for (int i = 0; i < steps.size; i++) {
            partOfJump[i] = steps.jump[i] == 0 ? NEVER : (int) (PARTS * timeOfJump.nextDouble());
        }
    }

    /** Lifts the rest of those steps whose jump comes after this part; after the last it is the step's end, and known. */
    private void jump(Steps steps, int part) {
        for (int i = 0; i < steps.size; i++) {
            if (partOfJump[i] == part) {
                for (int later = part + 1; later <= PARTS; later++) {
                    point[later][i] += steps.jump[i];
                }
                up[i] = Math.max(up[i], point[part + 1][i]);
                down[i] = Math.min(down[i], point[part + 1][i]);
            }
        }
    }
}
