package marketlab.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expiries of BSE's indices, beside those that its circulars name. */
class BseExpiriesTest {

    private final ExpiryRules sensex = Market.named("sensex").expiries();
    private final ExpiryRules bankex = Market.named("bankex").expiries();

    @ParameterizedTest
    @CsvSource({
        "sensex, 2023-04, 2023-04-27",
        "sensex, 2023-05, 2023-05-26",
        "sensex, 2024-12, 2024-12-27",
        "sensex, 2025-01, 2025-01-28",
        "sensex, 2025-08, 2025-08-26",
        "sensex, 2025-09, 2025-09-25",
        "bankex, 2023-09, 2023-09-29",
        "bankex, 2023-10, 2023-10-30",
        "bankex, 2024-12, 2024-12-30",
        "bankex, 2025-01, 2025-01-28",
        "bankex, 2025-12, 2025-12-24"
    })
    void monthlyFollowsTheRuleOfItsTimeOrIsTheSessionBeforeAHoliday(String market, YearMonth month, LocalDate expiry) {
        assertThat(Market.named(market).expiries().monthly(month)).contains(expiry);
    }

    @Test
    void sensexMovedFromFridayToTuesdayAfter3January2025() {
        assertThat(sensex.listed(LocalDate.of(2024, 12, 27)))
                .startsWith(LocalDate.of(2025, 1, 3), LocalDate.of(2025, 1, 7), LocalDate.of(2025, 1, 14));
        assertThat(sensex.listed(LocalDate.of(2024, 11, 27))).contains(LocalDate.of(2025, 1, 10));
    }

    @Test
    void sensexMovedFromTuesdayToThursdayInSeptember2025() {
        assertThat(sensex.listed(LocalDate.of(2025, 8, 20)))
                .startsWith(LocalDate.of(2025, 8, 26), LocalDate.of(2025, 9, 4), LocalDate.of(2025, 9, 11));
    }

    @Test
    void bankexMovedFromFridayToMondayInOctober2023() {
        assertThat(bankex.listed(LocalDate.of(2023, 10, 6)))
                .startsWith(LocalDate.of(2023, 10, 13), LocalDate.of(2023, 10, 16), LocalDate.of(2023, 10, 23));
    }

    @Test
    void bankexHasNoWeekliesAfter18November2024() {
        assertThat(bankex.listed(LocalDate.of(2024, 11, 8)))
                .startsWith(LocalDate.of(2024, 11, 11), LocalDate.of(2024, 11, 18), LocalDate.of(2024, 11, 25))
                .doesNotContain(LocalDate.of(2024, 12, 2));
    }

    @Test
    void weekliesBeforeMay2023AreNotListed() {
        assertThat(sensex.listed(LocalDate.of(2023, 3, 1))).startsWith(LocalDate.of(2023, 3, 29));
    }
}
