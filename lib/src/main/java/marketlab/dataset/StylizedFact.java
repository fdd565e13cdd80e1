package marketlab.dataset;

/**
 * One statistic of a price history.
 *
 * @param name of the statistic, in words
 * @param value the statistic; NaN if it is unknown
 * @param standardError of the value; NaN for the number of returns, which has none, and if the value is unknown
 * @param isCount whether it is a number of rows
 * @param reason why the value is unknown; empty if it is known
 */
public record StylizedFact(String name, double value, double standardError, boolean isCount, String reason) {

    static StylizedFact unknown(String name, String reason) {
        return new StylizedFact(name, Double.NaN, Double.NaN, false, reason);
    }

    /**
     * This value minus the other one, in standard errors of the difference of two independent histories: the square
     * root of the sum of both squared errors. NaN if one of them is unknown, or if neither has an error.
     */
    public double standardErrorsFrom(StylizedFact other) {
        double error = Math.hypot(standardError, other.standardError);
        return error > 0 ? (value - other.value) / error : Double.NaN;
    }
}
