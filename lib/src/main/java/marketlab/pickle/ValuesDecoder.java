package marketlab.pickle;

import java.io.IOException;
import java.util.Set;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/** Recognises the arrays in which pandas stores columns and indexes. */
final class ValuesDecoder {

    /** Deeper than the values of pandas are ever nested, such as a category's values in an index in an array. */
    private static final int MAX_DEPTH = 8;

    /** The checksums that Cython writes for a class with a dtype and an array, by its three hash functions. */
    private static final Set<Long> LAYOUTS = Set.of(0x4f1061fL, 0xb63b53eL, 0xd555cb8L);

    /** The checksums for a class without fields. */
    private static final Set<Object> EMPTY_LAYOUTS = Set.of(0xd41d8cdL, 0xe3b0c44L, 0xda39a3eL);

    private ValuesDecoder() {}

    /**
     * The columns of these values: as many as the first dimension of an array, else one.
     *
     * @throws PickleException if Tablesaw has no column for them; the reason names the dtype
     */
    static ColumnSource of(Object node, long offset, int depth) throws PickleException {
        if (depth > MAX_DEPTH) {
            throw new PickleException(offset, "values are nested deeper than " + MAX_DEPTH);
        }
        NdArray array = NdArray.of(node);
        if (array != null) {
            return of(array);
        }
        if (!(node instanceof Call call)) {
            throw new PickleException(offset, "values were expected here");
        }
        Object[] a = call.arguments();
        return switch (call.callee()) {
            case UNPICKLE_ARRAY_BACKED -> backed(call, depth);
            case DATETIME_ARRAY, TIMEDELTA_ARRAY, CATEGORICAL, STRING_ARRAY, STRING_ARRAY_NUMPY, PERIOD_ARRAY ->
                stateful(call, depth);
            case INTEGER_ARRAY, FLOATING_ARRAY, BOOLEAN_ARRAY -> masked(call);
            case ARROW_STRING_ARRAY, ARROW_STRING_ARRAY_NUMPY, ARROW_EXTENSION_ARRAY -> ArrowDecoder.of(call);
            case CATEGORICAL_FROM_CODES -> CategoryDecoder.fromCodes(call, depth);
            case DATETIME_INDEX -> datetimeIndex(call, depth);
            case INDEX -> index(call, depth);
            case ARRAY -> array(call, depth);
            case TAKE -> taken(call);
            case NEW_INDEX, NEW_DATETIME_INDEX, NEW_TIMEDELTA_INDEX, NEW_INTERVAL_INDEX, RANGE_INDEX ->
                AxisDecoder.of(node, offset, depth).values();
            case UNPICKLE_PERIOD_ARRAY ->
                stateful(call, PythonGlobal.PERIOD_ARRAY, mixin(call).state(), depth);
            case UNPICKLE_INTERVAL_ARRAY -> IntervalDecoder.of(mixin(call).state(), call.offset(), depth);
            case INTERVAL_ARRAY -> IntervalDecoder.of(call.state(), call.offset(), depth);
            case INTERVAL_INDEX_FROM_ARRAYS -> IntervalDecoder.fromArrays(call, depth);
            case SPARSE_ARRAY -> SparseDecoder.of(call, depth);
            default ->
                throw PickleException.noColumn(
                        call.offset(), "an array of class " + call.callee().qualifiedName());
        };
    }

    private static PickleException unsupported(long offset, Dtype dtype) {
        return PickleException.noColumn(
                offset, "dtype " + dtype.pandasName(), dtype.kind() == 'f' ? "'float64'" : "str");
    }

    /**
     * The columns of an array. Text that marketlab wrote without a dtype has the default dtype of the reading pandas.
     */
    static ColumnSource of(NdArray array) throws PickleException {
        Dtype dtype = array.dtype();
        long offset = array.offset();
        if (dtype.isObject()) {
            return ObjectDecoder.of(
                    array, array.maker() == PythonGlobal.NDARRAY ? TextValues.Style.NATURAL : TextValues.Style.OBJECT);
        }
        boolean swapped = array.swapped();
        PandasType kind =
                switch ("" + dtype.kind() + dtype.size()) {
                    case "f8", "f4" -> new Floats(dtype.size(), false, swapped);
                    case "f2" -> new HalfFloats(swapped);
                    case "i8", "i4", "i2", "i1" -> new Integers(dtype.size(), true, false, swapped);
                    case "u8", "u4", "u2", "u1" -> new Integers(dtype.size(), false, false, swapped);
                    case "b1", "?1" -> new Booleans(false);
                    case "c16", "c8" -> new Complexes(dtype.size(), null, null);
                    case "M8" -> new Datetimes(unit(dtype, offset), null);
                    case "m8" -> new Timedeltas(unit(dtype, offset));
                    default -> throw unsupported(offset, dtype);
                };
        return ColumnSource.of(kind, array);
    }

    private static Datetimes.Unit unit(Dtype dtype, long offset) throws PickleException {
        Datetimes.Unit unit = Datetimes.Unit.of(dtype.unit());
        if (unit == null) {
            throw new PickleException(offset, "datetimes must count ns, us, ms or s");
        }
        return unit;
    }

    static ColumnValues vector(PandasType kind, Cells cells, byte[] mask, long offset) throws PickleException {
        if (kind instanceof Floats floats) {
            return floats.of(cells, mask);
        }
        if (kind instanceof HalfFloats halves) {
            return halves.of(((Cells.Shorts) cells).values());
        }
        if (kind instanceof Booleans booleans) {
            return booleans.of(cells, mask);
        }
        if (kind instanceof Datetimes moments) {
            return moments.of(((Cells.Longs) cells).values(), offset);
        }
        if (kind instanceof Timedeltas spans) {
            return spans.of(((Cells.Longs) cells).values());
        }
        if (kind instanceof Complexes complexes) {
            return complexes.of((Cells.Pairs) cells);
        }
        return ((Integers) kind).of(cells, mask);
    }

    /**
     * {@code __pyx_unpickle_NDArrayBacked(type, checksum, None)}, whose state has a dtype and an array, in any order.
     */
    private static ColumnSource backed(Call call, int depth) throws PickleException {
        Object[] a = call.arguments();
        if (a.length != 3
                || !(a[0] instanceof Global type)
                || !(a[1] instanceof Long layout)
                || !LAYOUTS.contains(layout)
                || a[2] != null
                || !(call.state() instanceof Items state)) {
            throw new PickleException(call.offset(), "an array is not as pandas writes it");
        }
        Object dtype = null;
        Object array = null;
        for (Object part : state.toArray()) {
            if (part instanceof Call c && NdArray.of(part) == null && dtype == null) {
                dtype = c;
            } else if (part instanceof Call && array == null) {
                array = part;
            }
        }
        return typed(type.name(), dtype, array, call.offset(), depth);
    }

    /** {@code __pyx_unpickle_PeriodMixin(type, checksum, None)} and similar calls, for classes without own fields. */
    private static Call mixin(Call call) throws PickleException {
        Object[] a = call.arguments();
        boolean known = a.length == 3
                && a[0] instanceof Global type
                && (type.name() == PythonGlobal.PERIOD_ARRAY || type.name() == PythonGlobal.INTERVAL_ARRAY)
                && EMPTY_LAYOUTS.contains(a[1])
                && a[2] == null;
        if (!known) {
            throw new PickleException(call.offset(), "an array is not as pandas writes it");
        }
        return call;
    }

    private static ColumnSource stateful(Call call, int depth) throws PickleException {
        return stateful(call, call.callee(), call.state(), depth);
    }

    /** The same as pandas 1.1 and 1.2 write it: a new object with a dict. */
    private static ColumnSource stateful(Call call, PythonGlobal type, Object dict, int depth) throws PickleException {
        Object own = dict instanceof Items tuple && tuple.kind() == Items.Kind.TUPLE && tuple.size() > 0
                ? tuple.get(0)
                : dict;
        if (!(own instanceof Items state) || state.kind() != Items.Kind.DICT) {
            throw new PickleException(call.offset(), "an array is not as pandas writes it");
        }
        Object array = state.value("_ndarray");
        array = array == null ? state.value("_data") : array;
        array = array == null ? state.value("_codes") : array;
        return typed(type, state.value("_dtype"), array, call.offset(), depth);
    }

    private static ColumnSource typed(PythonGlobal type, Object dtype, Object array, long offset, int depth)
            throws PickleException {
        switch (type) {
            case DATETIME_ARRAY:
                if (dtype instanceof Call zoned && zoned.callee() == PythonGlobal.DATETIME_TZ_DTYPE) {
                    return zoned(array, zoned, offset);
                }
                return counted(dtype, array, offset, depth);
            case TIMEDELTA_ARRAY:
                return counted(dtype, array, offset, depth);
            case CATEGORICAL:
                return CategoryDecoder.of(dtype, array, offset, depth);
            case STRING_ARRAY, STRING_ARRAY_NUMPY:
                NdArray strings = NdArray.of(array);
                if (strings != null && strings.objects() != null) {
                    return ObjectDecoder.of(strings, StringStyle.of(dtype, offset));
                }
                break;
            case PERIOD_ARRAY:
                return PeriodDecoder.of(dtype, array, offset);
            default:
                break;
        }
        throw new PickleException(offset, "an array is not as pandas writes it");
    }

    /** Values that count units of time. Their dtype is in the file twice. */
    private static ColumnSource counted(Object dtype, Object array, long offset, int depth) throws PickleException {
        NdArray counts = NdArray.of(array);
        if (counts != null && !counts.dtype().equals(Dtype.of(dtype, offset))) {
            throw new PickleException(offset, "an array's dtype differs from that of its values");
        }
        return of(array, offset, depth + 1);
    }

    /** Instants in a zone: the array counts from the epoch in UTC. */
    private static ColumnSource zoned(Object array, Call dtype, long offset) throws PickleException {
        NdArray counts = NdArray.of(array);
        Object[] a = dtype.arguments();
        Object unit = dtype.state() instanceof Items state ? state.value("unit") : a.length == 2 ? a[0] : null;
        PandasZone zone = PandasZone.of(
                dtype.state() instanceof Items state ? state.value("tz") : a.length == 2 ? a[1] : null, offset);
        if (counts == null
                || counts.dtype().kind() != 'M'
                || zone == null
                || !counts.dtype().unit().equals(unit)) {
            throw new PickleException(offset, "datetimes with a zone are not as pandas writes them");
        }
        return ColumnSource.of(new Datetimes(unit(counts.dtype(), offset), zone), counts);
    }

    /** {@code DatetimeIndex(values, freq, zone)}: int64 counts of nanoseconds, or datetimes as they are. */
    private static ColumnSource datetimeIndex(Call call, int depth) throws PickleException {
        Object[] a = call.arguments();
        if (a.length != 3) {
            throw new PickleException(call.offset(), "datetimes are not as marketlab writes them");
        }
        NdArray counts = NdArray.of(a[0]);
        return counts != null && counts.dtype().kind() == 'i'
                ? zoned(call, counts, a[2], Datetimes.Unit.NS)
                : of(a[0], call.offset(), depth + 1);
    }

    private static ColumnSource zoned(Call call, NdArray counts, Object zone, Datetimes.Unit unit)
            throws PickleException {
        if (counts == null || counts.dtype().kind() != 'i' || counts.dtype().size() != 8 || unit == null) {
            throw new PickleException(call.offset(), "datetimes are not as marketlab writes them");
        }
        return ColumnSource.of(new Datetimes(unit, PandasZone.of(zone, call.offset())), counts);
    }

    /** {@code pandas.Index(values, dtype)} as a column: objects that must stay objects, or instants with a unit. */
    private static ColumnSource index(Call call, int depth) throws PickleException {
        Object[] a = call.arguments();
        if (a.length == 2 && a[1] instanceof Call dtype) {
            if (dtype.callee() == PythonGlobal.DATETIME_TZ_DTYPE
                    && dtype.arguments().length == 2
                    && dtype.arguments()[0] instanceof String unit) {
                return zoned(call, NdArray.of(a[0]), dtype.arguments()[1], Datetimes.Unit.of(unit));
            }
            if (dtype.callee() == PythonGlobal.DTYPE
                    && Dtype.of(dtype, call.offset()).isObject()) {
                return objects(a[0], TextValues.Style.OBJECT, call.offset());
            }
        }
        return AxisDecoder.of(call, call.offset(), depth).values();
    }

    /** {@code pandas.array(objects, 'string')}, {@code pandas.array(integers, 'int64[pyarrow]')}. */
    private static ColumnSource array(Call call, int depth) throws PickleException {
        Object[] a = call.arguments();
        if (a.length == 2 && a[1] instanceof String spelled && TextValues.Style.of(spelled) != null) {
            return objects(a[0], TextValues.Style.of(spelled), call.offset());
        }
        if (a.length == 2 && a[1] instanceof Call dtype && dtype.callee() == PythonGlobal.PERIOD_DTYPE) {
            return PeriodDecoder.written(a[0], dtype, call.offset());
        }
        if (a.length == 2 && a[1] instanceof Call dtype && dtype.callee() == PythonGlobal.SPARSE_DTYPE) {
            return SparseDecoder.written(of(a[0], call.offset(), depth + 1), dtype);
        }
        if (a.length == 2 && a[1] instanceof Call dtype && dtype.callee() == PythonGlobal.ARROW_DTYPE) {
            return arrow(a[0], dtype, call.offset(), depth);
        }
        if (a.length == 2 && a[1] instanceof String spelled && spelled.endsWith("[pyarrow]")) {
            ColumnSource plain = of(a[0], call.offset(), depth + 1);
            if (plain.kind() instanceof Floats || plain.kind() instanceof Integers) {
                ArrowNumbers kind = new ArrowNumbers(plain.kind(), spelled.substring(0, spelled.length() - 9));
                return ColumnSource.of(kind, plain.rows(), in -> {
                    ColumnValues values = plain.read(in);
                    return new ArrowNumbers(values.kind(), kind.type()).of(values);
                });
            }
        }
        throw new PickleException(call.offset(), "an array is not as marketlab writes it");
    }

    /** {@code pandas.array(values, ArrowDtype(type))}. */
    private static ColumnSource arrow(Object values, Call dtype, long offset, int depth) throws PickleException {
        ArrowType type = ArrowType.of(dtype.arguments().length == 1 ? dtype.arguments()[0] : null, offset);
        PandasType plain = type.isNumber() ? null : ArrowArray.plain(type);
        ColumnSource source = plain instanceof TextValues
                ? objects(values, TextValues.Style.NATURAL, offset)
                : of(values, offset, depth + 1);
        boolean text = source.kind() instanceof TextValues;
        boolean nothing = text && (plain instanceof ObjectItems || plain instanceof PythonObjects);
        if (source.columns() != 1 || !source.kind().getClass().isInstance(plain) && !nothing) {
            throw new PickleException(offset, "an array is not as marketlab writes it");
        }
        ArrowValues kind = new ArrowValues(plain, type);
        return ColumnSource.of(kind, source.rows(), in -> kind.of(source.read(in)));
    }

    private static ColumnSource taken(Call call) throws PickleException {
        return objects(call, TextValues.Style.NATURAL, call.offset());
    }

    static ColumnSource objects(Object node, TextValues.Style style, long offset) throws PickleException {
        if (node instanceof Call take && take.callee() == PythonGlobal.TAKE && take.arguments().length == 2) {
            NdArray dictionary = NdArray.column(take.arguments()[0], offset);
            NdArray codes = NdArray.column(take.arguments()[1], offset);
            if (dictionary.objects() == null
                    || codes.dtype().kind() != 'i'
                    || codes.dtype().size() != 4) {
                throw new PickleException(offset, "strings are not as marketlab writes them");
            }
            return ObjectDecoder.taken(dictionary, codes, style);
        }
        NdArray array = NdArray.column(node, offset);
        if (array.objects() == null) {
            throw new PickleException(offset, "objects were expected here");
        }
        return ObjectDecoder.of(array, style);
    }

    /** Integers, floats and booleans with a mask: (values, mask), or a dict of both. */
    private static ColumnSource masked(Call call) throws PickleException {
        Object[] a = call.arguments();
        Object data = a.length >= 2 ? a[0] : call.state() instanceof Items state ? state.value("_data") : null;
        Object mask = a.length >= 2 ? a[1] : call.state() instanceof Items state ? state.value("_mask") : null;
        NdArray values = NdArray.column(data, call.offset());
        NdArray missing = NdArray.column(mask, call.offset());
        PandasType plain = of(values).kind();
        PandasType kind = plain instanceof Floats f
                ? new Floats(f.bytes(), true)
                : plain instanceof Integers i
                        ? new Integers(i.bytes(), i.signed(), true)
                        : plain instanceof Booleans ? new Booleans(true) : null;
        if (kind == null || missing.rows() != values.rows() || !(of(missing).kind() instanceof Booleans)) {
            throw new PickleException(call.offset(), "a mask does not fit its values");
        }
        return ColumnSource.of(kind, values.rows(), in -> masked(in, kind, values, missing));
    }

    private static ColumnValues masked(PickleInput in, PandasType kind, NdArray values, NdArray mask)
            throws IOException {
        byte[] missing = ((Cells.Bytes8) mask.cells(in)[0]).values();
        return vector(kind, values.cells(in)[0], missing, values.offset());
    }
}
