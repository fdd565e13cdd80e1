package marketlab.pickle;

import java.io.IOException;

/**
 * Columns of one kind and length, recognised in the tree, their values still in the file.
 *
 * @param rows of each column
 * @param columns how many
 */
record Source(Kind kind, long rows, int columns, Reader reader) {

    /** Reads the values of all columns, in one pass over their bytes. */
    interface Reader {
        Vector[] read(Input in) throws IOException;
    }

    /** Reads the one column's values. */
    interface Single {
        Vector read(Input in) throws IOException;
    }

    static Source of(Kind kind, long rows, Single single) {
        return new Source(kind, rows, 1, in -> new Vector[] {single.read(in)});
    }

    /** The values of the only column. */
    Vector read(Input in) throws IOException {
        return reader.read(in)[0];
    }
}
