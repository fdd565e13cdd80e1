package marketlab.option;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import marketlab.calendar.BusinessClock;
import marketlab.calendar.Market;

/**
 * An expiry, and how far away it is by both clocks.
 *
 * @param years time in which interest accrues: calendar days by 365
 * @param varianceYears time in which the variance accrues: sessions by 252, see {@link BusinessClock}
 */
record Maturity(LocalDate expiry, double years, double varianceYears) {

    /** From the close of a day to the close of the expiry. */
    static Maturity of(Market market, LocalDate valued, LocalDate expiry) {
        double days = ChronoUnit.DAYS.between(valued, expiry);
        return new Maturity(
                expiry,
                days / BusinessClock.CALENDAR_DAYS_PER_YEAR,
                BusinessClock.of(market.calendar()).years(valued, expiry));
    }
}
