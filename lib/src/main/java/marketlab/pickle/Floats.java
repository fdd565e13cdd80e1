package marketlab.pickle;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.nio.ByteBuffer;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.columns.Column;

/**
 * float64 and float32; NaN is missing. Their nullable kinds distinguish NA from NaN; a column does not.
 *
 * @param bytes 8 or 4
 * @param swapped whether pandas stores them big-endian, which the dtype shows
 */
record Floats(int bytes, boolean nullable, boolean swapped) implements PandasType {

    Floats(int bytes, boolean nullable) {
        this(bytes, nullable, false);
    }

    @Override
    public String dtype() {
        return swapped ? ">f" + bytes : (nullable ? "Float" : "float") + bytes * 8;
    }

    @Override
    public ColumnType columnType() {
        return bytes == 8 ? ColumnType.DOUBLE : ColumnType.FLOAT;
    }

    @Override
    public ColumnValues of(Column<?> column) {
        if (bytes == 8 && column instanceof Wrapped own) {
            return vector(column.size(), true, name -> own, own::isMissing, own::fill);
        }
        if (bytes == 8 && column instanceof DoubleColumn doubles) {
            return vector(column.size(), true, name -> doubles, doubles::isMissing, (block, from, count) -> {
                for (int i = from; i < from + count; i++) {
                    block.putDouble(doubles.getDouble(i));
                }
            });
        }
        if (bytes == 4 && column instanceof FloatColumn floats) {
            return vector(column.size(), true, name -> floats, floats::isMissing, (block, from, count) -> {
                for (int i = from; i < from + count; i++) {
                    block.putFloat(floats.getFloat(i));
                }
            });
        }
        return null;
    }

    /** The values read. The mask of a nullable kind is 1 for NA. */
    ColumnValues of(Cells cells, byte[] mask) {
        if (cells instanceof Cells.Doubles d) {
            double[] values = d.values();
            boolean lossless = true;
            for (int i = 0; mask != null && i < values.length; i++) {
                lossless &= mask[i] != 0 || !Double.isNaN(values[i]);
                values[i] = mask[i] != 0 ? Double.NaN : values[i];
            }
            return vector(
                    values.length,
                    lossless,
                    name -> new Wrapped(name, values),
                    Mask.of(mask),
                    (block, from, count) -> block.asDoubleBuffer().put(values, from, count));
        }
        float[] values = ((Cells.Singles) cells).values();
        boolean lossless = true;
        for (int i = 0; mask != null && i < values.length; i++) {
            lossless &= mask[i] != 0 || !Float.isNaN(values[i]);
            values[i] = mask[i] != 0 ? Float.NaN : values[i];
        }
        return vector(
                values.length,
                lossless,
                name -> FloatColumn.create(name, values),
                Mask.of(mask),
                (block, from, count) -> block.asFloatBuffer().put(values, from, count));
    }

    private ColumnValues vector(
            int size, boolean lossless, ColumnValues.Maker maker, Mask missing, BlockFiller values) {
        return new ColumnValues(this, size, lossless, maker, out -> {
            if (nullable) {
                out.begin(PythonGlobal.FLOATING_ARRAY);
                out.array("<f" + bytes, bytes, size, values);
                missing.write(out, size);
                out.call();
            } else {
                out.array((swapped ? ">f" : "<f") + bytes, bytes, size, values);
            }
        });
    }

    /** A column that uses the array that was read, without a copy. */
    private static final class Wrapped extends DoubleColumn {
        Wrapped(String name, double[] values) {
            super(name, DoubleArrayList.wrap(values));
        }

        void fill(ByteBuffer block, int from, int count) {
            block.asDoubleBuffer().put(data.elements(), from, count);
        }
    }
}
