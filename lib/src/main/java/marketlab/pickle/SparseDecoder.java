package marketlab.pickle;

import java.io.IOException;
import java.util.Arrays;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/**
 * Recognises sparse arrays. They have the stored values, the positions of these, and the fill for all other positions.
 */
final class SparseDecoder {

    private SparseDecoder() {}

    static ColumnSource of(Call call, int depth) throws PickleException {
        if (call.state() instanceof Items state
                && state.kind() == Items.Kind.DICT
                && state.value("_sparse_index") instanceof Call index
                && index.arguments().length > 0
                && index.arguments()[0] instanceof Long rows
                && rows >= 0
                && rows <= Integer.MAX_VALUE - 8) {
            Object dtype = state.has("_dtype") ? state.value("_dtype") : state.value("dtype");
            NdArray stored = NdArray.column(state.value("_sparse_values"), call.offset());
            SparseValues kind = kind(dtype, ValuesDecoder.of(stored).kind(), call.offset());
            NdArray[] places = places(index);
            return new ColumnSource(java.util.List.of(kind), rows, in ->
                    new ColumnValues[] {read(in, kind, stored, index, places, rows)});
        }
        throw unlike(call.offset());
    }

    /** {@code pandas.array(values, SparseDtype(type, fill))}. */
    static ColumnSource written(ColumnSource dense, Call dtype) throws PickleException {
        Object[] a = dtype.arguments();
        if (a.length != 2 || dense.columns() != 1 || !dense.kind().dtype().equals(a[0])) {
            throw unlike(dtype.offset());
        }
        SparseValues kind = checked(new SparseValues(dense.kind(), a[1]), dtype.offset());
        return ColumnSource.of(kind, dense.rows(), in -> kind.of(dense.read(in)));
    }

    private static SparseValues kind(Object dtype, PandasType dense, long offset) throws PickleException {
        if (dtype instanceof Call call
                && call.callee() == PythonGlobal.SPARSE_DTYPE
                && call.state() instanceof Items state
                && state.kind() == Items.Kind.DICT
                && state.has("_fill_value")) {
            return checked(new SparseValues(dense, state.value("_fill_value")), offset);
        }
        throw unlike(offset);
    }

    private static SparseValues checked(SparseValues kind, long offset) throws PickleException {
        Object fill = kind.fill();
        boolean fits = kind.dense() instanceof Floats
                ? fill instanceof Double || fill instanceof Long
                : kind.dense() instanceof Integers
                        ? fill instanceof Long
                        : kind.dense() instanceof Booleans && fill instanceof Boolean;
        if (!fits) {
            throw PickleException.noColumn(offset, "dtype " + kind.dtype() + " with another fill");
        }
        return kind;
    }

    /** The positions: given one by one, or as the start and length of each block. */
    private static NdArray[] places(Call index) throws PickleException {
        int arrays =
                index.callee() == PythonGlobal.SPARSE_INDEX ? 1 : index.callee() == PythonGlobal.SPARSE_BLOCKS ? 2 : -1;
        if (index.arguments().length != arrays + 1) {
            throw unlike(index.offset());
        }
        NdArray[] places = new NdArray[arrays];
        for (int i = 0; i < arrays; i++) {
            places[i] = NdArray.column(index.arguments()[i + 1], index.offset());
            if (places[i].dtype().kind() != 'i' || places[i].dtype().size() != 4) {
                throw unlike(index.offset());
            }
        }
        return places;
    }

    private static ColumnValues read(
            PickleInput in, SparseValues kind, NdArray stored, Call index, NdArray[] places, long rows)
            throws IOException {
        int[] positions = positions(in, index, places, (int) rows, stored.rows());
        Cells cells = stored.cells(in)[0];
        return kind.of(ValuesDecoder.vector(kind.dense(), spread(cells, kind.fill(), positions, (int) rows), null, 0));
    }

    private static int[] positions(PickleInput in, Call index, NdArray[] places, int rows, long stored)
            throws IOException {
        int[] first = ((Cells.Ints) places[0].cells(in)[0]).values();
        int[] positions = first;
        if (places.length == 2) {
            int[] lengths = ((Cells.Ints) places[1].cells(in)[0]).values();
            positions = new int[(int) stored];
            int count = 0;
            for (int i = 0; i < first.length && lengths.length == first.length; i++) {
                for (int k = 0; k < lengths[i] && count < positions.length; k++) {
                    positions[count++] = first[i] + k;
                }
                if (lengths[i] <= 0 || i > 0 && first[i] < first[i - 1] + lengths[i - 1]) {
                    throw unlike(index.offset());
                }
            }
            long told = Arrays.stream(lengths).asLongStream().sum();
            if (lengths.length != first.length || told != stored) {
                throw unlike(index.offset());
            }
        }
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0 || positions[i] >= rows || i > 0 && positions[i] <= positions[i - 1]) {
                throw unlike(index.offset());
            }
        }
        if (positions.length != stored) {
            throw unlike(index.offset());
        }
        return positions;
    }

    private static Cells spread(Cells stored, Object fill, int[] positions, int rows) {
        Cells spread = filled(stored, fill, rows);
        for (int i = 0; i < positions.length; i++) {
            spread.pick(stored, i, 1, positions[i], 1);
        }
        return spread;
    }

    private static Cells filled(Cells like, Object fill, int rows) {
        double number = fill instanceof Number n ? n.doubleValue() : Boolean.TRUE.equals(fill) ? 1 : 0;
        long whole = fill instanceof Long n ? n : (long) number;
        if (like instanceof Cells.Doubles) {
            double[] values = new double[rows];
            Arrays.fill(values, number);
            return new Cells.Doubles(values);
        }
        if (like instanceof Cells.Singles) {
            float[] values = new float[rows];
            Arrays.fill(values, (float) number);
            return new Cells.Singles(values);
        }
        if (like instanceof Cells.Longs) {
            long[] values = new long[rows];
            Arrays.fill(values, whole);
            return new Cells.Longs(values);
        }
        if (like instanceof Cells.Ints) {
            int[] values = new int[rows];
            Arrays.fill(values, (int) whole);
            return new Cells.Ints(values);
        }
        if (like instanceof Cells.Shorts) {
            short[] values = new short[rows];
            Arrays.fill(values, (short) whole);
            return new Cells.Shorts(values);
        }
        byte[] values = new byte[rows];
        Arrays.fill(values, (byte) whole);
        return new Cells.Bytes8(values);
    }

    private static PickleException unlike(long offset) {
        return new PickleException(offset, "a sparse array is not as pandas writes it");
    }
}
