package marketlab.pickle;

import java.math.BigDecimal;
import java.math.BigInteger;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * uint64 with numbers above 2⁶³ − 1, which no column of whole numbers can hold. The column has the nearest doubles. The
 * exact numbers are kept aside.
 */
record LargeIntegers(Integers exact) implements PandasType {

    private static final BigInteger END = BigInteger.ONE.shiftLeft(Long.SIZE);

    @Override
    public String dtype() {
        return exact.dtype();
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.DOUBLE;
    }

    /** Null, because only the picker of the values that were read knows the exact numbers. */
    @Override
    public ColumnValues of(Column<?> column) {
        return null;
    }

    /**
     * The numbers read, given as their bits.
     *
     * @param mask 1 for a missing number; null if none is missing
     */
    ColumnValues of(long[] numbers, byte[] mask) {
        Mask missing = Mask.of(mask);
        return new ColumnValues(
                this,
                numbers.length,
                false,
                name -> column(name, numbers, missing),
                out -> exact.write(out, numbers.length, row -> numbers[row], missing),
                new Picked(numbers, missing));
    }

    private static Column<?> column(String name, long[] numbers, Mask missing) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] =
                    missing.missing(i) ? Double.NaN : new BigInteger(Long.toUnsignedString(numbers[i])).doubleValue();
        }
        return DoubleColumn.create(name, doubles);
    }

    /** Picks exact numbers. A changed number must be whole, and from 0 to 2⁶⁴ − 1. */
    private final class Picked implements ColumnValues.Picker {

        private final long[] numbers;
        private final Mask missing;

        Picked(long[] numbers, Mask missing) {
            this.numbers = numbers;
            this.missing = missing;
        }

        @Override
        public Object item(int row) {
            return missing.missing(row) ? MissingMark.NA : (Object) numbers[row];
        }

        @Override
        public ColumnValues pick(int[] rows, Column<?> others) {
            long[] picked = new long[rows.length];
            byte[] mask = new byte[rows.length];
            boolean any = false;
            for (int i = 0; i < rows.length; i++) {
                boolean fresh = rows[i] < 0 && others != null && !others.isMissing(i);
                if (rows[i] >= 0 && !missing.missing(rows[i])) {
                    picked[i] = numbers[rows[i]];
                } else if (fresh) {
                    BigDecimal number = new BigDecimal(((DoubleColumn) others).getDouble(i));
                    boolean fits = number.stripTrailingZeros().scale() <= 0
                            && number.signum() >= 0
                            && number.toBigInteger().compareTo(END) < 0;
                    if (!fits) {
                        return null;
                    }
                    picked[i] = number.longValue();
                } else {
                    mask[i] = 1;
                    any = true;
                }
            }
            Integers kind = new Integers(exact.bytes(), false, exact.nullable() || any, exact.swapped() && !any);
            return new LargeIntegers(kind).of(picked, kind.nullable() ? mask : null);
        }
    }
}
