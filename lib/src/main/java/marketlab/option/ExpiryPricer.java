package marketlab.option;

import java.util.Arrays;

/** Prices the contracts of one expiry. Not thread-safe. */
interface ExpiryPricer {

    /** A call and a put with this strike, in index points. */
    OptionValue value(double strike);

    /** Calls and puts with these strikes: the same numbers as {@link #value}. */
    default OptionValue[] values(double[] strikes) {
        return Arrays.stream(strikes).mapToObj(this::value).toArray(OptionValue[]::new);
    }

    /**
     * The second-order greeks of a call and a put with this strike, charm per year.
     *
     * @param value the {@link #value} of this strike
     */
    SecondOrderGreeks secondOrder(double strike, OptionValue value);
}
