package marketlab.option;

/**
 * European calls and puts by Black and Scholes (<i>The Pricing of Options and Corporate Liabilities</i>, JPE 81, 1973)
 * with Merton's continuous dividend yield (1973), prices and all greeks.
 *
 * <p>The side that is out of the money at the forward is priced directly, the other follows by parity; so neither is ever
 * negative nor below its forward intrinsic value, however far the strike. Safe between threads.
 */
public final class BlackScholes {

    private static final double DIRECT = 1;
    private static final double SHORT = 0.5;
    private static final int MOST_TERMS = 21;
    private static final double NEGLIGIBLE = 0x1p-56;

    private BlackScholes() {}

    /**
     * A call and a put of one strike and expiry.
     *
     * @param spot index level, in index points
     * @param strike in index points
     * @param rate risk-free rate per year, continuously compounded, as a fraction: 0.065 is 6.5 %
     * @param dividendYield per year, continuous, as a fraction
     * @param volatility annualised log-normal, as a fraction: 0.20 is 20 %
     * @param years time to expiry, as a fraction of a 365-day year
     * @throws IllegalArgumentException if spot or strike are not positive, volatility or years are negative, or any is
     *     not finite
     */
    public static OptionValue of(
            double spot, double strike, double rate, double dividendYield, double volatility, double years) {
        Check.notNegative("volatility", volatility);
        Terms terms = new Terms(spot, rate, dividendYield, years);
        return terms.value(strike, volatility, Terms.logRatio(spot, strike));
    }

    /**
     * Calls and puts of many strikes of one expiry, in order: the same as {@link #of(double, double, double, double,
     * double, double)} for each, but sooner, because what the strikes share is worked out once.
     *
     * @throws IllegalArgumentException as there
     */
    public static OptionValue[] of(
            double spot, double[] strikes, double rate, double dividendYield, double volatility, double years) {
        Check.notNegative("volatility", volatility);
        Terms terms = new Terms(spot, rate, dividendYield, years);
        OptionValue[] values = new OptionValue[strikes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = terms.value(strikes[i], volatility, Terms.logRatio(spot, strikes[i]));
        }
        return values;
    }

    /**
     * lead · Φ(h + s/2) − other · Φ(h − s/2), h ≤ 0, where both terms have one density, lead · φ(h + s/2): the difference
     * is taken between Mills ratios, so that it keeps its digits where both terms are tiny and nearly equal (Jäckel,
     * <i>Let's Be Rational</i>, Wilmott 2015, section 6).
     */
    static double outOfTheMoney(double lead, double other, double h, double deviation) {
        double d1 = h + 0.5 * deviation;
        if (d1 > DIRECT) {
            return lead * Normal.cdf(d1) - other * Normal.cdf(h - 0.5 * deviation);
        }
        return difference(lead * Normal.density(d1), h, deviation);
    }

    /** The same from the density that both terms have. */
    private static double difference(double density, double h, double deviation) {
        return density == 0 || deviation == 0 ? 0 : density * millsOver(h, deviation);
    }

    /**
     * M(h + s/2) − M(h − s/2). Where the two are close, by the odd terms of Taylor's series, from M' = 1 + hM and
     * M⁽ⁿ⁺¹⁾ = hM⁽ⁿ⁾ + nM⁽ⁿ⁻¹⁾: it loses h² units in the last place, the plain difference |h|/s.
     */
    private static double millsOver(double h, double s) {
        if (s > SHORT || -h * s > 1) {
            return Normal.mills(h + 0.5 * s) - Normal.mills(h - 0.5 * s);
        }
        double quarter = 0.25 * s * s;
        double even = Normal.mills(h);
        double odd = 1 + h * even;
        double sum = odd;
        double factor = 1;
        double term = odd;
        for (int n = 1; n < MOST_TERMS && Math.abs(term) > NEGLIGIBLE * sum; n += 2) {
            even = h * odd + n * even;
            odd = h * even + (n + 1) * odd;
            factor *= quarter / ((n + 1) * (n + 2));
            term = factor * odd;
            sum += term;
        }
        return s * sum;
    }

    /** What all strikes of one expiry share. */
    static final class Terms {

        final double spot;
        final double rate;
        final double dividendYield;
        final double years;
        final double root;
        final double carry;
        final double discount;
        final double yieldDiscount;
        final double forwardLeg;

        Terms(double spot, double rate, double dividendYield, double years) {
            Check.positive("spot", spot);
            Check.finite("rate", rate);
            Check.finite("dividend yield", dividendYield);
            Check.notNegative("years", years);
            this.spot = spot;
            this.rate = rate;
            this.dividendYield = dividendYield;
            this.years = years;
            root = Math.sqrt(years);
            carry = (rate - dividendYield) * years;
            discount = StrictMath.exp(-rate * years);
            yieldDiscount = StrictMath.exp(-dividendYield * years);
            forwardLeg = spot * yieldDiscount;
        }

        double forward() {
            return forwardLeg / discount;
        }

        /** ln(spot/strike) without losing digits where they are close. */
        static double logRatio(double spot, double strike) {
            Check.positive("spot", spot);
            Check.positive("strike", strike);
            return spot > 0.5 * strike && spot < 2 * strike
                    ? StrictMath.log1p((spot - strike) / strike)
                    : StrictMath.log(spot / strike);
        }

        OptionValue value(double strike, double volatility, double logRatio) {
            double strikeLeg = strike * discount;
            double moneyness = logRatio + carry;
            double deviation = volatility * root;
            double h = moneyness == 0 ? 0 : moneyness / deviation;
            double d1 = h + 0.5 * deviation;
            double d2 = h - 0.5 * deviation;
            boolean above = moneyness <= 0;
            double common = above ? forwardLeg * Normal.density(d1) : strikeLeg * Normal.density(d2);
            double density = common / forwardLeg;
            double densityOfStrike = common / strikeLeg;
            double beyond1 = Normal.tail(Math.abs(d1), density);
            double beyond2 = Normal.tail(Math.abs(d2), densityOfStrike);
            double up = d1 > 0 ? 1 - beyond1 : beyond1;
            double down = d1 > 0 ? beyond1 : 1 - beyond1;
            double exercised = strikeLeg * (d2 > 0 ? 1 - beyond2 : beyond2);
            double spared = strikeLeg * (d2 > 0 ? beyond2 : 1 - beyond2);
            double callPrice;
            double putPrice;
            if (above) {
                callPrice = d1 > DIRECT ? forwardLeg * up - exercised : difference(common, h, deviation);
                putPrice = callPrice + (strikeLeg - forwardLeg);
            } else {
                putPrice = -d2 > DIRECT ? spared - forwardLeg * down : difference(common, -h, deviation);
                callPrice = putPrice + (forwardLeg - strikeLeg);
            }
            double decay = density == 0 || volatility == 0 ? 0 : -0.5 * forwardLeg * density * volatility / root;
            return new OptionValue(
                    callPrice,
                    putPrice,
                    yieldDiscount * up,
                    -yieldDiscount * down,
                    density == 0 ? 0 : yieldDiscount * density / (spot * deviation),
                    decay - rate * exercised + dividendYield * forwardLeg * up,
                    decay + rate * spared - dividendYield * forwardLeg * down,
                    forwardLeg * density * root,
                    years * exercised,
                    -years * spared);
        }
    }
}
