package marketlab.pickle;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tech.tablesaw.columns.Column;

/**
 * The values of a column that was changed after it was read. If the value of a row is in the file, the row gets its
 * exact value back, such as a Decimal or the nanoseconds of a time. A new value gets the type of the other values, if
 * that type can hold it.
 */
final class ChangedColumn {

    /** Marks a value of the table that belongs to several exact values. */
    private static final int SEVERAL = -2;

    private final ColumnValues read;
    private final Column<?> own;
    private final Column<?> now;
    private int unsure;

    private ChangedColumn(ColumnValues read, Column<?> now) {
        this.read = read;
        this.own = read.maker().column(now.name());
        this.now = now;
    }

    /**
     * The changed values; null if the kind cannot hold them.
     *
     * @param read the values as they were read
     * @param now the column now
     * @param notes receives a line if exact values are lost
     */
    static ColumnValues of(ColumnValues read, Column<?> now, WriteNotes notes) {
        if (!now.type().equals(read.kind().columnType())) {
            return null;
        }
        if (read.picker() == null) {
            if (!(read.kind() instanceof Categories)) {
                notes.shownOnly(now.name());
            }
            return read.kind().of(now);
        }
        ChangedColumn changed = new ChangedColumn(read, now);
        ColumnValues values = read.picker().pick(changed.rows(), now);
        if (values != null && changed.unsure > 0) {
            notes.unsure(now.name(), changed.unsure);
        }
        return values;
    }

    /** For each value, the row from which it was read; -1 for a new value. */
    private int[] rows() {
        boolean inPlace = own.size() == now.size();
        Map<Object, Integer> known = null;
        int[] rows = new int[now.size()];
        for (int i = 0; i < rows.length; i++) {
            if (inPlace && value(own, i).equals(value(now, i))) {
                rows[i] = i;
                continue;
            }
            known = known == null ? known() : known;
            int row = known.getOrDefault(value(now, i), -1);
            unsure += row == SEVERAL ? 1 : 0;
            rows[i] = Math.max(row, -1);
        }
        return rows;
    }

    private Map<Object, Integer> known() {
        Map<Object, Integer> known = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            Integer first = known.putIfAbsent(value(own, i), i);
            if (first != null
                    && first >= 0
                    && !Objects.equals(read.picker().item(first), read.picker().item(i))) {
                known.put(value(own, i), SEVERAL);
            }
        }
        return known;
    }

    private static Object value(Column<?> column, int row) {
        return column.isMissing(row) ? MissingMark.NONE : column.get(row);
    }
}
