package marketlab.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import marketlab.dataset.DatasetName;
import marketlab.dataset.Metadata;

/** Writes a dataset to a draft, and publishes it under a name that no other dataset has. */
final class DatasetSaver {

    private final Storage storage;
    private final StorageBackend backend;
    private final Clock clock;
    private final NextNames nextNames;

    DatasetSaver(Storage storage, Clock clock) {
        this.storage = storage;
        this.backend = storage.backend();
        this.clock = clock;
        this.nextNames = new NextNames(backend);
    }

    /** Writes a dataset to a draft. */
    interface DraftWriter {
        void write(Path draft) throws IOException;
    }

    /** Saves under a name from the metadata and the current second; returns the full path or URI. */
    String save(Metadata metadata, DraftWriter writer) {
        String folder = nameOf(metadata).folder();
        PathRules.file(storage.root(), nameOf(metadata).path());
        Path draft = draft(writer, folder);
        try {
            String path;
            do {
                path = nextNames.next(nameOf(metadata)).path();
            } while (!storage.publish(draft, path));
            return storage.place(path);
        } catch (IOException e) {
            throw StorageErrors.failed(storage, folder, "save", e);
        } finally {
            drop(draft);
        }
    }

    /** Saves under this path; returns the full path or URI. */
    String save(String path, DraftWriter writer) {
        if (storage.exists(path)) {
            throw StorageErrors.alreadyThere(storage, path);
        }
        Path draft = draft(writer, path.substring(0, Math.max(0, path.lastIndexOf('/'))));
        try {
            if (!storage.publish(draft, path)) {
                throw StorageErrors.alreadyThere(storage, path);
            }
            return storage.place(path);
        } catch (IOException e) {
            throw StorageErrors.failed(storage, path, "save", e);
        } finally {
            drop(draft);
        }
    }

    /** The name from the metadata and the current second. */
    DatasetName nameOf(Metadata metadata) {
        try {
            return DatasetName.of(metadata, clock);
        } catch (IllegalArgumentException e) {
            StorageErrors.logUnsaved(storage.root(), e.getMessage());
            throw new StorageException(storage.root(), e.getMessage() + "; or save under your own path", e);
        }
    }

    private Path draft(DraftWriter writer, String folder) {
        Path draft = null;
        try {
            draft = backend.newDraft(folder);
            writer.write(draft);
            return draft;
        } catch (IOException e) {
            drop(draft);
            throw StorageErrors.failed(storage, folder, "save", e);
        } catch (RuntimeException e) {
            drop(draft);
            throw e;
        }
    }

    private void drop(Path draft) {
        try {
            if (draft != null) {
                backend.discard(draft);
            }
        } catch (IOException e) {
            throw StorageErrors.failed(storage, "", "removal of the draft " + draft, e);
        }
    }
}
