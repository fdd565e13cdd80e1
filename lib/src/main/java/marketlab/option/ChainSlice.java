package marketlab.option;

import java.time.LocalDate;
import java.util.Arrays;

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
        ExpiryPricer pricer = settled ? new SettledPricer(terms.spot()) : model.pricer(discounting, farthest(strikes));
        double level = settled ? terms.volatility() : model.level(forward(), years);
        OptionValue[] values = pricer.values(strikes);
        Quotes.Quote[] calls = new Quotes.Quote[strikes.length];
        Quotes.Quote[] puts = new Quotes.Quote[strikes.length];
        for (int i = 0; i < strikes.length; i++) {
            double strike = strikes[i];
            OptionValue value = values[i];
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
            calls[i] = quote(true, value.callPrice(), value.vega(), strike, above, level);
            puts[i] = quote(false, value.putPrice(), value.vega(), strike, -above, level);
            table.quotes(first + i, calls[i], puts[i]);
            fillExtras(table.extras(), first + i, pricer, strike, value);
        }
        if (table.extras().has(ExtraColumn.IMPLIED_FORWARD)) {
            double forward = impliedForward(strikes, calls, puts);
            for (int i = 0; i < strikes.length; i++) {
                table.extras().setImpliedForward(first + i, forward);
            }
        }
    }

    private Quotes.Quote quote(boolean call, double price, double vega, double strike, double moneyness, double level) {
        long key = Quotes.key(seed, strike, maturity.expiry().toEpochDay(), call);
        return quotes.quote(price, vega, strike, moneyness, level, maturity.varianceYears(), valued, key);
    }

    private void fillExtras(ExtraColumns extras, int row, ExpiryPricer pricer, double strike, OptionValue value) {
        if (extras.has(ExtraColumn.SECOND_ORDER_GREEKS)) {
            extras.setSecondOrder(row, pricer.secondOrder(strike, value));
        }
        if (extras.has(ExtraColumn.STICKY_DELTA)) {
            double years = maturity.varianceYears();
            double withSmile =
                    value.vega() == 0 ? 0 : -value.vega() * model.slope(strike, forward(), years) / terms.spot();
            extras.setStickyDelta(row, value.callDelta() + withSmile, value.putDelta() + withSmile);
        }
    }

    private double impliedForward(double[] strikes, Quotes.Quote[] calls, Quotes.Quote[] puts) {
        return new OptionStrip(
                        maturity.years(),
                        terms.rate(),
                        strikes,
                        Arrays.stream(calls).mapToDouble(Quotes.Quote::bid).toArray(),
                        Arrays.stream(calls).mapToDouble(Quotes.Quote::ask).toArray(),
                        Arrays.stream(puts).mapToDouble(Quotes.Quote::bid).toArray(),
                        Arrays.stream(puts).mapToDouble(Quotes.Quote::ask).toArray())
                .forward();
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
