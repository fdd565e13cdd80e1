package marketlab.option;

/**
 * The values at the close of the expiry day, from which nothing changes any more but by the index.
 *
 * @param spot index level, in index points
 */
record SettledPricer(double spot) implements ExpiryPricer {

    @Override
    public OptionValue value(double strike) {
        double call = Math.max(spot - strike, 0);
        double put = Math.max(strike - spot, 0);
        return new OptionValue(call, put, Math.signum(call), -Math.signum(put), 0, 0, 0, 0, 0, 0);
    }

    @Override
    public SecondOrderGreeks secondOrder(double strike, OptionValue value) {
        return SecondOrderGreeks.NONE;
    }
}
