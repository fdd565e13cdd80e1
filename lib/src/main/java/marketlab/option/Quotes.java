package marketlab.option;

import marketlab.calendar.Market;

/**
 * Simulated quotes for a theoretical price: bid, ask and last on the tick around it. Open interest and volume are
 * highest near the money, on round strikes and in near expiries. Quotes depend only on the price, the seed, strike,
 * expiry and side, not on the other contracts in the chain.
 */
final class Quotes {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double SPREAD_OF_PRICE = 0.002;
    private static final double SPREAD_OF_VOLATILITY = 0.002;
    private static final double BUSIEST = 60_000;
    private static final double WIDTH = 1.5;
    private static final double FADING_PER_YEAR = 6;
    private static final int ROUND_STRIKE = 10;

    private final Market market;
    private final double ticksPerPoint;

    /** One side of one contract; sizes are contracts, prices index points. */
    record Quote(double bid, double ask, double last, long volume, long openInterest) {}

    Quotes(Market market) {
        this.market = market;
        this.ticksPerPoint = 1 / market.tick();
    }

    /**
     * @param deviations number of standard deviations that the strike is out of the money at the forward; negative if
     * in the money
     * @param key key of the contract: the same for the same seed, strike, expiry and side
     */
    Quote quote(double price, double vega, double strike, double deviations, double years, long key) {
        double half = 0.5 * (SPREAD_OF_PRICE * price + SPREAD_OF_VOLATILITY * vega);
        double bid = Math.max(0, Math.floor((price - half) * ticksPerPoint));
        double ask = Math.max(bid + 1, Math.ceil((price + half) * ticksPerPoint));
        double last = Math.max(1, Math.rint(bid + uniform(key + 1) * (ask - bid)));
        double near = StrictMath.exp(-0.5 * deviations * deviations / (WIDTH * WIDTH));
        double inside = deviations < 0 ? 0.5 : 1;
        double round = Math.rint(strike / market.strikeStep()) % ROUND_STRIKE == 0 ? 3 : 1;
        double crowd = BUSIEST * near * inside * round * (0.03 + StrictMath.exp(-FADING_PER_YEAR * years));
        double openInterest = crowd * StrictMath.exp(0.4 * InverseNormal.of(uniform(key + 2)));
        double volume = 2 * near * openInterest * StrictMath.exp(0.5 * InverseNormal.of(uniform(key + 3)));
        return new Quote(
                bid / ticksPerPoint,
                ask / ticksPerPoint,
                last / ticksPerPoint,
                Math.round(volume),
                Math.round(openInterest));
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
