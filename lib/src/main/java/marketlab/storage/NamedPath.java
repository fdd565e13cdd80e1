package marketlab.storage;

import java.util.Optional;
import marketlab.dataset.DatasetName;

/**
 * Where a dataset is, and the name that was read from there. The two may differ: a sequence number may be written in the
 * digits of another script.
 */
record NamedPath(String path, DatasetName name) implements Comparable<NamedPath> {

    /** Empty if the path is a stranger's; the name may lie below folders of the user's own. */
    static Optional<NamedPath> parse(String path) {
        return DatasetName.parseEnd(path).map(name -> new NamedPath(path, name));
    }

    @Override
    public int compareTo(NamedPath other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? path.compareTo(other.path) : byName;
    }
}
