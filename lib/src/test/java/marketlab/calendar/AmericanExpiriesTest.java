package marketlab.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expiries of the S&P 500 and the Nasdaq-100, beside those that Cboe published. */
class AmericanExpiriesTest {

    private static final List<String> MARKETS = List.of("spx", "spxw", "ndx", "ndxp");

    private final ExpiryRules spx = Market.named("spx").expiries();
    private final ExpiryRules spxw = Market.named("spxw").expiries();

    @ParameterizedTest
    @CsvSource({
        "2008-03, 2008-03-20",
        "2014-04, 2014-04-17",
        "2019-04, 2019-04-18",
        "2022-04, 2022-04-14",
        "2024-03, 2024-03-15",
        "2025-04, 2025-04-17",
        "2026-06, 2026-06-18",
        "2027-06, 2027-06-17"
    })
    void monthlyExpiresOnTheThirdFridayOrTheThursdayBeforeAHoliday(YearMonth month, LocalDate expiry) {
        assertThat(spx.monthly(month)).contains(expiry);
        assertThat(Market.named("ndx").expiries().monthly(month)).contains(expiry);
    }

    @Test
    void rootsNamedAsTheIndexSettleAtTheOpenAndTheOthersAtTheClose() {
        LocalDate thirdFriday = LocalDate.of(2026, 1, 16);
        assertThat(MARKETS)
                .allMatch(market -> Market.named(market).expiries().monthly(YearMonth.of(2026, 1)).stream()
                        .allMatch(thirdFriday::equals))
                .filteredOn(market -> Market.named(market).expiries().settlesAtOpen(thirdFriday))
                .containsExactly("spx", "ndx");
        assertThat(Market.named("nifty").expiries().settlesAtOpen(LocalDate.of(2026, 1, 27)))
                .isFalse();
    }

    @Test
    void spxHasMonthsAloneAndHalfYearsBeyond() {
        assertThat(spx.listed(LocalDate.of(2026, 1, 16)))
                .startsWith(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 20))
                .hasSize(20)
                .endsWith(LocalDate.of(2030, 12, 20));
    }

    @Test
    void expiriesOfAugust2016AreThoseThatCboeListed() {
        assertThat(spxw.listed(LocalDate.of(2016, 8, 19)).stream().map(LocalDate::toString))
                .startsWith(
                        "2016-08-22",
                        "2016-08-24",
                        "2016-08-26",
                        "2016-08-29",
                        "2016-08-31",
                        "2016-09-02",
                        "2016-09-06",
                        "2016-09-07",
                        "2016-09-09",
                        "2016-09-12",
                        "2016-09-14",
                        "2016-09-16");
    }

    @Test
    void mondaysExpiryOnAHolidayIsOnTuesday() {
        assertThat(spxw.listed(LocalDate.of(2021, 5, 28))).contains(LocalDate.of(2021, 6, 1), LocalDate.of(2021, 7, 6));
        assertThat(spxw.listed(LocalDate.of(2021, 5, 31))).startsWith(LocalDate.of(2021, 6, 1));
    }

    @Test
    void fridaysExpiryOnAHolidayIsOnThursday() {
        assertThat(spxw.listed(LocalDate.of(2021, 3, 31))).startsWith(LocalDate.of(2021, 4, 1));
        assertThat(spxw.listed(LocalDate.of(2021, 4, 1))).startsWith(LocalDate.of(2021, 4, 5));
    }

    @Test
    void monthEndIsTheLastSessionOfTheMonth() {
        assertThat(spxw.listed(LocalDate.of(2024, 1, 2)))
                .contains(LocalDate.of(2024, 3, 28))
                .doesNotContain(LocalDate.of(2024, 3, 29), LocalDate.of(2024, 4, 1));
        assertThat(spxw.listed(LocalDate.of(2027, 1, 4)))
                .contains(LocalDate.of(2027, 5, 28))
                .doesNotContain(LocalDate.of(2027, 6, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-11-29", "2024-11-29", "2024-12-24", "2025-11-28"})
    void contractsExpireOnEarlyCloses(LocalDate early) {
        assertThat(Market.named("spxw").calendar().isFullSession(early)).isFalse();
        assertThat(spxw.listed(early.minusDays(7))).contains(early);
    }

    @Test
    void weekdaysOfTheWeekliesCameOneByOne() {
        assertThat(spxw.listed(LocalDate.of(2015, 8, 3)))
                .startsWith(
                        LocalDate.of(2015, 8, 7),
                        LocalDate.of(2015, 8, 14),
                        LocalDate.of(2015, 8, 21),
                        LocalDate.of(2015, 8, 28),
                        LocalDate.of(2015, 8, 31),
                        LocalDate.of(2015, 9, 4));
        assertThat(weekdays(LocalDate.of(2016, 4, 4)))
                .contains(DayOfWeek.WEDNESDAY)
                .doesNotContain(DayOfWeek.MONDAY);
        assertThat(weekdays(LocalDate.of(2017, 5, 1))).doesNotContain(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        assertThat(weekdays(LocalDate.of(2023, 4, 10))).hasSize(5);
    }

    @Test
    void everySessionIsAnExpirySinceMay2022() {
        LocalDate day = LocalDate.of(2022, 12, 15);
        assertThat(spxw.listed(day))
                .startsWith(Market.named("spxw").calendar().sessions(day.plusDays(1), day.plusDays(30)).stream()
                        .toArray(LocalDate[]::new));
    }

    @Test
    void thirdFridayIsNoneOfTheWeekliesUntilItIsAMonthlyOfItsOwn() {
        assertThat(spxw.listed(LocalDate.of(2011, 9, 9))).containsExactly(LocalDate.of(2011, 9, 23));
        assertThat(spxw.monthly(YearMonth.of(2011, 9))).isEmpty();
        assertThat(spxw.listed(LocalDate.of(2011, 10, 10))).contains(LocalDate.of(2011, 10, 21));
        ExpiryRules ndxp = Market.named("ndxp").expiries();
        assertThat(ndxp.listed(LocalDate.of(2023, 6, 9)))
                .contains(LocalDate.of(2023, 6, 14))
                .doesNotContain(LocalDate.of(2023, 6, 16));
        assertThat(ndxp.listed(LocalDate.of(2024, 6, 7))).contains(LocalDate.of(2024, 6, 21));
    }

    @Test
    void weekliesAreNotListedBeforeTheyBegan() {
        assertThat(spxw.listed(LocalDate.of(2010, 11, 1))).isEmpty();
        assertThat(spx.listed(LocalDate.of(2010, 11, 1))).startsWith(LocalDate.of(2010, 11, 19));
    }

    private List<DayOfWeek> weekdays(LocalDate on) {
        return spxw.listed(on).stream()
                .limit(8)
                .map(LocalDate::getDayOfWeek)
                .distinct()
                .toList();
    }
}
