package marketlab.pickle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * interval: pairs of bounds, as {@code pandas.cut} makes them. The column holds their text, such as {@code (0, 1]}. The
 * bounds are kept aside.
 *
 * @param bound the kind of the bounds
 * @param closed which bounds belong to an interval: left, right, both or neither
 */
record Intervals(PandasType bound, String closed) implements PandasType {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @Override
    public String dtype() {
        return "interval[" + bound.dtype() + ", " + closed + "]";
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.STRING;
    }

    @Override
    public ColumnValues of(Column<?> column) {
        return null;
    }

    /**
     * The intervals of the bounds that were read.
     *
     * @throws PickleException if only one of two bounds is missing, or if a left bound is greater than its right bound
     */
    ColumnValues of(ColumnValues left, ColumnValues right, long offset) throws PickleException {
        Column<?> low = left.maker().column("");
        Column<?> high = right.maker().column("");
        StringColumn texts = StringColumn.create("");
        for (int i = 0; i < low.size(); i++) {
            if (low.isMissing(i) != high.isMissing(i) || !low.isMissing(i) && isOver(low.get(i), high.get(i))) {
                throw new PickleException(
                        offset, "interval %s is not valid: %s to %s".formatted(i, low.get(i), high.get(i)));
            }
            if (low.isMissing(i)) {
                texts.appendMissing();
            } else {
                texts.append(text(low.get(i), high.get(i)));
            }
        }
        return new ColumnValues(
                this,
                texts.size(),
                false,
                name -> texts.copy().setName(name),
                out -> {
                    out.begin(PythonGlobal.INTERVAL_INDEX_FROM_ARRAYS);
                    left.emitter().write(out);
                    right.emitter().write(out);
                    out.text(closed);
                    out.call();
                },
                (rows, others) -> picked(left, right, rows, others, offset));
    }

    /** Null for a new interval, because its text does not give its bounds exactly. */
    private ColumnValues picked(ColumnValues left, ColumnValues right, int[] rows, Column<?> others, long offset) {
        if (others != null && IntStream.range(0, rows.length).anyMatch(i -> rows[i] < 0 && !others.isMissing(i))) {
            return null;
        }
        try {
            return of(left.pick(rows), right.pick(rows), offset);
        } catch (PickleException e) {
            throw new IllegalStateException("intervals that were valid when they were read are not valid now", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean isOver(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right) > 0;
    }

    private String text(Object left, Object right) {
        String open = closed.equals("left") || closed.equals("both") ? "[" : "(";
        String close = closed.equals("right") || closed.equals("both") ? "]" : ")";
        return open + shown(left) + ", " + shown(right) + close;
    }

    private static String shown(Object bound) {
        if (bound instanceof Double number) {
            return PythonText.real(number);
        }
        if (bound instanceof LocalDateTime time) {
            return time.format(TIME);
        }
        return bound instanceof Instant instant
                ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC).format(TIME) + "+00:00"
                : String.valueOf(bound);
    }
}
