package marketlab.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataQuery;
import marketlab.dataset.Provenance;
import marketlab.dataset.RowBlocks;
import marketlab.dataset.Streamed;
import marketlab.pickle.Description;
import marketlab.pickle.Excerpt;
import marketlab.pickle.PandasPickle;
import marketlab.pickle.PickleException;

/**
 * Datasets kept under paths such as {@code index/nifty/gbm/20230901_123045_bullish.pkl}, in a folder or a bucket.
 *
 * <p>A dataset is published completely or not at all, and never overwrites another one, so a reader sees only complete
 * datasets. Nothing is cached. Paths are relative to the storage's root, with {@code /}. Every method throws
 * {@link StorageException} if the backend fails, if a path leads out of the storage or has characters that not every
 * backend accepts, or if a pattern is not a regular expression. Safe for many threads and processes at the same time. A
 * storage is not a file system: it cannot overwrite, append or rename.
 *
 * <p>This class has the verbs. Below them is a {@link StorageBackend}, which moves files and does not know tables.
 */
public class Storage implements AutoCloseable {

    private final StorageBackend backend;
    private final Clock clock;
    private final DatasetSaver saver;
    private final DatasetSweep sweep = new DatasetSweep(this);
    private volatile Consumer<String> listener;

    /** Keeps datasets in any backend. */
    public Storage(StorageBackend backend) {
        this(backend, Clock.systemUTC());
    }

    /** As {@link #Storage(StorageBackend)}; saves take the time from this clock. */
    public Storage(StorageBackend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
        this.saver = new DatasetSaver(this, clock);
        telling(StorageErrors::log);
    }

    /** The storage's own full path or URI, without a slash at its end: {@code data}, {@code gs://bucket/prefix}. */
    public final String root() {
        return backend.root();
    }

    /**
     * Sends warnings to this listener, one line at a time: what a listing skipped and why, a name with a time in the
     * future, retries of a request, what a saved dataset has no more of the pickle it was read from. Without a listener, they are logged as warnings.
     *
     * @return this storage
     */
    public final Storage telling(Consumer<String> listener) {
        this.listener = listener;
        backend.telling(listener);
        return this;
    }

    /**
     * Saves under a name from the metadata (data type, market, model, params) and the current second. Further datasets
     * of the same second get names that sort after the first.
     *
     * @return full path or URI
     * @throws StorageException also if the metadata lack the data type, market or model
     */
    public final String save(Dataset data) {
        Set<String> notes = new LinkedHashSet<>();
        return told(saver.save(data.metadata(), draft -> notes.addAll(PandasPickle.write(data, draft))), notes);
    }

    private String told(String place, Set<String> notes) {
        notes.forEach(note -> listener.accept("[" + place + "] " + note));
        return place;
    }

    /**
     * Saves a dataset that is generated meanwhile, under a name as by {@link #save(Dataset)}, in memory that does not
     * grow with its rows. It is written to a draft on the local disk, which needs space for all of it, and published
     * when it is complete: linked into a folder, or sent to a bucket by one resumable upload with its checksum.
     *
     * @return full path or URI
     * @throws StorageException also if the metadata lack the data type, market or model; if the storage cannot be
     * reached, before the dataset is generated
     */
    public final String save(Streamed data) {
        Metadata metadata = data.ends().metadata();
        exists(saver.nameOf(metadata).path()); // fails at once if the storage cannot be reached
        return saver.save(metadata, draft -> PandasPickle.write(data, draft));
    }

    /**
     * Saves under a name that the caller chooses.
     *
     * @return full path or URI
     * @throws StorageException also if a dataset with this name already exists
     */
    public final String save(Dataset data, String filepath) {
        Set<String> notes = new LinkedHashSet<>();
        String path = PathRules.file(root(), filepath);
        return told(saver.save(path, draft -> notes.addAll(PandasPickle.write(data, draft))), notes);
    }

    /**
     * Loads a dataset and verifies its checksum.
     *
     * @throws StorageException also if there is no such dataset, if it is damaged or not a supported pickle, or if a
     * newer marketlab wrote it
     */
    public final Dataset load(String filepath) {
        Dataset data = read(filepath, "load", PandasPickle::read);
        if (Provenance.isOfNewerLayout(data.metadata())) {
            throw new StorageException(
                    place(filepath),
                    "was written by a newer marketlab, in layout %s; update marketlab"
                            .formatted(data.metadata().version().orElseThrow()));
        }
        return data;
    }

    /**
     * Returns a dataset's metadata, columns, types and shape without loading its values. In a bucket, they are in the
     * object's metadata, else only the start of the object and what stands between its blocks is fetched; nothing of this
     * is compared with a checksum, as {@link #verify} does. Throws as {@link #load}.
     */
    public final Description describe(String filepath) {
        String path = PathRules.file(root(), filepath);
        return inPieces(path, "describe", (channel, note) -> {
                    Optional<Description> noted = SummaryText.description(note);
                    return noted.isPresent() ? noted : PandasPickle.describe(channel, place(path));
                })
                .orElseGet(() -> readWhole(path, "describe", PandasPickle::describe));
    }

    /**
     * What the listing of a bucket says of a dataset, or its header; throws as {@link #load}. For many datasets, use
     * {@link #summaries}.
     */
    public final Summary summary(String filepath) {
        String path = PathRules.file(root(), filepath);
        return summary(path, Summary::isComplete);
    }

    /** The summary in a dataset's note, if it is enough, else the one in its header. */
    final Summary summary(String path, Predicate<Summary> isEnough) {
        return inPieces(path, "describe", (channel, note) -> {
                    long bytes = channel.size();
                    Optional<Summary> noted =
                            SummaryText.parse(path, bytes, note).filter(isEnough);
                    return noted.isPresent()
                            ? noted
                            : PandasPickle.describe(channel, place(path))
                                    .map(header -> Summary.of(path, bytes, header));
                })
                .orElseGet(() -> readWhole(
                        path, "describe", file -> Summary.of(path, Files.size(file), PandasPickle.describe(file))));
    }

    /**
     * Passes the summaries of all datasets in a directory and below it to a receiver, in any order. In a bucket they are
     * in the listing; a dataset whose summary is not there, or has too little, costs a few requests more. In a folder,
     * the headers are read.
     *
     * @param pattern regular expression found somewhere in the file name
     * @param isEnough whether a summary from a listing, in which attributes may be left out, has what is asked for
     * @param passedOver receives the path of each entry that cannot be read as a dataset, and why
     * @throws StorageException also if none matches; it says what there is
     */
    public final void summaries(
            String directory,
            String pattern,
            Predicate<Summary> isEnough,
            Consumer<Summary> receiver,
            BiConsumer<String, String> passedOver) {
        String folder = PathRules.folder(root(), directory);
        Predicate<String> filter = PathRules.matching(root(), pattern);
        if (new Catalog(this, isEnough).read(folder, filter, receiver, passedOver) == 0) {
            throw StorageErrors.noMatch(this, folder, pattern);
        }
    }

    /**
     * Adds their summary to the listing of the datasets in a directory and below it that have none there, such as those
     * that Python or an older version wrote. Their content stays as it is.
     *
     * @param again whether summaries that are there already are made again too
     * @param failed receives the path of each dataset whose summary cannot be added, and why
     * @return number of datasets whose summary was added
     * @throws StorageException also if there is no dataset, or if this storage keeps no summaries
     */
    public final int annotate(
            String directory, String pattern, boolean again, Progress progress, BiConsumer<String, String> failed) {
        String folder = PathRules.folder(root(), directory);
        ListingNotes notes = backend.notes()
                .orElseThrow(() -> new StorageException(
                        root(), "a folder keeps no summaries, because its headers are read fast; annotate a bucket"));
        List<String> paths = again
                ? list(directory, pattern)
                : Catalog.without(this, notes, folder, PathRules.matching(root(), pattern), failed);
        AtomicInteger done = new AtomicInteger();
        AtOnce.each(
                paths,
                path -> annotated(notes, path),
                (path, added) -> progress.done(done.incrementAndGet(), paths.size(), path),
                failed);
        return done.get();
    }

    private String annotated(ListingNotes notes, String path) {
        return at(path, "annotation", there -> {
            notes.set(there, (channel, note) -> SummaryText.of(headerOf(channel, path), notes.room()));
            return there;
        });
    }

    private Description headerOf(SeekableByteChannel channel, String path) throws IOException {
        Optional<Description> header = PandasPickle.describe(channel, place(path));
        if (header.isPresent()) {
            return header.get();
        }
        Path whole = TemporaryFile.create();
        try (InputStream compressed = Channels.newInputStream(channel.position(0))) {
            Files.copy(compressed, whole, StandardCopyOption.REPLACE_EXISTING);
            return PandasPickle.describe(whole);
        } finally {
            Files.delete(whole);
        }
    }

    /**
     * The first and the last rows of a dataset that may be larger than memory: see {@link PandasPickle#excerpt}. From a
     * bucket, only the ranges with these rows are fetched; the bytes of an object over 64 KiB are not compared with a
     * checksum. Throws as {@link #load}.
     */
    public final Excerpt excerpt(String filepath, int head, int tail) {
        if (backend.notes().isEmpty()) {
            return read(filepath, "load", file -> PandasPickle.excerpt(file, head, tail));
        }
        String path = PathRules.file(root(), filepath);
        return inPieces(path, "load", (channel, note) -> PandasPickle.excerpt(channel, place(path), head, tail))
                .orElseGet(() -> readWhole(path, "load", file -> PandasPickle.excerpt(file, head, tail)));
    }

    /**
     * Passes the rows of a dataset, which may be larger than memory, block by block to a receiver that is created from
     * its first and last row: see {@link PandasPickle#scan}; throws as {@link #load}.
     *
     * @return the receiver
     */
    public final <T extends RowBlocks> T scan(String filepath, Function<Excerpt, T> taker) {
        return read(filepath, "load", file -> PandasPickle.scan(file, taker));
    }

    /** Size of a file in bytes; empty if there is no such file. */
    public final OptionalLong bytes(String filepath) {
        return sizeOf(PathRules.file(root(), filepath));
    }

    /** Whether there is such a file. */
    public final boolean exists(String filepath) {
        String path = PathRules.folder(root(), filepath);
        return !path.isEmpty() && sizeOf(path).isPresent();
    }

    /** Names of the files directly in a directory, sorted; empty if there is no such directory. */
    public final List<String> listFiles(String directory) {
        return listFiles(directory, "");
    }

    /**
     * As {@link #listFiles(String)}, only names that match the pattern from the start, as with Python's
     * {@code re.match}.
     */
    public final List<String> listFiles(String directory, String pattern) {
        String folder = PathRules.folder(root(), directory);
        Predicate<String> filter = PathRules.beginning(root(), pattern);
        return walk(walk -> walk.files(folder).filter(filter).sorted().toList());
    }

    /**
     * Paths of all datasets in a directory and below it, in order. Only regular files are datasets; an entry that only
     * looks like one is reported to the {@link #telling listener}.
     *
     * @param pattern regular expression found somewhere in the file name
     * @throws StorageException also if none matches; it says what there is
     */
    public final List<String> list(String directory, String pattern) {
        String folder = PathRules.folder(root(), directory);
        Predicate<String> filter = PathRules.matching(root(), pattern);
        List<String> paths = walk(walk -> walk.pickles(folder).stream()
                .filter(path -> filter.test(fileName(path)))
                .toList());
        if (paths.isEmpty()) {
            throw StorageErrors.noMatch(this, folder, pattern);
        }
        FutureNames.warning(this, paths, clock.instant()).ifPresent(listener);
        return paths;
    }

    /** The newest dataset of a directory; see {@link #latest(String, String)}. */
    public final String latest(String directory) {
        return latest(directory, "");
    }

    /**
     * The newest dataset in a directory, or in the model folders below it, by the timestamp in its name. Foreign files
     * are skipped.
     *
     * @param pattern regular expression found somewhere in the file name
     * @return its path, for {@link #load}
     * @throws StorageException also if none matches; it says what there is
     */
    public final String latest(String directory, String pattern) {
        return latest(directory, pattern, Instant.MAX);
    }

    /** The newest dataset that existed at this time; else as {@link #latest(String, String)}. */
    public final String latest(String directory, String pattern, Instant asOf) {
        String folder = PathRules.folder(root(), directory);
        Predicate<String> filter = PathRules.matching(root(), pattern);
        String path = walk(walk -> walk.newest(folder, filter, asOf, 1).findFirst())
                .map(NamedPath::path)
                .orElseThrow(() -> asOf.equals(Instant.MAX)
                        ? StorageErrors.noMatch(this, folder, pattern)
                        : StorageErrors.allLater(this, folder, pattern, asOf, latest(directory, pattern)));
        FutureNames.warning(this, List.of(path), clock.instant()).ifPresent(listener);
        return path;
    }

    /**
     * The newest datasets in a directory, or in the model folders below it, newest first.
     *
     * @param pattern regular expression found somewhere in the file name
     * @param limit maximum number
     * @throws StorageException also if none matches; the message lists what there is
     * @throws IllegalArgumentException if limit is not positive
     */
    public final List<Version> versions(String directory, String pattern, int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be > 0, got " + limit);
        }
        String folder = PathRules.folder(root(), directory);
        Predicate<String> filter = PathRules.matching(root(), pattern);
        List<Version> versions = walk(walk -> walk.newest(folder, filter, Instant.MAX, limit)
                .map(dataset -> new Version(dataset.path(), dataset.name(), sizeOf(dataset)))
                .toList());
        if (versions.isEmpty()) {
            throw StorageErrors.noMatch(this, folder, pattern);
        }
        return versions;
    }

    /**
     * Reads a whole dataset and compares its checksum, and in a bucket its summary in the listing.
     *
     * @return what is wrong with it; empty if it is undamaged
     * @throws StorageException if there is no such dataset, or the backend fails
     */
    public final Optional<String> verify(String filepath) {
        try {
            return read(filepath, "verification", file -> {
                PandasPickle.verify(file);
                return wrongSummary(PathRules.file(root(), filepath), file);
            });
        } catch (StorageException e) {
            if (e.getCause() instanceof PickleException || e.getCause() instanceof PackedException) {
                return Optional.of(FileReasons.of((IOException) e.getCause()));
            }
            throw e;
        }
    }

    private Optional<String> wrongSummary(String path, Path file) throws IOException {
        return backend.notes().isPresent()
                ? SummaryText.difference(backend.open(path, (channel, note) -> note), PandasPickle.describe(file))
                        .map("its summary in the listing says %s; make it again with annotate --again"::formatted)
                : Optional.empty();
    }

    /**
     * CRC32C of the stored file in Base64, as in Google Cloud Storage. Does not verify the dataset; throws as
     * {@link #load}.
     */
    public final String crc32c(String filepath) {
        String path = PathRules.file(root(), filepath);
        try {
            return backend.checksum(path);
        } catch (NoSuchFileException e) {
            throw StorageErrors.missing(this, path, e);
        } catch (IOException e) {
            throw StorageErrors.failed(this, path, "checksum", e);
        }
    }

    /**
     * Whether the file under this path is what saving this dataset would write, byte for byte.
     *
     * @throws StorageException also if there is no such file
     */
    public final boolean holds(String filepath, Dataset data) {
        return holds(filepath, file -> PandasPickle.write(data, file));
    }

    /** As {@link #holds(String, Dataset)}, for a dataset that is generated into a temporary file. */
    public final boolean holds(String filepath, Streamed data) {
        return holds(filepath, file -> PandasPickle.write(data, file));
    }

    private boolean holds(String filepath, DatasetSaver.DraftWriter writer) {
        return read(filepath, "comparison", file -> {
            Path other = TemporaryFile.create();
            try {
                writer.write(other);
                return Files.mismatch(file, other) < 0;
            } finally {
                Files.delete(other);
            }
        });
    }

    /**
     * Reads every dataset in a directory and below it and compares its checksum. A file that is not a dataset counts as
     * damaged. If one cannot be read, the others are still verified.
     *
     * @throws StorageException also if there is none
     */
    public final Verification verifyAll(String directory, Progress progress) {
        return sweep.verify(PathRules.folder(root(), directory), progress);
    }

    /**
     * Paths of the datasets whose metadata match a query, in order. Reads as {@link #summaries}.
     *
     * @param passedOver receives the path of each file that cannot be read as a dataset, and why
     * @throws StorageException also if no dataset matches the query; the message lists what there is
     * @throws IllegalArgumentException as {@link MetadataQuery#test}
     */
    public final List<String> search(MetadataQuery query, BiConsumer<String, String> passedOver) {
        return sweep.search(query, passedOver);
    }

    /**
     * Lists the datasets of a directory that {@link #delete} can remove, so that each model folder in it keeps its
     * newest undamaged datasets. Removes nothing. Lists no foreign files, and nothing from a folder with fewer
     * undamaged datasets than to keep. Reads the datasets that it keeps, to verify them. Symbolic links, and what is in
     * a folder behind one, are neither counted nor listed.
     *
     * @param keep number of undamaged datasets to keep in each model folder
     * @param notBefore datasets from this time on are kept too
     * @param notCounted receives the path of each entry that is kept but not counted, and why: damaged newer datasets,
     * and symbolic links to a dataset or to a folder of datasets
     * @return paths, oldest first
     * @throws IllegalArgumentException if keep is not positive
     */
    public final List<String> prunable(
            String directory, int keep, Instant notBefore, BiConsumer<String, String> notCounted) {
        if (keep <= 0) {
            throw new IllegalArgumentException("keep must be > 0, got " + keep);
        }
        return sweep.prunable(PathRules.folder(root(), directory), keep, notBefore, notCounted);
    }

    /**
     * Removes datasets permanently, one after the other.
     *
     * @param removed receives the path of each removed dataset
     * @param failed receives the path of each dataset that is not, or perhaps not, removed, and the reason in one line
     * with the path
     * @throws StorageException if the storage as a whole fails; the datasets after the one in the message are left
     */
    public final void delete(List<String> filepaths, Consumer<String> removed, BiConsumer<String, String> failed) {
        sweep.delete(filepaths, removed, failed);
    }

    /**
     * Removes a dataset permanently.
     *
     * @throws StorageException also if there is no such dataset
     */
    public final void delete(String filepath) {
        String path = PathRules.file(root(), filepath);
        try {
            backend.remove(path);
        } catch (NoSuchFileException e) {
            throw StorageErrors.missing(this, path, e);
        } catch (IOException e) {
            throw StorageErrors.failed(this, path, "delete", e);
        }
    }

    /** Releases the backend's connections. */
    @Override
    public final void close() {
        backend.close();
    }

    /** The primitives below the verbs. */
    final StorageBackend backend() {
        return backend;
    }

    /** The {@link #root}. */
    @Override
    public final String toString() {
        return root();
    }

    /** Full path or URI of a path in this storage. */
    public final String place(String path) {
        return backend.place(path);
    }

    /** The path in this storage of a {@link #place}; any other path is returned unchanged. */
    public final String pathOf(String place) {
        String root = root() + "/";
        return place.equals(root()) ? "" : place.startsWith(root) ? place.substring(root.length()) : place;
    }

    /** Publishes a draft, with its summary if the backend keeps one. */
    final boolean publish(Path draft, String path) throws IOException {
        Optional<ListingNotes> notes = backend.notes();
        return notes.isPresent()
                ? notes.get().publish(draft, path, summaryOf(draft, notes.get().room()))
                : backend.publish(draft, path);
    }

    private static String summaryOf(Path draft, int room) throws IOException {
        return SummaryText.of(PandasPickle.describe(draft), room);
    }

    /** Sends a line to the listener. */
    final void tell(String line) {
        listener.accept(line);
    }

    /** Reads only parts of a file; empty if its reader needs the whole file. */
    private <T> Optional<T> inPieces(String path, String operation, StorageBackend.ChannelReader<Optional<T>> reader) {
        return at(path, operation, there -> backend.open(there, reader));
    }

    /** Reads a file of which the parts are not enough. */
    private <T> T readWhole(String path, String operation, StorageBackend.FileReader<T> reader) {
        if (backend.notes().isPresent()) {
            tell("[" + place(path) + "] is compressed, so all of it is downloaded");
        }
        return read(path, operation, reader);
    }

    private <T> T read(String filepath, String operation, StorageBackend.FileReader<T> reader) {
        return at(PathRules.file(root(), filepath), operation, path -> backend.fetch(path, reader));
    }

    private <T> T at(String path, String operation, Access<T> access) {
        try {
            return access.to(path);
        } catch (NoSuchFileException e) {
            throw StorageErrors.missing(this, path, e);
        } catch (IOException e) {
            throw StorageErrors.failed(this, path, operation, e);
        }
    }

    private interface Access<T> {
        T to(String path) throws IOException;
    }

    /** Runs a listing, and reports what it skipped. */
    private <T> T walk(Function<FolderTree, T> listing) {
        PassedOver passedOver = new PassedOver();
        try {
            return listing.apply(new FolderTree(this, passedOver));
        } finally {
            passedOver.lines(this).forEach(listener);
        }
    }

    private long sizeOf(NamedPath dataset) {
        return dataset.bytes() == ListedFile.UNKNOWN ? sizeOf(dataset.path()).orElse(0) : dataset.bytes();
    }

    private OptionalLong sizeOf(String path) {
        try {
            return backend.size(path);
        } catch (IOException e) {
            throw StorageErrors.failed(this, path, "look-up", e);
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
