package marketlab.option;

import marketlab.calendar.Market;

/**
 * The level of an index, and the rates and volatility for its options.
 *
 * @param spot index level, in index points
 * @param rate risk-free rate per year, continuously compounded, as a fraction
 * @param dividendYield per year, continuous, as a fraction
 * @param volatility current at-the-money volatility: annualised, log-normal, as a fraction
 * @param hasOwnVolatility whether the volatility was chosen, and is not the market's typical one
 */
record ChainTerms(
        Market market, double spot, double rate, double dividendYield, double volatility, boolean hasOwnVolatility) {

    /** The typical terms of a market. */
    static ChainTerms of(Market market) {
        return new ChainTerms(market, market.spot(), market.rate(), market.dividendYield(), market.volatility(), false);
    }

    ChainTerms withClosedDays(double weight) {
        return new ChainTerms(market.withClosedDays(weight), spot, rate, dividendYield, volatility, hasOwnVolatility);
    }

    ChainTerms withSpot(double spot) {
        return new ChainTerms(market, spot, rate, dividendYield, volatility, hasOwnVolatility);
    }

    ChainTerms withRate(double rate) {
        return new ChainTerms(market, spot, rate, dividendYield, volatility, hasOwnVolatility);
    }

    ChainTerms withDividendYield(double dividendYield) {
        return new ChainTerms(market, spot, rate, dividendYield, volatility, hasOwnVolatility);
    }

    ChainTerms withVolatility(double volatility) {
        return new ChainTerms(market, spot, rate, dividendYield, volatility, true);
    }
}
