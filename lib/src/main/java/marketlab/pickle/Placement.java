package marketlab.pickle;

import java.io.IOException;
import marketlab.pickle.PythonNode.Call;

/** Reads which columns of a frame a block holds. Pandas stores them as a slice or an array of positions. */
final class Placement {

    private final PickleInput in;

    Placement(PickleInput in) {
        this.in = in;
    }

    /** The positions, each checked to be smaller than the number of columns. */
    int[] of(Object node, int columns, long offset) throws IOException {
        if (node instanceof Call slice && slice.callee() == PythonGlobal.SLICE && slice.arguments().length == 3) {
            return slice(slice, columns);
        }
        NdArray array = NdArray.column(node, offset);
        if (array.dtype().kind() != 'i' || array.dtype().size() != 8 || array.rows() > columns) {
            throw new PickleException(offset, "a block's place is not as pandas writes it");
        }
        long[] positions = ((Cells.Longs) array.cells(in)[0]).values();
        int[] places = new int[positions.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = checked(positions[i], columns, offset);
        }
        return places;
    }

    private static int[] slice(Call slice, int columns) throws PickleException {
        Object[] a = slice.arguments();
        long limit = 4L * columns + 4;
        long start = a[0] instanceof Long from ? from : 0;
        long step = a[2] instanceof Long by ? by : 1;
        long stop = a[1] instanceof Long to ? to : step > 0 ? columns : -1;
        boolean sane = step != 0 && Math.abs(start) <= limit && Math.abs(stop) <= limit && Math.abs(step) <= limit;
        long count = sane ? new Axis.Range(null, start, stop, step).size() : Long.MAX_VALUE;
        if (count > columns) {
            throw new PickleException(
                    slice.offset(), "a block's place is not valid: %s to %s by %s".formatted(start, stop, step));
        }
        int[] places = new int[(int) count];
        for (int i = 0; i < places.length; i++) {
            places[i] = checked(start + i * step, columns, slice.offset());
        }
        return places;
    }

    private static int checked(long position, int columns, long offset) throws PickleException {
        if (position < 0 || position >= columns) {
            throw new PickleException(offset, "column %s, but there are %s columns".formatted(position, columns));
        }
        return (int) position;
    }
}
