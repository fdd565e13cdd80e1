package marketlab.pickle;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** Numbers that pandas keeps in pyarrow: {@code int64[pyarrow]}. */
record ArrowNumbers(PandasType plain, String type) implements PandasType {

    @Override
    public String dtype() {
        return type + "[pyarrow]";
    }

    @Override
    public ColumnType columnType() {
        return plain.columnType();
    }

    @Override
    public ColumnValues of(Column<?> column) {
        ColumnValues vector = plain.of(column);
        return vector == null ? null : of(vector);
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
                    out.text(dtype());
                    out.call();
                },
                values.picker() == null ? null : (rows, others) -> picked(values.picker(), rows, others));
    }

    private ColumnValues picked(ColumnValues.Picker picker, int[] rows, Column<?> others) {
        ColumnValues picked = picker.pick(rows, others);
        return picked == null ? null : of(picked);
    }
}
