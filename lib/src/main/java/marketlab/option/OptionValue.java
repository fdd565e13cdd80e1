package marketlab.option;

/**
 * Prices and greeks of a call and a put with one strike and expiry. Immutable.
 *
 * @param callPrice price of the call, in index points
 * @param putPrice price of the put, in index points
 * @param callDelta change of the call per index point
 * @param putDelta change of the put per index point
 * @param gamma change of either delta per index point
 * @param callTheta change of the call per year that passes; where interest and variance have two clocks, the sum of the
 *     changes per year of each
 * @param putTheta change of the put per year that passes
 * @param vega change of either price per 1.00 of volatility: divide by 100 for a percentage point's
 * @param callRho change of the call per 1.00 of the rate: divide by 100 for a percentage point's
 * @param putRho change of the put per 1.00 of the rate: divide by 100 for a percentage point's
 */
public record OptionValue(
        double callPrice,
        double putPrice,
        double callDelta,
        double putDelta,
        double gamma,
        double callTheta,
        double putTheta,
        double vega,
        double callRho,
        double putRho) {}
