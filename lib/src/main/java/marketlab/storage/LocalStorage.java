package marketlab.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketlab.config.ConfigManager;

/**
 * Datasets in a folder of this machine.
 *
 * <p>A save writes a draft in the dataset's own folder, forces it to disk, links it under its name, and forces the folder:
 * after a crash a dataset is there whole or not at all. Drafts begin with {@code .draft-}; what a dead process left is
 * removed by the next save into that folder. Symbolic links may not lead out of the base folder.
 */
public final class LocalStorage extends Storage {

    private static final int SECOND = "20230901_123045".length();

    private final Path base;
    private final Set<String> cleaned = ConcurrentHashMap.newKeySet();

    /** The folder that the configuration names: {@code LOCAL_STORAGE_PATH}, the configuration file, or {@code ./data}. */
    public LocalStorage() {
        this(ConfigManager.getConfig().localBasePath());
    }

    /** A folder, which the first save makes if it is not there. */
    public LocalStorage(String basePath) {
        this(Path.of(basePath), Clock.systemUTC());
    }

    LocalStorage(Path base, Clock clock) {
        super(clock);
        Path normal = base.normalize();
        this.base = normal.toString().isEmpty() ? Path.of(".") : normal;
    }

    @Override
    public String root() {
        return base.toString().replace('\\', '/');
    }

    @Override
    protected Path newDraft(String folder) throws IOException {
        Path directory = inside(folder);
        Files.createDirectories(directory);
        inside(folder);
        if (cleaned.add(folder)) {
            Drafts.removeLeftOvers(directory);
        }
        return Drafts.create(directory);
    }

    @Override
    protected boolean publish(Path draft, String path) throws IOException {
        Path target = inside(path);
        force(draft, StandardOpenOption.WRITE);
        if (!link(draft, target)) {
            return false;
        }
        for (Path folder = target.getParent(); folder != null && folder.startsWith(base); folder = folder.getParent()) {
            forceFolder(folder);
        }
        return true;
    }

    @Override
    protected <T> T fetch(String path, Reader<T> reader) throws IOException {
        return reader.read(inside(path));
    }

    @Override
    protected OptionalLong size(String path) throws IOException {
        Path file = inside(path);
        return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    }

    @Override
    protected Stream<String> names(String folder, String prefix) throws IOException {
        Path directory = inside(folder);
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        DirectoryStream<Path> entries = Files.newDirectoryStream(directory);
        return StreamSupport.stream(entries.spliterator(), false)
                .map(LocalStorage::fileName)
                .filter(name -> name.startsWith(prefix) && !name.startsWith("."))
                .map(name -> name.endsWith(".pkl") || !Files.isDirectory(directory.resolve(name)) ? name : name + "/")
                .onClose(() -> closeQuietly(entries));
    }

    @Override
    protected List<String> newest(String folder, String before, Predicate<String> filter, int limit) throws IOException {
        Path directory = inside(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        PriorityQueue<String> newest = new PriorityQueue<>();
        Path floor = directory;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (entry.compareTo(floor) < 0) {
                    continue;
                }
                String name = fileName(entry);
                boolean isNewer = newest.size() < limit || name.compareTo(newest.peek()) > 0;
                if (isNewer && (before.isEmpty() || name.compareTo(before) < 0) && filter.test(name)) {
                    newest.add(name);
                    if (newest.size() > limit) {
                        newest.remove();
                    }
                    floor = newest.size() < limit ? directory : directory.resolve(second(newest.peek()));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return newest.stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Override
    protected void remove(String path) throws IOException {
        Path target = inside(path);
        Files.delete(target);
        forceFolder(target.getParent());
    }

    /** The file of a checked path, or an error if a symbolic link on the way leads out of the base folder. */
    private Path inside(String path) throws IOException {
        Path target = base.resolve(path);
        if (Files.exists(base) && !real(target).startsWith(base.toRealPath())) {
            throw new StorageException(place(path), "a symbolic link leads out of the storage; use the folder it points to");
        }
        return target;
    }

    private static Path real(Path path) throws IOException {
        Path existing = path;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        return existing.toRealPath();
    }

    private static boolean link(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | IOException e) {
            return !Files.exists(target, LinkOption.NOFOLLOW_LINKS) && Drafts.claimAndMove(draft, target);
        }
    }

    private static void force(Path file, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        boolean windows = folder.getFileSystem().getSeparator().equals("\\");
        if (!windows) {
            force(folder, StandardOpenOption.READ);
        }
    }

    /**
     * The second that a name begins with. Paths below it need no look at their names, which would cost more than listing
     * them; it has no letters, whose case paths leave out of account on some systems.
     */
    private static String second(String name) {
        return name.substring(0, Math.min(SECOND, name.length()));
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }

    private static void closeQuietly(DirectoryStream<Path> entries) {
        try {
            entries.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
