package marketlab.option;

/**
 * The quotes of one expiry, from which the variance of a variance swap follows: <i>Cboe Volatility Index (VIX): White
 * Paper</i>, 2019, pages 5 to 10.
 *
 * @param years time to expiry, in which the rate accrues
 * @param rate per year, continuously compounded, as a fraction
 * @param strikes in index points, ascending
 */
record OptionStrip(
        double years,
        double rate,
        double[] strikes,
        double[] callBid,
        double[] callAsk,
        double[] putBid,
        double[] putAsk) {

    private static final int ZERO_BIDS_IN_A_ROW = 2;

    /** A strip of prices without a spread. */
    static OptionStrip of(double years, double rate, double[] strikes, double[] calls, double[] puts) {
        return new OptionStrip(years, rate, strikes, calls, calls, puts, puts);
    }

    /** The forward by put-call parity, at the strike where the two prices are nearest to each other. */
    double forward() {
        int nearest = 0;
        for (int i = 1; i < strikes.length; i++) {
            nearest = Math.abs(call(i) - put(i)) < Math.abs(call(nearest) - put(nearest)) ? i : nearest;
        }
        return strikes[nearest] + StrictMath.exp(rate * years) * (call(nearest) - put(nearest));
    }

    /**
     * Annualised variance by time to expiry: the out-of-the-money options, weighted by strike. Options without a bid
     * are left out, and so are all beyond two of them in a row.
     *
     * @throws IllegalArgumentException if no strike is at or below the forward
     */
    double variance() {
        double forward = forward();
        int middle = -1;
        while (middle + 1 < strikes.length && strikes[middle + 1] <= forward) {
            middle++;
        }
        if (middle < 0) {
            throw new IllegalArgumentException("no strike is at or below the forward, " + forward);
        }
        boolean[] used = new boolean[strikes.length];
        used[middle] = true;
        use(used, middle, -1, putBid);
        use(used, middle, 1, callBid);
        double sum = 0;
        for (int i = 0; i < strikes.length; i++) {
            if (used[i]) {
                double price = i < middle ? put(i) : i > middle ? call(i) : 0.5 * (call(i) + put(i));
                sum += width(used, i) / (strikes[i] * strikes[i]) * price;
            }
        }
        double above = forward / strikes[middle] - 1;
        return 2 / years * StrictMath.exp(rate * years) * sum - above * above / years;
    }

    private void use(boolean[] used, int middle, int step, double[] bid) {
        int zeros = 0;
        for (int i = middle + step; i >= 0 && i < strikes.length && zeros < ZERO_BIDS_IN_A_ROW; i += step) {
            used[i] = bid[i] > 0;
            zeros = used[i] ? 0 : zeros + 1;
        }
    }

    /** Half of the distance between the neighbours in use; at the ends, the distance to the only one. */
    private double width(boolean[] used, int i) {
        int below = i - 1;
        while (below >= 0 && !used[below]) {
            below--;
        }
        int above = i + 1;
        while (above < used.length && !used[above]) {
            above++;
        }
        if (below < 0 || above == used.length) {
            return below < 0 ? strikes[above] - strikes[i] : strikes[i] - strikes[below];
        }
        return 0.5 * (strikes[above] - strikes[below]);
    }

    private double call(int i) {
        return 0.5 * (callBid[i] + callAsk[i]);
    }

    private double put(int i) {
        return 0.5 * (putBid[i] + putAsk[i]);
    }
}
