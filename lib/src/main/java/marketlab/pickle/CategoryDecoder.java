package marketlab.pickle;

import java.io.IOException;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** Recognises categories: integer codes of any width, which point into the values of an index. */
final class CategoryDecoder {

    private CategoryDecoder() {}

    /** {@code Categorical.from_codes(codes, categories, ordered)}. */
    static ColumnSource fromCodes(Call call, int depth) throws PickleException {
        Object[] a = call.arguments();
        if (a.length != 3) {
            throw new PickleException(call.offset(), "categories are not as marketlab writes them");
        }
        return source(a[1], a[2], a[0], call.offset(), depth);
    }

    /** The values of a CategoricalDtype and its codes. */
    static ColumnSource of(Object dtype, Object codes, long offset, int depth) throws PickleException {
        if (!(dtype instanceof Call call)
                || call.callee() != PythonGlobal.CATEGORICAL_DTYPE
                || !(call.state() instanceof Items state)) {
            throw new PickleException(offset, "a category's dtype is not as pandas writes it");
        }
        return source(state.value("categories"), state.value("ordered"), codes, offset, depth);
    }

    private static ColumnSource source(Object categories, Object ordered, Object codes, long offset, int depth)
            throws PickleException {
        ColumnSource values = AxisDecoder.of(categories, offset, depth + 1).values();
        NdArray array = NdArray.of(codes);
        if (!(ordered instanceof Boolean)) {
            throw new PickleException(offset, "categories must be ordered or not, got " + ordered);
        }
        if (array == null || array.columns() != 1 || array.dtype().kind() != 'i') {
            throw new PickleException(offset, "a category's codes are not integers");
        }
        PandasType kind = new Categories(
                new ColumnValues(values.kind(), (int) values.rows(), true, null, null), Boolean.TRUE.equals(ordered));
        return ColumnSource.of(kind, array.rows(), in -> {
            ColumnValues known = in.once(categories, () -> values.read(in).kept());
            return new Categories(known, Boolean.TRUE.equals(ordered)).of(codes(in, array, known.size()));
        });
    }

    /** The codes, each checked to be -1 or smaller than the number of values. */
    static int[] codes(PickleInput in, NdArray array, int size) throws IOException {
        Cells cells = array.cells(in)[0];
        int[] codes = new int[cells.size()];
        for (int i = 0; i < codes.length; i++) {
            long code = cells instanceof Cells.Longs c
                    ? c.values()[i]
                    : cells instanceof Cells.Ints c
                            ? c.values()[i]
                            : cells instanceof Cells.Shorts c ? c.values()[i] : ((Cells.Bytes8) cells).values()[i];
            if (code < -1 || code >= size) {
                throw new PickleException(array.offset(), "code %s, but there are %s categories".formatted(code, size));
            }
            codes[i] = (int) code;
        }
        return codes;
    }
}
