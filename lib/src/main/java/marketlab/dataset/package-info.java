/**
 * A table with its metadata: what all other packages exchange.
 *
 * <p>Door: {@link marketlab.dataset.Dataset}, which has {@link marketlab.dataset.Metadata} and is named by a
 * {@link marketlab.dataset.DatasetName}. {@link marketlab.dataset.Provenance} writes and reads the attributes that
 * say where a generated dataset comes from.
 *
 * <p>Knows no other package of the library, and no file but by its name.
 */
package marketlab.dataset;
