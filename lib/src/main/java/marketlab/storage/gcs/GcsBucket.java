package marketlab.storage.gcs;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CheckedOutputStream;
import marketlab.dataset.DatasetName;
import marketlab.storage.Crc32c;
import marketlab.storage.ListedFile;
import marketlab.storage.ListingNotes;
import marketlab.storage.PackedException;
import marketlab.storage.StorageBackend;
import marketlab.storage.StorageException;
import marketlab.storage.UnavailableException;
import marketlab.storage.gcs.GcsObjects.Detail;
import marketlab.storage.gcs.GcsObjects.Listed;
import marketlab.storage.gcs.GcsObjects.Stat;

/**
 * Files in a bucket of Google Cloud Storage, or below a prefix of one.
 *
 * <p>Every upload and download is compared by CRC32C. Publishing never replaces an object. Each upload carries a mark,
 * which shows after a lost response whether this writer or another one created the object. {@link #newest} lists
 * windows of time instead of the whole bucket. Nothing is sent before the first request.
 */
final class GcsBucket implements StorageBackend, ListingNotes {

    private static final int DOWNLOADS = 3;
    private static final int BUFFER = 1 << 20;
    private static final int LONGEST_NAME = 1024;

    private final GcsAddress address;
    private final GcsObjects objects;
    private final Clock clock;
    private volatile Consumer<String> listener = line -> {};
    private volatile boolean bucketSeen;

    GcsBucket(GcsAddress address, GcsSettings settings, Clock clock) {
        this.address = address;
        this.objects = new GcsObjects(address.bucket(), settings, line -> listener.accept(line));
        this.clock = clock;
    }

    @Override
    public void telling(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public String root() {
        return address.uri();
    }

    @Override
    public void close() {
        objects.close();
    }

    @Override
    public boolean publish(Path draft, String path) throws IOException {
        return publish(draft, path, "");
    }

    @Override
    public boolean publish(Path draft, String path, String note) throws IOException {
        String name = object(path);
        String crc32c = Crc32c.of(draft);
        String writer = UUID.randomUUID().toString();
        Stat made;
        try {
            made = objects.create(name, draft, crc32c, writer, note);
        } catch (FileAlreadyExistsException e) {
            return isThere(name, writer);
        } catch (IOException e) {
            if (GcsRetries.isPassing(e) && wasMadeNevertheless(name, writer, e)) {
                return true;
            }
            throw e;
        }
        if (made.size() != Files.size(draft) || !crc32c.equals(made.crc32c())) {
            objects.delete(made);
            throw new IOException(GcsReasons.DAMAGED);
        }
        return true;
    }

    @Override
    public <T> T fetch(String path, FileReader<T> reader) throws IOException {
        for (int i = 0; i < DOWNLOADS; i++) {
            Path file = newDraft(path);
            try {
                if (download(existing(path), file)) {
                    return reader.read(file);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        }
        throw new IOException(GcsReasons.DAMAGED_DOWNLOAD.formatted(DOWNLOADS));
    }

    @Override
    public <T> T open(String path, ChannelReader<T> reader) throws IOException {
        for (int i = 1; ; i++) {
            Stat object = existing(path);
            try {
                return reader.read(ranges(object), object.note());
            } catch (NoSuchFileException e) {
                if (i == DOWNLOADS) {
                    throw e;
                }
            }
        }
    }

    private GcsRanges ranges(Stat object) throws IOException {
        requireUnpacked(object);
        return new GcsRanges(objects, object);
    }

    @Override
    public Optional<ListingNotes> notes() {
        return Optional.of(this);
    }

    @Override
    public int room() {
        return GcsObjects.NOTE_ROOM;
    }

    @Override
    public void set(String path, ChannelReader<String> reader) throws IOException {
        Stat object = existing(path);
        if (!objects.annotate(object, reader.read(ranges(object), object.note()))) {
            throw new IOException("the object was changed by another program meanwhile; try again");
        }
    }

    @Override
    public String checksum(String path) throws IOException {
        return existing(path).crc32c();
    }

    @Override
    public OptionalLong size(String path) throws IOException {
        return stat(path).map(Stat::size).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    public Stream<String> names(String folder, String prefix, BiConsumer<String, String> passedOver)
            throws IOException {
        return list(folder, prefix, Detail.NAMES).map(ListedFile::name);
    }

    @Override
    public Stream<ListedFile> files(String folder, BiConsumer<String, String> passedOver) throws IOException {
        return list(folder, "", Detail.NOTES);
    }

    private Stream<ListedFile> list(String folder, String prefix, Detail detail) throws IOException {
        String parent = address.folder(folder);
        Listed first = objects.list(parent, parent + prefix, "", null, null, detail);
        return Stream.iterate(first, Objects::nonNull, page -> after(page, folder, prefix, detail))
                .flatMap(page -> Stream.concat(
                        page.files().stream(), page.folders().stream().map(ListedFile::new)))
                .filter(file -> !file.name().startsWith("."));
    }

    @Override
    public List<ListedFile> newest(
            String folder, String before, Predicate<String> filter, int limit, BiConsumer<String, String> passedOver)
            throws IOException {
        String parent = address.folder(folder);
        String end = before.isEmpty() ? null : before;
        Detail detail = limit == 1 ? Detail.NAMES : Detail.SIZES;
        Map<String, ListedFile> listed = new HashMap<>();
        NewestSearch search = new NewestSearch(
                (from, below, token) -> {
                    if (end != null && from.compareTo(end) >= 0) {
                        return new NewestSearch.Page(List.of(), null);
                    }
                    Listed page = objects.list(parent, parent, from, below == null ? end : below, token, detail);
                    page.files().stream()
                            .filter(file -> filter.test(file.name()))
                            .forEach(file -> listed.put(file.name(), file));
                    return new NewestSearch.Page(
                            page.files().stream().map(ListedFile::name).toList(), page.next());
                },
                listed::containsKey,
                limit);
        return search
                .find(
                        end == null
                                ? clock.instant()
                                : DatasetName.instant(before).minusSeconds(1))
                .stream()
                .map(listed::get)
                .toList();
    }

    @Override
    public void remove(String path) throws IOException {
        Stat object = existing(path);
        try {
            objects.delete(object);
        } catch (IOException e) {
            if (!GcsRetries.isPassing(e) || !wasRemovedNevertheless(object, e)) {
                throw e;
            }
        }
    }

    private Stat existing(String path) throws IOException {
        return stat(path).orElseThrow(() -> new NoSuchFileException(place(path)));
    }

    private Optional<Stat> stat(String path) throws IOException {
        Optional<Stat> found = objects.stat(object(path));
        if (found.isEmpty() && !bucketSeen) {
            objects.requireBucket();
        }
        bucketSeen = true;
        return found;
    }

    private boolean download(Stat object, Path file) throws IOException {
        requireUnpacked(object);
        OutputStream kept = new MachineOutput(file, Files.newOutputStream(file, WRITE));
        try (CheckedOutputStream out = Crc32c.through(new BufferedOutputStream(kept, BUFFER))) {
            objects.download(object, out);
            out.flush();
            return Files.size(file) == object.size() && Crc32c.of(out).equals(object.crc32c());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void requireUnpacked(Stat object) throws PackedException {
        if (object.encoding() != null && !object.encoding().isEmpty()) {
            throw new PackedException(object.encoding());
        }
    }

    private boolean isThere(String name, String writer) throws IOException {
        return objects.stat(name).filter(there -> writer.equals(there.writer())).isPresent();
    }

    private boolean wasMadeNevertheless(String name, String writer, IOException failure) throws IOException {
        try {
            return isThere(name, writer);
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw new IOException(failure.getMessage() + "; it may have been saved anyway: check with list", failure);
        }
    }

    private boolean wasRemovedNevertheless(Stat object, IOException failure) throws IOException {
        try {
            return objects.stat(object.name())
                    .filter(there -> there.generation() == object.generation())
                    .isEmpty();
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw new UnavailableException(
                    failure.getMessage() + "; it may have been removed anyway: check with list", failure);
        }
    }

    private Listed after(Listed page, String folder, String prefix, Detail detail) {
        if (page.next() == null) {
            return null;
        }
        String parent = address.folder(folder);
        try {
            return objects.list(parent, parent + prefix, "", null, page.next(), detail);
        } catch (IOException e) {
            throw new StorageException(place(folder), "listing failed: " + e.getMessage(), e);
        }
    }

    private String object(String path) {
        String name = address.object(path);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_NAME || !new String(bytes, StandardCharsets.UTF_8).equals(name)) {
            throw new StorageException(
                    root(),
                    "the name is empty or longer than %s bytes in UTF-8; choose another".formatted(LONGEST_NAME));
        }
        return name;
    }
}
