package marketlab.option;

/** Prices the contracts of one expiry. Not thread-safe. */
interface ExpiryPricer {

    /** A call and a put with this strike, in index points. */
    OptionValue value(double strike);

    /**
     * The second-order greeks of a call and a put with this strike, charm per year.
     *
     * @param value the {@link #value} of this strike
     */
    SecondOrderGreeks secondOrder(double strike, OptionValue value);
}
