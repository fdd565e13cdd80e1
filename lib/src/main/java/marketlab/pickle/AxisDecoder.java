package marketlab.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import marketlab.pickle.Axis.Level;
import marketlab.pickle.Axis.Range;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/** Recognises the indexes of pandas. */
final class AxisDecoder {

    /** What pandas hands over to make an index anew. */
    private static final Set<String> KEYS = Set.of("data", "name", "freq", "tz");

    private static final Set<String> RANGE_KEYS = Set.of("start", "stop", "step", "name");
    private static final Set<String> MULTI_KEYS = Set.of("levels", "codes", "sortorder", "names");

    /** More levels than anybody has. */
    private static final int MAX_LEVELS = 64;

    private AxisDecoder() {}

    static Axis of(Object node, long offset) throws PickleException {
        return of(node, offset, 0);
    }

    static Axis of(Object node, long offset, int depth) throws PickleException {
        if (!(node instanceof Call call)) {
            throw new PickleException(offset, "there is no index where one belongs");
        }
        Object[] a = call.arguments();
        switch (call.callee()) {
            case NEW_INDEX, NEW_DATETIME_INDEX, NEW_TIMEDELTA_INDEX:
                if (a.length == 2 && a[0] instanceof Global type && a[1] instanceof Items state) {
                    return stored(call, type.name(), state, depth);
                }
                break;
            case RANGE_INDEX: // (start, stop, step, dtype, copy, name)
                if (a.length == 6) {
                    return range(call, a[0], a[1], a[2], a[5]);
                }
                break;
            case INDEX: // (data, dtype, copy, name)
                if (a.length == 4) {
                    return level(call, a[3], a[0], frequency(a[0]), depth);
                }
                break;
            case MULTI_INDEX_FROM_ARRAYS: // (arrays, sortorder, names)
                if (a.length == 3 && a[0] instanceof Items arrays && a[2] instanceof Items names) {
                    return levels(call, arrays, names, depth);
                }
                break;
            default:
                break;
        }
        throw new PickleException(call.offset(), "an index is not as pandas writes it");
    }

    private static Axis stored(Call call, PythonGlobal type, Items state, int depth) throws PickleException {
        Set<String> keys =
                switch (type) {
                    case RANGE_INDEX -> RANGE_KEYS;
                    case MULTI_INDEX -> MULTI_KEYS;
                    default -> KEYS;
                };
        boolean refused = type == PythonGlobal.PERIOD_INDEX || type == PythonGlobal.INTERVAL_INDEX;
        if (state.kind() != Items.Kind.DICT || !refused && !state.hasOnly(keys)) {
            throw new PickleException(call.offset(), "an index is not as pandas writes it");
        }
        return switch (type) {
            case RANGE_INDEX ->
                range(call, state.value("start"), state.value("stop"), state.value("step"), state.value("name"));
            case MULTI_INDEX -> multi(call, state, depth);
            case PERIOD_INDEX -> throw ValuesDecoder.unsupported(call.offset(), "period");
            case INTERVAL_INDEX -> throw ValuesDecoder.unsupported(call.offset(), "interval");
            default -> level(call, state, depth);
        };
    }

    private static Axis range(Call call, Object start, Object stop, Object step, Object name) throws PickleException {
        if (start instanceof Long from
                && step instanceof Long by
                && by != 0
                && stop(from, stop, by) instanceof Long to) {
            Range range = new Range(name(name, call), from, to, by);
            if (range.size() >= 0) {
                return new Axis(range, List.of());
            }
        }
        throw new PickleException(call.offset(), "a range is none: %s to %s by %s".formatted(start, stop, step));
    }

    /** A stop that cuts the same numbers off and is a long, which pandas' stop of an int64 index need not be. */
    private static Object stop(long start, Object stop, long step) {
        if (!(stop instanceof BigInteger beyond)) {
            return stop;
        }
        long end = beyond.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        boolean counted = Long.remainderUnsigned(step > 0 ? end - start : start - end, Math.abs(step)) == 0;
        return counted ? stop : (Object) end;
    }

    /** An index with its frequency beside its data, as pandas has it since 3.1, or in them. */
    private static Axis level(Call call, Items state, int depth) throws PickleException {
        Object data = state.value("data");
        Object frequency = state.value("freq") == null ? frequency(data) : state.value("freq");
        return level(call, state.value("name"), data, frequency, depth);
    }

    private static Axis level(Call call, Object name, Object data, Object frequency, int depth) throws PickleException {
        ColumnSource values = values(data, call.offset(), depth);
        if (frequency != null
                && !(frequency instanceof Call c && c.callee().name().startsWith("OFFSET_"))) {
            throw new PickleException(call.offset(), "an index's frequency is none that pandas writes");
        }
        Call kept = values.kind() instanceof Datetimes ? (Call) frequency : null;
        return new Axis(null, List.of(new Level(name(name, call), values, kept)));
    }

    private static ColumnSource values(Object data, long offset, int depth) throws PickleException {
        ColumnSource values = ValuesDecoder.of(data, offset, depth + 1);
        if (values.columns() != 1) {
            throw new PickleException(offset, "an index has two dimensions");
        }
        return values;
    }

    private static Object name(Object name, Call call) throws PickleException {
        if (name instanceof PythonNode) {
            throw new PickleException(call.offset(), "an index's name must be a scalar");
        }
        return name;
    }

    /** The offset that these values are spaced by; null if there is none. */
    private static Object frequency(Object data) {
        Object found = null;
        if (data instanceof Call call) {
            if (call.callee() == PythonGlobal.DATETIME_INDEX && call.arguments().length == 3) {
                found = call.arguments()[1];
            } else if (call.state() instanceof Items state && state.kind() == Items.Kind.DICT) {
                found = state.value("_freq");
            } else if (call.state() instanceof Items state) {
                for (Object part : state.toArray()) {
                    found = part instanceof Items d && d.kind() == Items.Kind.DICT ? d.value("_freq") : found;
                }
            }
        }
        return found;
    }

    private static Axis levels(Call call, Items arrays, Items names, int depth) throws PickleException {
        checkLevels(call, arrays, names);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            levels.add(new Level(name(names.get(i), call), values(arrays.get(i), call.offset(), depth), null));
        }
        return checked(call, levels);
    }

    private static void checkLevels(Call call, Items arrays, Items names) throws PickleException {
        if (arrays.size() == 0 || arrays.size() > MAX_LEVELS || names.size() != arrays.size()) {
            throw new PickleException(
                    call.offset(), "a MultiIndex has %s levels and %s names".formatted(arrays.size(), names.size()));
        }
    }

    private static Axis checked(Call call, List<Level> levels) throws PickleException {
        for (Level level : levels) {
            if (level.values().rows() != levels.get(0).values().rows()) {
                throw new PickleException(call.offset(), "levels of a MultiIndex differ in length");
            }
        }
        return new Axis(null, levels);
    }

    private static Axis multi(Call call, Items state, int depth) throws PickleException {
        if (!(state.value("levels") instanceof Items values)
                || !(state.value("codes") instanceof Items codes)
                || !(state.value("names") instanceof Items names)
                || codes.size() != values.size()) {
            throw new PickleException(call.offset(), "a MultiIndex is not as pandas writes it");
        }
        checkLevels(call, values, names);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ColumnSource known = of(values.get(i), call.offset(), depth + 1).values();
            NdArray coded = NdArray.column(codes.get(i), call.offset());
            if (coded.dtype().kind() != 'i') {
                throw new PickleException(coded.offset(), "codes of a MultiIndex are not integers");
            }
            ColumnSource level = ColumnSource.of(known.kind(), coded.rows(), in -> {
                ColumnValues vector = known.read(in);
                return vector.pick(CategoryDecoder.codes(in, coded, vector.size()));
            });
            levels.add(new Level(name(names.get(i), call), level, null));
        }
        return checked(call, levels);
    }
}
