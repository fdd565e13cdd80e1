package marketlab.option;

import java.time.LocalDate;
import marketlab.calendar.Market;

/**
 * Simulated quotes for a theoretical price: bid, ask and last on the tick around it. Spreads are a tick or two at the
 * money and widen in the wings. Open interest and volume are highest near the money, on round strikes and in near
 * expiries; from day to day they drift, because their noise is interpolated between values that are two weeks apart.
 * Quotes depend only on the price, the seed, day, strike, expiry and side, not on the other contracts in the chain.
 */
final class Quotes {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double SPREAD_OF_PRICE = 0.001;
    private static final double SPREAD_OF_VOLATILITY = 0.0003;
    private static final double WIDER_IN_WINGS = 0.5;
    private static final double BUSIEST = 60_000;
    private static final double WIDTH = 1.5;
    private static final double FADING_PER_YEAR = 6;
    private static final int ROUND_STRIKE = 10;
    /** Open interest does not leave the wings in the last weeks, though they are then many deviations away. */
    private static final double SHORTEST_FOR_INTEREST = 20.0 / Market.SESSIONS_PER_YEAR;

    private static final int DAYS_OF_NOISE = 14;

    private final Market market;
    private final double ticksPerPoint;

    /** One side of one contract; sizes are contracts, prices index points. */
    record Quote(double bid, double ask, double last, long volume, long openInterest) {}

    Quotes(Market market) {
        this.market = market;
        this.ticksPerPoint = 1 / market.tick();
    }

    /**
     * @param moneyness logarithm of the strike over the forward for a call, of the forward over the strike for a put
     * @param volatility at the money, annualised, as a fraction
     * @param varianceYears time to expiry; 0 for a settled contract, whose quotes are the price
     * @param key key of the contract: the same for the same seed, strike, expiry and side
     */
    Quote quote(
            double price,
            double vega,
            double strike,
            double moneyness,
            double volatility,
            double varianceYears,
            LocalDate day,
            long key) {
        double deviations = moneyness / (volatility * Math.sqrt(Math.max(varianceYears, SHORTEST_FOR_INTEREST)));
        double off = 1 + deviations * deviations / (WIDTH * WIDTH);
        double near = 1 / (off * off);
        double inside = 0.75 + 0.25 * StrictMath.tanh(2 * deviations);
        double round = Math.rint(strike / market.strikeStep()) % ROUND_STRIKE == 0 ? 3 : 1;
        double crowd = BUSIEST * near * inside * round * (0.03 + StrictMath.exp(-FADING_PER_YEAR * varianceYears));
        double openInterest = crowd * StrictMath.exp(0.4 * drifting(key + 2, day));
        double volume = 2 * near * openInterest * StrictMath.exp(0.5 * drifting(key + 3, day));
        if (varianceYears == 0) {
            double settled = Math.rint(price * ticksPerPoint) / ticksPerPoint;
            return new Quote(settled, settled, settled, Math.round(volume), Math.round(openInterest));
        }
        double wings = 1 + WIDER_IN_WINGS * deviations * deviations;
        double half = 0.5 * wings * (SPREAD_OF_PRICE * price + SPREAD_OF_VOLATILITY * vega);
        double bid = Math.max(0, Math.floor((price - half) * ticksPerPoint));
        double ask = Math.max(bid + 1, Math.ceil((price + half) * ticksPerPoint));
        double last = Math.max(1, Math.rint(bid + uniform(key + 1) * (ask - bid)));
        return new Quote(
                bid / ticksPerPoint,
                ask / ticksPerPoint,
                last / ticksPerPoint,
                Math.round(volume),
                Math.round(openInterest));
    }

    /** Standard normal noise of a contract that changes little from one day to the next. */
    private static double drifting(long key, LocalDate day) {
        long days = day.toEpochDay();
        long period = Math.floorDiv(days, DAYS_OF_NOISE);
        double share = Math.floorMod(days, DAYS_OF_NOISE) / (double) DAYS_OF_NOISE;
        double from = InverseNormal.of(uniform(mix(key) + period));
        double to = InverseNormal.of(uniform(mix(key) + period + 1));
        return ((1 - share) * from + share * to) / Math.sqrt((1 - share) * (1 - share) + share * share);
    }

    /** Key of a contract. */
    static long key(long seed, double strike, long expiryDay, boolean call) {
        return mix(mix(mix(seed + GOLDEN) + expiryDay * GOLDEN) + Double.doubleToLongBits(strike)) * 8 + (call ? 4 : 0);
    }

    private static double uniform(long key) {
        return ((mix(key * GOLDEN) >>> 12) + 0.5) * 0x1p-52;
    }

    /**
     * The finaliser of SplitMix64 (Steele, Lea and Flood, <i>Fast Splittable Pseudorandom Number Generators</i>, 2014).
     */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
