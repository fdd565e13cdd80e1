package marketlab.pickle;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** Numbers that pandas keeps in pyarrow: {@code int64[pyarrow]}. */
record ArrowNumbers(Kind plain, String type) implements Kind {

    @Override
    public String dtype() {
        return type + "[pyarrow]";
    }

    @Override
    public ColumnType columnType() {
        return plain.columnType();
    }

    @Override
    public Vector of(Column<?> column) {
        Vector vector = plain.of(column);
        return vector == null ? null : of(vector);
    }

    /** These values, to be pyarrow's. */
    Vector of(Vector values) {
        return new Vector(this, values.size(), values.lossless(), values.maker(), out -> {
            out.begin(Name.ARRAY);
            values.emitter().write(out);
            out.text(dtype());
            out.call();
        });
    }
}
