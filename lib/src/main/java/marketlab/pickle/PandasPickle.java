package marketlab.pickle;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import marketlab.dataset.ColumnTypes;
import marketlab.dataset.Dataset;
import marketlab.dataset.RowBlocks;
import marketlab.dataset.Streamed;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;

/**
 * Reads and writes the {@code .pkl} files of pandas. Reading never runs anything that is in a file: it recognises what
 * pandas 0.20 to 3 write, and rejects everything else. Pandas 1.1 to 3 read what is written here, with
 * {@code pandas.read_pickle(path)}. Stateless and thread-safe.
 */
public final class PandasPickle {

    static {
        ColumnTypes.initialize();
    }

    /** A file of at most this many bytes is always verified, because that takes very little time. */
    private static final long AT_ONCE = 64 << 20;

    private PandasPickle() {}

    /**
     * Reads a DataFrame, a Series or an array. The index becomes the first columns of the table, named in
     * {@link marketlab.dataset.Frame#index}, and {@code df.attrs} becomes the metadata. What a table cannot hold is kept
     * in the frame, and {@link #write} writes it back. If the file has a checksum, it is verified. A compressed file is
     * recognised by its first bytes. It is unpacked into a temporary file, which is removed at the end.
     *
     * @throws PickleException if the file is damaged, if pandas does not write such files, or if Tablesaw has no column
     *     for a dtype in it; the message names the file, the byte and the reason
     * @throws IOException if the file cannot be read
     */
    public static Dataset read(Path path) throws IOException {
        return read(path, null);
    }

    /**
     * Reads one frame of a file that has several in a dict or a list; else as {@link #read(Path)}.
     *
     * @param key the key in the dict, or the place in the list from 0 on; null for a file with one frame
     * @throws PickleException also if there is no such key, or if the key is null and there are several frames; the
     *     reason lists the keys
     * @throws IOException if the file cannot be read
     */
    public static Dataset read(Path path, String key) throws IOException {
        return decoded(path, key, in -> true, (in, frame, isSealed) -> new TableLoader(
                        in, path.getFileName().toString())
                .load(frame));
    }

    /**
     * Reads the first and the last rows. If all columns are numbers and times, the memory for this does not grow with
     * the file. The checksum of a file over 64 MiB is not verified here; {@link #verify} does it.
     *
     * @throws PickleException as {@link #read}
     * @throws IOException if the file cannot be read
     */
    public static Excerpt excerpt(Path path, int head, int tail) throws IOException {
        return decoded(
                path,
                in -> in.length() <= AT_ONCE,
                (in, frame, isSealed) ->
                        Excerpt.of(in, frame, path.getFileName().toString(), head, tail));
    }

    /**
     * Reads all rows in blocks. The function gets the first and the last row, and returns the receiver of the blocks,
     * which is returned at the end. The checksum is not verified here; {@link #verify} does it.
     *
     * @throws PickleException as {@link #read}; also if a column that the receiver wants does not exist, or is neither
     *     numbers nor times
     * @throws IOException if the file cannot be read
     */
    public static <T extends RowBlocks> T scan(Path path, Function<Excerpt, T> taker) throws IOException {
        return decoded(path, in -> false, (in, frame, isSealed) -> {
            T made = taker.apply(Excerpt.of(in, frame, path.getFileName().toString(), 1, 1));
            new BlockScan(in, frame).run(made);
            return made;
        });
    }

    /**
     * Compares a file's checksum. If the file has none, reads all values instead. If these are numbers and times, the
     * memory for this does not grow with the file.
     *
     * @throws PickleException as {@link #read}
     * @throws IOException if the file cannot be read
     */
    public static void verify(Path path) throws IOException {
        decoded(path, in -> true, (in, frame, isSealed) -> {
            Description description = new Describer(in).describe(frame, isSealed);
            for (ColumnSource source : isSealed ? List.<ColumnSource>of() : frame.sources()) {
                source.readThrough(in);
            }
            return description;
        });
    }

    private static <T> T decoded(Path path, Predicate<PickleInput> verified, Decoding<T> decoding) throws IOException {
        return decoded(path, null, verified, decoding);
    }

    private static <T> T decoded(Path path, String key, Predicate<PickleInput> verified, Decoding<T> decoding)
            throws IOException {
        return decoded(() -> new PickleInput(path), path.toString(), key, verified, decoding);
    }

    private static <T> T decoded(
            Opening opening, String place, String key, Predicate<PickleInput> verified, Decoding<T> decoding)
            throws IOException {
        try (PickleInput in = opening.open()) {
            PickleTree tree = PickleMachine.read(in);
            long length = in.position();
            boolean isSealed = Footer.follows(in);
            if (isSealed && verified.test(in)) {
                Footer.verify(in, length);
            }
            checkNames(tree, key, in);
            Call frame = FrameChoice.of(tree.root(), key);
            return decoding.of(in, new FrameDecoder(in).decode(frame), isSealed);
        } catch (PickleException e) {
            throw e.in(place);
        } catch (OutOfMemoryError e) {
            throw new PickleException(
                            0,
                            String.format(
                                    Locale.ROOT,
                                    "this needs more memory than Java has, which is %,d MB; give Java more with -Xmx",
                                    Runtime.getRuntime().maxMemory() >> 20))
                    .in(place);
        }
    }

    /** Rejects globals that pandas does not write. If one is in a column, the message names the column. */
    private static void checkNames(PickleTree tree, String key, PickleInput in) throws IOException {
        try {
            tree.checkNames(FrameChoice.attributes(tree.root()));
        } catch (PickleException foreign) {
            try {
                new FrameDecoder(in).decode(FrameChoice.of(tree.root(), key));
            } catch (PickleException e) {
                throw tree.foreign().stream().allMatch(Global::isValue) ? e : foreign;
            }
            throw foreign;
        }
    }

    /**
     * As {@link #excerpt(Path, int, int)}, for a file that has several frames.
     *
     * @param key as in {@link #read(Path, String)}
     * @throws PickleException as there
     * @throws IOException if the file cannot be read
     */
    public static Excerpt excerpt(Path path, String key, int head, int tail) throws IOException {
        return decoded(
                path,
                key,
                in -> in.length() <= AT_ONCE,
                (in, frame, isSealed) ->
                        Excerpt.of(in, frame, path.getFileName().toString(), head, tail));
    }

    private interface Opening {
        PickleInput open() throws IOException;
    }

    private interface Decoding<T> {
        T of(PickleInput in, Decoded frame, boolean isSealed) throws IOException;
    }

    /**
     * Writes a DataFrame with a checksum behind it, and replaces an existing file. The file is compressed if its name
     * ends with .gz, .bz2, .xz, .zst or .zip, as pandas reads it. After a failure the file is incomplete, so a caller
     * that publishes files should write a draft first.
     *
     * @return one line for each thing that was read from a pickle and, because of a change, is not written as it was
     * @throws IllegalArgumentException if pandas does not have the type of a column or an attribute, or if a column of
     *     the index is missing; the message names it
     * @throws IOException if the file cannot be written
     */
    public static List<String> write(Dataset dataset, Path path) throws IOException {
        String name = path.getFileName().toString();
        Compression compression = Compression.of(name);
        try (OpcodeWriter out = new OpcodeWriter(
                compression == Compression.NONE
                        ? empty(path)
                        : Channels.newChannel(
                                compression.writer(Files.newOutputStream(path), compression.without(name))))) {
            List<String> notes = new FrameWriter(out, dataset).write();
            out.end();
            return notes;
        }
    }

    /**
     * Writes a dataset while it is generated. The memory for this does not grow with its rows, and the bytes are those
     * that {@link #write(Dataset, Path)} writes. After a failure the file is incomplete.
     *
     * @throws IllegalArgumentException as {@link #write(Dataset, Path)}; also if the name asks for compression
     * @throws IOException if the file cannot be written; if the disk is too small, this is thrown before anything is
     *     generated
     */
    public static void write(Streamed dataset, Path path) throws IOException {
        if (Compression.of(path.getFileName().toString()) != Compression.NONE) {
            throw new IllegalArgumentException(
                    "[%s] a streamed dataset cannot be compressed; choose a name that ends with .pkl".formatted(path));
        }
        try (FileChannel file = empty(path)) {
            StreamWriter writer = new StreamWriter(file, dataset);
            long room = Files.getFileStore(path).getUsableSpace();
            if (room < writer.bytes()) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "it takes %,d MB, and the disk has room for %,d",
                        writer.bytes() >> 20,
                        room >> 20));
            }
            writer.write();
        }
    }

    /** Empties a file only if it is not empty. On ext4, closing a file that was emptied waits for the disk. */
    private static FileChannel empty(Path path) throws IOException {
        boolean full = Files.exists(path) && Files.size(path) > 0;
        return FileChannel.open(
                path,
                full
                        ? Set.of(
                                StandardOpenOption.WRITE,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING)
                        : Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE));
    }

    /**
     * Describes a file without reading its numbers. Says whether there is a checksum, but does not verify it.
     *
     * @throws PickleException as {@link #read}
     * @throws IOException if the file cannot be read
     */
    public static Description describe(Path path) throws IOException {
        return decoded(path, in -> false, (in, frame, isSealed) -> new Describer(in).describe(frame, isSealed));
    }

    /**
     * Describes a file behind a channel, of which only the header and the end are read.
     *
     * @param place path or URI of the file, for messages
     * @return empty if the file is compressed, so that all of it must be read
     * @throws PickleException as {@link #read}
     * @throws IOException if the channel cannot be read
     */
    public static Optional<Description> describe(SeekableByteChannel file, String place) throws IOException {
        if (RangedContent.isCompressed(file)) {
            return Optional.empty();
        }
        return Optional.of(decoded(
                () -> RangedContent.open(file), place, null, in -> false, (in, frame, isSealed) -> new Describer(in)
                        .describe(frame, isSealed)));
    }

    /**
     * The first and the last rows of a file behind a channel. Of columns of numbers and times, only these rows are read.
     * The checksum is verified if the file has at most 64 KiB.
     *
     * @param place path or URI of the file, for messages
     * @return empty if the file is compressed, so that all of it must be read
     * @throws PickleException as {@link #read}
     * @throws IOException if the channel cannot be read
     */
    public static Optional<Excerpt> excerpt(SeekableByteChannel file, String place, int head, int tail)
            throws IOException {
        if (RangedContent.isCompressed(file)) {
            return Optional.empty();
        }
        String name = place.substring(place.lastIndexOf('/') + 1);
        return Optional.of(decoded(
                () -> RangedContent.open(file),
                place,
                null,
                in -> in.length() <= RangedContent.SMALL,
                (in, frame, isSealed) -> Excerpt.of(in, frame, name, head, tail)));
    }
}
