package marketlab.option;

import java.time.LocalDate;

/**
 * What a table says about one option. Prices are in index points; an unknown number is NaN.
 *
 * @param price of a model or of a trade, where there are no bid and ask
 * @param volatility implied, annualised, as a fraction
 */
record OptionQuote(
        LocalDate expiry, double strike, boolean call, double bid, double ask, double price, double volatility) {

    boolean hasQuotes() {
        return bid > 0 && ask >= bid;
    }

    /** The mean of bid and ask, else the price. */
    double mid(QuoteBasis basis) {
        return basis == QuoteBasis.QUOTES ? (hasQuotes() ? 0.5 * (bid + ask) : Double.NaN) : price;
    }
}
