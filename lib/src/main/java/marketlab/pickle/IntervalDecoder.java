package marketlab.pickle;

import java.util.Set;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** Recognises intervals, which are stored as left bounds and right bounds. */
final class IntervalDecoder {

    private static final Set<Object> CLOSED = Set.of("left", "right", "both", "neither");

    private IntervalDecoder() {}

    /** {@code IntervalIndex.from_arrays(left, right, closed)}. */
    static ColumnSource fromArrays(Call call, int depth) throws PickleException {
        Object[] a = call.arguments();
        if (a.length != 3) {
            throw unlike(call.offset());
        }
        return of(a[0], a[1], a[2], call.offset(), depth);
    }

    /** Intervals from the dict of an array or an index. The closed sides are in the dict or in its dtype. */
    static ColumnSource of(Object state, long offset, int depth) throws PickleException {
        Object dict = state instanceof Items tuple && tuple.kind() == Items.Kind.TUPLE && tuple.size() >= 1
                ? tuple.get(0)
                : state;
        if (!(dict instanceof Items items) || items.kind() != Items.Kind.DICT) {
            throw unlike(offset);
        }
        Object left = items.has("left") ? items.value("left") : items.value("_left");
        Object right = items.has("right") ? items.value("right") : items.value("_right");
        Object closed = items.has("closed") ? items.value("closed") : items.value("_closed");
        if (closed == null
                && items.value("_dtype") instanceof Call dtype
                && dtype.callee() == PythonGlobal.INTERVAL_DTYPE
                && dtype.state() instanceof Items told
                && told.kind() == Items.Kind.DICT) {
            closed = told.value("closed");
        }
        return of(left, right, closed, offset, depth);
    }

    private static ColumnSource of(Object left, Object right, Object closed, long offset, int depth)
            throws PickleException {
        if (!CLOSED.contains(String.valueOf(closed))) {
            throw unlike(offset);
        }
        ColumnSource low = ValuesDecoder.of(left, offset, depth + 1);
        ColumnSource high = ValuesDecoder.of(right, offset, depth + 1);
        boolean alike = low.columns() == 1
                && high.columns() == 1
                && low.rows() == high.rows()
                && low.kind().equals(high.kind());
        boolean ordered = low.kind() instanceof Floats
                || low.kind() instanceof Integers
                || low.kind() instanceof Datetimes
                || low.kind() instanceof Timedeltas;
        if (!alike || !ordered) {
            throw unlike(offset);
        }
        Intervals kind = new Intervals(low.kind(), (String) closed);
        return ColumnSource.of(kind, low.rows(), in -> kind.of(low.read(in), high.read(in), offset));
    }

    private static PickleException unlike(long offset) {
        return new PickleException(offset, "intervals are not as pandas writes them");
    }
}
