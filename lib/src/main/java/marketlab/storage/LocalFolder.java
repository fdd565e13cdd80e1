package marketlab.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files in a local folder.
 *
 * <p>Publishing forces the draft to disk, links it under its name, and forces the folder: after a crash, a file is
 * complete or does not exist. A draft is in the folder where it will be published. Its name begins with
 * {@code .draft-}, and it is locked while its writer runs; the next save into that folder removes leftover drafts.
 * Symbolic links must not lead out of the base folder.
 */
final class LocalFolder implements StorageBackend {

    private static final int SECOND = "20230901_123045".length();

    private final Path base;
    private final Set<String> cleaned = ConcurrentHashMap.newKeySet();

    LocalFolder(Path base) {
        Path normal = base.normalize();
        this.base = normal.toString().isEmpty() ? Path.of(".") : normal;
    }

    @Override
    public String root() {
        return base.toString().replace('\\', '/');
    }

    @Override
    public Path newDraft(String folder) throws IOException {
        Path directory = inside(folder);
        Files.createDirectories(directory);
        inside(folder);
        if (cleaned.add(folder)) {
            DraftFiles.removeLeftOvers(directory);
        }
        return DraftFiles.create(directory);
    }

    @Override
    public boolean publish(Path draft, String path) throws IOException {
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
    public void discard(Path draft) throws IOException {
        DraftFiles.discard(draft);
    }

    @Override
    public <T> T fetch(String path, FileReader<T> reader) throws IOException {
        return reader.read(dataset(path));
    }

    @Override
    public OptionalLong size(String path) throws IOException {
        Path file = inside(path);
        return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    }

    @Override
    public Stream<String> names(String folder, String prefix, BiConsumer<String, String> passedOver)
            throws IOException {
        Path directory = inside(folder);
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = fileName(entry);
                if (name.startsWith(prefix) && !name.startsWith(".")) {
                    listed(folder, entry, passedOver).ifPresent(names::add);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names.stream();
    }

    @Override
    public List<ListedFile> newest(
            String folder, String before, Predicate<String> filter, int limit, BiConsumer<String, String> passedOver)
            throws IOException {
        Path directory = inside(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<String> newest = newest(directory, before, filter, limit);
        if (newest.stream().allMatch(name -> Files.isRegularFile(directory.resolve(name)))) {
            return newest.stream().map(ListedFile::new).toList();
        }
        Predicate<String> isDataset = name -> isDataset(folder, directory.resolve(name), passedOver);
        return newest(directory, before, filter.and(isDataset), limit).stream()
                .map(ListedFile::new)
                .toList();
    }

    /** Finds the newest by the names alone, because looking at each file would take longer than everything else. */
    private static List<String> newest(Path directory, String before, Predicate<String> filter, int limit)
            throws IOException {
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
    public boolean isLinked(String top, String path) {
        Path end = base.resolve(top);
        for (Path at = base.resolve(path); at != null && !at.equals(end); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void remove(String path) throws IOException {
        Path file = dataset(path);
        Files.delete(file);
        forceFolder(file.getParent());
    }

    /** The name for a listing; empty if the entry cannot be used. */
    private Optional<String> listed(String folder, Path entry, BiConsumer<String, String> passedOver)
            throws IOException {
        String name = fileName(entry);
        if (name.endsWith(".pkl") && Files.isRegularFile(entry)) {
            return Optional.of(name);
        }
        if (Files.isDirectory(entry)) {
            if (!leadsBack(folder, entry)) {
                return Optional.of(name + "/");
            }
            passedOver.accept(path(folder, entry), "is a link to a folder that contains it");
            return Optional.empty();
        }
        return !name.endsWith(".pkl") || isDataset(folder, entry, passedOver) ? Optional.of(name) : Optional.empty();
    }

    /** Whether an entry with a dataset's name is a regular file. */
    private static boolean isDataset(String folder, Path entry, BiConsumer<String, String> passedOver) {
        if (Files.isRegularFile(entry)) {
            return true;
        }
        if (!Files.notExists(entry, LinkOption.NOFOLLOW_LINKS)) {
            passedOver.accept(path(folder, entry), whatInstead(entry));
        }
        return false;
    }

    private static String whatInstead(Path entry) {
        if (Files.isDirectory(entry)) {
            return "is a folder, not a dataset";
        }
        return Files.isSymbolicLink(entry) && !Files.exists(entry) ? "is a broken link" : "is not a regular file";
    }

    /** Whether a folder is a link to one of the folders that contain it. */
    private boolean leadsBack(String folder, Path entry) throws IOException {
        if (!Files.isSymbolicLink(entry)) {
            return false;
        }
        Path target = entry.toRealPath();
        for (Path above = base.resolve(folder); above != null && above.startsWith(base); above = above.getParent()) {
            if (above.toRealPath().equals(target)) {
                return true;
            }
        }
        return false;
    }

    private static String path(String folder, Path entry) {
        return folder.isEmpty() ? fileName(entry) : folder + "/" + fileName(entry);
    }

    /** The file of a dataset. Pipes and devices are rejected, because reading them could wait forever. */
    private Path dataset(String path) throws IOException {
        Path file = inside(path);
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new FileSystemException(file.toString(), null, whatInstead(file));
        }
        return file;
    }

    /** The file of a checked path; an error if a symbolic link in it leads out of the base folder. */
    private Path inside(String path) throws IOException {
        Path target = base.resolve(path);
        if (Files.exists(base) && !real(target).startsWith(base.toRealPath())) {
            throw new FileSystemException(
                    target.toString(), null, "a symbolic link leads out of the storage; use the folder it points to");
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
            return !Files.exists(target, LinkOption.NOFOLLOW_LINKS) && DraftFiles.claimAndMove(draft, target);
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
     * The second at the start of a name. Paths before it need no further check of their names, which would take longer
     * than listing them. It has no letters, so the case-insensitive paths of some systems do not matter.
     */
    private static String second(String name) {
        return name.substring(0, Math.min(SECOND, name.length()));
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }
}
