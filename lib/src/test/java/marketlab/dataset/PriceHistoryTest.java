package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PriceHistoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @CsvSource({"1,DAYS,CALENDAR_DAYS,365", "1,WEEKS,WEEKS,52", "1,MONTHS,MONTHS,12", "15,MINUTES,INTRADAY,NaN"})
    void spacingIsToldFromTheDates(int step, ChronoUnit unit, Spacing expected, double perYear) {
        PriceHistory history = PriceHistory.of(
                rising(IntStream.range(0, 40).mapToObj(i -> MONDAY.atTime(9, 15).plus((long) i * step, unit))));
        assertThat(history.spacing()).isEqualTo(expected);
        assertThat(history.spacing().perYear()).isEqualTo(Double.valueOf(perYear));
    }

    @Test
    void weekdaysWithHolidaysAreSessions() {
        PriceHistory history = PriceHistory.of(rising(weekdays(60).filter(day -> day.getDayOfMonth() != 26)));
        assertThat(history.spacing()).isEqualTo(Spacing.SESSIONS);
        assertThat(history.spacing().perYear()).isEqualTo(252);
        assertThat(history.notes()).isEmpty();
    }

    @Test
    void rowsWithoutARhythmAreRefused() {
        Dataset quarters =
                rising(IntStream.range(0, 9).mapToObj(i -> MONDAY.atStartOfDay().plusDays(91L * i)));
        assertThatThrownBy(() -> PriceHistory.of(quarters))
                .hasMessage(
                        "a history must be daily, weekly or monthly, but half of its rows lie 91 days apart or more");
    }

    @Test
    void newestFirstIsSortedAndSaid() {
        Dataset history = rising(weekdays(40));
        PriceHistory sorted = PriceHistory.of(Dataset.of(history.table().sortDescendingOn("Date")));
        assertThat(sorted.logReturns(1)).isEqualTo(PriceHistory.of(history).logReturns(1));
        assertThat(sorted.notes()).containsExactly("the rows are newest first: sorted oldest first");
    }

    @Test
    void rowsInDisorderAreSortedAndSaid() {
        Dataset history = rising(weekdays(40));
        PriceHistory sorted = PriceHistory.of(
                Dataset.of(history.table().last(15).append(history.table().first(25))));
        assertThat(sorted.logReturns(1)).isEqualTo(PriceHistory.of(history).logReturns(1));
        assertThat(sorted.notes()).containsExactly("the rows are not in order of time: sorted oldest first");
    }

    @Test
    void severalInstrumentsEndToEndAreRefusedByTheirColumn() {
        Table one = rising(weekdays(3)).table().addColumns(StringColumn.create("Symbol", "INFY", "INFY", "INFY"));
        Table other = rising(weekdays(3)).table().addColumns(StringColumn.create("Symbol", "TCS", "TCS", "TCS"));
        assertThatThrownBy(() -> PriceHistory.of(Dataset.of(one.append(other))))
                .hasMessage("rows 1 and 4 are both of 2026-01-05: column 'Symbol' has several instruments (INFY, TCS);"
                        + " keep one");
    }

    @Test
    void duplicateTimesAreRefused() {
        Table twice = rising(weekdays(3)).table();
        assertThatThrownBy(() -> PriceHistory.of(
                        Dataset.of(twice.append(rising(weekdays(2)).table()))))
                .hasMessage("rows 1 and 4 are both of 2026-01-05; keep one instrument, and one row a time");
    }

    @Test
    void barsWithinADayBecomeTheirLastCloses() {
        PriceHistory days = PriceHistory.of(
                        rising(weekdays(3).flatMap(day -> Stream.of(day.withHour(10), day.withHour(15)))))
                .daily();
        assertThat(days.closesByDay())
                .isEqualTo(Map.of(MONDAY, 102.0, MONDAY.plusDays(1), 104.0, MONDAY.plusDays(2), 106.0));
        assertThat(days.spacing()).isEqualTo(Spacing.SESSIONS);
        assertThat(days.notes())
                .containsExactly("the bars are shorter than a day: the last close of each of 3 days is used");
    }

    @Test
    void momentsAreDaysOfTheirOwnZone() {
        Instant evening = Instant.parse("2026-01-05T23:00:00Z");
        Dataset history = Dataset.of(Table.create(
                InstantColumn.create("t", new Instant[] {evening, evening.plus(1, ChronoUnit.DAYS)}),
                DoubleColumn.create("close", 1, 2)));
        assertThat(PriceHistory.of(history).closesByDay()).containsOnlyKeys(MONDAY, MONDAY.plusDays(1));
    }

    @Test
    void priceThatNeverChangesIsRefused() {
        Table flat = Table.create(DoubleColumn.create("Close", 5, 5, 5));
        assertThatThrownBy(() -> PriceHistory.of(Dataset.of(flat)).logReturns(1))
                .hasMessage("the close never changes: all 3 are 5.0; is it the price?");
    }

    @Test
    void missingClosesAreLeftOutAndSaid() {
        Dataset history = Dataset.of(Table.create(DoubleColumn.create("Close", 1, Double.NaN, 2)));
        assertThat(PriceHistory.of(history).logReturns(1)).hasSize(1);
        assertThat(PriceHistory.of(history).notes())
                .containsExactly(
                        "rows without a close are left out: 1 of 3",
                        "there is no column of dates: the rows are taken as sessions, oldest first");
    }

    @Test
    void closeWithoutADateIsRefused() {
        Table table = Table.create(
                DateTimeColumn.create("Date", MONDAY.atStartOfDay(), null), DoubleColumn.create("Close", 1, 2));
        assertThatThrownBy(() -> PriceHistory.of(Dataset.of(table)))
                .hasMessage("row 2 has a close but no date; complete or remove it");
    }

    private static Stream<LocalDateTime> weekdays(int count) {
        return Stream.iterate(MONDAY.atStartOfDay(), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .limit(count);
    }

    private static Dataset rising(Stream<LocalDateTime> times) {
        List<LocalDateTime> rows = times.toList();
        return Dataset.of(Table.create(
                DateTimeColumn.create("Date", rows),
                DoubleColumn.create(
                        "Close",
                        IntStream.range(0, rows.size())
                                .mapToDouble(i -> 101 + i)
                                .toArray())));
    }
}
