package marketlab.index;

import marketlab.calendar.Market;

/** Tells where one session's worth of trading time ends, for models whose law is stated a day at a time. */
final class Sessions {

    private static final double ROUNDING = 1e-9;

    private double elapsed;

    /** Lets this part of a year pass; true if a session has ended by then. */
    boolean endAfter(double years) {
        elapsed += years * Market.SESSIONS_PER_YEAR;
        if (elapsed > 1 - ROUNDING) {
            elapsed = Math.max(0, elapsed - 1);
            return true;
        }
        return false;
    }

    /** Part of the current session still to come. */
    double left() {
        return 1 - elapsed;
    }
}
