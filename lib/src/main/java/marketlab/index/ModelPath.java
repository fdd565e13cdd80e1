package marketlab.index;

/** One path of a model, with what it remembers from step to step. Not safe to share between threads. */
interface ModelPath {

    /** Fills the moves, variances and jumps of a block, which follows the block before. */
    void fill(StepBlock steps);
}
