package marketlab.pickle;

import java.io.IOException;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.columns.Column;

/**
 * int8 to uint64 and their nullable kinds. A column marks a missing value by the smallest number of its type. If pandas
 * has this number as a value, it is kept aside. A missing value makes the kind nullable.
 *
 * @param bytes 1, 2, 4 or 8
 * @param swapped whether pandas stores them big-endian, which the dtype shows
 */
record Integers(int bytes, boolean signed, boolean nullable, boolean swapped) implements PandasType {

    Integers(int bytes, boolean signed, boolean nullable) {
        this(bytes, signed, nullable, false);
    }

    interface Longs {
        long at(int row);
    }

    @Override
    public String dtype() {
        if (swapped) {
            return code();
        }
        String name = (signed ? "int" : "uint") + bytes * 8;
        return nullable ? name.replace("uint", "UInt").replace("int", "Int") : name;
    }

    private String code() {
        return (bytes == 1 ? "|" : swapped ? ">" : "<") + (signed ? "i" : "u") + bytes;
    }

    @Override
    public ColumnType columnType() {
        return width() == 8 ? ColumnType.LONG : width() == 4 ? ColumnType.INTEGER : ColumnType.SHORT;
    }

    /** The bytes of the column's type, which is signed. */
    private int width() {
        return Math.min(8, Math.max(2, signed ? bytes : bytes * 2));
    }

    @Override
    public ColumnValues of(Column<?> column) {
        if (!column.type().equals(columnType())) {
            return null;
        }
        Longs values = column instanceof LongColumn longs
                ? longs::getLong
                : column instanceof IntColumn ints ? ints::getInt : ((ShortColumn) column)::getShort;
        boolean missing = false;
        for (int i = 0; i < column.size(); i++) {
            if (column.isMissing(i)) {
                missing = true;
            } else if (!holds(values.at(i))) {
                return null;
            }
        }
        Integers kind = new Integers(bytes, signed, nullable || missing, swapped && !missing);
        return kind.vector(column.size(), true, name -> column, values, column::isMissing);
    }

    private boolean holds(long value) {
        if (bytes == 8) {
            return signed || value >= 0;
        }
        int bits = bytes * 8;
        return signed ? value >= -1L << bits - 1 && value < 1L << bits - 1 : value >= 0 && value < 1L << bits;
    }

    /**
     * The values read. The mask of a nullable kind is 1 for NA. A column with a number above 2⁶³ − 1 gets the kind
     * {@link LargeIntegers}.
     */
    ColumnValues of(Cells cells, byte[] mask) {
        Longs raw = longs(cells);
        int size = cells.size();
        long missing = width() == 8 ? Long.MIN_VALUE : width() == 4 ? Integer.MIN_VALUE : Short.MIN_VALUE;
        boolean lossless = true;
        for (int i = 0; i < size; i++) {
            boolean there = mask == null || mask[i] == 0;
            if (there && bytes == 8 && !signed && raw.at(i) < 0) {
                return new LargeIntegers(this).of(((Cells.Longs) cells).values(), mask);
            }
            lossless &= !there || raw.at(i) != missing;
        }
        return vector(
                size,
                lossless,
                name -> column(name, size, mask == null ? raw : row -> mask[row] == 0 ? raw.at(row) : missing),
                raw,
                Mask.of(mask));
    }

    private Column<?> column(String name, int size, Longs values) {
        if (width() == 8) {
            long[] items = new long[size];
            for (int i = 0; i < size; i++) {
                items[i] = values.at(i);
            }
            return LongColumn.create(name, items);
        }
        if (width() == 4) {
            int[] items = new int[size];
            for (int i = 0; i < size; i++) {
                items[i] = (int) values.at(i);
            }
            return IntColumn.create(name, items);
        }
        short[] items = new short[size];
        for (int i = 0; i < size; i++) {
            items[i] = (short) values.at(i);
        }
        return ShortColumn.create(name, items);
    }

    private Longs longs(Cells cells) {
        if (cells instanceof Cells.Longs c) {
            return row -> c.values()[row];
        }
        long bits = signed ? -1 : (1L << bytes * 8) - 1;
        if (cells instanceof Cells.Ints c) {
            return row -> c.values()[row] & bits;
        }
        if (cells instanceof Cells.Shorts c) {
            return row -> c.values()[row] & bits;
        }
        byte[] values = ((Cells.Bytes8) cells).values();
        return row -> values[row] & bits;
    }

    private ColumnValues vector(int size, boolean lossless, ColumnValues.Maker maker, Longs values, Mask missing) {
        return new ColumnValues(this, size, lossless, maker, out -> write(out, size, values, missing));
    }

    void write(OpcodeWriter out, int size, Longs values, Mask missing) throws IOException {
        if (nullable) {
            out.begin(PythonGlobal.INTEGER_ARRAY);
        }
        out.array(code(), bytes, size, (block, from, count) -> {
            for (int i = from; i < from + count; i++) {
                long value = nullable && missing.missing(i) ? 1 : values.at(i);
                switch (bytes) {
                    case 8 -> block.putLong(value);
                    case 4 -> block.putInt((int) value);
                    case 2 -> block.putShort((short) value);
                    default -> block.put((byte) value);
                }
            }
        });
        if (nullable) {
            missing.write(out, size);
            out.call();
        }
    }
}
