package marketlab.option;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The usable options of one expiry, of each strike the one that is out of the money, with their implied volatilities.
 */
final class QuoteSlice {

    /** One basis point: no quote is trusted more closely than that. */
    static final double BASIS_POINT = 1e-4;

    private final Maturity maturity;
    private final BlackScholes.Terms terms;
    private final List<Point> points = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    /**
     * @param volatility implied: annualised over 252 sessions, as a fraction
     * @param vega of Black and Scholes at this volatility
     * @param bid NaN if only a price is known
     */
    record Point(double strike, boolean call, double price, double volatility, double vega, double bid, double ask) {

        /** Half of the distance from bid to ask in volatility, and at least a basis point. */
        double tolerance() {
            return Double.isNaN(bid) ? BASIS_POINT : Math.max(BASIS_POINT, 0.5 * (ask - bid) / vega);
        }

        boolean isInside(double modelPrice) {
            double rounding = 1e-9 * strike;
            return modelPrice >= bid - rounding && modelPrice <= ask + rounding;
        }
    }

    /**
     * @param forward in index points
     * @param volatilityYears time to expiry to which given volatilities refer
     */
    QuoteSlice(
            Maturity maturity,
            double forward,
            double rate,
            List<OptionQuote> quotes,
            QuoteBasis basis,
            double volatilityYears) {
        this.maturity = maturity;
        double discount = StrictMath.exp(-rate * maturity.years());
        terms = new BlackScholes.Terms(forward * discount, rate, 0, maturity.years(), maturity.varianceYears());
        double stretch = Math.sqrt(volatilityYears / maturity.varianceYears());
        Map<Double, OptionQuote> out = new TreeMap<>();
        for (OptionQuote quote : quotes) {
            boolean isOut = quote.call() == quote.strike() >= forward;
            if (isOut || !out.containsKey(quote.strike())) {
                out.put(quote.strike(), quote);
            }
        }
        out.values().forEach(quote -> add(quote, basis, stretch));
    }

    private void add(OptionQuote quote, QuoteBasis basis, double stretch) {
        double strike = quote.strike();
        if (basis == QuoteBasis.QUOTES && !quote.hasQuotes()) {
            leaveOut(quote.bid() > 0 ? "ask below bid" : "no bid");
            return;
        }
        double given = quote.volatility() * stretch;
        double price = basis == QuoteBasis.VOLATILITIES ? given : quote.mid(basis);
        if (!(price > 0)) {
            leaveOut("no price");
            return;
        }
        double volatility = basis == QuoteBasis.VOLATILITIES
                ? given
                : ImpliedVolatility.of(quote.call(), price, strike, terms, 1e-12 * terms.spot)
                        .value();
        double vega = value(strike, volatility).vega();
        if (!(vega > 0 && volatility > 0)) {
            leaveOut("no-arbitrage bounds");
            return;
        }
        boolean hasSpread = basis == QuoteBasis.QUOTES;
        points.add(new Point(
                strike,
                quote.call(),
                hasSpread || basis == QuoteBasis.PRICES ? price : price(quote.call(), value(strike, volatility)),
                volatility,
                vega,
                hasSpread ? quote.bid() : Double.NaN,
                hasSpread ? quote.ask() : Double.NaN));
    }

    private void leaveOut(String reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    LocalDate expiry() {
        return maturity.expiry();
    }

    Maturity maturity() {
        return maturity;
    }

    /** Discounting of this expiry; its spot is the discounted forward. */
    BlackScholes.Terms terms() {
        return terms;
    }

    /** In order of strike. */
    List<Point> points() {
        return points;
    }

    /** Number of options left out, by reason. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    /** ln(strike / forward). */
    double logStrike(double strike) {
        return -(BlackScholes.Terms.logRatio(terms.spot, strike) + terms.carry);
    }

    /** Volatility of the strike that is nearest to the forward. */
    double atTheMoney() {
        Point nearest = points.get(0);
        for (Point point : points) {
            nearest = Math.abs(logStrike(point.strike())) < Math.abs(logStrike(nearest.strike())) ? point : nearest;
        }
        return nearest.volatility();
    }

    OptionValue value(double strike, double volatility) {
        return volatility > 0
                ? terms.value(strike, volatility, BlackScholes.Terms.logRatio(terms.spot, strike))
                : new OptionValue(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static double price(boolean call, OptionValue value) {
        return call ? value.callPrice() : value.putPrice();
    }
}
