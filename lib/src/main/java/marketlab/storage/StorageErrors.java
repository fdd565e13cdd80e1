package marketlab.storage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketlab.dataset.DatasetName;
import marketlab.dataset.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The error messages of a storage, in one line: where, what, and what to do next. */
final class StorageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    private static final int MOST_NAMED = 12;

    private StorageErrors() {}

    /** No dataset in a folder matches, or the folder has none. */
    static StorageException noMatch(Storage storage, String folder, String pattern) {
        FolderTree walk = new FolderTree(storage, (path, reason) -> {});
        List<String> pickles = walk.pickles(folder);
        TreeSet<String> there = pickles.stream()
                .map(DatasetName::parseEnd)
                .flatMap(Optional::stream)
                .map(name -> name.params().isEmpty() ? name.file() : name.params())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!there.isEmpty()) {
            return new StorageException(
                    storage.place(folder), "no dataset matches '%s'; there are: %s".formatted(pattern, few(there)));
        }
        if (!pickles.isEmpty()) {
            return new StorageException(
                    storage.place(folder),
                    pattern.isEmpty()
                            ? "no dataset here has a time in its name; load it by its path, which list shows"
                            : "no dataset matches '%s'; see what there is with list".formatted(pattern));
        }
        TreeSet<String> elsewhere = new TreeSet<>(walk.modelFolders(""));
        return new StorageException(
                storage.place(folder),
                elsewhere.isEmpty()
                        ? "no dataset here; make one with generate or save"
                        : "no dataset here; there are some in: " + few(elsewhere));
    }

    /** Datasets in a folder match, but none existed at this time. */
    static StorageException allLater(Storage storage, String folder, String pattern, Instant asOf, String newest) {
        return new StorageException(
                storage.place(folder),
                "no dataset%s as of %s; the newest is %s"
                        .formatted(pattern.isEmpty() ? "" : " matches '" + pattern + "'", asOf, newest));
    }

    static StorageException missing(Storage storage, String path, NoSuchFileException cause) {
        return new StorageException(storage.place(path), "no such dataset; see what there is with list", cause);
    }

    static StorageException alreadyThere(Storage storage, String path) {
        logUnsaved(storage.place(path), "a dataset with this name already exists");
        return new StorageException(
                storage.place(path), "a dataset with this name already exists; choose another name");
    }

    /**
     * The backend failed. Also logged in one line, because the exception has the cause; as an error if data were not
     * saved.
     */
    static StorageException failed(Storage storage, String path, String operation, IOException cause) {
        String place = storage.place(path);
        String reason = FileReasons.of(cause);
        if (operation.equals("save")) {
            logUnsaved(place, reason);
        } else {
            LOG.warn("Failed: {} of {}: {}", operation, SafeText.escaped(place), SafeText.escaped(reason));
        }
        return new StorageException(place, operation + " failed: " + reason, cause);
    }

    /** Required by the specification: a failed save is logged, even if the program ignores the exception. */
    static void logUnsaved(String place, String reason) {
        LOG.error("Failed to save data to {}: {}", SafeText.escaped(place), SafeText.escaped(reason));
    }

    /** Why one dataset or folder of many cannot be read; failures of the whole storage are thrown again. */
    static String ofOneEntry(StorageException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof UnavailableException || !(cause instanceof IOException)) {
            throw failure;
        }
        return cause instanceof NoSuchFileException
                ? "is gone; it was removed after it was listed"
                : FileReasons.of((IOException) cause);
    }

    static void log(String line) {
        LOG.warn(line);
    }

    private static String few(TreeSet<String> words) {
        String named = words.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return words.size() > MOST_NAMED ? named + " and " + (words.size() - MOST_NAMED) + " more" : named;
    }
}
