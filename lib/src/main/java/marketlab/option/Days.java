package marketlab.option;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import marketlab.dataset.Dataset;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The last close of every day of an index history. */
final class Days {

    private static final String CLOSE = "Close";

    private Days() {}

    /** @throws IllegalArgumentException if there is no date column or no numeric column {@code Close} */
    static Map<LocalDate, Double> closes(Dataset history) {
        Table table = history.table();
        NumericColumn<?> close = close(table);
        IntFunction<LocalDate> date = dates(table);
        Map<LocalDate, Double> closes = new LinkedHashMap<>();
        for (int row = 0; row < close.size(); row++) {
            closes.put(date.apply(row), close.getDouble(row));
        }
        return closes;
    }

    private static IntFunction<LocalDate> dates(Table table) {
        for (Column<?> column : table.columns()) {
            if (column instanceof DateTimeColumn times) {
                return row -> times.get(row).toLocalDate();
            }
            if (column instanceof DateColumn dates) {
                return dates::get;
            }
        }
        throw new IllegalArgumentException(
                "a history needs a date column; there are: " + String.join(", ", table.columnNames()));
    }

    private static NumericColumn<?> close(Table table) {
        for (Column<?> column : table.columns()) {
            if (column.name().equalsIgnoreCase(CLOSE) && column instanceof NumericColumn<?> close) {
                return close;
            }
        }
        throw new IllegalArgumentException(
                "a history needs a numeric column 'Close'; there are: " + String.join(", ", table.columnNames()));
    }
}
