package marketlab.pickle;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/** Writes single values, above all those of {@code df.attrs}: values of Java, and nodes as they were read. */
final class ValueWriter {

    private static final int MAX_DEPTH = 100;

    private final OpcodeWriter out;
    private int depth;

    ValueWriter(OpcodeWriter out) {
        this.out = out;
    }

    /** @throws IllegalArgumentException if Python has no such value, or if it is nested deeper than 100 levels */
    void write(Object value) throws IOException {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("a value is nested deeper than " + MAX_DEPTH);
        }
        if (value instanceof PythonNode node) {
            node(node);
        } else if (value instanceof Map<?, ?> map) {
            dict(map);
        } else if (value instanceof Collection<?> collection) {
            collection(collection);
        } else {
            scalar(value);
        }
        depth--;
    }

    private void scalar(Object value) throws IOException {
        if (value == null) {
            out.none();
        } else if (value instanceof Boolean flag) {
            out.flag(flag);
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
            out.text(value.toString());
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            out.integer(((Number) value).longValue());
        } else if (value instanceof Double || value instanceof Float) {
            out.real(((Number) value).doubleValue());
        } else if (value instanceof BigInteger integer) {
            out.integer(integer);
        } else if (value instanceof BigDecimal decimal) {
            call(PythonGlobal.DECIMAL, decimal.toString());
        } else if (value instanceof byte[] bytes) {
            out.bytes(bytes);
        } else {
            moment(value);
        }
    }

    private void moment(Object value) throws IOException {
        if (value instanceof LocalDate date) {
            out.date(date);
        } else if (value instanceof LocalTime time) {
            out.time(time);
        } else if (value instanceof LocalDateTime time) {
            datetime(time, null);
        } else if (value instanceof Instant instant) {
            datetime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC);
        } else if (value instanceof OffsetDateTime time) {
            datetime(time.toLocalDateTime(), time.getOffset());
        } else if (value instanceof ZonedDateTime time) {
            datetime(time.toLocalDateTime(), time.getOffset());
        } else if (value instanceof Duration duration) {
            duration(duration.getSeconds(), duration.getNano() / 1000);
        } else if (value instanceof ZoneOffset offset) {
            zone(offset);
        } else {
            throw new IllegalArgumentException(
                    "Python has no value of type " + value.getClass().getName());
        }
    }

    private void datetime(LocalDateTime time, ZoneOffset offset) throws IOException {
        int year = OpcodeWriter.year(time.toLocalDate());
        int micros = time.getNano() / 1000;
        out.begin(PythonGlobal.DATETIME);
        out.bytes(new byte[] {
            (byte) (year >> 8),
            (byte) year,
            (byte) time.getMonthValue(),
            (byte) time.getDayOfMonth(),
            (byte) time.getHour(),
            (byte) time.getMinute(),
            (byte) time.getSecond(),
            (byte) (micros >> 16),
            (byte) (micros >> 8),
            (byte) micros
        });
        if (offset != null) {
            zone(offset);
        }
        out.call();
    }

    private void zone(ZoneOffset offset) throws IOException {
        out.begin(PythonGlobal.TIMEZONE);
        duration(offset.getTotalSeconds(), 0);
        out.call();
    }

    private void duration(long seconds, int micros) throws IOException {
        call(PythonGlobal.DURATION, Math.floorDiv(seconds, 86400L), Math.floorMod(seconds, 86400L), (long) micros);
    }

    private void call(PythonGlobal name, Object... arguments) throws IOException {
        out.begin(name);
        for (Object argument : arguments) {
            write(argument);
        }
        out.call();
    }

    private void dict(Map<?, ?> map) throws IOException {
        out.op(Opcode.EMPTY_DICT);
        out.op(Opcode.MARK);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            write(entry.getKey());
            write(entry.getValue());
        }
        out.op(Opcode.SETITEMS);
    }

    private void collection(Collection<?> items) throws IOException {
        out.op(items instanceof Set ? Opcode.EMPTY_SET : Opcode.EMPTY_LIST);
        out.op(Opcode.MARK);
        for (Object item : items) {
            write(item);
        }
        out.op(items instanceof Set ? Opcode.ADDITEMS : Opcode.APPENDS);
    }

    private void node(PythonNode node) throws IOException {
        if (node instanceof Call call) {
            call(call);
        } else if (node instanceof Items items) {
            items(items);
        } else if (node instanceof Global global) {
            global(global.name());
        } else if (node instanceof Bytes bytes && bytes.held() != null) {
            out.bytes(bytes.held());
        } else {
            throw new IllegalArgumentException("these bytes are in a file that may no longer exist");
        }
    }

    private void call(Call call) throws IOException {
        global(call.callee());
        out.op(Opcode.MARK);
        for (Object argument : call.arguments()) {
            write(argument);
        }
        out.op(Opcode.TUPLE);
        out.op(call.made() ? Opcode.NEWOBJ : Opcode.REDUCE);
        if (call.built()) {
            write(call.state());
            out.op(Opcode.BUILD);
        }
    }

    private void global(PythonGlobal name) throws IOException {
        if (name != PythonGlobal.ZONE_INFO_UNPICKLE) {
            out.global(name);
            return;
        }
        out.begin(PythonGlobal.GETATTR);
        out.global(PythonGlobal.ZONE_INFO);
        out.text("_unpickle");
        out.call();
    }

    private void items(Items items) throws IOException {
        if (items.kind() == Items.Kind.ORDERED_DICT) {
            out.begin(PythonGlobal.ORDERED_DICT);
            out.call();
            out.op(Opcode.MARK);
            for (Object item : items.toArray()) {
                write(item);
            }
            out.op(Opcode.SETITEMS);
            return;
        }
        switch (items.kind()) {
            case TUPLE -> out.op(Opcode.MARK);
            case LIST -> out.op(Opcode.EMPTY_LIST);
            case SET -> out.op(Opcode.EMPTY_SET);
            case FROZEN_SET -> out.op(Opcode.MARK);
            default -> out.op(Opcode.EMPTY_DICT);
        }
        if (items.kind() != Items.Kind.TUPLE && items.kind() != Items.Kind.FROZEN_SET) {
            out.op(Opcode.MARK);
        }
        for (Object item : items.toArray()) {
            write(item);
        }
        switch (items.kind()) {
            case TUPLE -> out.op(Opcode.TUPLE);
            case LIST -> out.op(Opcode.APPENDS);
            case SET -> out.op(Opcode.ADDITEMS);
            case FROZEN_SET -> out.op(Opcode.FROZENSET);
            default -> out.op(Opcode.SETITEMS);
        }
    }
}
