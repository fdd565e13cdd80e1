package marketlab.pickle;

import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/** Text, times and flags that pandas keeps in pyarrow: {@code timestamp[ns][pyarrow]}. */
record ArrowValues(PandasType plain, ArrowType type) implements PandasType {

    @Override
    public String dtype() {
        return type.pandasName();
    }

    @Override
    public ColumnType columnType() {
        return plain.columnType();
    }

    @Override
    public ColumnValues of(Column<?> column) {
        ColumnValues values = plain.of(column);
        return values == null || !values.kind().equals(plain) ? null : of(values);
    }

    /** These values as values of pyarrow. */
    ColumnValues of(ColumnValues values) {
        return new ColumnValues(
                this,
                values.size(),
                values.lossless(),
                values.maker(),
                out -> {
                    out.begin(PythonGlobal.ARRAY);
                    values.emitter().write(out);
                    out.begin(PythonGlobal.ARROW_DTYPE);
                    type.write(out);
                    out.call();
                    out.call();
                },
                new ColumnValues.Picker() {
                    @Override
                    public ColumnValues pick(int[] rows, Column<?> others) {
                        return picked(values, rows, others);
                    }

                    @Override
                    public Object item(int row) {
                        return values.picker() == null ? null : values.picker().item(row);
                    }
                });
    }

    private ColumnValues picked(ColumnValues values, int[] rows, Column<?> others) {
        if (values.picker() == null) {
            return others == null ? of(values.pick(rows)) : of(others);
        }
        boolean tooFine = type.precision() > 0
                && others instanceof DoubleColumn numbers
                && IntStream.range(0, rows.length)
                        .anyMatch(i -> rows[i] < 0 && !numbers.isMissing(i) && !type.holds(numbers.getDouble(i)));
        ColumnValues picked = tooFine ? null : values.picker().pick(rows, others);
        return picked == null ? null : of(picked);
    }
}
