package marketlab.index;

import java.util.Arrays;

/**
 * A block of consecutive steps of one path, each at most a session long, which a model fills. Within a step, the
 * continuous move is a Brownian motion with this variance; a jump, if any, comes somewhere within the step. All are
 * log-returns.
 */
final class StepBlock {

    static final int CAPACITY = RandomStream.BLOCK;

    /** Input: length in years of 252 sessions. */
    final double[] years = new double[CAPACITY];
    /** Input: share of the step's variance that comes before its open; zero except for a session's first step. */
    final double[] night = new double[CAPACITY];
    /** Input: a standard normal variate that drives the price. */
    final double[] shock = new double[CAPACITY];
    /** Output: continuous part of the log-return. */
    final double[] move = new double[CAPACITY];
    /** Output: variance of the continuous part. */
    final double[] variance = new double[CAPACITY];
    /** Output: log-jump; zero unless the model sets it. */
    final double[] jump = new double[CAPACITY];
    /** Output, if not null: the {@link ModelState#state} after each step. */
    double[] state;
    /** Output, if not null: the bars that the model draws as wholes. */
    DrawnBars drawn;
    /** Input: whether all steps of the path have the same length. */
    boolean equallyLong;
    /** Number of steps. */
    int size;

    /** Number of steps that begin with a night. */
    int nights() {
        int nights = 0;
        for (int i = 0; i < size; i++) {
            nights += night[i] != 0 ? 1 : 0;
        }
        return nights;
    }

    /** Number of steps that jump. */
    int jumps() {
        int jumps = 0;
        for (int i = 0; i < size; i++) {
            jumps += jump[i] != 0 ? 1 : 0;
        }
        return jumps;
    }

    boolean haveJumps() {
        for (int i = 0; i < size; i++) {
            if (jump[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes {@code count} steps of another block, starting with this one, to be filled; without jumps. */
    void copyInputs(StepBlock other, int from, int count) {
        size = count;
        equallyLong = other.equallyLong;
        state = other.state == null || state != null ? state : new double[CAPACITY];
        System.arraycopy(other.years, from, years, 0, count);
        System.arraycopy(other.shock, from, shock, 0, count);
        Arrays.fill(jump, 0, count, 0);
    }

    /** Copies what was filled to another block, starting with this step. */
    void copyOutputs(StepBlock other, int from) {
        System.arraycopy(move, 0, other.move, from, size);
        System.arraycopy(variance, 0, other.variance, from, size);
        System.arraycopy(jump, 0, other.jump, from, size);
        if (state != null) {
            System.arraycopy(state, 0, other.state, from, size);
        }
    }

    /** Index after the last of the following steps that have the same length as this one. */
    int endOfEqualYears(int from) {
        int to = equallyLong ? size : from + 1;
        while (to < size && years[to] == years[from]) {
            to++;
        }
        return to;
    }
}
