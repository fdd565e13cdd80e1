package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TimeAxisTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    @Test
    void weekendIsSkipped() {
        assertThat(breaks(days(30, date -> date.getDayOfWeek().getValue() < 6)))
                .containsExactly(Map.of("pattern", "day of week", "bounds", List.of(6, 1)));
    }

    @Test
    void weekendOfFridayAndSaturdayIsSkipped() {
        Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(breaks(days(30, date -> !weekend.contains(date.getDayOfWeek()))))
                .containsExactly(Map.of("pattern", "day of week", "bounds", List.of(5, 0)));
    }

    @Test
    void holidayIsSkipped() {
        assertThat(breaks(days(30, date -> !date.equals(Samples.HOLIDAY))))
                .containsExactly(Map.of("values", List.of("2024-01-26")));
    }

    @Test
    void tradingEveryDayAllDayHasNoBreaks() {
        assertThat(breaks(days(30, date -> true))).isEmpty();
        double[] hourly = new double[240];
        for (int i = 0; i < hourly.length; i++) {
            hourly[i] = i * 3_600_000.0;
        }
        assertThat(breaks(hourly)).isEmpty();
    }

    @Test
    void weeklyBarsHaveNoBreaks() {
        assertThat(breaks(days(300, date -> date.getDayOfWeek() == DayOfWeek.MONDAY)))
                .isEmpty();
    }

    @Test
    void eachNightIsSkippedFromTheEndOfTheLastBarWeekendAndHolidayIncluded() {
        double[] time = PlotColumns.byTime(Samples.intradayBars(3)).time();
        List<?> breaks = breaks(time);
        assertThat(breaks).hasSize(2).allSatisfy(skip -> assertThat(skip.toString())
                .contains("T15:30, ", "T09:15]"));
    }

    @Test
    void nightsOfManyYearsAreSkippedByTheirHours() {
        double[] time = PlotColumns.byTime(Samples.intradayBars(310)).time();
        assertThat(breaks(time)).contains(Map.of("pattern", "hour", "bounds", List.of(15.5, 9.25)));
    }

    @Test
    void nightIsNotSkippedWhereNoMoreThanTwoOfADayAreDrawn() {
        double[] time = PlotColumns.byTime(Samples.intradayBars(10)).time();
        assertThat((List<?>) TimeAxis.of(time, 20).get("rangebreaks"))
                .noneMatch(skip -> skip.toString().contains("15:30"));
        assertThat((List<?>) TimeAxis.of(time, 21).get("rangebreaks"))
                .anyMatch(skip -> skip.toString().contains("15:30"));
    }

    @Test
    void oneBarHasAnAxis() {
        assertThat(labels(days(1, date -> true))).containsExactly("All");
    }

    @Test
    void buttonsAreThoseThatShowLessThanAll() {
        assertThat(labels(days(252, date -> true))).containsExactly("1M", "3M", "6M", "YTD", "All");
        assertThat(labels(days(2000, date -> true))).containsExactly("1M", "3M", "6M", "YTD", "1Y", "5Y", "All");
        assertThat(labels(PlotColumns.byTime(Samples.intradayBars(10)).time())).containsExactly("1D", "5D", "All");
    }

    private static double[] days(int count, Predicate<LocalDate> traded) {
        return MONDAY.datesUntil(MONDAY.plusDays(count))
                .filter(traded)
                .mapToDouble(
                        date -> date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli())
                .toArray();
    }

    private static List<Object> breaks(double[] time) {
        return List.copyOf((List<?>) TimeAxis.of(time).get("rangebreaks"));
    }

    private static List<Object> labels(double[] time) {
        Map<?, ?> selector = (Map<?, ?>) TimeAxis.of(time).get("rangeselector");
        return ((List<?>) selector.get("buttons"))
                .stream()
                        .map(button -> (Object) ((Map<?, ?>) button).get("label"))
                        .toList();
    }
}
