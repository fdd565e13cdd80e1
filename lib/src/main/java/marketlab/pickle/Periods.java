package marketlab.pickle;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.OptionalLong;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.columns.Column;

/**
 * period: counts of a span of time. The column holds the time at which each period begins. The periods are kept aside.
 *
 * @param python the frequency in pandas: a text, or an offset
 */
record Periods(PeriodFrequency frequency, Object python) implements PandasType {

    @Override
    public String dtype() {
        return "period[" + frequency.code() + "]";
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.LOCAL_DATE_TIME;
    }

    /**
     * Null, because a changed column may have times inside a period. The picker of the values that were read checks
     * this.
     */
    @Override
    public ColumnValues of(Column<?> column) {
        return null;
    }

    /** The periods of the ordinals read. The smallest long marks a missing period. */
    ColumnValues of(long[] ordinals, long offset) throws PickleException {
        DateTimeColumn starts = DateTimeColumn.create("");
        for (long ordinal : ordinals) {
            starts.append(ordinal == Datetimes.NAT ? null : start(ordinal, offset));
        }
        return new ColumnValues(
                this,
                ordinals.length,
                false,
                name -> starts.copy().setName(name),
                out -> write(out, ordinals),
                (rows, others) -> picked(ordinals, rows, others, offset));
    }

    /** Null if the other column has a time at which no period begins. */
    private ColumnValues picked(long[] ordinals, int[] rows, Column<?> others, long offset) {
        long[] picked = new long[rows.length];
        for (int i = 0; i < picked.length; i++) {
            boolean missing = rows[i] < 0 && (others == null || others.isMissing(i));
            OptionalLong ordinal = rows[i] >= 0
                    ? OptionalLong.of(ordinals[rows[i]])
                    : missing ? OptionalLong.of(Datetimes.NAT) : frequency.beginning(((DateTimeColumn) others).get(i));
            if (ordinal.isEmpty()) {
                return null;
            }
            picked[i] = ordinal.getAsLong();
        }
        try {
            return of(picked, offset);
        } catch (PickleException e) {
            throw new IllegalStateException("periods that a table has are outside of its years", e);
        }
    }

    private LocalDateTime start(long ordinal, long offset) throws PickleException {
        return start(frequency, ordinal, offset);
    }

    /** The time at which a period begins, in milliseconds, as a column holds it. */
    static LocalDateTime start(PeriodFrequency frequency, long ordinal, long offset) throws PickleException {
        try {
            LocalDateTime start = frequency.start(ordinal);
            if (Math.abs(start.getYear()) < Short.MAX_VALUE) {
                return start.withNano(start.getNano() / 1_000_000 * 1_000_000);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // The exception below gives the ordinal.
        }
        throw new PickleException(offset, "period " + ordinal + " is outside of the years -32767 to 32767");
    }

    /** Writes the periods as objects, because the constructor for ordinals differs between the versions of pandas. */
    private void write(OpcodeWriter out, long[] ordinals) throws IOException {
        ValueWriter value = new ValueWriter(out);
        out.begin(PythonGlobal.ARRAY);
        out.objects(
                ordinals.length,
                i -> ordinals[i] == Datetimes.NAT
                        ? MissingMark.NAT
                        : new PythonNode.Call(
                                0, PythonGlobal.PERIOD, new Object[] {null, spelled(), ordinals[i]}, false));
        out.begin(PythonGlobal.PERIOD_DTYPE);
        value.write(spelled());
        out.call();
        out.call();
    }

    private Object spelled() {
        return python instanceof String text && text.startsWith("period[")
                ? text.substring(7, text.length() - 1)
                : python;
    }
}
