package marketlab.pickle;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/**
 * Turns Python objects that are held into Java's own: lists, maps, sets, java.time, numbers. Tuples and arrays become
 * lists.
 */
final class PythonValues {

    private final PickleInput in;

    PythonValues(PickleInput in) {
        this.in = in;
    }

    /** @throws PickleException if Java has no such value; the reason names it */
    Object java(Object value) throws IOException {
        if (value instanceof Bytes b) {
            return b.held();
        }
        if (value instanceof Items items) {
            return items(items);
        }
        if (MissingMark.of(value) == MissingMark.NA || MissingMark.of(value) == MissingMark.NAT) {
            return null;
        }
        if (value instanceof Global global) {
            throw notCarried(global.offset(), global);
        }
        return value instanceof Call call ? called(call) : value;
    }

    private Object items(Items items) throws IOException {
        if (items.isDict()) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < items.size(); i += 2) {
                map.put(java(items.get(i)), java(items.get(i + 1)));
            }
            return Collections.unmodifiableMap(map);
        }
        List<Object> list = new ArrayList<>();
        for (Object item : items.toArray()) {
            list.add(java(item));
        }
        if (items.kind() == Items.Kind.SET || items.kind() == Items.Kind.FROZEN_SET) {
            Set<Object> set = new LinkedHashSet<>(list);
            return Collections.unmodifiableSet(set);
        }
        return Collections.unmodifiableList(list);
    }

    private Object called(Call call) throws IOException {
        Object[] a = call.arguments();
        try {
            switch (call.callee()) {
                case UNPICKLE_TIMESTAMP, TIMESTAMP:
                    return timestamp(call);
                case DATETIME:
                    return datetime(call);
                case DURATION:
                    if (a.length == 3
                            && a[0] instanceof Long days
                            && a[1] instanceof Long seconds
                            && a[2] instanceof Long us) {
                        return Duration.ofDays(days).plusSeconds(seconds).plusNanos(Math.multiplyExact(us, 1000L));
                    }
                    break;
                case TIMEDELTA, UNPICKLE_TIMEDELTA:
                    if (a.length > 0 && a[0] instanceof Long count) {
                        Datetimes.Unit unit = a.length > 1 ? unit(a[1]) : Datetimes.Unit.NS;
                        return Duration.ofSeconds(
                                Math.floorDiv(count, unit.perSecond),
                                Math.floorMod(count, unit.perSecond) * (1_000_000_000 / unit.perSecond));
                    }
                    break;
                case DECIMAL:
                    if (a.length == 1 && a[0] instanceof String digits && digits.length() < 1000) {
                        return new BigDecimal(digits);
                    }
                    break;
                case SET, FROZEN_SET:
                    if (a.length == 1 && a[0] instanceof Items items) {
                        return items(new Items(items.offset(), Items.Kind.SET, items.toArray()));
                    }
                    break;
                case TIME:
                    return ObjectDecoder.time(call);
                case SCALAR:
                    if (a.length == 2) {
                        return scalar(call, a);
                    }
                    break;
                case BYTEARRAY, BYTES:
                    Bytes bytes = NdArray.bytes(call);
                    if (bytes != null) {
                        return bytes.held();
                    }
                    break;
                default:
                    NdArray array = NdArray.of(call);
                    if (array != null && array.columns() == 1) {
                        return list(ValuesDecoder.of(array).read(in).maker().column(""));
                    }
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new PickleException(call.offset(), "a value is not valid: " + e.getMessage());
        }
        if (isZone(call)) {
            throw new PickleException(call.offset(), "Java has no value for a time zone");
        }
        throw notCarried(call.offset(), call.foreign() == null ? new Global(0, call.callee(), null) : call.foreign());
    }

    private static boolean isZone(Call call) {
        try {
            return PandasZone.of(call, 0) != null;
        } catch (PickleException e) {
            return false;
        }
    }

    private static PickleException notCarried(long offset, Global global) {
        String name = global.foreign() == null
                ? global.name().module() + "." + global.name().qualifiedName()
                : global.foreign().replace(' ', '.');
        return new PickleException(offset, "Java has no value for " + name);
    }

    private static List<Object> list(Iterable<?> values) {
        List<Object> list = new ArrayList<>();
        values.forEach(list::add);
        return Collections.unmodifiableList(list);
    }

    private static Datetimes.Unit unit(Object resolution) throws PickleException {
        return switch (resolution instanceof Long code ? code.intValue() : -1) {
            case 7 -> Datetimes.Unit.S;
            case 8 -> Datetimes.Unit.MS;
            case 9 -> Datetimes.Unit.US;
            case 10 -> Datetimes.Unit.NS;
            default -> throw new PickleException(0, "a timestamp's resolution must be 7 to 10, got " + resolution);
        };
    }

    /** {@code _unpickle_timestamp(value, freq, tz, resolution)}, or {@code Timestamp(value, freq, tz)} in nanoseconds. */
    static Object timestamp(Call call) throws PickleException {
        Object[] a = call.arguments();
        if (a.length < 3 || !(a[0] instanceof Long count)) {
            throw new PickleException(call.offset(), "a timestamp is not as pandas writes it");
        }
        Datetimes.Unit unit = a.length > 3 ? unit(a[3]) : Datetimes.Unit.NS;
        Instant instant = Instant.ofEpochSecond(
                Math.floorDiv(count, unit.perSecond),
                Math.floorMod(count, unit.perSecond) * (1_000_000_000 / unit.perSecond));
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        PythonDate.inRange(time.toLocalDate());
        return PandasZone.of(a[2], call.offset()) == null ? time : instant;
    }

    /** {@code datetime.datetime(b'YYMDHMSuuu'[, tz])}; an instant if the zone is UTC, else the local time. */
    static Object datetime(Call call) throws PickleException {
        Object[] a = call.arguments();
        byte[] b = a.length > 0 && a[0] instanceof Bytes bytes ? bytes.held() : null;
        if (b == null || b.length != 10) {
            throw new PickleException(call.offset(), "a datetime must be 10 bytes");
        }
        int micros = (b[7] & 0xff) << 16 | (b[8] & 0xff) << 8 | b[9] & 0xff;
        LocalDateTime time = PythonDate.of(b, b[2] & 0x7f).atTime(b[4], b[5], b[6], Math.multiplyExact(micros, 1000));
        PandasZone zone = a.length > 1 ? PandasZone.of(a[1], call.offset()) : null;
        return zone != null && zone.name().equals("UTC") ? time.toInstant(ZoneOffset.UTC) : time;
    }

    Object scalar(Call call, Object[] a) throws IOException {
        Dtype dtype = Dtype.of(a[0], call.offset());
        Items shape = new Items(call.offset(), Items.Kind.TUPLE, new Object[] {1L});
        Call one = new Call(call.offset(), PythonGlobal.FROM_BUFFER, new Object[] {a[1], a[0], shape, "C"}, false);
        if (dtype.kind() == 'U' || dtype.kind() == 'O') {
            throw new PickleException(call.offset(), "Java has no value for a numpy scalar of " + dtype.pandasName());
        }
        return ValuesDecoder.of(NdArray.of(one)).read(in).maker().column("").get(0);
    }
}
