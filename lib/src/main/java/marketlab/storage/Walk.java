package marketlab.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.dataset.DatasetName;

/** What lies below a folder of a storage; strangers, whose names no dataset has, are passed over. */
final class Walk {

    private static final int MODEL_FOLDER_DEPTH = 3;
    private static final String NO_BOUND = "";
    private static final Instant END_OF_NAMES = Instant.parse("9999-12-31T23:59:58Z");

    private final Storage storage;

    Walk(Storage storage) {
        this.storage = storage;
    }

    /** Names of the files directly in a folder. */
    Stream<String> files(String folder) {
        return children(folder).filter(name -> !isFolder(name));
    }

    /** Paths of all pickles in a folder and below it. */
    Stream<String> pickles(String folder) {
        return children(folder).flatMap(name -> isFolder(name)
                ? pickles(below(folder, name))
                : Stream.of(join(folder, name)).filter(path -> path.endsWith(".pkl") && Names.isSafe(path)));
    }

    /** A folder where datasets lie, or those below it: {@code index/nifty/gbm}. */
    Stream<String> modelFolders(String folder) {
        if (depth(folder) >= MODEL_FOLDER_DEPTH) {
            return Stream.of(folder);
        }
        return children(folder).filter(Walk::isFolder).flatMap(name -> modelFolders(below(folder, name)));
    }

    /** The newest datasets of the model folders at or below a folder, not after this time, the newest first. */
    Stream<DatasetName> newest(String folder, Predicate<String> filter, Instant asOf, int limit) {
        String before = asOf.isBefore(END_OF_NAMES) ? DatasetName.stamp(asOf.plusSeconds(1)) : NO_BOUND;
        return modelFolders(folder)
                .flatMap(models -> newestIn(models, filter, before, limit))
                .sorted(Comparator.reverseOrder())
                .limit(limit);
    }

    /** All datasets of one model folder, the newest first. */
    Stream<DatasetName> newestIn(String folder) {
        return newestIn(folder, name -> true, NO_BOUND, Integer.MAX_VALUE);
    }

    private Stream<DatasetName> newestIn(String folder, Predicate<String> filter, String before, int limit) {
        Predicate<String> isDataset = name -> DatasetName.parse(folder + "/" + name).isPresent();
        try {
            return storage.newest(folder, before, filter.and(isDataset), limit).stream()
                    .map(name -> DatasetName.parse(folder + "/" + name).orElseThrow());
        } catch (IOException e) {
            throw Problems.failed(storage, folder, "search for the latest", e);
        }
    }

    private Stream<String> children(String folder) {
        try (Stream<String> names = storage.names(folder, "")) {
            List<String> all = names.collect(Collectors.toList());
            return all.stream();
        } catch (IOException e) {
            throw Problems.failed(storage, folder, "listing", e);
        }
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
