package marketlab.storage;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import marketlab.dataset.DatasetName;

/**
 * Hands out names within one second, each sorting after the last. A folder's names are listed once per second; after
 * that only a counter is increased. If another writer takes a name meanwhile, {@link StorageBackend#publish} rejects it
 * and the next number is tried.
 */
final class NextNames {

    private final StorageBackend backend;
    private final Map<String, DatasetName> last = new ConcurrentHashMap<>();

    NextNames(StorageBackend backend) {
        this.backend = backend;
    }

    /** The wanted name, numbered after the others of its second. */
    DatasetName next(DatasetName wanted) throws IOException {
        DatasetName given = last.get(wanted.folder());
        DatasetName next = given != null && given.stamp().equals(wanted.stamp())
                ? wanted.withSequence(given.sequence() + 1)
                : wanted.withSequence(firstFree(wanted));
        last.put(wanted.folder(), next);
        return next;
    }

    private int firstFree(DatasetName wanted) throws IOException {
        try (Stream<String> names = backend.names(wanted.folder(), wanted.stamp(), (path, reason) -> {})) {
            return 1
                    + names.map(name -> DatasetName.parse(wanted.folder() + "/" + name))
                            .flatMap(Optional::stream)
                            .mapToInt(DatasetName::sequence)
                            .max()
                            .orElse(-1);
        }
    }
}
