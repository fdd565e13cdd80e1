package marketlab.pickle;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * Columns of one length, recognised in the tree, their values still in the file.
 *
 * @param kinds one a column
 * @param rows of each column
 */
record Source(List<Kind> kinds, long rows, Reader reader) {

    Source(Kind kind, long rows, int columns, Reader reader) {
        this(Collections.nCopies(columns, kind), rows, reader);
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
        return new Source(kind, rows, 1, in -> new Vector[] {single.read(in)});
    }

    int columns() {
        return kinds.size();
    }

    /** The kind of the only column. */
    Kind kind() {
        return kinds.get(0);
    }

    /** The values of the only column. */
    Vector read(Input in) throws IOException {
        return reader.read(in)[0];
    }
}
