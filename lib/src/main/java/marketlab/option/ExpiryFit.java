package marketlab.option;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * How well a model fits the quotes of one expiry.
 *
 * @param years time to expiry in which the variance accrues, in years of 252 sessions
 * @param forward in index points
 * @param quotes number of options to which the model was fitted
 * @param leftOut number of options that could not be used, by reason
 * @param rms root of the mean squared difference of implied volatilities, in basis points: 1 is 0.01 % of volatility
 * @param worst largest difference, in basis points
 * @param worstStrike strike of the largest difference, in index points
 * @param inside number of options whose price by the model is between bid and ask; -1 if there are no quotes
 */
public record ExpiryFit(
        LocalDate expiry,
        double years,
        double forward,
        int quotes,
        Map<String, Integer> leftOut,
        double rms,
        double worst,
        double worstStrike,
        int inside) {

    private static final double PER_POINT = 1 / QuoteSlice.BASIS_POINT;

    static ExpiryFit of(QuoteSlice slice, QuoteBasis basis, DoubleFunction<OptionValue> model) {
        double sum = 0;
        double worst = 0;
        double worstStrike = Double.NaN;
        int inside = 0;
        for (QuoteSlice.Point point : slice.points()) {
            double price = QuoteSlice.price(point.call(), model.apply(point.strike()));
            double volatility = ImpliedVolatility.of(point.call(), price, point.strike(), slice.terms(), 0)
                    .value();
            double difference = PER_POINT * Math.abs(volatility - point.volatility());
            // a price without an implied volatility is at its bound, where the volatility is 0
            difference = Double.isNaN(difference) ? PER_POINT * point.volatility() : difference;
            sum += difference * difference;
            inside += point.isInside(price) ? 1 : 0;
            if (difference > worst || Double.isNaN(worstStrike)) {
                worst = difference;
                worstStrike = point.strike();
            }
        }
        return new ExpiryFit(
                slice.expiry(),
                slice.maturity().varianceYears(),
                slice.terms().forward(),
                slice.points().size(),
                Map.copyOf(slice.leftOut()),
                Math.sqrt(sum / slice.points().size()),
                worst,
                worstStrike,
                basis == QuoteBasis.QUOTES ? inside : -1);
    }
}
