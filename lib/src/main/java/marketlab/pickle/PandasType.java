package marketlab.pickle;

import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** A type of pandas, and the Tablesaw column that holds its values. */
interface PandasType {

    /** The dtype as pandas prints it: {@code datetime64[ns, UTC]}. */
    String dtype();

    ColumnType columnType();

    /**
     * The values of a column as this kind, or as the nearest kind that can hold them; null if the column has another
     * type.
     */
    ColumnValues of(Column<?> column);

    /**
     * The values of a column that did not come from pandas.
     *
     * @throws IllegalArgumentException if pandas does not have the column's type
     */
    static ColumnValues natural(Column<?> column) {
        PandasType kind;
        if (column instanceof DoubleColumn) {
            kind = new Floats(8, false);
        } else if (column instanceof FloatColumn) {
            kind = new Floats(4, false);
        } else if (column instanceof LongColumn) {
            kind = new Integers(8, true, false);
        } else if (column instanceof IntColumn) {
            kind = new Integers(4, true, false);
        } else if (column instanceof ShortColumn) {
            kind = new Integers(2, true, false);
        } else if (column instanceof BooleanColumn) {
            kind = new Booleans(false);
        } else if (column instanceof DateTimeColumn) {
            kind = new Datetimes(Datetimes.Unit.NS, null);
        } else if (column instanceof InstantColumn) {
            kind = new Datetimes(Datetimes.Unit.NS, PandasZone.UTC);
        } else if (column instanceof StringColumn) {
            kind = new TextValues(TextValues.Style.NATURAL, MissingMark.NAN);
        } else if (column instanceof DateColumn) {
            kind = new PythonObjects(PythonObjects.Of.DATES, MissingMark.NONE);
        } else if (column instanceof TimeColumn) {
            kind = new PythonObjects(PythonObjects.Of.TIMES, MissingMark.NONE);
        } else {
            throw new IllegalArgumentException("column '%s' is of type %s, which pandas does not have"
                    .formatted(column.name(), column.type().name()));
        }
        return kind.of(column);
    }
}
