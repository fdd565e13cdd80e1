package marketlab.pickle;

import java.nio.ByteBuffer;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.columns.Column;

/**
 * complex128 and complex64. A table has two columns for each, {@code a real} and {@code a imag}. They are written as
 * one column if the table has both.
 *
 * @param bytes bytes of a number: 16 or 8
 * @param imaginary makes the second column; null until the values are read
 * @param partner the second column's name; null until there is a table
 */
record Complexes(int bytes, ColumnValues.Maker imaginary, String partner) implements PandasType {

    static final String REAL = " real";
    static final String IMAGINARY = " imag";

    @Override
    public String dtype() {
        return "complex" + bytes * 8;
    }

    @Override
    public ColumnType columnType() {
        return bytes == 16 ? ColumnType.DOUBLE : ColumnType.FLOAT;
    }

    @Override
    public ColumnValues of(Column<?> column) {
        return null;
    }

    /** The numbers read. */
    ColumnValues of(Cells.Pairs parts) {
        return of(part(parts.parts(), parts.size(), 0), part(parts.parts(), parts.size(), 1));
    }

    /** The numbers of two numeric columns; null if a column is not numeric. */
    ColumnValues of(Column<?> real, Column<?> imaginary) {
        if (!real.type().equals(columnType()) || !imaginary.type().equals(columnType())) {
            return null;
        }
        Complexes kind = new Complexes(bytes, name -> imaginary.copy().setName(name), partner);
        return new ColumnValues(
                kind,
                real.size(),
                true,
                name -> real.copy().setName(name),
                out -> out.array("<c" + bytes, bytes, real.size(), (block, from, count) -> {
                    for (int i = from; i < from + count; i++) {
                        put(block, real, i);
                        put(block, imaginary, i);
                    }
                }));
    }

    private static Column<?> part(Cells parts, int size, int first) {
        if (parts instanceof Cells.Doubles doubles) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = doubles.values()[2 * i + first];
            }
            return DoubleColumn.create("", values);
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = ((Cells.Singles) parts).values()[2 * i + first];
        }
        return FloatColumn.create("", values);
    }

    private static void put(ByteBuffer block, Column<?> column, int row) {
        if (column instanceof DoubleColumn doubles) {
            block.putDouble(doubles.getDouble(row));
        } else {
            block.putFloat(((FloatColumn) column).getFloat(row));
        }
    }

    /** The same kind, with this name for the second column. */
    Complexes with(String partner) {
        return new Complexes(bytes, imaginary, partner);
    }

    /**
     * The kind of the second column, the imaginary part.
     *
     * @param real the first column's name
     */
    record Imaginary(Floats plain, String real) implements PandasType {

        @Override
        public String dtype() {
            return plain.dtype();
        }

        @Override
        public ColumnType columnType() {
            return plain.columnType();
        }

        @Override
        public ColumnValues of(Column<?> column) {
            return plain.of(column);
        }
    }
}
