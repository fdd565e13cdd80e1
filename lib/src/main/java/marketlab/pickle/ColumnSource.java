package marketlab.pickle;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * Columns of one length that were recognised in the tree. Their values are still in the file.
 *
 * @param kinds one for each column
 * @param rows of each column
 * @param numbers the array of the plain values, if some of them can be read without the others; else null
 */
record ColumnSource(List<PandasType> kinds, long rows, Reader reader, NdArray numbers) {

    private static final int BLOCK = 1 << 16;

    /** The most rows that sparse values may have for each byte of the file. */
    private static final int ROWS_A_SPARSE_BYTE = 64;

    ColumnSource(List<PandasType> kinds, long rows, Reader reader) {
        this(kinds, rows, reader, null);
    }

    /** Reads the values of all columns, in one pass over the bytes. */
    interface Reader {
        ColumnValues[] read(PickleInput in) throws IOException;
    }

    /** Reads the values of the only column. */
    interface Single {
        ColumnValues read(PickleInput in) throws IOException;
    }

    static ColumnSource of(PandasType kind, long rows, Single single) {
        return new ColumnSource(List.of(kind), rows, in -> new ColumnValues[] {single.read(in)});
    }

    /** The columns of an array of numbers. */
    static ColumnSource of(PandasType kind, NdArray array) {
        List<PandasType> kinds = Collections.nCopies(array.columns(), kind);
        Reader reader = in -> vectors(kind, array.cells(in), array.offset());
        // Only all values together tell whether a uint64 column needs doubles, so blocks cannot be read alone.
        boolean divides = array.divides() && !(kind instanceof Integers i && i.bytes() == 8 && !i.signed());
        return new ColumnSource(kinds, array.rows(), reader, divides ? array : null);
    }

    int columns() {
        return kinds.size();
    }

    /** The kind of the only column. */
    PandasType kind() {
        return kinds.get(0);
    }

    boolean isSparse() {
        return !kinds.isEmpty() && kind() instanceof SparseValues;
    }

    /** The least number of bytes that the values take in a file. For sparse values: one byte for each 64 rows. */
    long bytes() {
        if (numbers != null) {
            return numbers.bytes().length();
        }
        boolean bits = kinds.size() == 1 && kind() instanceof ArrowValues arrow && arrow.plain() instanceof Booleans;
        return isSparse() ? rows / ROWS_A_SPARSE_BYTE : bits ? rows / 8 : rows * kinds.size();
    }

    /** The values of the only column. */
    ColumnValues read(PickleInput in) throws IOException {
        return reader.read(in)[0];
    }

    /** The values of this many rows from a row on, if {@link #numbers} is not null. */
    ColumnValues[] read(PickleInput in, long from, int count) throws IOException {
        return vectors(kind(), numbers.cells(in, from, count), numbers.offset());
    }

    /** Reads all values and keeps none. Numbers are read in blocks. */
    void readThrough(PickleInput in) throws IOException {
        if (numbers == null) {
            reader.read(in);
            return;
        }
        for (long from = 0; from < rows; from += BLOCK) {
            read(in, from, (int) Math.min(BLOCK, rows - from));
        }
    }

    private static ColumnValues[] vectors(PandasType kind, Cells[] cells, long offset) throws PickleException {
        ColumnValues[] vectors = new ColumnValues[cells.length];
        for (int i = 0; i < cells.length; i++) {
            vectors[i] = ValuesDecoder.vector(kind, cells[i], null, offset);
        }
        return vectors;
    }
}
