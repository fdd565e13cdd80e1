package marketlab.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.config.Config;

/**
 * The address of datasets as a user types it, interpreted for the storage in use. A plain name, {@code index/nifty}, is
 * a path in that storage. A full address begins with {@code gs://}, {@code local:}, {@code /}, {@code ./} or
 * {@code ../}, or with the storage's own {@link Storage#root}, as every verb prints it. A local one is relative to the
 * working folder.
 *
 * @param root root of the storage, as {@link Storage#root} returns it
 * @param path path in the storage, empty for all of it; the storage checks whether it is valid
 */
public record DatasetAddress(String root, String path) {

    private static final String BUCKET = "gs://";
    private static final String FOLDER = "local:";
    private static final Pattern BELOW_A_PREFIX = Pattern.compile("(.+?)/((?:v[1-9][0-9]*/)?[^/]+/[^/]+/[^/]+)/?");

    /**
     * Reads an address that may be in another bucket than the one in use. It is then a path in that whole bucket.
     *
     * @param inUse root of the storage in use
     * @throws StorageException if it is a local address outside the storage in use
     */
    public static DatasetAddress of(String text, String inUse) {
        Optional<String> inside = pathIn(inUse, text);
        if (inside.isPresent()) {
            return new DatasetAddress(inUse, inside.get());
        }
        if (!text.startsWith(BUCKET)) {
            throw outside(text, inUse);
        }
        int end = text.indexOf('/', BUCKET.length());
        return end < 0
                ? new DatasetAddress(text, "")
                : new DatasetAddress(text.substring(0, end), text.substring(end + 1));
    }

    /**
     * Reads an address that must be in one storage.
     *
     * @param root root of that storage
     * @throws StorageException if it is a full address outside that storage
     */
    public static DatasetAddress inside(String text, String root) {
        return new DatasetAddress(root, pathIn(root, text).orElseThrow(() -> outside(text, root)));
    }

    /** Whether this is a full address in the storage with this root, not a plain name. */
    public static boolean isFullIn(String root, String text) {
        return pathIn(root, text).filter(path -> !path.equals(text)).isPresent();
    }

    /** Whether this is a full address on this machine. */
    public static boolean isLocal(String text) {
        try {
            return text.startsWith(FOLDER)
                    || text.matches("\\.{1,2}")
                    || text.startsWith("./")
                    || text.startsWith("../")
                    || Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The same folder, in a storage whose paths begin with a data type: {@code team/index/spx/history} of
     * {@code gs://lab} is {@code index/spx/history} of {@code gs://lab/team}. A dataset's metadata can name only the
     * latter.
     */
    public DatasetAddress fromDataType() {
        Matcher below = BELOW_A_PREFIX.matcher(path);
        return below.matches() ? new DatasetAddress(root + "/" + below.group(1), below.group(2)) : this;
    }

    /** These settings with the bucket of this address as the storage. */
    public Config in(Config config) {
        return config.withStorage(root, "NAME");
    }

    private static Optional<String> pathIn(String root, String text) {
        if (text.equals(root) || text.startsWith(root + "/")) {
            return Optional.of(text.substring(Math.min(text.length(), root.length() + 1)));
        }
        if (text.startsWith(BUCKET)) {
            return Optional.empty();
        }
        return isLocal(text) ? localPathIn(root, text) : Optional.of(text);
    }

    private static Optional<String> localPathIn(String root, String text) {
        if (root.startsWith(BUCKET)) {
            return Optional.empty();
        }
        Path base = Path.of(root).toAbsolutePath().normalize();
        Path file = Path.of(text.startsWith(FOLDER) ? text.substring(FOLDER.length()) : text)
                .toAbsolutePath()
                .normalize();
        if (!file.startsWith(base)) {
            base = withoutLinks(base);
            file = withoutLinks(file);
        }
        return file.startsWith(base)
                ? Optional.of(base.relativize(file).toString().replace('\\', '/'))
                : Optional.empty();
    }

    /** The same path with symbolic links resolved, as far as it exists. */
    private static Path withoutLinks(Path path) {
        Path there = path;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StorageException outside(String text, String root) {
        return new StorageException(
                PathRules.printable(text),
                "is not in the storage %s; name the storage that it is in: --storage, or use(…) at the prompt"
                        .formatted(root));
    }
}
