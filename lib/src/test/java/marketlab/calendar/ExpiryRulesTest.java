package marketlab.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryRulesTest {

    private final ExpiryRules nifty = Market.named("nifty").expiries();

    @Test
    void expiryOnAHolidayIsTheSessionBefore() {
        assertThat(nifty.monthly(YearMonth.of(2026, 3))).contains(LocalDate.of(2026, 3, 30));
        assertThat(nifty.monthly(YearMonth.of(2026, 11))).contains(LocalDate.of(2026, 11, 23));
    }

    @Test
    void expiryOnAMuhuratDayIsTheSessionBefore() {
        assertThat(nifty.listed(LocalDate.of(2025, 10, 15))).startsWith(LocalDate.of(2025, 10, 20));
    }

    @Test
    void thursdayUntilAugust2025ThenTuesday() {
        assertThat(nifty.monthly(YearMonth.of(2025, 8))).contains(LocalDate.of(2025, 8, 28));
        assertThat(nifty.monthly(YearMonth.of(2025, 9))).contains(LocalDate.of(2025, 9, 30));
        assertThat(nifty.listed(LocalDate.of(2025, 8, 20)))
                .startsWith(LocalDate.of(2025, 8, 21), LocalDate.of(2025, 8, 28), LocalDate.of(2025, 9, 2));
    }

    @Test
    void midcapMovedFromTuesdayToWednesdayToMondayIn2023() {
        ExpiryRules midcap = Market.named("midcpnifty").expiries();
        assertThat(midcap.listed(LocalDate.of(2023, 4, 20)))
                .startsWith(LocalDate.of(2023, 4, 25), LocalDate.of(2023, 5, 3));
        assertThat(midcap.listed(LocalDate.of(2023, 8, 10)))
                .startsWith(LocalDate.of(2023, 8, 16), LocalDate.of(2023, 8, 21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-09-27", "2023-10-25", "2023-11-29", "2023-12-27", "2024-01-24", "2024-02-28"})
    void bankNiftyHasNoWeeklyInTheWeekOfItsMonthly(LocalDate wednesday) {
        assertThat(Market.named("banknifty").expiries().listed(wednesday.minusDays(9)))
                .contains(wednesday.minusDays(7), wednesday.plusDays(1))
                .doesNotContain(wednesday);
    }

    @Test
    void finNiftyExpiredOnThursday14October2021AndOnTuesdaysAfter() {
        assertThat(Market.named("finnifty").expiries().listed(LocalDate.of(2021, 10, 8)))
                .startsWith(LocalDate.of(2021, 10, 14), LocalDate.of(2021, 10, 19), LocalDate.of(2021, 10, 26));
    }

    @Test
    void changeOfTheWeekdayIsUnknownBeforeItsAnnouncement() {
        assertThat(nifty.listed(LocalDate.of(2023, 6, 5)))
                .filteredOn(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY)
                .isEmpty();
        assertThat(nifty.listed(LocalDate.of(2025, 6, 16))).contains(LocalDate.of(2025, 9, 25));
        assertThat(nifty.listed(LocalDate.of(2025, 6, 17))).contains(LocalDate.of(2025, 9, 30));
    }

    @Test
    void endOfTheWeekliesIsUnknownBeforeItsAnnouncement() {
        ExpiryRules bank = Market.named("banknifty").expiries();
        assertThat(bank.listed(LocalDate.of(2024, 10, 9))).contains(LocalDate.of(2024, 11, 6));
        assertThat(bank.listed(LocalDate.of(2024, 10, 25)))
                .contains(LocalDate.of(2024, 11, 13))
                .doesNotContain(LocalDate.of(2024, 11, 19), LocalDate.of(2024, 11, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "nifty, 2021-07-22, 75",
        "nifty, 2021-07-29, 50",
        "banknifty, 2020-07-23, 20",
        "banknifty, 2020-07-30, 25",
        "finnifty, 2021-10-14, 40",
        "midcpnifty, 2022-06-28, 75",
        "nifty, 2024-04-25, 50",
        "nifty, 2024-05-02, 25",
        "nifty, 2024-12-26, 25",
        "nifty, 2025-01-02, 75",
        "nifty, 2025-01-30, 25",
        "nifty, 2025-12-30, 75",
        "nifty, 2026-01-06, 65",
        "banknifty, 2023-07-20, 25",
        "banknifty, 2023-07-27, 15",
        "banknifty, 2025-06-26, 30",
        "banknifty, 2025-07-31, 35",
        "banknifty, 2026-01-27, 30",
        "finnifty, 2025-12-30, 65",
        "finnifty, 2026-01-27, 60",
        "midcpnifty, 2025-12-30, 140",
        "midcpnifty, 2026-01-27, 120",
        "sensex, 2024-12-27, 10",
        "sensex, 2025-01-03, 10",
        "sensex, 2025-01-07, 20",
        "sensex, 2025-01-28, 10",
        "sensex, 2026-01-29, 20",
        "bankex, 2025-01-28, 15",
        "bankex, 2025-02-25, 30",
        "spx, 1999-01-15, 100",
        "spxw, 2026-01-16, 100",
        "ndx, 2026-01-16, 100"
    })
    void lotIsThatOfTheExpirysDate(String market, LocalDate expiry, int lot) {
        assertThat(Market.named(market).expiries().lot(expiry)).hasValue(lot);
    }

    @Test
    void lotsOfAUsersFileReplaceTheShippedOnes(@TempDir Path folder) throws IOException {
        assertThat(nifty.lot(LocalDate.of(2010, 1, 28))).isEmpty();
        Path file = Files.writeString(folder.resolve("lots.csv"), "market,lot,from,to\nnifty,50,,2014-12-31\n");
        assertThat(nifty.withLots("nifty", file).lot(LocalDate.of(2010, 1, 28))).hasValue(50);
        Files.writeString(file, "market,lot,from,to\nnifty,-5,,\n");
        assertThatThrownBy(() -> nifty.withLots("nifty", file))
                .hasMessage("[" + file + "] line 2: a lot must be > 0, got -5");
    }

    @Test
    void niftyListsFourWeeklyThreeMonthlyThreeQuarterlyEightHalfYearly() {
        assertThat(nifty.listed(LocalDate.of(2025, 10, 24)).stream().map(LocalDate::toString))
                .containsExactly(
                        "2025-10-28",
                        "2025-11-04",
                        "2025-11-11",
                        "2025-11-18",
                        "2025-11-25",
                        "2025-12-02",
                        "2025-12-30",
                        "2026-03-30",
                        "2026-06-30",
                        "2026-09-29",
                        "2026-12-29",
                        "2027-06-29",
                        "2027-12-28",
                        "2028-06-27",
                        "2028-12-26",
                        "2029-06-26",
                        "2029-12-25",
                        "2030-06-25");
    }

    @Test
    void onlyNiftyHasWeekliesSinceNovember2024() {
        for (String market : List.of("banknifty", "finnifty", "midcpnifty")) {
            List<LocalDate> listed = Market.named(market).expiries().listed(LocalDate.of(2026, 1, 2));
            assertThat(listed)
                    .startsWith(LocalDate.of(2026, 1, 27), LocalDate.of(2026, 2, 24), LocalDate.of(2026, 3, 30));
        }
        assertThat(Market.named("banknifty").expiries().listed(LocalDate.of(2024, 10, 1)))
                .startsWith(LocalDate.of(2024, 10, 9), LocalDate.of(2024, 10, 16), LocalDate.of(2024, 10, 23));
    }

    @Test
    void everyListedExpiryIsASettlementDayAfterTheDay() {
        for (String market : Market.names()) {
            TradingCalendar calendar = Market.named(market).calendar();
            LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2026, 12, 31)).forEach(day -> assertThat(
                            Market.named(market).expiries().listed(day))
                    .isNotEmpty()
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(expiry -> expiry.isAfter(day) && calendar.isSettlementDay(expiry)));
        }
    }

    @Test
    void genericMarketExpiresOnThirdFridays() {
        assertThat(Market.named("generic").expiries().monthly(YearMonth.of(2026, 1)))
                .contains(LocalDate.of(2026, 1, 16));
    }

    @Test
    void usersFileReplacesTheRules(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("contracts.csv"), """
            market,kind,count,occurrence,weekday,from,to,announced
            nifty,monthly,2,last,monday,,,
            """);
        assertThat(ExpiryRules.of("nifty", TradingCalendar.nse(), file).listed(LocalDate.of(2026, 2, 2)))
                .containsExactly(LocalDate.of(2026, 2, 23), LocalDate.of(2026, 3, 30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "own,daily,2,each,monday,,,,,       | kind must be one of [weekly, monthly, quarterly, half_yearly,"
                        + " month_end], got 'daily'",
                "own,weekly,2,third,monday,,,,,     | occurrence of weekly must be one of [each, all], got 'third'",
                "own,monthly,2,third,,,,,,          | a monthly rule needs its weekday, got ''",
                "own,monthly,2,third,friday,,,,after, | holiday must be one of [nothing, before, in_week], got 'after'",
                "own,monthly,2,third,friday,,,,,noon  | settles must be one of [nothing, close, open], got 'noon'"
            })
    void brokenRuleOfAUsersFileIsNamed(String line, String message, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("contracts.csv"),
                "market,kind,count,occurrence,weekday,from,to,announced,holiday,settles\n" + line + "\n");
        assertThatThrownBy(() -> ExpiryRules.of("own", TradingCalendar.nse(), file))
                .hasMessage("[" + file + "] line 2: " + message);
    }

    @Test
    void marketThatSettlesAtTheOpenAndAtTheCloseIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("contracts.csv"), """
            market,kind,count,occurrence,weekday,from,to,announced,holiday,settles
            own,monthly,2,third,friday,,,,,open
            own,weekly,2,each,friday,,,,,close
            """);
        assertThatThrownBy(() -> ExpiryRules.of("own", TradingCalendar.nse(), file))
                .hasMessage("[own] its rules settle at the open and at the close at the same time;"
                        + " give each its own market, as spx and spxw");
    }

    @Test
    void unknownMarketIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Market.named("nfity"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "[market] unknown market 'nfity'; there are: nifty, banknifty, finnifty, midcpnifty, sensex,"
                                + " bankex, spx, spxw, ndx, ndxp, generic");
    }
}
