package marketlab.pickle;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.columns.Column;

/**
 * float16. A column of floats holds its values exactly.
 *
 * @param swapped whether pandas stores them big-endian, which the dtype shows
 */
record HalfFloats(boolean swapped) implements PandasType {

    private static final int BYTES = 2;
    /** The number of bits that the fraction of a float has beyond that of a half. */
    private static final int EXTRA = 13;
    /** The smallest number above 0, 2⁻²⁴. */
    private static final float SMALLEST = 0x1p-24f;

    @Override
    public String dtype() {
        return swapped ? ">f2" : "float16";
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.FLOAT;
    }

    /** Null if a number has no exact 16-bit form. */
    @Override
    public ColumnValues of(Column<?> column) {
        if (!(column instanceof FloatColumn floats)) {
            return null;
        }
        short[] halves = new short[floats.size()];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = half(floats.getFloat(i));
            boolean same = Float.compare(number(halves[i]), floats.getFloat(i)) == 0;
            if (!same && !floats.isMissing(i)) {
                return null;
            }
        }
        return of(halves);
    }

    /** The numbers read, given as their bits. */
    ColumnValues of(short[] halves) {
        return new ColumnValues(
                this,
                halves.length,
                true,
                name -> column(name, halves),
                out -> out.array(
                        swapped ? ">f2" : "<f2", BYTES, halves.length, (block, from, count) -> block.asShortBuffer()
                                .put(halves, from, count)));
    }

    private static Column<?> column(String name, short[] halves) {
        float[] numbers = new float[halves.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(halves[i]);
        }
        return FloatColumn.create(name, numbers);
    }

    /** The number with these bits: 1 for the sign, 5 for the exponent and 10 for the fraction, as in IEEE 754. */
    static float number(short half) {
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        float size = exponent == 0
                ? fraction * SMALLEST
                : exponent == 0x1f
                        ? (fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN)
                        : Float.intBitsToFloat(exponent + 127 - 15 << 23 | fraction << EXTRA);
        return half < 0 ? -size : size;
    }

    /** The bits of a number. If it has no exact 16-bit form, it is cut off. */
    static short half(float number) {
        int sign = Float.floatToRawIntBits(number) >>> 16 & 0x8000;
        float size = Math.abs(number);
        if (Float.isNaN(size)) {
            return (short) 0x7e00;
        }
        if (size < 0x1p-14f) {
            return (short) (sign | (int) (size / SMALLEST));
        }
        int bits = Float.floatToRawIntBits(size);
        int exponent = Math.min((bits >>> 23) - 127 + 15, 0x1f);
        return (short) (sign | exponent << 10 | (exponent == 0x1f ? 0 : bits >>> EXTRA & 0x3ff));
    }
}
