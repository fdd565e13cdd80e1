package marketlab.index;

import java.time.LocalDate;
import marketlab.dataset.Dataset;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The daily log-returns of a real index history. */
final class History {

    private static final String CLOSE = "Close";
    private static final int FEWEST_DAYS = 3;

    private History() {}

    /** @throws IllegalArgumentException if there are fewer than three closes, or one is not a positive number */
    static double[] logReturns(Dataset history) {
        Table table = history.table();
        NumericColumn<?> close = close(table);
        if (close.size() < FEWEST_DAYS) {
            throw new IllegalArgumentException("a history needs at least 3 days, got " + close.size());
        }
        refuseIntraday(table);
        double[] returns = new double[close.size() - 1];
        for (int i = 0; i < close.size(); i++) {
            Check.positive("Close of row " + i, close.getDouble(i));
            if (i > 0) {
                returns[i - 1] = StrictMath.log(close.getDouble(i) / close.getDouble(i - 1));
            }
        }
        return returns;
    }

    private static void refuseIntraday(Table table) {
        for (Column<?> column : table.columns()) {
            if (column instanceof DateTimeColumn times && !times.isMissing(0) && !times.isMissing(1)) {
                LocalDate first = times.get(0).toLocalDate();
                if (first.equals(times.get(1).toLocalDate())) {
                    throw new IllegalArgumentException(
                            "a history must be daily, but its first two rows are both of " + first);
                }
            }
        }
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
