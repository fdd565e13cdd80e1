package marketlab.index;

/** One path of a model, with its state from step to step. Not thread-safe. */
interface ModelPath {

    /** Fills the moves, variances and jumps of the next block, and the states if they are asked for. */
    void fill(StepBlock steps);

    /**
     * A path of a model. The models have no common method for it, because their public type says what a model is, not
     * how it is simulated.
     *
     * @param events stream for what the model draws besides the shocks of the price
     */
    static ModelPath of(IndexModel model, RandomStream events) {
        if (model instanceof Gbm gbm) {
            return gbm.moves(events);
        }
        if (model instanceof Merton merton) {
            return merton.moves(events);
        }
        if (model instanceof Heston heston) {
            return heston.moves(events);
        }
        if (model instanceof Bates bates) {
            return bates.moves(events);
        }
        if (model instanceof Garch garch) {
            return garch.moves(events);
        }
        if (model instanceof GarchT garchT) {
            return garchT.moves(events);
        }
        if (model instanceof Egarch egarch) {
            return egarch.moves(events);
        }
        if (model instanceof Ou ou) {
            return ou.moves(events);
        }
        if (model instanceof Regime regime) {
            return regime.moves(events);
        }
        if (model instanceof Bootstrap bootstrap) {
            return bootstrap.moves(events);
        }
        throw new IllegalArgumentException("no path of " + model);
    }
}
