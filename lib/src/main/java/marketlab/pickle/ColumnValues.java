package marketlab.pickle;

import java.io.IOException;
import tech.tablesaw.columns.Column;

/**
 * The exact values of one pandas column.
 *
 * @param lossless whether the Tablesaw column and the kind together say all that the values are
 */
record ColumnValues(PandasType kind, int size, boolean lossless, Maker maker, Emitter emitter, Picker picker) {

    /** Values that are picked by their column. */
    ColumnValues(PandasType kind, int size, boolean lossless, Maker maker, Emitter emitter) {
        this(kind, size, lossless, maker, emitter, null);
    }

    /** Makes the Tablesaw column, the same each time. */
    interface Maker {
        Column<?> column(String name);
    }

    /** Writes an expression that makes the values in pandas. */
    interface Emitter {
        void write(OpcodeWriter out) throws IOException;
    }

    /** Picks exact values by their rows. */
    interface Picker {

        /**
         * The values of these rows. For −1, the value that another column has at this place, or a missing one if there
         * is no other column. Null if the kind has no such value.
         */
        ColumnValues pick(int[] rows, Column<?> others);

        /** The exact value of a row, as an object to compare; null if the table shows all of it. */
        default Object item(int row) {
            return null;
        }
    }

    /** The values of these rows; missing ones for −1. */
    ColumnValues pick(int[] rows) {
        if (picker != null) {
            return picker.pick(rows, null);
        }
        Column<?> known = maker.column("");
        Column<?> column = known.emptyCopy();
        for (int row : rows) {
            if (row < 0 || known.isMissing(row)) {
                column.appendMissing();
            } else {
                column.appendObj(known.get(row));
            }
        }
        ColumnValues picked = kind.of(column);
        return new ColumnValues(
                picked.kind, picked.size, picked.lossless, name -> column.copy().setName(name), picked.emitter);
    }

    /** These values, to be looked up in one column that is made once, whatever name it is asked for. */
    ColumnValues kept() {
        Column<?> column = maker.column("");
        return new ColumnValues(kind, size, lossless, name -> column, emitter, picker);
    }

    /** Whether the column still is what these values made of it. */
    boolean made(Column<?> column) {
        if (column.size() != size || !column.type().equals(kind.columnType())) {
            return false;
        }
        Column<?> own = maker.column(column.name());
        for (int i = 0; i < size; i++) {
            if (own.isMissing(i) != column.isMissing(i)
                    || !own.isMissing(i) && !own.get(i).equals(column.get(i))) {
                return false;
            }
        }
        return true;
    }
}
