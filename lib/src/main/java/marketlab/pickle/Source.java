package marketlab.pickle;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * Columns of one length, recognised in the tree, their values still in the file.
 *
 * @param kinds one a column
 * @param rows of each column
 * @param numbers the array that has the values as they are, some of which can be read without the others; null for none
 */
record Source(List<Kind> kinds, long rows, Reader reader, NdArray numbers) {

    private static final int BLOCK = 1 << 16;

    Source(List<Kind> kinds, long rows, Reader reader) {
        this(kinds, rows, reader, null);
    }

    /** Reads the values of all columns, in one pass over their bytes. */
    interface Reader {
        Vector[] read(Input in) throws IOException;
    }

    /** Reads the one column's values. */
    interface Single {
        Vector read(Input in) throws IOException;
    }

    static Source of(Kind kind, long rows, Single single) {
        return new Source(List.of(kind), rows, in -> new Vector[] {single.read(in)});
    }

    /** The columns of an array of numbers. */
    static Source of(Kind kind, NdArray array) {
        List<Kind> kinds = Collections.nCopies(array.columns(), kind);
        Reader reader = in -> vectors(kind, array.cells(in), array.offset());
        return new Source(kinds, array.rows(), reader, array.divides() ? array : null);
    }

    int columns() {
        return kinds.size();
    }

    /** The kind of the only column. */
    Kind kind() {
        return kinds.get(0);
    }

    /** Of the file that hold the values, at the least. */
    long bytes() {
        return numbers != null ? numbers.bytes().length() : rows * kinds.size();
    }

    /** The values of the only column. */
    Vector read(Input in) throws IOException {
        return reader.read(in)[0];
    }

    /** The values of so many rows from this one on, if there are {@link #numbers}. */
    Vector[] read(Input in, long from, int count) throws IOException {
        return vectors(kind(), numbers.cells(in, from, count), numbers.offset());
    }

    /** Reads all values and keeps none: numbers a block at a time. */
    void readThrough(Input in) throws IOException {
        if (numbers == null) {
            reader.read(in);
            return;
        }
        for (long from = 0; from < rows; from += BLOCK) {
            read(in, from, (int) Math.min(BLOCK, rows - from));
        }
    }

    private static Vector[] vectors(Kind kind, Cells[] cells, long offset) throws PickleException {
        Vector[] vectors = new Vector[cells.length];
        for (int i = 0; i < cells.length; i++) {
            vectors[i] = ValuesDecoder.vector(kind, cells[i], null, offset);
        }
        return vectors;
    }
}
