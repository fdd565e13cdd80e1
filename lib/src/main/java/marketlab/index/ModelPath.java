package marketlab.index;

/** One path of a model, with its state from step to step. Not thread-safe. */
interface ModelPath {

    /** Fills the moves, variances and jumps of the next block, and the states if they are asked for. */
    void fill(StepBlock steps);
}
