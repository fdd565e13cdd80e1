package marketlab.option;

/**
 * A European call and put by Black and Scholes (<i>The Pricing of Options and Corporate Liabilities</i>, JPE 81, 1973)
 * with Merton's continuous dividend yield (1973), prices and all greeks.
 *
 * <p>The side that is out of the money at the forward is priced directly, the other follows by parity; so neither is ever
 * negative nor below its forward intrinsic value, however far the strike. Immutable, safe to share between threads.
 */
public final class BlackScholes {

    private static final double DIRECT = 1;
    private static final double SHORT = 0.1;

    private final double callPrice;
    private final double putPrice;
    private final double callDelta;
    private final double putDelta;
    private final double gamma;
    private final double callTheta;
    private final double putTheta;
    private final double vega;
    private final double callRho;
    private final double putRho;

    private BlackScholes(
            double spot, double strike, double rate, double dividendYield, double volatility, double years) {
        double yieldDiscount = StrictMath.exp(-dividendYield * years);
        double discount = StrictMath.exp(-rate * years);
        double forwardLeg = spot * yieldDiscount;
        double strikeLeg = strike * discount;
        double moneyness = logRatio(spot, strike) + (rate - dividendYield) * years;
        double root = Math.sqrt(years);
        double deviation = volatility * root;
        double h = moneyness == 0 ? 0 : moneyness / deviation;
        double d1 = h + 0.5 * deviation;
        double d2 = h - 0.5 * deviation;

        if (moneyness <= 0) {
            callPrice = outOfTheMoney(forwardLeg, strikeLeg, h, deviation);
            putPrice = callPrice + (strikeLeg - forwardLeg);
        } else {
            putPrice = outOfTheMoney(strikeLeg, forwardLeg, -h, deviation);
            callPrice = putPrice + (forwardLeg - strikeLeg);
        }
        double density = Normal.density(d1);
        double up = Normal.cdf(d1);
        double down = Normal.cdf(-d1);
        double exercised = strikeLeg * Normal.cdf(d2);
        double spared = strikeLeg * Normal.cdf(-d2);
        double decay = density == 0 || volatility == 0 ? 0 : -0.5 * forwardLeg * density * volatility / root;
        callDelta = yieldDiscount * up;
        putDelta = -yieldDiscount * down;
        gamma = density == 0 ? 0 : yieldDiscount * density / (spot * deviation);
        vega = forwardLeg * density * root;
        callTheta = decay - rate * exercised + dividendYield * forwardLeg * up;
        putTheta = decay + rate * spared - dividendYield * forwardLeg * down;
        callRho = years * exercised;
        putRho = -years * spared;
    }

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
    public static BlackScholes of(
            double spot, double strike, double rate, double dividendYield, double volatility, double years) {
        Check.positive("spot", spot);
        Check.positive("strike", strike);
        Check.finite("rate", rate);
        Check.finite("dividend yield", dividendYield);
        Check.notNegative("volatility", volatility);
        Check.notNegative("years", years);
        return new BlackScholes(spot, strike, rate, dividendYield, volatility, years);
    }

    /** Price of the call, in index points. */
    public double callPrice() {
        return callPrice;
    }

    /** Price of the put, in index points. */
    public double putPrice() {
        return putPrice;
    }

    /** Change of the call per index point. */
    public double callDelta() {
        return callDelta;
    }

    /** Change of the put per index point. */
    public double putDelta() {
        return putDelta;
    }

    /** Change of either delta per index point. */
    public double gamma() {
        return gamma;
    }

    /** Change of the call per year that passes: divide by 365 for a day's. */
    public double callTheta() {
        return callTheta;
    }

    /** Change of the put per year that passes: divide by 365 for a day's. */
    public double putTheta() {
        return putTheta;
    }

    /** Change of either price per 1.00 of volatility: divide by 100 for a percentage point's. */
    public double vega() {
        return vega;
    }

    /** Change of the call per 1.00 of the rate: divide by 100 for a percentage point's. */
    public double callRho() {
        return callRho;
    }

    /** Change of the put per 1.00 of the rate: divide by 100 for a percentage point's. */
    public double putRho() {
        return putRho;
    }

    /** ln(a/b) without losing digits where a and b are close. */
    private static double logRatio(double a, double b) {
        return a > 0.5 * b && a < 2 * b ? StrictMath.log1p((a - b) / b) : StrictMath.log(a / b);
    }

    /**
     * lead · Φ(h + s/2) − other · Φ(h − s/2), h ≤ 0, where both terms have one density, lead · φ(h + s/2): the difference
     * is taken between Mills ratios, so that it keeps its digits where both terms are tiny and nearly equal (Jäckel,
     * <i>Let's Be Rational</i>, Wilmott 2015, section 6).
     */
    private static double outOfTheMoney(double lead, double other, double h, double deviation) {
        if (deviation == 0) {
            return 0;
        }
        double d1 = h + 0.5 * deviation;
        double d2 = h - 0.5 * deviation;
        if (d1 > DIRECT) {
            return lead * Normal.cdf(d1) - other * Normal.cdf(d2);
        }
        double difference = deviation < SHORT ? millsOverShort(h, deviation) : Normal.mills(d1) - Normal.mills(d2);
        return lead * Normal.density(d1) * difference;
    }

    /** M(h + s/2) − M(h − s/2) by the odd terms of Taylor's series, from M' = 1 + hM and M⁽ⁿ⁺¹⁾ = hM⁽ⁿ⁾ + nM⁽ⁿ⁻¹⁾. */
    private static double millsOverShort(double h, double s) {
        double mills = Normal.mills(h);
        double first = 1 + h * mills;
        double second = h * first + mills;
        double third = h * second + 2 * first;
        double fourth = h * third + 3 * second;
        double fifth = h * fourth + 4 * third;
        double sixth = h * fifth + 5 * fourth;
        double seventh = h * sixth + 6 * fifth;
        double square = s * s;
        return s * (first + square / 24 * (third + square / 80 * (fifth + square / 168 * seventh)));
    }
}
