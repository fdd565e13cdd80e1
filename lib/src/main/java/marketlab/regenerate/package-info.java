/**
 * Makes generated datasets again from their metadata, and compares them with what is stored.
 *
 * <p>Door: {@link marketlab.regenerate.Regeneration} for one dataset, {@link marketlab.regenerate.Regenerations} for
 * many.
 *
 * <p>Knows no parameter of a generator: it asks {@link marketlab.index.IndexRecipe} and
 * {@link marketlab.option.ChainRecipe}, which write the parameters and read them.
 */
package marketlab.regenerate;
