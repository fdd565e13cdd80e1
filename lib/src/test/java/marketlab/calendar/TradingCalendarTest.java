package marketlab.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {

    private final TradingCalendar nse = TradingCalendar.nse();

    @Test
    void holidayAnnouncedThreeDaysBeforeIsClosed() {
        assertThat(nse.isOpen(LocalDate.of(2026, 1, 15))).isFalse();
    }

    @Test
    void budgetSundayIsAFullSession() {
        assertThat(nse.isFullSession(LocalDate.of(2026, 2, 1))).isTrue();
    }

    @Test
    void clearingHolidaysAreTradingDays() {
        assertThat(List.of(
                        LocalDate.of(2026, 2, 19), LocalDate.of(2026, 3, 19),
                        LocalDate.of(2026, 4, 1), LocalDate.of(2026, 8, 26)))
                .allMatch(nse::isFullSession);
    }

    @Test
    void muhuratIsOpenForAnHourButNotAFullSession() {
        LocalDate diwali = LocalDate.of(2024, 11, 1);
        assertThat(nse.hours(diwali)).containsExactly(Hours.parse("18:00-19:00"));
        assertThat(nse.isFullSession(diwali)).isFalse();
        assertThat(nse.settlementDayOnOrBefore(diwali)).isEqualTo(LocalDate.of(2024, 10, 31));
    }

    @Test
    void drillHasTwoStretchesOfTrading() {
        assertThat(nse.hours(LocalDate.of(2024, 3, 2)))
                .containsExactly(Hours.parse("09:15-10:00"), Hours.parse("11:30-12:30"));
    }

    @Test
    void sessionsOfAYearAreThoseThatWereTraded() {
        assertThat(nse.sessions(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)))
                .hasSize(246);
        assertThat(nse.sessions(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
                .hasSize(249);
        assertThat(nse.sessions(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .hasSize(249);
    }

    @Test
    void lastSessionsEndOnTheDayOrTheSessionBefore() {
        assertThat(nse.lastSessions(3, LocalDate.of(2026, 1, 18)))
                .containsExactly(LocalDate.of(2026, 1, 13), LocalDate.of(2026, 1, 14), LocalDate.of(2026, 1, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "2001-09-10, 09:30-16:00",
        "2001-09-11,",
        "2001-09-14,",
        "2001-09-17, 09:30-16:00",
        "2004-06-11,",
        "2007-01-02,",
        "2012-10-30,",
        "2018-12-05,",
        "2025-01-09,",
        "1996-01-08, 11:00-14:00",
        "1999-12-31, 09:30-13:00",
        "2021-12-31, 09:30-16:00",
        "2022-06-20,",
        "2026-07-03,",
        "2026-11-27, 09:30-13:00",
        "2027-12-24,"
    })
    void newYorkHasItsHolidaysMourningsStormsAndEarlyCloses(LocalDate date, String hours) {
        assertThat(TradingCalendar.nyse().hours(date))
                .isEqualTo(hours == null ? List.of() : List.of(Hours.parse(hours)));
    }

    @Test
    void newYorkTradesFrom249To254DaysOfAYearButFewerIn2001() {
        for (int year = 1986; year <= 2028; year++) {
            assertThat(TradingCalendar.nyse().sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                    .hasSizeBetween(year == 2001 ? 248 : 249, 254);
        }
    }

    @Test
    void earlyCloseSettlesInNewYorkAndAnEveningSessionDoesNotInIndia() {
        LocalDate afterThanksgiving = LocalDate.of(2026, 11, 27);
        assertThat(TradingCalendar.nyse().isFullSession(afterThanksgiving)).isFalse();
        assertThat(TradingCalendar.nyse().isSettlementDay(afterThanksgiving)).isTrue();
        assertThat(TradingCalendar.nyse().settlementDayOnOrBefore(LocalDate.of(2026, 11, 29)))
                .isEqualTo(afterThanksgiving);
        assertThat(TradingCalendar.nyse().settlementDayOnOrAfter(LocalDate.of(2026, 11, 26)))
                .isEqualTo(afterThanksgiving);
        assertThat(nse.isSettlementDay(LocalDate.of(2024, 11, 1))).isFalse();
        assertThat(nse.isSettlementDay(LocalDate.of(2024, 3, 2))).isFalse();
        assertThat(nse.settlementDayOnOrAfter(LocalDate.of(2024, 11, 1))).isEqualTo(LocalDate.of(2024, 11, 4));
    }

    @Test
    void everyMarketsCalendarIsFoundByItsName() {
        assertThat(Market.names())
                .extracting(Market::named)
                .extracting(Market::calendar)
                .allSatisfy(calendar -> assertThat(TradingCalendar.named(calendar.name()))
                        .get()
                        .extracting(TradingCalendar::regularHours, TradingCalendar::zone)
                        .containsExactly(calendar.regularHours(), calendar.zone()));
        assertThat(TradingCalendar.named("nyse with holidays.csv")).isEmpty();
        assertThat(TradingCalendar.named("weekdays Nowhere 09:00-17:00")).isEmpty();
    }

    @Test
    void genericCalendarIsOpenOnEveryWeekday() {
        TradingCalendar weekdays = TradingCalendar.weekdays(ZoneOffset.UTC, Hours.parse("09:00-17:00"));
        assertThat(weekdays.sessions(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 7)))
                .hasSize(5);
    }

    @Test
    void usersFileWinsOverTheShippedRules(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("mine.csv"), "date,session,name\n2026-11-08,18:00-19:00,Muhurat\n");
        TradingCalendar mine = nse.with(file);
        assertThat(mine.hours(LocalDate.of(2026, 11, 8))).containsExactly(Hours.parse("18:00-19:00"));
        assertThat(mine.isOpen(LocalDate.of(2026, 1, 15))).isFalse();
    }

    @Test
    void brokenLineOfAUsersFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), "date,session,name\n2026-11-08,evening,Muhurat\n");
        assertThatThrownBy(() -> nse.with(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[" + file + "] line 2: hours must look like 09:15-15:30, got 'evening'");
    }

    @Test
    void noSessionsAskedForIsRefused() {
        assertThatThrownBy(() -> nse.lastSessions(0, LocalDate.of(2026, 1, 1)))
                .hasMessage("number of sessions must be > 0, got 0");
    }
}
