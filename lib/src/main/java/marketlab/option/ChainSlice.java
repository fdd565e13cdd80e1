package marketlab.option;

import java.time.LocalDate;

/** The contracts of one expiry, priced and quoted. */
final class ChainSlice {

    /** Prices of the Fourier integral have errors of a few 1e-15 of the spot; below this there is no digit to invert.
     * */
    private static final double NOISE = 1e-12;

    private final ChainTerms terms;
    private final ChainModel model;
    private final Maturity maturity;
    private final BlackScholes.Terms discounting;
    private final Quotes quotes;
    private final LocalDate valued;
    private final long seed;

    /** @param model complete */
    ChainSlice(ChainTerms terms, ChainModel model, LocalDate valued, Maturity maturity, long seed) {
        this.terms = terms;
        this.model = model;
        this.maturity = maturity;
        this.discounting = new BlackScholes.Terms(
                terms.spot(), terms.rate(), terms.dividendYield(), maturity.years(), maturity.varianceYears());
        this.quotes = new Quotes(terms.market());
        this.valued = valued;
        this.seed = seed;
    }

    double forward() {
        return discounting.forward();
    }

    /** Sets the rows of these strikes, in order, beginning with this one. */
    void fill(ChainTable table, int first, double[] strikes) {
        double years = maturity.varianceYears();
        boolean settled = years == 0;
        ExpiryPricer pricer = settled ? this::settled : model.pricer(discounting, farthest(strikes));
        double level = settled ? terms.volatility() : model.level(forward(), years);
        for (int i = 0; i < strikes.length; i++) {
            double strike = strikes[i];
            OptionValue value = pricer.value(strike);
            table.contract(first + i, strike, maturity.expiry());
            if (settled) {
                table.value(first + i, Double.NaN, Double.NaN, value);
            } else if (model.isSurface()) {
                double volatility = model.volatility(strike, forward(), years);
                table.value(first + i, volatility, volatility, value);
            } else {
                table.value(
                        first + i,
                        implied(true, value.callPrice(), strike),
                        implied(false, value.putPrice(), strike),
                        value);
            }
            double above = -(BlackScholes.Terms.logRatio(terms.spot(), strike) + discounting.carry);
            table.quotes(
                    first + i,
                    quote(true, value.callPrice(), value.vega(), strike, above, level),
                    quote(false, value.putPrice(), value.vega(), strike, -above, level));
        }
    }

    private Quotes.Quote quote(boolean call, double price, double vega, double strike, double moneyness, double level) {
        long key = Quotes.key(seed, strike, maturity.expiry().toEpochDay(), call);
        return quotes.quote(price, vega, strike, moneyness, level, maturity.varianceYears(), valued, key);
    }

    /** The value at the close of the expiry day, from which nothing changes any more but by the index. */
    private OptionValue settled(double strike) {
        double call = Math.max(terms.spot() - strike, 0);
        double put = Math.max(strike - terms.spot(), 0);
        return new OptionValue(call, put, Math.signum(call), -Math.signum(put), 0, 0, 0, 0, 0, 0);
    }

    private double implied(boolean call, double price, double strike) {
        return ImpliedVolatility.of(call, price, strike, discounting, NOISE * terms.spot())
                .value();
    }

    /** The largest log-moneyness of a strike against the forward. */
    private double farthest(double[] strikes) {
        return Math.max(
                Math.abs(StrictMath.log(forward() / strikes[0])),
                Math.abs(StrictMath.log(forward() / strikes[strikes.length - 1])));
    }
}
