package marketlab.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import marketlab.dataset.DatasetName;

/**
 * Lists what is below a folder of a storage. An entry that looks like a dataset or a folder but cannot be used is
 * skipped and reported, with its path and the reason.
 */
final class FolderTree {

    private static final int MODEL_FOLDER_DEPTH = 3;
    private static final String NO_BOUND = "";
    private static final Instant END_OF_NAMES = Instant.parse("9999-12-31T23:59:58Z");

    private final Storage storage;
    private final BiConsumer<String, String> passedOver;

    FolderTree(Storage storage, BiConsumer<String, String> passedOver) {
        this.storage = storage;
        this.passedOver = passedOver;
    }

    /** Names of the files directly in a folder. */
    Stream<String> files(String folder) {
        return children(folder).stream().filter(name -> !isFolder(name));
    }

    /** Paths of all pickles in a folder and below it, in order. */
    List<String> pickles(String top) {
        List<String> pickles = new ArrayList<>();
        visit(top, folder -> {
            List<String> names = children(folder);
            names.stream().filter(name -> name.endsWith(".pkl")).forEach(name -> pickles.add(join(folder, name)));
            return names;
        });
        pickles.sort(Comparator.naturalOrder());
        return pickles;
    }

    /**
     * Passes all pickles in a folder and below it to a receiver, in any order, while they are listed.
     *
     * @param notes of the storage's backend; empty if it keeps none
     * @param receiver receives the path of each as its name
     */
    void pickles(String top, Optional<ListingNotes> notes, Consumer<ListedFile> receiver) {
        visit(top, folder -> {
            List<String> folders = new ArrayList<>();
            try (Stream<ListedFile> files = listed(folder, notes)) {
                files.filter(file -> isUsable(folder, file.name())).forEach(file -> {
                    if (isFolder(file.name())) {
                        folders.add(file.name());
                    } else if (file.name().endsWith(".pkl")) {
                        receiver.accept(new ListedFile(join(folder, file.name()), file.bytes(), file.note()));
                    }
                });
            } catch (IOException e) {
                throw StorageErrors.failed(storage, folder, "listing", e);
            }
            return folders;
        });
    }

    private Stream<ListedFile> listed(String folder, Optional<ListingNotes> notes) throws IOException {
        return notes.isPresent()
                ? notes.get().files(folder, passedOver)
                : storage.backend().names(folder, "", passedOver).map(ListedFile::new);
    }

    /**
     * The folders at or below a folder that contain datasets: {@code index/nifty/gbm}, also below a user's own folders,
     * {@code team/index/nifty/gbm}. Folders below such a folder are not part of the layout.
     */
    List<String> modelFolders(String top) {
        List<String> models = new ArrayList<>();
        visit(top, folder -> {
            if (!isModelFolder(folder)) {
                return children(folder);
            }
            models.add(folder);
            return List.of();
        });
        return models;
    }

    /** The newest datasets of the model folders at or below a folder, not after this time, newest first. */
    Stream<NamedPath> newest(String top, Predicate<String> filter, Instant asOf, int limit) {
        String before = asOf.isBefore(END_OF_NAMES) ? DatasetName.stamp(asOf.plusSeconds(1)) : NO_BOUND;
        List<NamedPath> newest = new ArrayList<>();
        visit(top, folder -> {
            List<NamedPath> found = isDeepEnough(folder) ? newestIn(folder, filter, before, limit) : List.of();
            newest.addAll(found);
            return found.isEmpty() && !isModelFolder(folder) ? children(folder) : List.of();
        });
        return newest.stream().sorted(Comparator.reverseOrder()).limit(limit);
    }

    /** All datasets of one model folder, newest first. */
    List<NamedPath> newestIn(String folder) {
        return newestIn(folder, name -> true, NO_BOUND, Integer.MAX_VALUE);
    }

    private List<NamedPath> newestIn(String folder, Predicate<String> filter, String before, int limit) {
        Predicate<String> isDataset =
                name -> NamedPath.parse(join(folder, name)).isPresent();
        try {
            return storage.backend().newest(folder, before, filter.and(isDataset), limit, passedOver).stream()
                    .flatMap(file -> NamedPath.parse(join(folder, file.name()), file.bytes()).stream())
                    .toList();
        } catch (IOException e) {
            throw StorageErrors.failed(storage, folder, "search for the latest", e);
        }
    }

    private boolean isModelFolder(String folder) {
        return isDeepEnough(folder) && holdsDatasets(folder);
    }

    private boolean holdsDatasets(String folder) {
        try (Stream<String> names = storage.backend().names(folder, "", (path, reason) -> {})) {
            return names.anyMatch(name -> NamedPath.parse(join(folder, name)).isPresent());
        } catch (IOException e) {
            throw StorageErrors.failed(storage, folder, "listing", e);
        }
    }

    /**
     * Visits a folder and then all folders among the names that a visit returns. If one cannot be read, the others are
     * still visited.
     */
    private void visit(String top, Function<String, List<String>> visit) {
        Deque<String> left = new ArrayDeque<>(List.of(top));
        while (!left.isEmpty()) {
            String folder = left.pop();
            try {
                visit.apply(folder).stream()
                        .filter(FolderTree::isFolder)
                        .forEach(name -> left.push(below(folder, name)));
            } catch (StorageException e) {
                if (folder.equals(top)) {
                    throw e;
                }
                passedOver.accept(folder, StorageErrors.ofOneEntry(e));
            }
        }
    }

    private List<String> children(String folder) {
        try (Stream<String> names = storage.backend().names(folder, "", passedOver)) {
            return names.filter(name -> isUsable(folder, name)).toList();
        } catch (IOException e) {
            throw StorageErrors.failed(storage, folder, "listing", e);
        }
    }

    private boolean isUsable(String folder, String name) {
        String path = isFolder(name) ? below(folder, name) : join(folder, name);
        String problem =
                isFolder(name) && path.endsWith(".pkl") ? "is a folder, not a dataset" : PathRules.problem(path);
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

    private static boolean isDeepEnough(String folder) {
        String[] parts = folder.split("/");
        int depth = parts[0].matches("v[1-9][0-9]*") ? parts.length - 1 : parts.length;
        return depth >= MODEL_FOLDER_DEPTH;
    }
}
