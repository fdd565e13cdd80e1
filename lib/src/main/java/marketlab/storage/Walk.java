package marketlab.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import marketlab.dataset.DatasetName;

/**
 * What lies below a folder of a storage. What looks like a dataset or a folder and cannot be used is passed over, and told
 * with its path and the reason.
 */
final class Walk {

    private static final int MODEL_FOLDER_DEPTH = 3;
    private static final String NO_BOUND = "";
    private static final Instant END_OF_NAMES = Instant.parse("9999-12-31T23:59:58Z");

    private final Storage storage;
    private final BiConsumer<String, String> passedOver;

    Walk(Storage storage, BiConsumer<String, String> passedOver) {
        this.storage = storage;
        this.passedOver = passedOver;
    }

    /** Names of the files directly in a folder. */
    Stream<String> files(String folder) {
        return children(folder).stream().filter(name -> !isFolder(name));
    }

    /** Paths of all pickles in a folder and below it, in order. */
    List<String> pickles(String folder) {
        List<String> pickles = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(List.of(folder));
        while (!left.isEmpty()) {
            String next = left.pop();
            for (String name : next.equals(folder) ? children(next) : childrenIfReadable(next)) {
                if (isFolder(name)) {
                    left.push(below(next, name));
                } else if (name.endsWith(".pkl")) {
                    pickles.add(join(next, name));
                }
            }
        }
        pickles.sort(Comparator.naturalOrder());
        return pickles;
    }

    /** A folder where datasets lie, or those below it: {@code index/nifty/gbm}. */
    List<String> modelFolders(String folder) {
        List<String> models = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(List.of(folder));
        while (!left.isEmpty()) {
            String next = left.pop();
            if (depth(next) >= MODEL_FOLDER_DEPTH) {
                models.add(next);
            } else {
                (next.equals(folder) ? children(next) : childrenIfReadable(next)).stream()
                        .filter(Walk::isFolder)
                        .forEach(name -> left.push(below(next, name)));
            }
        }
        return models;
    }

    /** The newest datasets of the model folders at or below a folder, not after this time, the newest first. */
    Stream<NamedPath> newest(String folder, Predicate<String> filter, Instant asOf, int limit) {
        String before = asOf.isBefore(END_OF_NAMES) ? DatasetName.stamp(asOf.plusSeconds(1)) : NO_BOUND;
        List<NamedPath> newest = new ArrayList<>();
        for (String models : modelFolders(folder)) {
            try {
                newest.addAll(newestIn(models, filter, before, limit));
            } catch (StorageException e) {
                if (models.equals(folder)) {
                    throw e;
                }
                passedOver.accept(models, Problems.ofOneEntry(e));
            }
        }
        return newest.stream().sorted(Comparator.reverseOrder()).limit(limit);
    }

    /** All datasets of one model folder, the newest first. */
    List<NamedPath> newestIn(String folder) {
        return newestIn(folder, name -> true, NO_BOUND, Integer.MAX_VALUE);
    }

    private List<NamedPath> newestIn(String folder, Predicate<String> filter, String before, int limit) {
        Predicate<String> isDataset = name -> DatasetName.parse(join(folder, name)).isPresent();
        try {
            return storage.newest(folder, before, filter.and(isDataset), limit, passedOver).stream()
                    .flatMap(name -> NamedPath.parse(join(folder, name)).stream())
                    .toList();
        } catch (IOException e) {
            throw Problems.failed(storage, folder, "search for the latest", e);
        }
    }

    /** One folder that cannot be read does not hide the others. */
    private List<String> childrenIfReadable(String folder) {
        try {
            return children(folder);
        } catch (StorageException e) {
            passedOver.accept(folder, Problems.ofOneEntry(e));
            return List.of();
        }
    }

    private List<String> children(String folder) {
        try (Stream<String> names = storage.names(folder, "", passedOver)) {
            return names.filter(name -> isUsable(folder, name)).toList();
        } catch (IOException e) {
            throw Problems.failed(storage, folder, "listing", e);
        }
    }

    private boolean isUsable(String folder, String name) {
        String path = isFolder(name) ? below(folder, name) : join(folder, name);
        String problem = isFolder(name) && path.endsWith(".pkl") ? "is a folder, not a dataset" : Names.problem(path);
        if (problem != null && (isFolder(name) || name.endsWith(".pkl"))) {
            passedOver.accept(path, problem);
        }
        return problem == null;
    }

    private static boolean isFolder(String name) {
        return name.endsWith("/");
    }

    private static String below(String folder, String name) {
        return join(folder, name.substring(0, name.length() - 1));
    }

    private static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static int depth(String folder) {
        String[] parts = folder.split("/");
        return folder.isEmpty() ? 0 : parts[0].matches("v[1-9][0-9]*") ? parts.length - 1 : parts.length;
    }
}
