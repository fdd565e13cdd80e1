package marketlab.pickle;

import tech.tablesaw.api.ColumnType;
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

    /** These values, to be pyarrow's. */
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
                indexes -> of(values.pick(indexes)));
    }
}
