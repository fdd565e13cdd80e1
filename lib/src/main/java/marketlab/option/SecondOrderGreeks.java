package marketlab.option;

import marketlab.option.BlackScholes.Terms;

/**
 * Second-order greeks of a call and a put with one strike and expiry, on the basis of the first-order ones of
 * {@link OptionValue}. Immutable.
 *
 * @param vanna change of either delta per 1.00 of volatility, which is the change of the vega per index point
 * @param volga change of the vega per 1.00 of volatility
 * @param callCharm change of the call's delta per year that passes; where interest and variance have two clocks, the
 *     sum of the changes per year of each, as theta is
 * @param putCharm change of the put's delta per year that passes
 */
public record SecondOrderGreeks(double vanna, double volga, double callCharm, double putCharm) {

    static final SecondOrderGreeks NONE = new SecondOrderGreeks(0, 0, 0, 0);

    /**
     * The closed forms of Black and Scholes, with m = ln(forward/strike) and the total variance w = σ²T: vanna = vega/spot ·
     * (1/2 − m/w), volga = vega · σT · ((m/w)² − 1/4). The delta depends on the variance's clock only through w, so that
     * its change per year is vanna · σ/(2T).
     *
     * @param value by Black and Scholes at this volatility
     */
    static SecondOrderGreeks ofBlackScholes(Terms terms, double strike, double volatility, OptionValue value) {
        if (value.vega() == 0) {
            return of(terms, value, 0, 0, 0);
        }
        double moneyness = Terms.logRatio(terms.spot, strike) + terms.carry;
        double years = terms.varianceYears;
        double ratio = moneyness == 0 ? 0 : moneyness / (volatility * volatility * years);
        double vanna = value.vega() / terms.spot * (0.5 - ratio);
        double volga = value.vega() * volatility * years * (ratio * ratio - 0.25);
        return of(terms, value, vanna, volga, -vanna * volatility / (2 * years));
    }

    /**
     * Adds the charm of interest and dividends: the delta is e^{−qt} times a function of the forward, for every model whose
     * law of returns does not depend on the level of the index.
     *
     * @param charm change of the deltas per year that passes on the variance's clock
     */
    static SecondOrderGreeks of(Terms terms, OptionValue value, double vanna, double volga, double charm) {
        double ofForward = charm - (terms.rate - terms.dividendYield) * terms.spot * value.gamma();
        return new SecondOrderGreeks(
                vanna,
                volga,
                ofForward + terms.dividendYield * value.callDelta(),
                ofForward + terms.dividendYield * value.putDelta());
    }
}
