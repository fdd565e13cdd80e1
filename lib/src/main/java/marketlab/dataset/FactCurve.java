package marketlab.dataset;

/**
 * A stylized fact as a curve: the autocorrelation by lag, for example.
 *
 * @param at lag, number of rows, or size, ascending
 * @param values at each of them; NaN if unknown
 * @param standardErrors of the values; NaN if unknown
 */
public record FactCurve(double[] at, double[] values, double[] standardErrors) {}
