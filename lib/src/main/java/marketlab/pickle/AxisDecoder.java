package marketlab.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import marketlab.pickle.Axis.Level;
import marketlab.pickle.Axis.Range;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/** Recognises the indexes of pandas. */
final class AxisDecoder {

    /** The arguments with which pandas makes an index again. */
    private static final Set<String> KEYS = Set.of("data", "name", "freq", "tz");

    private static final Set<String> RANGE_KEYS = Set.of("start", "stop", "step", "name");
    private static final Set<String> MULTI_KEYS = Set.of("levels", "codes", "labels", "sortorder", "names");
    private static final Set<String> INTERVAL_KEYS = Set.of("left", "right", "closed", "name");

    /** More levels than a real index has. */
    private static final int MAX_LEVELS = 64;

    private AxisDecoder() {}

    static Axis of(Object node, long offset) throws PickleException {
        return of(node, offset, 0);
    }

    static Axis of(Object node, long offset, int depth) throws PickleException {
        if (!(node instanceof Call call)) {
            throw new PickleException(offset, "an index was expected here");
        }
        Object[] a = call.arguments();
        switch (call.callee()) {
            case NEW_INDEX, NEW_DATETIME_INDEX, NEW_TIMEDELTA_INDEX, NEW_INTERVAL_INDEX:
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
                    return a[1] == null
                            ? level(call, a[3], a[0], frequency(a[0]), depth)
                            : objects(call, a[3], a[0], a[1], depth);
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
                    case INTERVAL_INDEX -> INTERVAL_KEYS;
                    default -> KEYS;
                };
        if (state.kind() != Items.Kind.DICT || !state.hasOnly(keys)) {
            throw new PickleException(call.offset(), "an index is not as pandas writes it");
        }
        return switch (type) {
            case RANGE_INDEX ->
                range(call, state.value("start"), state.value("stop"), state.value("step"), state.value("name"));
            case MULTI_INDEX -> multi(call, state, depth);
            case INTERVAL_INDEX -> {
                ColumnSource intervals = IntervalDecoder.of(state, call.offset(), depth);
                yield new Axis(null, List.of(new Level(name(state.value("name"), call), intervals, null)));
            }
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
        throw new PickleException(call.offset(), "a range is not valid: %s to %s by %s".formatted(start, stop, step));
    }

    /**
     * A stop that is a long and ends the range at the same number. The stop that pandas writes for an int64 index may
     * not fit in a long.
     */
    private static Object stop(long start, Object stop, long step) {
        if (!(stop instanceof BigInteger beyond)) {
            return stop;
        }
        long end = beyond.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        boolean counted = Long.remainderUnsigned(step > 0 ? end - start : start - end, Math.abs(step)) == 0;
        return counted ? stop : (Object) end;
    }

    /** An index with its frequency beside its data, as in pandas since 3.1, or in the data. */
    private static Axis level(Call call, Items state, int depth) throws PickleException {
        Object data = state.value("data");
        Object frequency = state.value("freq") == null ? frequency(data) : state.value("freq");
        boolean periods = ((Global) call.arguments()[0]).name() == PythonGlobal.PERIOD_INDEX;
        if (periods && NdArray.of(data) != null) {
            ColumnSource ordinals = PeriodDecoder.ofIndex(frequency, data, call.offset());
            return new Axis(null, List.of(new Level(name(state.value("name"), call), ordinals, null)));
        }
        Axis axis = level(call, state.value("name"), data, frequency, depth);
        return state.value("tz") == null ? axis : zoned(axis.levels().get(0), state.value("tz"), call.offset());
    }

    /** An index with its zone beside its data, as pandas before 0.24 writes it. The data are in UTC. */
    private static Axis zoned(Level level, Object tz, long offset) throws PickleException {
        PandasZone zone = PandasZone.of(tz, offset);
        if (!(level.values().kind() instanceof Datetimes times)
                || level.values().numbers() == null) {
            throw new PickleException(offset, "an index is not as pandas writes it");
        }
        ColumnSource values = times.zone() == null
                ? ColumnSource.of(
                        new Datetimes(times.unit(), zone), level.values().numbers())
                : level.values();
        return new Axis(null, List.of(new Level(level.name(), values, level.frequency())));
    }

    /** An index of objects that must stay objects. */
    private static Axis objects(Call call, Object name, Object data, Object dtype, int depth) throws PickleException {
        if (!Dtype.of(dtype, call.offset()).isObject()) {
            throw new PickleException(call.offset(), "an index is not as marketlab writes it");
        }
        ColumnSource values = data instanceof Call index && index.callee() == PythonGlobal.INDEX
                ? values(index, call.offset(), depth)
                : ValuesDecoder.objects(data, TextValues.Style.OBJECT, call.offset());
        return new Axis(null, List.of(new Level(name(name, call), values, null)));
    }

    private static Axis level(Call call, Object name, Object data, Object frequency, int depth) throws PickleException {
        ColumnSource values = values(data, call.offset(), depth);
        if (frequency != null && !Offsets.isOffset(frequency)) {
            throw new PickleException(call.offset(), "an index's frequency is not one that pandas writes");
        }
        boolean spaced = values.kind() instanceof Datetimes || values.kind() instanceof Timedeltas;
        Call kept = spaced && frequency != null ? Offsets.readable((Call) frequency) : null;
        return new Axis(null, List.of(new Level(name(name, call), values, kept)));
    }

    private static ColumnSource values(Object data, long offset, int depth) throws PickleException {
        ColumnSource values = ValuesDecoder.of(data, offset, depth + 1);
        if (values.kind() instanceof Complexes) {
            throw PickleException.noColumn(offset, "dtype " + values.kind().dtype());
        }
        if (values.columns() != 1) {
            throw new PickleException(offset, "an index has two dimensions");
        }
        return values;
    }

    private static Object name(Object name, Call call) throws PickleException {
        if (!isName(name)) {
            throw new PickleException(call.offset(), "the name of an index must be a scalar or a tuple of scalars");
        }
        return name;
    }

    /** Whether this is a scalar, or a tuple of scalars, as the name of a Series may be. */
    static boolean isName(Object name) {
        return !(name instanceof PythonNode)
                || name instanceof Items tuple
                        && tuple.kind() == Items.Kind.TUPLE
                        && Arrays.stream(tuple.toArray()).noneMatch(item -> item instanceof PythonNode);
    }

    /** The frequency of these values, an offset; null if there is none. */
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

    /** The codes, which pandas before 0.24 names labels. */
    private static Object codes(Items state) {
        return state.has("codes") ? state.value("codes") : state.value("labels");
    }

    private static Axis multi(Call call, Items state, int depth) throws PickleException {
        if (!(state.value("levels") instanceof Items values)
                || !(codes(state) instanceof Items codes)
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
