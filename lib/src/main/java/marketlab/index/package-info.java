/**
 * Simulates bars of an index, and fits models to a real history.
 *
 * <p>Door: {@link marketlab.index.IndexDataGenerator} makes datasets; {@link marketlab.index.IndexModel} is sealed, a
 * record for each model; {@link marketlab.index.Calibration} fits one. Settings become an {@code IndexPlan}, a plan
 * becomes bars.
 *
 * <p>The same seed gives the same numbers on every machine and number of threads. It does not know options, storages
 * or plots.
 */
package marketlab.index;
