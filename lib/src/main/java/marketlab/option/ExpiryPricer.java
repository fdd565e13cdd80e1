package marketlab.option;

/** Prices the contracts of one expiry. Not thread-safe. */
interface ExpiryPricer {

    /** A call and a put with this strike, in index points. */
    OptionValue value(double strike);
}
