package marketlab.pickle;

import java.io.IOException;
import tech.tablesaw.columns.Column;

/**
 * The exact values of one pandas column.
 *
 * @param lossless whether the Tablesaw column and the kind together hold everything that the values say
 */
record ColumnValues(PandasType kind, int size, boolean lossless, Maker maker, Emitter emitter, Picker picker) {

    /** Values whose picker takes them from their column. */
    ColumnValues(PandasType kind, int size, boolean lossless, Maker maker, Emitter emitter) {
        this(kind, size, lossless, maker, emitter, null);
    }

    /** Makes the Tablesaw column. The result is the same each time. */
    interface Maker {
        Column<?> column(String name);
    }

    /** Writes an expression from which pandas makes the values. */
    interface Emitter {
        void write(OpcodeWriter out) throws IOException;
    }

    /** Picks exact values by their rows. */
    interface Picker {

        /**
         * The values of these rows. For row -1: the value of the other column at this place, or a missing value if
         * there is no other column. Null if the kind cannot hold such a value.
         */
        ColumnValues pick(int[] rows, Column<?> others);

        /** The exact value of a row, as an object to compare; null if the table holds the exact value. */
        default Object item(int row) {
            return null;
        }
    }

    /** The values of these rows. Row -1 gives a missing value. */
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

    /** The same values with a column that is made only once, for any name. */
    ColumnValues kept() {
        Column<?> column = maker.column("");
        return new ColumnValues(kind, size, lossless, name -> column, emitter, picker);
    }

    /** Whether the column is unchanged since it was made from these values. */
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
