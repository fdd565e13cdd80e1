package marketlab.pickle;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import marketlab.pickle.PythonNode.Call;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * A column of Python objects that are kept as they are: numbers of several classes, Decimals, Timestamps, or a mixture
 * of anything. The table shows them as values of Java. A changed column is written with the values of the table.
 *
 * @param shape what the objects become in the table
 * @param zone the zone of instants; null for other shapes
 */
record ObjectItems(Shape shape, PandasZone zone) implements PandasType {

    /** What objects become in a table. */
    enum Shape {
        FLAGS(ColumnType.BOOLEAN),
        INTEGERS(ColumnType.LONG),
        NUMBERS(ColumnType.DOUBLE),
        DATETIMES(ColumnType.LOCAL_DATE_TIME),
        INSTANTS(ColumnType.INSTANT),
        /** Nanoseconds. */
        DURATIONS(ColumnType.LONG),
        DATES(ColumnType.LOCAL_DATE),
        TIMES(ColumnType.LOCAL_TIME),
        PERIODS(ColumnType.LOCAL_DATE_TIME),
        INTERVALS(ColumnType.STRING),
        TEXT(ColumnType.STRING);

        private final ColumnType type;

        Shape(ColumnType type) {
            this.type = type;
        }

        /** The shape of a column with objects of both shapes. Null stands for a shape without objects. */
        static Shape both(Shape one, Shape other) {
            if (one == null || one == other) {
                return other;
            }
            boolean numbers = (one == INTEGERS || one == NUMBERS) && (other == INTEGERS || other == NUMBERS);
            return other == null ? one : numbers ? NUMBERS : TEXT;
        }
    }

    @Override
    public String dtype() {
        return "object";
    }

    @Override
    public ColumnType columnType() {
        return shape.type;
    }

    /** Null, because only the picker of the values that were read knows the objects of a changed column. */
    @Override
    public ColumnValues of(Column<?> column) {
        return null;
    }

    /**
     * The values read.
     *
     * @param items scalars, nodes that are held, and {@link MissingMark}s
     */
    ColumnValues of(Object[] items, PythonValues values) throws IOException {
        try {
            return of(column(items, values), items);
        } catch (ArithmeticException e) { // the nanoseconds of a duration do not fit in a long
            ObjectItems text = new ObjectItems(Shape.TEXT, null);
            return text.of(text.column(items, values), items);
        }
    }

    private Column<?> column(Object[] items, PythonValues values) throws IOException {
        Column<?> column = empty();
        for (Object item : items) {
            Object java = item instanceof MissingMark ? null : java(item, values);
            if (java == null) {
                column.appendMissing();
            } else {
                column.appendObj(java);
            }
        }
        return column;
    }

    /** The objects, in the form in which they are written. */
    static ColumnValues of(StringColumn shown, Object[] items) {
        return new ObjectItems(Shape.TEXT, null).of((Column<?>) shown, items);
    }

    private ColumnValues of(Column<?> column, Object[] items) {
        return new ColumnValues(
                this,
                items.length,
                false,
                name -> column.copy().setName(name),
                out -> write(out, items),
                new Picked(column, items));
    }

    /** Picks objects, and makes new objects from the new values of a changed column. */
    private final class Picked implements ColumnValues.Picker {

        private final Column<?> column;
        private final Object[] items;

        Picked(Column<?> column, Object[] items) {
            this.column = column;
            this.items = items;
        }

        @Override
        public Object item(int row) {
            return items[row];
        }

        @Override
        public ColumnValues pick(int[] rows, Column<?> others) {
            Column<?> picked = empty();
            Object[] objects = new Object[rows.length];
            for (int i = 0; i < rows.length; i++) {
                boolean fresh = rows[i] < 0 && others != null && !others.isMissing(i);
                objects[i] = rows[i] >= 0 ? items[rows[i]] : fresh ? python(others.get(i)) : MissingMark.NONE;
                Object java = rows[i] < 0 ? (fresh ? others.get(i) : null) : shown(rows[i]);
                if (java == null) {
                    picked.appendMissing();
                } else {
                    picked.appendObj(java);
                }
            }
            return of(picked, objects);
        }

        private Object shown(int row) {
            return column.isMissing(row) ? null : column.get(row);
        }

        /** A new value as an object of the class that was read. */
        private Object python(Object java) {
            if (shape == Shape.NUMBERS && Arrays.stream(items).anyMatch(ObjectItems::isDecimal)) {
                return PythonDecimal.of((Double) java);
            }
            if (shape == Shape.INSTANTS) {
                return OffsetDateTime.ofInstant((Instant) java, zone.id());
            }
            return shape == Shape.DURATIONS ? Duration.ofNanos((Long) java) : java;
        }
    }

    private static boolean isDecimal(Object item) {
        return item instanceof BigDecimal || item instanceof Call call && call.callee() == PythonGlobal.DECIMAL;
    }

    private Column<?> empty() {
        return switch (shape) {
            case FLAGS -> BooleanColumn.create("");
            case INTEGERS, DURATIONS -> LongColumn.create("");
            case NUMBERS -> DoubleColumn.create("");
            case DATETIMES, PERIODS -> DateTimeColumn.create("");
            case INSTANTS -> InstantColumn.create("");
            case DATES -> DateColumn.create("");
            case TIMES -> TimeColumn.create("");
            case INTERVALS, TEXT -> StringColumn.create("");
        };
    }

    private Object java(Object item, PythonValues values) throws IOException {
        if (shape == Shape.TEXT || shape == Shape.INTERVALS) {
            return PythonText.of(item, values);
        }
        if (shape == Shape.PERIODS) {
            return PeriodDecoder.start((Call) item);
        }
        if (shape == Shape.NUMBERS && item instanceof Call call && call.callee() == PythonGlobal.DECIMAL) {
            return PythonDecimal.of(call);
        }
        Object java = item instanceof PythonNode ? values.java(item) : item;
        return switch (shape) {
            case INTEGERS -> ((Number) java).longValue();
            case NUMBERS -> ((Number) java).doubleValue();
            case DATETIMES -> milliseconds((LocalDateTime) java);
            case INSTANTS ->
                java instanceof Instant instant
                        ? instant
                        : ObjectShapes.zone((Call) item).instant((LocalDateTime) java);
            case DURATIONS -> ((Duration) java).toNanos();
            default -> java;
        };
    }

    /** Rounds to milliseconds, because a column holds no finer times. */
    private static LocalDateTime milliseconds(LocalDateTime time) {
        return time.withNano(time.getNano() / 1_000_000 * 1_000_000);
    }

    /** States the dtype object, because pandas would otherwise convert the objects. */
    private static void write(OpcodeWriter out, Object[] items) throws IOException {
        out.begin(PythonGlobal.INDEX);
        out.objects(items.length, i -> items[i]);
        out.objectDtype();
        out.call();
    }
}
