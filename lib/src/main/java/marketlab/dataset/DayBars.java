package marketlab.dataset;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Joins bars that are shorter than a day: the first open, the highest high, the lowest low, and the sum of the volumes. */
final class DayBars {

    private DayBars() {}

    /**
     * One row for each day, with those of the four prices and the volume that the bars have.
     *
     * @param rows rows of the table, in order of time
     * @param times the times of these rows
     */
    static Table of(Table bars, int[] rows, List<LocalDateTime> times) {
        List<int[]> days = days(rows, times);
        List<DoubleColumn> columns = new ArrayList<>();
        add(columns, bars, "Open", days, values -> values[0]);
        add(columns, bars, "High", days, values -> Arrays.stream(values).max().orElseThrow());
        add(columns, bars, "Low", days, values -> Arrays.stream(values).min().orElseThrow());
        add(columns, bars, "Volume", days, values -> Arrays.stream(values).sum());
        return Columns.table(bars.name(), columns);
    }

    private static List<int[]> days(int[] rows, List<LocalDateTime> times) {
        List<int[]> days = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.length; i++) {
            if (i == rows.length
                    || !times.get(i).toLocalDate().equals(times.get(from).toLocalDate())) {
                days.add(Arrays.copyOfRange(rows, from, i));
                from = i;
            }
        }
        return days;
    }

    private static void add(
            List<DoubleColumn> columns, Table bars, String name, List<int[]> days, ToDoubleFunction<double[]> joined) {
        Columns.numeric(bars, name)
                .map(column -> days.stream()
                        .mapToDouble(day -> joined.applyAsDouble(Arrays.stream(day)
                                .mapToDouble(column::getDouble)
                                .toArray()))
                        .toArray())
                .ifPresent(values -> columns.add(Columns.of(name, values)));
    }
}
