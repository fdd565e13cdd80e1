package marketlab.dataset;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import tech.tablesaw.columns.Column;

/**
 * The zones of a table's time columns, and the parts of times below a millisecond, which such columns cannot hold.
 * Immutable.
 *
 * @param columns the times of each column, by name
 */
public record ExactTimes(Map<String, Times> columns) implements Frame.Aside {

    /**
     * The times of one column.
     *
     * @param read the column as it was read, to detect changes
     * @param zone zone of its instants; null for times without a zone
     * @param nanos nanoseconds beyond the millisecond, by row; null if all are 0
     */
    public record Times(Column<?> read, ZoneId zone, int[] nanos) {}

    public ExactTimes {
        columns = Map.copyOf(columns);
    }

    @Override
    public ZoneId zone(String column) {
        Times times = columns.get(column);
        return times == null || times.zone() == null ? ZoneOffset.UTC : times.zone();
    }

    @Override
    public IntUnaryOperator nanosBeyondMillisecond(Column<?> column) {
        Times times = columns.get(column.name());
        return times == null || times.nanos() == null || !isBeginning(column, times.read())
                ? Frame.Aside.super.nanosBeyondMillisecond(column)
                : row -> times.nanos()[row];
    }

    /** Whether the rows of a column are the first rows of another, or all of them. */
    private static boolean isBeginning(Column<?> first, Column<?> all) {
        if (first == all) {
            return true;
        }
        if (first.size() > all.size() || !first.type().equals(all.type())) {
            return false;
        }
        for (int row = 0; row < first.size(); row++) {
            if (!Objects.equals(first.get(row), all.get(row))) {
                return false;
            }
        }
        return true;
    }
}
