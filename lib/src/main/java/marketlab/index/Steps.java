package marketlab.index;

/**
 * A block of consecutive sub-steps of one path, filled by a model. The continuous move runs through a sub-step as a
 * Brownian motion of this variance; the jump, if any, comes at its end. All are log-returns.
 */
final class Steps {

    static final int CAPACITY = 1024;

    /** Length in years: given. */
    final double[] years = new double[CAPACITY];
    /** Continuous part of the log-return: to be filled. */
    final double[] move = new double[CAPACITY];
    /** Variance of the continuous part: to be filled. */
    final double[] variance = new double[CAPACITY];
    /** Log-jump at the end: zero unless a model sets it, and zeroed by the reader. */
    final double[] jump = new double[CAPACITY];
    /** How many sub-steps there are. */
    int size;
}
