package marketlab.option;

import java.util.Arrays;
import java.util.stream.IntStream;
import marketlab.dataset.Check;

/**
 * Prices European calls and puts by Black and Scholes (<i>The Pricing of Options and Corporate Liabilities</i>, JPE 81,
 * 1973) with Merton's continuous dividend yield (1973), with all greeks.
 *
 * <p>The side that is out of the money at the forward is priced directly, the other one by parity. So no price is
 * negative or below its forward intrinsic value, for any strike. Greeks are per year and per 1.00, see
 * {@link OptionValue}; only the theta columns of a chain are per session. Thread-safe.
 */
public final class BlackScholes {

    private static final double DIRECT = 1;
    private static final double SHORT = 0.5;
    private static final int MOST_TERMS = 21;
    private static final double NEGLIGIBLE = 0x1p-56;
    private static final double[] PER_FACTORIAL = new double[MOST_TERMS + 2];

    static {
        double factorial = 1;
        for (int n = 0; n < PER_FACTORIAL.length; n++) {
            factorial *= Math.max(n, 1);
            PER_FACTORIAL[n] = 1 / factorial;
        }
    }

    private BlackScholes() {}

    /**
     * A call and a put with one strike and expiry.
     *
     * @param spot index level, in index points
     * @param strike in index points
     * @param rate risk-free rate per year, continuously compounded, as a fraction: 0.065 is 6.5 %
     * @param dividendYield per year, continuous, as a fraction
     * @param volatility annualised log-normal, as a fraction: 0.20 is 20 %
     * @param years time to expiry, in years
     * @throws IllegalArgumentException if spot or strike are not positive, volatility or years are negative, or any is
     * not finite
     */
    public static OptionValue of(
            double spot, double strike, double rate, double dividendYield, double volatility, double years) {
        return of(spot, new double[] {strike}, rate, dividendYield, volatility, new double[] {years})
                .get(0);
    }

    /**
     * A call and a put where the variance accrues by another clock than interest, as in a chain.
     *
     * @param years time to expiry in which interest and dividends accrue: a chain's {@code years}
     * @param varianceYears time to expiry in which the variance accrues: a chain's {@code variance_years}; theta is the
     *     sum of the changes per year of either clock
     * @throws IllegalArgumentException as there
     */
    public static OptionValue of(
            double spot,
            double strike,
            double rate,
            double dividendYield,
            double volatility,
            double years,
            double varianceYears) {
        Check.notNegative("volatility", volatility);
        return new Terms(spot, rate, dividendYield, years, varianceYears)
                .value(strike, volatility, Terms.logRatio(spot, strike));
    }

    /**
     * Vanna, volga and charm of a call and a put, where the variance may accrue by another clock than interest.
     *
     * @param years time to expiry in which interest and dividends accrue: a chain's {@code years}
     * @param varianceYears time to expiry in which the variance accrues: a chain's {@code variance_years}; the same for
     *     one clock
     * @throws IllegalArgumentException as there
     */
    public static SecondOrderGreeks secondOrder(
            double spot,
            double strike,
            double rate,
            double dividendYield,
            double volatility,
            double years,
            double varianceYears) {
        OptionValue value = of(spot, strike, rate, dividendYield, volatility, years, varianceYears);
        Terms terms = new Terms(spot, rate, dividendYield, years, varianceYears);
        return SecondOrderGreeks.ofBlackScholes(terms, strike, volatility, value);
    }

    /**
     * Calls and puts with many strikes and one expiry, in order. The same as
     * {@link #of(double, double, double, double, double, double)} for each, but faster, because what the strikes share
     * is computed once.
     *
     * @throws IllegalArgumentException as there
     */
    public static OptionValue[] of(
            double spot, double[] strikes, double rate, double dividendYield, double volatility, double years) {
        OptionColumns columns = of(spot, strikes, rate, dividendYield, volatility, new double[] {years});
        return IntStream.range(0, columns.size()).mapToObj(columns::get).toArray(OptionValue[]::new);
    }

    /**
     * Calls and puts with many strikes and expiries, by expiry, on all processors. The same numbers as
     * {@link #of(double, double, double, double, double, double)} for each, in a fraction of the time.
     *
     * @param years to each expiry, in years
     * @throws IllegalArgumentException as there, or if there are more than 2³¹ contracts
     */
    public static OptionColumns of(
            double spot, double[] strikes, double rate, double dividendYield, double volatility, double[] years) {
        Check.notNegative("volatility", volatility);
        if ((long) strikes.length * years.length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("%s strikes of %s expiries are too many contracts for one array"
                    .formatted(strikes.length, years.length));
        }
        double[] logRatios = Arrays.stream(strikes)
                .map(strike -> Terms.logRatio(spot, strike))
                .toArray();
        OptionColumns columns = new OptionColumns(strikes.length * years.length);
        IntStream expiries = IntStream.range(0, years.length);
        (years.length == 1 ? expiries : expiries.parallel()).forEach(expiry -> {
            Terms terms = new Terms(spot, rate, dividendYield, years[expiry]);
            for (int i = 0; i < strikes.length; i++) {
                terms.value(strikes[i], volatility, logRatios[i], columns, expiry * strikes.length + i);
            }
        });
        return columns;
    }

    /**
     * lead · Φ(h + s/2) − other · Φ(h − s/2), h ≤ 0, where both terms have the same density, lead · φ(h + s/2). The
     * difference is taken between Mills ratios, so that it stays accurate when both terms are tiny and nearly equal
     * (Jäckel,
     * <i>Let's Be Rational</i>, Wilmott 2015, section 6).
     */
    static double outOfTheMoney(double lead, double other, double h, double deviation) {
        double d1 = h + 0.5 * deviation;
        if (d1 > DIRECT) {
            return lead * Normal.cdf(d1) - other * Normal.cdf(h - 0.5 * deviation);
        }
        return difference(lead * Normal.density(d1), h, deviation);
    }

    /** The same, from the density of both terms. */
    private static double difference(double density, double h, double deviation) {
        return density == 0 || deviation == 0 ? 0 : density * millsOver(h, deviation);
    }

    /**
     * M(h + s/2) − M(h − s/2). If the two are close, by the odd terms of the Taylor series, from M' = 1 + hM and M⁽ⁿ⁺¹⁾
     * = hM⁽ⁿ⁾ + nM⁽ⁿ⁻¹⁾. The series loses h² units in the last place, the plain difference |h|/s.
     */
    private static double millsOver(double h, double s) {
        if (!areClose(h, s)) {
            return Normal.mills(h + 0.5 * s) - Normal.mills(h - 0.5 * s);
        }
        double even = Normal.mills(h);
        double odd = 1 + h * even;
        double odds = odd;
        double quarter = 0.25 * s * s;
        double power = 1;
        double term = odd;
        for (int n = 1; n < MOST_TERMS && Math.abs(term) > NEGLIGIBLE * odds; n += 2) {
            even = h * odd + n * even;
            odd = h * even + (n + 1) * odd;
            power *= quarter;
            term = power * PER_FACTORIAL[n + 2] * odd;
            odds += term;
        }
        return s * odds;
    }

    private static boolean areClose(double h, double s) {
        return s <= SHORT && -h * s <= 1;
    }

    /**
     * The terms that all strikes of one expiry share. Time runs by two clocks: the variance accrues in the first,
     * interest and dividends in the other.
     */
    static final class Terms {

        final double spot;
        final double rate;
        final double dividendYield;
        /** Time in which interest and dividends accrue. */
        final double years;
        /** Time in which the variance accrues. */
        final double varianceYears;

        final double root;
        final double carry;
        final double discount;
        final double yieldDiscount;
        final double forwardLeg;
        private final double perRoot;
        private final double perSpot;

        Terms(double spot, double rate, double dividendYield, double years) {
            this(spot, rate, dividendYield, years, years);
        }

        Terms(double spot, double rate, double dividendYield, double years, double varianceYears) {
            Check.positive("spot", spot);
            Check.finite("rate", rate);
            Check.finite("dividend yield", dividendYield);
            Check.notNegative("years", years);
            Check.notNegative("variance years", varianceYears);
            this.spot = spot;
            this.rate = rate;
            this.dividendYield = dividendYield;
            this.years = years;
            this.varianceYears = varianceYears;
            root = Math.sqrt(varianceYears);
            carry = (rate - dividendYield) * years;
            discount = StrictMath.exp(-rate * years);
            yieldDiscount = StrictMath.exp(-dividendYield * years);
            forwardLeg = spot * yieldDiscount;
            perRoot = 1 / root;
            perSpot = 1 / spot;
        }

        double forward() {
            return forwardLeg / discount;
        }

        /** These terms with another index level. */
        Terms withSpot(double spot) {
            return new Terms(spot, rate, dividendYield, years, varianceYears);
        }

        /** These terms with both times this much longer. */
        Terms stretched(double factor) {
            return new Terms(spot, rate, dividendYield, factor * years, factor * varianceYears);
        }

        /** ln(spot/strike), accurate also when they are close. */
        static double logRatio(double spot, double strike) {
            Check.positive("spot", spot);
            Check.positive("strike", strike);
            return spot > 0.5 * strike && spot < 2 * strike
                    ? StrictMath.log1p((spot - strike) / strike)
                    : StrictMath.log(spot / strike);
        }

        OptionValue value(double strike, double volatility, double logRatio) {
            OptionColumns one = new OptionColumns(1);
            value(strike, volatility, logRatio, one, 0);
            return one.get(0);
        }

        /**
         * Sets the numbers of one contract. The out-of-the-money side is lead · Φ(h + s/2) − other · Φ(h − s/2), h ≤ 0,
         * where lead is the leg that the option receives. Both terms have the same density, lead · φ(h + s/2).
         */
        void value(double strike, double volatility, double logRatio, OptionColumns to, int at) {
            double strikeLeg = strike * discount;
            double moneyness = logRatio + carry;
            double deviation = volatility * root;
            boolean above = moneyness <= 0;
            double lead = above ? forwardLeg : strikeLeg;
            double other = above ? strikeLeg : forwardLeg;
            double perDeviation = 1 / deviation;
            double h = moneyness == 0 ? 0 : -Math.abs(moneyness) * perDeviation;
            double d = h + 0.5 * deviation;
            double common = lead * Normal.density(d);
            double asked;
            double left;
            double owed;
            double price;
            if (areClose(h, deviation)) {
                double even = Normal.mills(h);
                double odd = 1 + h * even;
                double evens = even;
                double odds = odd;
                double quarter = 0.25 * deviation * deviation;
                double power = 1;
                double term = odd;
                for (int n = 1; n < MOST_TERMS && Math.abs(term) > NEGLIGIBLE * odds; n += 2) {
                    even = h * odd + n * even;
                    odd = h * even + (n + 1) * odd;
                    power *= quarter;
                    evens += power * PER_FACTORIAL[n + 1] * even;
                    term = power * PER_FACTORIAL[n + 2] * odd;
                    odds += term;
                }
                double half = 0.5 * deviation * odds;
                asked = common * (evens + half);
                owed = common * (evens - half);
                left = lead - asked;
                price = 2 * common * half;
            } else {
                double tail = lead * Normal.tail(Math.abs(d), common / lead);
                asked = d > 0 ? lead - tail : tail;
                left = d > 0 ? tail : lead - tail;
                owed = other * Normal.tail(0.5 * deviation - h, common / other);
                price = d > DIRECT ? asked - owed : difference(common, h, deviation);
            }
            double kept = other - owed;
            double indexUp = above ? asked : kept;
            double indexDown = above ? left : owed;
            double exercised = above ? owed : left;
            double spared = above ? kept : asked;
            double decay = common == 0 || volatility == 0 ? 0 : -0.5 * common * volatility * perRoot;
            to.callPrice()[at] = above ? price : price + (forwardLeg - strikeLeg);
            to.putPrice()[at] = above ? price + (strikeLeg - forwardLeg) : price;
            to.callDelta()[at] = indexUp * perSpot;
            to.putDelta()[at] = -indexDown * perSpot;
            to.gamma()[at] = common == 0 ? 0 : common * perSpot * perSpot * perDeviation;
            to.callTheta()[at] = decay - rate * exercised + dividendYield * indexUp;
            to.putTheta()[at] = decay + rate * spared - dividendYield * indexDown;
            to.vega()[at] = common * root;
            to.callRho()[at] = years * exercised;
            to.putRho()[at] = -years * spared;
        }
    }
}
