package marketlab.pickle;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/**
 * datetime64, naive or in a zone. A column holds milliseconds, so values with a finer part are kept aside.
 *
 * @param unit the unit of the counts since 1970-01-01T00:00 (in UTC if there is a zone)
 * @param zone null if naive
 */
record Datetimes(Unit unit, PandasZone zone) implements PandasType {

    /** pandas' NaT, which is also Tablesaw's missing date and time. */
    static final long NAT = Long.MIN_VALUE;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final long MIN_SECOND =
            LocalDateTime.of(Short.MIN_VALUE, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long MAX_SECOND =
            LocalDateTime.of(Short.MAX_VALUE, 12, 31, 23, 59).toEpochSecond(ZoneOffset.UTC);

    /** The unit of a count. */
    enum Unit {
        NS(1_000_000_000),
        US(1_000_000),
        MS(1_000),
        S(1);

        final long perSecond;

        Unit(long perSecond) {
            this.perSecond = perSecond;
        }

        /** The unit with this name; null if there is none. */
        static Unit of(String name) {
            for (Unit unit : values()) {
                if (unit.toString().equals(name)) {
                    return unit;
                }
            }
            return null;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private interface Counts {
        long at(int row);
    }

    /** Makes a column of the counts, and gives the part of each count that the column cannot hold. */
    record Counted(Datetimes kind, long[] counts) implements ColumnValues.Maker, ColumnValues.Picker {

        @Override
        public Column<?> column(String name) {
            return kind.column(name, counts);
        }

        @Override
        public Object item(int row) {
            return counts[row];
        }

        @Override
        public ColumnValues pick(int[] rows, Column<?> others) {
            Datetimes fit = others == null
                    ? kind
                    : new Datetimes(
                            kind.unit(row -> rows[row] < 0 ? Datetimes.packed(others, row) : NAT, rows.length),
                            kind.zone);
            if (!fit.equals(kind)) {
                return fit.of(others);
            }
            long[] picked = new long[rows.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] =
                        rows[i] >= 0 ? counts[rows[i]] : others == null ? NAT : kind.count(Datetimes.packed(others, i));
            }
            return kind.checked(picked);
        }

        /** The nanoseconds of a row that its millisecond does not include. */
        int nanosBeyondMillisecond(int row) {
            long perMilli = kind.unit.perSecond / 1000;
            return counts[row] == NAT || perMilli <= 1
                    ? 0
                    : (int) (Math.floorMod(counts[row], perMilli) * (NANOS_PER_MILLI / perMilli));
        }
    }

    @Override
    public String dtype() {
        return "datetime64[" + unit + (zone == null ? "]" : ", " + zone.name() + "]");
    }

    @Override
    public ColumnType columnType() {
        return zone == null ? ColumnType.LOCAL_DATE_TIME : ColumnType.INSTANT;
    }

    @Override
    public ColumnValues of(Column<?> column) {
        Counts packed;
        if (zone == null && column instanceof DateTimeColumn datetimes) {
            packed = datetimes::getLongInternal;
        } else if (zone != null && column instanceof InstantColumn instants) {
            packed = instants::getLongInternal;
        } else {
            return null;
        }
        Datetimes kind = new Datetimes(unit(packed, column.size()), zone);
        return new ColumnValues(
                kind,
                column.size(),
                true,
                name -> column,
                out -> kind.write(out, column.size(), row -> kind.count(packed.at(row))));
    }

    /**
     * Times that did not come from pandas, in nanoseconds.
     *
     * @param zone the zone of instants
     * @param finer the nanoseconds of each row that the column's millisecond does not include
     */
    static ColumnValues natural(Column<?> column, ZoneId zone, IntUnaryOperator finer) {
        Datetimes kind = new Datetimes(Unit.NS, column instanceof InstantColumn ? PandasZone.of(zone) : null);
        ColumnValues plain = kind.of(column);
        if (!plain.kind().equals(kind)
                || IntStream.range(0, column.size()).allMatch(row -> finer.applyAsInt(row) == 0)) {
            return plain;
        }
        long[] counts = new long[column.size()];
        for (int row = 0; row < counts.length; row++) {
            long count = kind.count(packed(column, row));
            counts[row] = count == NAT || count % NANOS_PER_MILLI != 0 ? count : count + finer.applyAsInt(row);
        }
        return kind.checked(counts);
    }

    private static long packed(Column<?> column, int row) {
        return column instanceof InstantColumn instants
                ? instants.getLongInternal(row)
                : ((DateTimeColumn) column).getLongInternal(row);
    }

    /** This unit; microseconds if a date of the column is outside the range of nanoseconds, which is 1678 to 2261. */
    private Unit unit(Counts packed, int size) {
        for (int i = 0; unit == Unit.NS && i < size; i++) {
            int year = packed.at(i) == NAT ? 2000 : PackedLocalDateTime.getYear(packed.at(i));
            if (year < 1678 || year > 2261) {
                return Unit.US;
            }
        }
        return unit;
    }

    private long count(long packed) {
        if (packed == NAT) {
            return NAT;
        }
        LocalDateTime time = PackedLocalDateTime.asLocalDateTime(packed);
        return time.toEpochSecond(ZoneOffset.UTC) * unit.perSecond + time.getNano() / (1_000_000_000 / unit.perSecond);
    }

    /** The counts read. */
    ColumnValues of(long[] counts, long offset) throws PickleException {
        for (long count : counts) {
            long second = Math.floorDiv(count, unit.perSecond);
            if (count != NAT && (second < MIN_SECOND || second > MAX_SECOND)) {
                throw new PickleException(offset, "a date is outside of the years -32768 to 32767");
            }
        }
        return checked(counts);
    }

    private ColumnValues checked(long[] counts) {
        boolean lossless = true;
        long perMilli = Math.max(1, unit.perSecond / 1000);
        for (long count : counts) {
            lossless &= count == NAT || count % perMilli == 0;
        }
        Counted counted = new Counted(this, counts);
        return new ColumnValues(
                this, counts.length, lossless, counted, out -> write(out, counts.length, row -> counts[row]), counted);
    }

    private Column<?> column(String name, long[] counts) {
        long[] packed = new long[counts.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = counts[i] == NAT ? NAT : packed(counts[i]);
        }
        return zone == null ? DateTimeColumn.createInternal(name, packed) : InstantColumn.createInternal(name, packed);
    }

    private long packed(long count) {
        long second = Math.floorDiv(count, unit.perSecond);
        int nano = (int) (Math.floorMod(count, unit.perSecond) * (1_000_000_000 / unit.perSecond));
        return PackedLocalDateTime.pack(LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC));
    }

    private void write(OpcodeWriter out, int size, Counts counts) throws IOException {
        BlockFiller values = (block, from, count) -> {
            for (int i = from; i < from + count; i++) {
                block.putLong(counts.at(i));
            }
        };
        if (zone == null) {
            out.array("<M8[" + unit + "]", 8, size, values);
        } else if (unit == Unit.NS) {
            out.begin(PythonGlobal.DATETIME_INDEX);
            out.array("<i8", 8, size, values);
            out.none();
            zone.write(out);
            out.call();
        } else {
            out.begin(PythonGlobal.INDEX);
            out.array("<i8", 8, size, values);
            out.begin(PythonGlobal.DATETIME_TZ_DTYPE);
            out.text(unit.toString());
            zone.write(out);
            out.call();
            out.call();
        }
    }
}
