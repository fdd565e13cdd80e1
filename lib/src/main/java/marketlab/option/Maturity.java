package marketlab.option;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import marketlab.calendar.BusinessClock;
import marketlab.calendar.Hours;
import marketlab.calendar.Market;

/**
 * An expiry, and how far away it is by both clocks.
 *
 * @param years time in which interest accrues: calendar days by 365
 * @param varianceYears time in which the variance accrues: sessions by 252, see {@link BusinessClock}
 */
record Maturity(LocalDate expiry, double years, double varianceYears) {

    private static final double MINUTES_PER_DAY = 24 * 60;

    /**
     * From a moment of a day to the settlement: the close of the expiry, or its open where the contract has it so.
     *
     * @param at time of the day, exchange-local; null for the close
     */
    static Maturity of(Market market, LocalDate valued, LocalTime at, LocalDate expiry) {
        BusinessClock clock = BusinessClock.of(market.calendar());
        Hours regular = market.calendar().regularHours();
        double days = ChronoUnit.DAYS.between(valued, expiry)
                + (at == null ? 0 : Duration.between(at, regular.close()).toMinutes() / MINUTES_PER_DAY);
        double varianceYears = at == null ? clock.years(valued, expiry) : clock.years(valued, at, expiry);
        if (market.expiries().settlesAtOpen(expiry)) {
            days -= regular.minutes() / MINUTES_PER_DAY;
            varianceYears -= clock.tradingYears(expiry);
        }
        return new Maturity(expiry, days / BusinessClock.CALENDAR_DAYS_PER_YEAR, varianceYears);
    }
}
