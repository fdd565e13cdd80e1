package marketlab.pickle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntFunction;
import marketlab.pickle.PandasExtras.Kept;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** The exact text of pandas values that the table's column holds only in part: durations, Decimals, times of day. */
final class ExactTexts {

    private static final long SECONDS_A_DAY = 86_400;
    private static final long NANOS_A_SECOND = 1_000_000_000;

    private ExactTexts() {}

    /**
     * The exact text of each row, or null for a row whose value the column holds completely. Null if that is true for
     * all rows.
     */
    static IntFunction<String> of(Kept kept, Column<?> column) {
        PandasType kind = kept.kind() instanceof ArrowValues arrow ? arrow.plain() : kept.kind();
        Datetimes.Unit unit = unit(kind);
        if (unit != null && column instanceof LongColumn counts) {
            return row -> counts.isMissing(row) ? null : duration(counts.getLong(row), unit);
        }
        ColumnValues exact = kept.exact();
        boolean isObjects = kind instanceof ObjectItems || kind instanceof PythonObjects;
        return !isObjects || exact == null || exact.picker() == null || !exact.made(column)
                ? null
                : row -> text(exact.picker().item(row));
    }

    /** The unit of durations; null for other kinds. */
    private static Datetimes.Unit unit(PandasType kind) {
        if (kind instanceof Timedeltas durations) {
            return durations.unit();
        }
        boolean isNanos = kind instanceof ObjectItems items && items.shape() == ObjectItems.Shape.DURATIONS;
        return isNanos ? Datetimes.Unit.NS : null;
    }

    /** A duration as pandas writes it: {@code -1 days +23:59:59}, {@code 0 days 00:00:00.000000001}. */
    private static String duration(long count, Datetimes.Unit unit) {
        BigInteger[] parts = BigInteger.valueOf(count)
                .multiply(BigInteger.valueOf(NANOS_A_SECOND / unit.perSecond))
                .divideAndRemainder(BigInteger.valueOf(NANOS_A_SECOND));
        long seconds = parts[0].longValueExact() + (parts[1].signum() < 0 ? -1 : 0);
        long nanos = Math.floorMod(parts[1].longValue(), NANOS_A_SECOND);
        long days = Math.floorDiv(seconds, SECONDS_A_DAY);
        long rest = Math.floorMod(seconds, SECONDS_A_DAY);
        String text = String.format(
                Locale.ROOT,
                "%d days %s%02d:%02d:%02d",
                days,
                days < 0 ? "+" : "",
                rest / 3600,
                rest / 60 % 60,
                rest % 60);
        if (nanos == 0) {
            return text;
        }
        return text
                + String.format(
                        Locale.ROOT, nanos % 1000 == 0 ? ".%06d" : ".%09d", nanos % 1000 == 0 ? nanos / 1000 : nanos);
    }

    private static String text(Object item) {
        if (item instanceof BigDecimal || item instanceof BigInteger || item instanceof Long) {
            return item.toString();
        }
        if (item instanceof LocalTime time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        return item instanceof LocalDateTime time ? time.toString() : null;
    }
}
