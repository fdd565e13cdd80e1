/**
 * Prices European options, and generates option chains.
 *
 * <p>Door: {@link marketlab.option.OptionChainGenerator} makes datasets; {@link marketlab.option.BlackScholes},
 * {@link marketlab.option.HestonPricer} and {@link marketlab.option.VolatilitySurface} price. Settings become a
 * {@code ChainPlan}, a plan becomes a chain.
 *
 * <p>Knows an index by its level only: it does not know the models of {@code index}, storages or plots.
 */
package marketlab.option;
