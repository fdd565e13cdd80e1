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

    private static final double MINUTES_PER_DAY = 24 * 60;

    /** From the close of a day to the settlement: the close of the expiry, or its open where the contract has it so. */
    static Maturity of(Market market, LocalDate valued, LocalDate expiry) {
        BusinessClock clock = BusinessClock.of(market.calendar());
        double days = ChronoUnit.DAYS.between(valued, expiry);
        if (!market.expiries().settlesAtOpen(expiry)) {
            return new Maturity(expiry, days / BusinessClock.CALENDAR_DAYS_PER_YEAR, clock.years(valued, expiry));
        }
        double trading = market.calendar().regularHours().minutes() / MINUTES_PER_DAY;
        return new Maturity(
                expiry, (days - trading) / BusinessClock.CALENDAR_DAYS_PER_YEAR, clock.yearsToOpen(valued, expiry));
    }
}
