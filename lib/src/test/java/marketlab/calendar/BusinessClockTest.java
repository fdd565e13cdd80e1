package marketlab.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private static final BusinessClock NSE = BusinessClock.of(TradingCalendar.nse());
    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 23);

    @Test
    void weekendAndHolidayTakeNoTime() {
        LocalDate tuesday = LocalDate.of(2026, 1, 27);
        assertThat(NSE.years(FRIDAY, tuesday)).isEqualTo(1 / 252.0);
        assertThat(NSE.years(FRIDAY, LocalDate.of(2026, 1, 26))).isZero();
        assertThat(NSE.years(FRIDAY, FRIDAY)).isZero();
    }

    @Test
    void closedDaysHaveTheirWeightAndAYearKeepsItsLength() {
        BusinessClock clock = BusinessClock.of(TradingCalendar.nse().withClosedDays(0.5));
        LocalDate thursday = FRIDAY.minusDays(1);
        LocalDate tuesday = LocalDate.of(2026, 1, 27);
        double night = clock.years(thursday, FRIDAY);
        assertThat(clock.years(FRIDAY, tuesday)).isCloseTo(2.5 * night, within(1e-15));
        assertThat(clock.closedBefore(tuesday)).isCloseTo(1.5 * clock.sessions(FRIDAY), within(1e-15));
        assertThat(clock.closedBefore(FRIDAY)).isZero();
        assertThat(NSE.closedBefore(tuesday)).isZero();
        LocalDate first = LocalDate.of(2016, 1, 1);
        assertThat(BusinessClock.of(TradingCalendar.nyse().withClosedDays(0.5)).years(first, first.plusYears(10)))
                .isCloseTo(10, within(0.05));
    }

    @Test
    void timesAddUp() {
        LocalDate middle = FRIDAY.plusDays(100);
        LocalDate last = FRIDAY.plusDays(300);
        assertThat(NSE.years(FRIDAY, middle) + NSE.years(middle, last))
                .isCloseTo(NSE.years(FRIDAY, last), within(1e-15));
    }

    @Test
    void shortSessionIsShorterByItsMinutes() {
        LocalDate muhurat = LocalDate.of(2024, 11, 1);
        assertThat(NSE.sessions(muhurat)).isEqualTo(60 / 375.0);
        assertThat(NSE.sessions(FRIDAY)).isEqualTo(1);
    }

    @Test
    void restOfADayHasTheVarianceOfItsTrading() {
        assertThat(NSE.years(FRIDAY, LocalTime.of(8, 0), FRIDAY)).isEqualTo(1 / 252.0);
        assertThat(NSE.years(FRIDAY, LocalTime.of(9, 15), FRIDAY)).isCloseTo(0.75 / 252, within(1e-15));
        assertThat(NSE.years(FRIDAY, LocalTime.of(15, 30), FRIDAY)).isZero();
        double morning = 0.75 / 252 - NSE.years(FRIDAY, LocalTime.of(10, 15), FRIDAY);
        double noon = NSE.years(FRIDAY, LocalTime.of(12, 0), FRIDAY) - NSE.years(FRIDAY, LocalTime.of(13, 0), FRIDAY);
        assertThat(morning).isGreaterThan(1.5 * noon);
    }

    @Test
    void timeFromADayToALaterCloseHasTheRestOfTheDayFirst() {
        LocalDate tuesday = LocalDate.of(2026, 1, 27);
        assertThat(NSE.years(FRIDAY, LocalTime.of(11, 15), tuesday))
                .isCloseTo(NSE.years(FRIDAY, LocalTime.of(11, 15), FRIDAY) + 1 / 252.0, within(1e-15));
    }
}
