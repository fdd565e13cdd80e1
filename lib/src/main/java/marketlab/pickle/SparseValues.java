package marketlab.pickle;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/**
 * Sparse: one of the values, the fill, is not stored. The column has all values.
 *
 * @param dense the kind of the values
 * @param fill the value that is not stored, as pandas has it
 */
record SparseValues(PandasType dense, Object fill) implements PandasType {

    @Override
    public String dtype() {
        return "Sparse[" + dense.dtype() + "]";
    }

    @Override
    public ColumnType columnType() {
        return dense.columnType();
    }

    @Override
    public ColumnValues of(Column<?> column) {
        ColumnValues values = dense.of(column);
        return values == null || !values.kind().equals(dense) ? null : of(values);
    }

    /** These values as sparse values. */
    ColumnValues of(ColumnValues values) {
        return new ColumnValues(
                this,
                values.size(),
                values.lossless(),
                values.maker(),
                out -> {
                    out.begin(PythonGlobal.ARRAY);
                    values.emitter().write(out);
                    out.begin(PythonGlobal.SPARSE_DTYPE);
                    out.text(dense.dtype());
                    new ValueWriter(out).write(fill);
                    out.call();
                    out.call();
                },
                values.picker() == null ? null : (rows, others) -> picked(values.picker(), rows, others));
    }

    private ColumnValues picked(ColumnValues.Picker picker, int[] rows, Column<?> others) {
        ColumnValues picked = picker.pick(rows, others);
        return picked == null || !picked.kind().equals(dense) ? null : of(picked);
    }
}
