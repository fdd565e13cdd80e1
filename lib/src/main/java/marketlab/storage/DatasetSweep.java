package marketlab.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import marketlab.dataset.MetadataQuery;
import marketlab.dataset.QueryCensus;

/**
 * Processes many datasets. If one fails, it is reported and the others continue; if the storage fails, everything ends.
 */
final class DatasetSweep {

    private final Storage storage;

    DatasetSweep(Storage storage) {
        this.storage = storage;
    }

    Verification verify(String folder, Progress progress) {
        List<String> whole = new ArrayList<>();
        Map<String, String> damaged = new LinkedHashMap<>();
        Map<String, String> unread = new LinkedHashMap<>();
        List<String> paths = paths(folder, unread);
        int finished = 0;
        for (String path : paths) {
            try {
                storage.verify(path).ifPresentOrElse(problem -> damaged.put(path, problem), () -> whole.add(path));
            } catch (StorageException e) {
                unread.put(path, StorageErrors.ofOneEntry(e));
            }
            progress.done(++finished, paths.size(), path);
        }
        return new Verification(whole, damaged, unread);
    }

    List<String> search(MetadataQuery query, BiConsumer<String, String> passedOver) {
        Set<String> known = new TreeSet<>();
        QueryCensus census = new QueryCensus(query);
        List<String> found = new ArrayList<>();
        AtomicInteger skipped = new AtomicInteger();
        Catalog catalog = new Catalog(storage, listed -> query.canTest(listed.metadata(), listed.leftOut()));
        int count = catalog.read(
                "",
                name -> true,
                summary -> {
                    known.addAll(MetadataQuery.keys(summary.metadata()));
                    known.addAll(summary.leftOut());
                    census.add(summary.metadata());
                    if (query.test(summary.metadata())) {
                        found.add(summary.path());
                    }
                },
                (path, reason) -> {
                    skipped.incrementAndGet();
                    passedOver.accept(path, reason);
                });
        if (count == 0 && skipped.get() == 0) {
            throw StorageErrors.noMatch(storage, "", "");
        }
        Collections.sort(found);
        if (found.isEmpty() && !known.isEmpty()) {
            throw new StorageException(
                    storage.root(),
                    query.unknown(known)
                            .map(key -> "no dataset has an attribute '%s'; there are: %s"
                                    .formatted(key, String.join(", ", known)))
                            .orElseGet(census::explanation));
        }
        return found;
    }

    List<String> prunable(String directory, int keep, Instant notBefore, BiConsumer<String, String> notCounted) {
        FolderTree walk = new FolderTree(storage, notCounted);
        List<NamedPath> old = new ArrayList<>();
        for (String folder : walk.modelFolders(directory)) {
            if (isLinked(directory, folder, notCounted)) {
                continue;
            }
            int kept = 0;
            for (NamedPath dataset : walk.newestIn(folder)) {
                if (isLinked(folder, dataset.path(), notCounted)) {
                    continue;
                }
                if (kept == keep) {
                    old.add(dataset);
                } else if (isWhole(dataset.path(), notCounted)) {
                    kept++;
                }
            }
        }
        return old.stream()
                .filter(dataset ->
                        dataset.name().timestamp().toInstant(ZoneOffset.UTC).isBefore(notBefore))
                .sorted()
                .map(NamedPath::path)
                .toList();
    }

    void delete(List<String> paths, Consumer<String> removed, BiConsumer<String, String> failed) {
        for (String path : paths) {
            try {
                storage.delete(path);
                removed.accept(path);
            } catch (StorageException e) {
                failed.accept(path, e.getMessage());
                StorageErrors.ofOneEntry(e);
            }
        }
    }

    /**
     * Whether a path is or goes through a symbolic link. Its data may be counted or removed under another name, so this
     * name is left out.
     */
    private boolean isLinked(String top, String path, BiConsumer<String, String> notCounted) {
        boolean linked = storage.backend().isLinked(top, path);
        if (linked) {
            notCounted.accept(path, "is a symbolic link, or in a folder behind one");
        }
        return linked;
    }

    private boolean isWhole(String path, BiConsumer<String, String> notCounted) {
        Optional<String> problem;
        try {
            problem = storage.verify(path);
        } catch (StorageException e) {
            problem = Optional.of(StorageErrors.ofOneEntry(e));
        }
        problem.ifPresent(reason -> notCounted.accept(path, reason));
        return problem.isEmpty();
    }

    private List<String> paths(String folder, Map<String, String> passedOver) {
        List<String> paths = new FolderTree(storage, passedOver::put).pickles(folder);
        if (paths.isEmpty() && passedOver.isEmpty()) {
            throw StorageErrors.noMatch(storage, folder, "");
        }
        return paths;
    }
}
