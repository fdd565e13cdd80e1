package marketlab.option;

import marketlab.calendar.Market;

/**
 * The level of an index, and the rates and volatility for its options.
 *
 * @param spot index level, in index points
 * @param rate risk-free rate per year, continuously compounded, as a fraction
 * @param dividendYield per year, continuous, as a fraction
 * @param volatility current at-the-money volatility: annualised, log-normal, as a fraction
 */
record ChainTerms(Market market, double spot, double rate, double dividendYield, double volatility) {

    /** The typical terms of a market. */
    static ChainTerms of(Market market) {
        return new ChainTerms(market, market.spot(), market.rate(), market.dividendYield(), market.volatility());
    }

    ChainTerms withSpot(double spot) {
        return new ChainTerms(market, spot, rate, dividendYield, volatility);
    }

    ChainTerms withRate(double rate) {
        return new ChainTerms(market, spot, rate, dividendYield, volatility);
    }

    ChainTerms withDividendYield(double dividendYield) {
        return new ChainTerms(market, spot, rate, dividendYield, volatility);
    }

    ChainTerms withVolatility(double volatility) {
        return new ChainTerms(market, spot, rate, dividendYield, volatility);
    }
}
