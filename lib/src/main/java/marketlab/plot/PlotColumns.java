package marketlab.plot;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A dataset's columns as arrays, all in the same row order. A missing value is NaN. */
final class PlotColumns {

    private final Dataset dataset;
    private final int[] rows;
    private final Map<String, Column<?>> byName = new HashMap<>();

    private PlotColumns(Dataset dataset, int[] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("nothing to plot: the dataset has no rows");
        }
        this.dataset = dataset;
        this.rows = rows;
    }

    /** Columns in the dataset's own row order. */
    static PlotColumns of(Dataset dataset) {
        return new PlotColumns(
                dataset, IntStream.range(0, dataset.table().rowCount()).toArray());
    }

    /** Columns in order of time, without rows that have no time. */
    static PlotColumns byTime(Dataset dataset) {
        double[] time = PlotColumns.of(dataset).time();
        if (IntStream.range(0, time.length)
                .allMatch(row -> time[row] >= (row == 0 ? -Double.MAX_VALUE : time[row - 1]))) {
            return PlotColumns.of(dataset);
        }
        return new PlotColumns(
                dataset,
                IntStream.range(0, time.length)
                        .filter(row -> !Double.isNaN(time[row]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> time[row]))
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /**
     * Columns of one instrument in order of time.
     *
     * @throws IllegalArgumentException if rows of one time differ in a column of text, which then names the instruments
     */
    static PlotColumns ofInstrument(Dataset dataset) {
        PlotColumns columns = byTime(dataset);
        double[] time = columns.time();
        for (Column<?> column : dataset.table().columns()) {
            if (column instanceof StringColumn names) {
                columns.refuseSeveral(names, time);
            }
        }
        return columns;
    }

    private void refuseSeveral(StringColumn names, double[] time) {
        for (int i = 1; i < time.length; i++) {
            String one = names.get(rows[i - 1]);
            String other = names.get(rows[i]);
            if (time[i] == time[i - 1] && !one.equals(other)) {
                throw new IllegalArgumentException(
                        "column '%s' has several instruments (%s, %s) at the same times; keep the rows of one"
                                .formatted(names.name(), one, other));
            }
        }
    }

    /** Whether there is a numeric column with this name, ignoring case. */
    static boolean hasNumbers(Dataset dataset, String name) {
        Table table = dataset.table();
        return table.containsColumn(name) && table.column(name) instanceof NumericColumn;
    }

    /** The time column: the frame's index if it has dates, else the first column with dates. */
    static Optional<Column<?>> timeColumn(Dataset dataset) {
        Stream<Column<?>> index = dataset.frame().index().stream()
                .map(name -> (Column<?>) dataset.table().column(name));
        return Stream.concat(index, dataset.table().columns().stream().map(column -> (Column<?>) column))
                .filter(PlotColumns::isTime)
                .findFirst();
    }

    int size() {
        return rows.length;
    }

    /** Milliseconds since 1970 in the dataset's own time zone, as plotly.js counts time. */
    double[] time() {
        return time(timeColumn(dataset)
                .orElseThrow(() -> new IllegalArgumentException("no column with dates to plot against; there are: "
                        + dataset.table().columnNames())));
    }

    double[] time(String name) {
        return time(column(name));
    }

    double[] numbers(String name) {
        if (!(column(name) instanceof NumericColumn<?> numbers)) {
            throw new IllegalArgumentException("column '%s' must have numbers, but has %s"
                    .formatted(
                            name, column(name).type().getPrinterFriendlyName().toLowerCase(Locale.ROOT)));
        }
        return IntStream.of(rows).mapToDouble(numbers::getDouble).toArray();
    }

    /** Looked up in a map, because a table can have many paths, and Tablesaw compares all names at each look-up. */
    private Column<?> column(String name) {
        if (byName.isEmpty()) {
            dataset.table().columns().forEach(column -> byName.put(column.name().toLowerCase(Locale.ROOT), column));
        }
        Column<?> column = byName.get(name.toLowerCase(Locale.ROOT));
        if (column == null) {
            throw new IllegalArgumentException("no column '%s' to plot; there are: %s"
                    .formatted(name, dataset.table().columnNames()));
        }
        return column;
    }

    private double[] time(Column<?> column) {
        return IntStream.of(rows)
                .mapToDouble(row -> column.isMissing(row) ? Double.NaN : milliseconds(column, row))
                .toArray();
    }

    private static boolean isTime(Column<?> column) {
        return column instanceof DateColumn || column instanceof DateTimeColumn || column instanceof InstantColumn;
    }

    private double milliseconds(Column<?> column, int row) {
        if (column instanceof DateColumn dates) {
            return dates.get(row).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        }
        if (column instanceof DateTimeColumn times) {
            return times.get(row).toInstant(ZoneOffset.UTC).toEpochMilli();
        }
        if (column instanceof InstantColumn instants) {
            ZoneId zone = dataset.frame().aside().zone(column.name());
            return instants.get(row)
                    .atZone(zone)
                    .toLocalDateTime()
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        }
        throw new IllegalArgumentException("column '%s' must have dates, but has %s"
                .formatted(column.name(), column.type().getPrinterFriendlyName().toLowerCase(Locale.ROOT)));
    }
}
