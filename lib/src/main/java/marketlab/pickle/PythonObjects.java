package marketlab.pickle;

import java.io.IOException;
import java.time.LocalTime;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * Python's own objects of one class: datetime.date, datetime.time, bool. A column of times holds milliseconds, so finer
 * times are kept aside.
 *
 * @param missing what is written for a missing value of the column
 */
record PythonObjects(Of of, MissingMark missing) implements PandasType {

    /** The class. */
    enum Of {
        DATES(ColumnType.LOCAL_DATE),
        TIMES(ColumnType.LOCAL_TIME),
        FLAGS(ColumnType.BOOLEAN);

        private final ColumnType type;

        /** The class for objects of this shape; null if there is none. */
        static Of of(ObjectItems.Shape shape) {
            return switch (shape) {
                case DATES -> DATES;
                case TIMES -> TIMES;
                case FLAGS -> FLAGS;
                default -> null;
            };
        }

        Of(ColumnType type) {
            this.type = type;
        }
    }

    @Override
    public String dtype() {
        return "object";
    }

    @Override
    public ColumnType columnType() {
        return of.type;
    }

    @Override
    public ColumnValues of(Column<?> column) {
        if (!column.type().equals(of.type)) {
            return null;
        }
        return new ColumnValues(
                this,
                column.size(),
                true,
                name -> column,
                out -> write(out, column.size(), i -> column.isMissing(i) ? missing : column.get(i)));
    }

    /** The values read: objects of the class and {@link MissingMark}s. */
    static ColumnValues of(Of of, Object[] items) {
        MissingMark missing = null;
        boolean lossless = true;
        for (Object item : items) {
            if (item instanceof MissingMark kind) {
                lossless &= missing == null || missing == kind;
                missing = kind;
            }
            lossless &= !(item instanceof LocalTime time) || time.getNano() % 1_000_000 == 0;
        }
        PythonObjects kind = new PythonObjects(of, missing == null ? MissingMark.NONE : missing);
        return new ColumnValues(
                kind,
                items.length,
                lossless,
                name -> column(of, name, items),
                out -> kind.write(out, items.length, i -> items[i]),
                kind.new Picked(items));
    }

    /** Picks objects, and missing values with their own marks. */
    private final class Picked implements ColumnValues.Picker {

        private final Object[] items;

        Picked(Object[] items) {
            this.items = items;
        }

        @Override
        public Object item(int row) {
            return items[row];
        }

        @Override
        public ColumnValues pick(int[] rows, Column<?> others) {
            Object[] picked = new Object[rows.length];
            for (int i = 0; i < rows.length; i++) {
                Object other = others == null || others.isMissing(i) ? missing : others.get(i);
                picked[i] = rows[i] >= 0 ? items[rows[i]] : other;
            }
            return PythonObjects.of(of, picked);
        }
    }

    private static Column<?> column(Of of, String name, Object[] items) {
        Column<?> column =
                switch (of) {
                    case DATES -> DateColumn.create(name);
                    case TIMES -> TimeColumn.create(name);
                    case FLAGS -> BooleanColumn.create(name);
                };
        for (Object item : items) {
            column.appendObj(item instanceof MissingMark ? null : item);
        }
        return column;
    }

    /** States the dtype object, because pandas would otherwise convert booleans to bool. */
    private void write(OpcodeWriter out, int size, OpcodeWriter.Items items) throws IOException {
        if (of != Of.FLAGS) {
            out.objects(size, items);
            return;
        }
        out.begin(PythonGlobal.INDEX);
        out.objects(size, items);
        out.objectDtype();
        out.call();
    }
}
