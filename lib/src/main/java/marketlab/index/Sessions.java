package marketlab.index;

import marketlab.calendar.Market;

/** Finds the ends of sessions in trading time, for models with daily parameters. */
final class Sessions {

    private static final double ROUNDING = 1e-9;

    private double elapsed;

    /** Advances the time by this part of a year; true if a session has ended. */
    boolean endAfter(double years) {
        elapsed += years * Market.SESSIONS_PER_YEAR;
        if (elapsed > 1 - ROUNDING) {
            elapsed = Math.max(0, elapsed - 1);
            return true;
        }
        return false;
    }

    /** The remaining part of the current session. */
    double left() {
        return 1 - elapsed;
    }
}
