package marketlab.storage;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import marketlab.dataset.DatasetName;

/**
 * A place that stores files, as a {@link Storage} needs it. A backend moves whole files and knows neither tables nor
 * pickles. To add one, write one class that implements this interface and pass it to
 * {@link Storage#Storage(StorageBackend)}. {@code StorageContractTest} tests every backend.
 *
 * <p>Paths are relative to the root, with {@code /}, and were checked: they do not lead out of the root, and every
 * backend accepts their characters. The empty path is the root. A method that fails throws an {@link IOException} with
 * a one-line message: what failed, and what to do next; an {@link UnavailableException} if every other path would fail
 * too. Methods are called by many threads at the same time.
 */
public interface StorageBackend extends AutoCloseable {

    /** Full path or URI of the root, without a slash at its end: {@code data}, {@code gs://bucket/prefix}. */
    String root();

    /** Full path or URI of a path. */
    default String place(String path) {
        return path.isEmpty() ? root() : root() + "/" + path;
    }

    /** Creates an empty local file, to write a dataset for this folder into. */
    default Path newDraft(String folder) throws IOException {
        return TemporaryFile.create();
    }

    /**
     * Makes a draft visible under this path, completely and durably. It never replaces a file: if several writers
     * publish to one path, one gets true, and the others get false and change nothing. The draft may be moved or left;
     * the caller discards it.
     */
    boolean publish(Path draft, String path) throws IOException;

    /** Removes a draft that was published or abandoned; does nothing if it is gone. */
    default void discard(Path draft) throws IOException {
        Files.deleteIfExists(draft);
    }

    /**
     * Passes the file under this path to a reader, as one consistent version.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws PackedException if the file is stored compressed, so that a reader would get other bytes than were stored
     */
    <T> T fetch(String path, FileReader<T> reader) throws IOException;

    /**
     * Passes the bytes of the file under this path to a reader, as one consistent version. A backend whose files are
     * elsewhere fetches only the ranges that are read. The bytes of a range are not compared with a checksum.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws PackedException as {@link #fetch}
     */
    default <T> T open(String path, ChannelReader<T> reader) throws IOException {
        return fetch(path, file -> {
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                return reader.read(channel, "");
            }
        });
    }

    /** Notes beside the files; empty if this backend keeps none. */
    default Optional<ListingNotes> notes() {
        return Optional.empty();
    }

    /** Size of the file under this path in bytes; empty if there is none. */
    OptionalLong size(String path) throws IOException;

    /**
     * CRC32C of the stored file in Base64, so that two storages can be compared.
     *
     * @throws NoSuchFileException if there is no such file
     */
    default String checksum(String path) throws IOException {
        return fetch(path, Crc32c::of);
    }

    /**
     * Removes the file under this path.
     *
     * @throws NoSuchFileException if there is no such file
     */
    void remove(String path) throws IOException;

    /**
     * Names directly in this folder that begin with the prefix, in any order. Names of folders end with {@code /};
     * drafts are left out. Empty if there is no such folder. The caller closes the stream.
     *
     * @param passedOver receives the path of each entry that looks like a dataset or a folder but cannot be used, and
     * why
     */
    Stream<String> names(String folder, String prefix, BiConsumer<String, String> passedOver) throws IOException;

    /**
     * The last files directly in this folder, in text order of their names, which pass the filter and sort before a bound; the
     * last one first. The default reads all {@link #names}; a backend may have a faster way.
     *
     * @param before exclusive bound, a stamp as {@link DatasetName#stamp(java.time.Instant)} prints it; empty for none
     * @param limit maximum number
     * @param passedOver receives the path of each entry that passes the filter but is not a file, and why
     */
    default List<ListedFile> newest(
            String folder, String before, Predicate<String> filter, int limit, BiConsumer<String, String> passedOver)
            throws IOException {
        try (Stream<String> names = names(folder, "", passedOver)) {
            return names.filter(name -> !name.endsWith("/"))
                    .filter(name -> before.isEmpty() || name.compareTo(before) < 0)
                    .filter(filter)
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .map(ListedFile::new)
                    .toList();
        }
    }

    /** Whether a path is a symbolic link, or one of its folders below the top folder is. */
    default boolean isLinked(String top, String path) {
        return false;
    }

    /** Sets the listener for messages, one line each, while a request takes long. */
    default void telling(Consumer<String> listener) {}

    /** Releases connections. */
    @Override
    default void close() {}

    /** Reads a file in pieces, and its {@link ListingNotes note}, which is empty if there is none. */
    @FunctionalInterface
    interface ChannelReader<T> {
        T read(SeekableByteChannel file, String note) throws IOException;
    }

    /** Reads a local file. */
    @FunctionalInterface
    interface FileReader<T> {
        T read(Path file) throws IOException;
    }
}
