package marketlab.option;

import marketlab.dataset.Check;

/**
 * The volatility for which Black and Scholes give a price, or the reason why there is none. Found by Jäckel's method,
 * as accurately as the price allows. Immutable.
 *
 * @param value annualised log-normal, as a fraction; NaN if there is none
 * @param reason why the value is NaN; empty if it is not
 */
public record ImpliedVolatility(double value, String reason) {

    /**
     * The implied volatility of a call's price.
     *
     * @param price in index points
     * @param spot in index points
     * @param strike in index points
     * @param rate per year, continuously compounded, as a fraction
     * @param dividendYield per year, continuous, as a fraction
     * @param years time to expiry, in years
     * @throws IllegalArgumentException if spot, strike or years are not positive, or a number is not finite
     */
    public static ImpliedVolatility ofCall(
            double price, double spot, double strike, double rate, double dividendYield, double years) {
        return of(true, price, spot, strike, rate, dividendYield, years, years);
    }

    /** The implied volatility of a put's price; see {@link #ofCall}. */
    public static ImpliedVolatility ofPut(
            double price, double spot, double strike, double rate, double dividendYield, double years) {
        return of(false, price, spot, strike, rate, dividendYield, years, years);
    }

    /**
     * The implied volatility of a call's price where the variance accrues by another clock than interest, as in a
     * chain.
     *
     * @param years time to expiry in which interest and dividends accrue: a chain's {@code years}
     * @param varianceYears time to expiry in which the variance accrues: a chain's {@code variance_years}
     * @throws IllegalArgumentException as there
     */
    public static ImpliedVolatility ofCall(
            double price,
            double spot,
            double strike,
            double rate,
            double dividendYield,
            double years,
            double varianceYears) {
        return of(true, price, spot, strike, rate, dividendYield, years, varianceYears);
    }

    /** The implied volatility of a put's price with two clocks; see the method for a call. */
    public static ImpliedVolatility ofPut(
            double price,
            double spot,
            double strike,
            double rate,
            double dividendYield,
            double years,
            double varianceYears) {
        return of(false, price, spot, strike, rate, dividendYield, years, varianceYears);
    }

    private static ImpliedVolatility of(
            boolean call,
            double price,
            double spot,
            double strike,
            double rate,
            double dividendYield,
            double years,
            double varianceYears) {
        Check.positive("years", years);
        Check.positive("variance years", varianceYears);
        return of(call, price, strike, new BlackScholes.Terms(spot, rate, dividendYield, years, varianceYears), 0);
    }

    /** @param noise an out-of-the-money price up to this is rounding error */
    static ImpliedVolatility of(boolean call, double price, double strike, BlackScholes.Terms terms, double noise) {
        double moneyness = BlackScholes.Terms.logRatio(terms.spot, strike) + terms.carry;
        double strikeLeg = strike * terms.discount;
        boolean above = moneyness <= 0;
        double lead = above ? terms.forwardLeg : strikeLeg;
        double other = above ? strikeLeg : terms.forwardLeg;
        double intrinsic = call == above ? 0 : other - lead;
        double outOfTheMoney = price - intrinsic;
        if (!(outOfTheMoney > 0)) {
            return none("price %s is not above the discounted intrinsic value %s".formatted(price, intrinsic));
        }
        if (outOfTheMoney <= noise) {
            return none("price %s is above the discounted intrinsic value %s by a rounding error only"
                    .formatted(price, intrinsic));
        }
        if (!(outOfTheMoney < lead)) {
            return none("price %s is not below the maximum price of an option, %s".formatted(price, intrinsic + lead));
        }
        double x = -Math.abs(moneyness);
        double total = LetsBeRational.totalVolatility(outOfTheMoney / Math.sqrt(lead * other), x);
        return new ImpliedVolatility(polish(total, outOfTheMoney, lead, other, x) / terms.root, "");
    }

    /** A Newton step on the unscaled price, which removes the rounding error of the scaling. */
    private static double polish(double s, double price, double lead, double other, double x) {
        double slope = lead * Normal.density(x / s + 0.5 * s);
        double change = (price - BlackScholes.outOfTheMoney(lead, other, x / s, s)) / slope;
        return Math.abs(change) < 0.01 * s ? s + change : s;
    }

    private static ImpliedVolatility none(String reason) {
        return new ImpliedVolatility(Double.NaN, reason);
    }
}
