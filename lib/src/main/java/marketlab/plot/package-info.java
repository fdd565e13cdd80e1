/**
 * Draws datasets as figures of plotly.js, on a page of HTML or in a notebook.
 *
 * <p>Door: {@link marketlab.plot.Plots} chooses the figures of a dataset; {@link marketlab.plot.PricePlots},
 * {@link marketlab.plot.ChainPlots} and {@link marketlab.plot.PathPlots} draw one; {@link marketlab.plot.Page} writes
 * them.
 *
 * <p>Knows a dataset by its columns and units, whoever made it: it does not know generators or storages.
 */
package marketlab.plot;
