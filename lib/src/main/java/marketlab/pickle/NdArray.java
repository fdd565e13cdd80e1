package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/**
 * A numpy array, recognised in each form in which it is pickled. Its numbers are still in the file.
 *
 * @param maker the function that makes the array
 * @param dtype of the items
 * @param rows the number of items in a column
 * @param columns the number of columns; 1 for a one-dimensional array
 * @param flat whether it is one-dimensional
 * @param interleaved true if the items of a row lie together, false if those of a column do
 * @param bytes the items; null for an array of objects
 * @param objects the items of an array of objects, in the same order; else null
 */
record NdArray(
        long offset,
        PythonGlobal maker,
        Dtype dtype,
        long rows,
        int columns,
        boolean flat,
        boolean interleaved,
        Bytes bytes,
        Items objects) {

    /** The array; null if the node is not an array. Two dimensions are (columns, rows), as in a block of pandas. */
    static NdArray of(Object node) throws PickleException {
        if (!(node instanceof Call call)) {
            return null;
        }
        Object[] a = call.arguments();
        switch (call.callee()) {
            case FROM_BUFFER: // (buffer, dtype, shape, order)
                if (a.length == 4 && ("C".equals(a[3]) || "F".equals(a[3])) && bytes(a[0]) != null) {
                    return array(call, a[2], a[1], "F".equals(a[3]), a[0]);
                }
                break;
            case RECONSTRUCT: // (type, (0,), b'b') and the state (1, shape, dtype, fortran, data)
            case NDARRAY: // (shape[, dtype, buffer]), with the same state if there is no buffer
                if (call.state() instanceof Items s
                        && s.size() == 5
                        && s.kind() == Items.Kind.TUPLE
                        && Long.valueOf(1).equals(s.get(0))
                        && s.get(3) instanceof Boolean
                        && (call.callee() == PythonGlobal.NDARRAY || isArray(a))) {
                    return array(call, s.get(1), s.get(2), Boolean.TRUE.equals(s.get(3)), s.get(4));
                }
                if (call.callee() == PythonGlobal.NDARRAY && a.length == 3 && call.state() == null) {
                    return array(call, a[0], a[1], false, a[2]);
                }
                break;
            default:
                return null;
        }
        throw new PickleException(call.offset(), "an array is not as numpy writes it");
    }

    /** Whether these are the arguments of {@code _reconstruct} for an array that is to have a state. */
    private static boolean isArray(Object[] a) {
        return a.length == 3
                && a[0] instanceof Global type
                && (type.name() == PythonGlobal.NDARRAY || type.name() == PythonGlobal.FROZEN_ARRAY)
                && a[1] instanceof Items shape
                && shape.size() == 1
                && Long.valueOf(0).equals(shape.get(0))
                && a[2] instanceof Bytes kind
                && Arrays.equals(kind.held(), new byte[] {'b'});
    }

    /** The array of this node, which must have one dimension. */
    static NdArray column(Object node, long offset) throws PickleException {
        NdArray array = of(node);
        if (array == null || !array.flat) {
            throw new PickleException(offset, "a one-dimensional array was expected here");
        }
        return array;
    }

    private static NdArray array(Call call, Object shape, Object type, boolean fortran, Object data)
            throws PickleException {
        long offset = call.offset();
        if (!(shape instanceof Items dimensions) || dimensions.size() < 1 || dimensions.size() > 2) {
            throw new PickleException(offset, "an array must have one or two dimensions");
        }
        long[] lengths = new long[dimensions.size()];
        for (int i = 0; i < lengths.length; i++) {
            if (!(dimensions.get(i) instanceof Long length) || length < 0 || length > Integer.MAX_VALUE - 8) {
                throw new PickleException(
                        offset, "an array's length must be 0 to 2147483639, got " + dimensions.get(i));
            }
            lengths[i] = length;
        }
        Dtype dtype = Dtype.of(type, offset);
        if (!dtype.isKnown()) {
            throw PickleException.noColumn(offset, "numpy dtype " + dtype.pandasName());
        }
        long rows = lengths[lengths.length - 1];
        int columns = lengths.length == 1 ? 1 : (int) lengths[0];
        boolean flat = lengths.length == 1;
        if (dtype.isObject() && data instanceof Items list && list.kind() == Items.Kind.LIST) {
            check(offset, list.size() == rows * columns, list.size(), Arrays.toString(lengths), dtype);
            return new NdArray(
                    offset, call.callee(), dtype, rows, columns, flat, false, null, list); // in C order either way
        }
        Bytes bytes = bytes(data);
        if (dtype.isObject() || bytes == null) {
            throw new PickleException(offset, "an array of " + dtype.pandasName() + " has no data");
        }
        long most = dtype.size() == 0 ? -1 : bytes.length() / dtype.size();
        boolean whole = bytes.utf8() || rows * columns == most && bytes.length() % dtype.size() == 0;
        check(offset, whole && rows * columns <= most, bytes.length(), Arrays.toString(lengths), dtype);
        return new NdArray(offset, call.callee(), dtype, rows, columns, flat, fortran && !flat, bytes, null);
    }

    private static void check(long offset, boolean fits, long length, String shape, Dtype dtype)
            throws PickleException {
        if (!fits) {
            throw new PickleException(
                    offset,
                    "%s items or bytes do not make an array of shape %s and %s"
                            .formatted(length, shape, dtype.pandasName()));
        }
    }

    /** Whether numpy keeps the items big-endian. It converts those of {@code _reconstruct} to its own order. */
    boolean swapped() {
        return dtype.order() == ByteOrder.BIG_ENDIAN && maker != PythonGlobal.RECONSTRUCT;
    }

    /** The same array read as (rows, columns), which is the usual order outside of pandas blocks. */
    NdArray turned() {
        return flat
                ? this
                : new NdArray(offset, maker, dtype, columns, (int) rows, false, !interleaved, bytes, objects);
    }

    /** The bytes of this node, or of the bytearray or call that wraps them; null for any other node. */
    static Bytes bytes(Object node) {
        if (node instanceof Bytes bytes) {
            return bytes;
        }
        if (node instanceof Call call
                && (call.callee() == PythonGlobal.BYTEARRAY || call.callee() == PythonGlobal.BYTES)) {
            if (call.arguments().length == 0) {
                return new Bytes(call.offset(), 0, new byte[0], false);
            }
            return call.arguments()[0] instanceof Bytes bytes ? bytes : null;
        }
        return null;
    }

    /** Whether some of the items can be read without the others. */
    boolean divides() {
        return bytes != null && !bytes.utf8();
    }

    /** The items of this many rows from a row on, column by column. Only for an array that {@link #divides}. */
    Cells[] cells(PickleInput in, long from, int count) throws IOException {
        Cells[] cells = new Cells[columns];
        for (int j = 0; j < columns; j++) {
            cells[j] = Cells.of(dtype, count, offset);
        }
        if (interleaved) {
            new CellReader(in, part(from * columns, count, columns)).read(cells);
            return cells;
        }
        for (int j = 0; j < columns; j++) {
            new CellReader(in, part(j * rows + from, count, 1)).read(new Cells[] {cells[j]});
        }
        return cells;
    }

    private NdArray part(long item, int rows, int columns) {
        Bytes some = bytes.part(item * dtype.size(), (long) rows * columns * dtype.size());
        return new NdArray(offset, maker, dtype, rows, columns, flat, interleaved, some, null);
    }

    /** The array's items, column by column. */
    Cells[] cells(PickleInput in) throws IOException {
        if (rows > Integer.MAX_VALUE - 8) {
            throw new PickleException(offset, rows + " rows are more than a column holds");
        }
        Cells[] cells = new Cells[columns];
        for (int j = 0; j < columns; j++) {
            cells[j] = Cells.of(dtype, (int) rows, offset);
        }
        new CellReader(in, this).read(cells);
        return cells;
    }
}
