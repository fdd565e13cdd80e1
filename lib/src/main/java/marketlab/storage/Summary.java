package marketlab.storage;

import java.util.List;
import java.util.Set;
import marketlab.dataset.Metadata;
import marketlab.pickle.Description;

/**
 * What can be asked of a dataset without reading its values: from the listing of a bucket, else from its header.
 *
 * @param path in the storage
 * @param bytes size of its file
 * @param rows number of rows
 * @param width number of columns, with those of the index
 * @param columns in order; empty if the listing has no room for them
 * @param metadata without {@code leftOut}
 * @param leftOut keys of the attributes that the listing has no room for; empty if the header was read
 */
public record Summary(
        String path,
        long bytes,
        long rows,
        int width,
        List<Description.Column> columns,
        Metadata metadata,
        Set<String> leftOut) {

    public Summary {
        columns = List.copyOf(columns);
        leftOut = Set.copyOf(leftOut);
    }

    /** Of what the header says. */
    static Summary of(String path, long bytes, Description header) {
        return new Summary(
                path, bytes, header.rows(), header.columns().size(), header.columns(), header.metadata(), Set.of());
    }

    /** Whether nothing is left out. */
    boolean isComplete() {
        return leftOut.isEmpty() && columns.size() == width;
    }
}
