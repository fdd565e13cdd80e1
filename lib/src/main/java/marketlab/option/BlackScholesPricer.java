package marketlab.option;

import java.util.function.DoubleUnaryOperator;

/**
 * Prices by Black and Scholes, with a volatility for each strike.
 *
 * @param volatility of a strike: annualised, as a fraction
 */
record BlackScholesPricer(BlackScholes.Terms terms, DoubleUnaryOperator volatility) implements ExpiryPricer {

    @Override
    public OptionValue value(double strike) {
        return terms.value(strike, volatility.applyAsDouble(strike), BlackScholes.Terms.logRatio(terms.spot, strike));
    }

    @Override
    public SecondOrderGreeks secondOrder(double strike, OptionValue value) {
        return SecondOrderGreeks.ofBlackScholes(terms, strike, volatility.applyAsDouble(strike), value);
    }
}
