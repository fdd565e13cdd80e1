package marketlab.pickle;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tech.tablesaw.columns.Column;

/**
 * The values of a column that was changed after it was read. A row that still has a value of the file gets its exact
 * value again: a Decimal, the nanoseconds of a time. A new value becomes what the others are, if the kind has it.
 */
final class ChangedColumn {

    /** A value of the table that stands for several exact values. */
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
     * The changed values; null if the kind does not have them.
     *
     * @param read what the column was
     * @param now what it is
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

    /** For each value the row that it was read from; −1 for a new one. */
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
