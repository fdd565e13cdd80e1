/**
 * Prices European options, and generates option chains.
 *
 * <p>Door: {@link marketlab.option.OptionChainGenerator} makes datasets; {@link marketlab.option.BlackScholes},
 * {@link marketlab.option.HestonPricer} and {@link marketlab.option.VolatilitySurface} price. Settings become a
 * {@code ChainPlan}, a plan becomes a chain.
 *
 * <p>Along a generated index it asks {@code index} for the model and its state at each close. It does not know storages
 * or plots.
 */
package marketlab.option;
