package marketlab.index;

/**
 * A block of consecutive steps of one path, a session each at most, filled by a model. The continuous move runs through a
 * step as a Brownian motion of this variance; the jump, if any, comes somewhere within. All are log-returns.
 */
final class StepBlock {

    static final int CAPACITY = RandomStream.BLOCK;

    /** Length in years of 252 sessions: given. */
    final double[] years = new double[CAPACITY];
    /** A standard normal variate that drives the price: given. */
    final double[] shock = new double[CAPACITY];
    /** Continuous part of the log-return: to be filled. */
    final double[] move = new double[CAPACITY];
    /** Variance of the continuous part: to be filled. */
    final double[] variance = new double[CAPACITY];
    /** Log-jump: given as zero, to be filled by models that jump. */
    final double[] jump = new double[CAPACITY];
    /** Whether all steps of the path are as long as each other: given. */
    boolean equallyLong;
    /** How many steps there are. */
    int size;

    /** How many steps jump. */
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

    /** Place after the last step that is as long as this one and all between. */
    int endOfEqualYears(int from) {
        int to = equallyLong ? size : from + 1;
        while (to < size && years[to] == years[from]) {
            to++;
        }
        return to;
    }
}
