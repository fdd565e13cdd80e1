package marketlab.storage;

import java.util.Optional;
import marketlab.dataset.DatasetName;

/**
 * The path of a dataset, and the name parsed from it. The two may differ: a sequence number may be written in digits of
 * another script.
 *
 * @param bytes size of the file, or {@link ListedFile#UNKNOWN}
 */
record NamedPath(String path, DatasetName name, long bytes) implements Comparable<NamedPath> {

    /** Empty if the path is not a dataset name; the name may be below a user's own folders. */
    static Optional<NamedPath> parse(String path) {
        return parse(path, ListedFile.UNKNOWN);
    }

    static Optional<NamedPath> parse(String path, long bytes) {
        return DatasetName.parseEnd(path).map(name -> new NamedPath(path, name, bytes));
    }

    @Override
    public int compareTo(NamedPath other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? path.compareTo(other.path) : byName;
    }
}
