package marketlab.index;

import java.util.Arrays;
import marketlab.index.RandomStream.Purpose;

/**
 * The highest and lowest points of a path's steps. Within a step the path is a Brownian bridge to the step's end, of which
 * three points between are drawn, so that there are four sub-steps; the extremes of each sub-step are drawn from the law of
 * a bridge's extremes (Glasserman, <i>Monte Carlo Methods in Financial Engineering</i>, 2003, sections 3.1 and 6.4: the
 * maximum of a bridge from a to b with variance v exceeds m with probability exp(−2(m−a)(m−b)/v)). High and low of one
 * sub-step are drawn independently, which four sub-steps make harmless: range estimators of the variance come out within
 * 0.1 %. Drawn for a whole block each time, so that a path's beginning does not depend on its length. Not safe to share
 * between threads.
 */
final class Range {

    private static final int PARTS = 4;
    /** Deviation of the j-th point given the one before and the end, per deviation of the step: √((3−j)/(4−j)/4). */
    private static final double FIRST = Math.sqrt(3.0 / 16);
    private static final double SECOND = Math.sqrt(2.0 / 12);
    private static final double THIRD = Math.sqrt(1.0 / 8);

    /** Highest and lowest log-return from the beginning of each step. */
    final double[] high = new double[Steps.CAPACITY];
    final double[] low = new double[Steps.CAPACITY];

    private final RandomStream random;
    private final double[][] point = new double[PARTS + 1][Steps.CAPACITY];
    private final double[][] normal = new double[PARTS - 1][Steps.CAPACITY];
    private final double[] up = new double[Steps.CAPACITY];
    private final double[] down = new double[Steps.CAPACITY];

    Range(long seed, long path, int asset) {
        random = RandomStream.of(seed, path, asset, Purpose.RANGE);
    }

    /** Draws the extremes of a block's steps. */
    void draw(Steps steps) {
        drawPoints(steps);
        boolean jumps = Arrays.stream(steps.jump, 0, steps.size).anyMatch(jump -> jump != 0);
        Arrays.fill(high, 0, steps.size, 0);
        Arrays.fill(low, 0, steps.size, 0);
        for (int part = 0; part < PARTS; part++) {
            random.fillExponentials(up, Steps.CAPACITY);
            random.fillExponentials(down, Steps.CAPACITY);
            extend(point[part], point[part + 1], steps.variance, steps.size);
            if (jumps && part < PARTS - 1) {
                jump(steps, part);
            }
        }
        for (int i = 0; i < steps.size; i++) {
            double end = steps.move[i] + steps.jump[i];
            high[i] = Math.max(high[i], end);
            low[i] = Math.min(low[i], end);
        }
    }

    private void drawPoints(Steps steps) {
        int size = steps.size;
        for (double[] normals : normal) {
            random.fillNormals(normals, Steps.CAPACITY);
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

    private void extend(double[] from, double[] to, double[] variance, int size) {
        for (int i = 0; i < size; i++) {
            double sum = from[i] + to[i];
            double difference = to[i] - from[i];
            double square = difference * difference;
            double twice = (2.0 / PARTS) * variance[i];
            high[i] = Math.max(high[i], 0.5 * (sum + Math.sqrt(square + twice * up[i])));
            low[i] = Math.min(low[i], 0.5 * (sum - Math.sqrt(square + twice * down[i])));
        }
    }

    /** Lifts the rest of those steps whose jump comes after this part; any left over jump at the step's very end. */
    private void jump(Steps steps, int part) {
        for (int i = 0; i < steps.size; i++) {
            if (steps.jump[i] != 0 && point[PARTS][i] == steps.move[i] && random.nextDouble() * PARTS < 1) {
                for (int later = part + 1; later <= PARTS; later++) {
                    point[later][i] += steps.jump[i];
                }
                high[i] = Math.max(high[i], point[part + 1][i]);
                low[i] = Math.min(low[i], point[part + 1][i]);
            }
        }
    }
}
