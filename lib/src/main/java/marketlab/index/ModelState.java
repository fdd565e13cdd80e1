package marketlab.index;

/**
 * An index at the end of a bar, with what its model knew then.
 *
 * @param close index level, in index points
 * @param model the model of the bar, which can change from phase to phase
 * @param state variance of the model at that moment, annualised over 252 sessions: the spot variance of {@link Heston}
 *     and {@link Bates}, the conditional variance of the next session of {@link Garch},
 *     {@link GarchT} and {@link Egarch}, the variance of the current
 *     regime of {@link Regime}; NaN for models without a state
 */
public record ModelState(double close, IndexModel model, double state) {}
