package marketlab.pickle;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import marketlab.dataset.Dataset;
import marketlab.dataset.RowBlocks;
import marketlab.dataset.Streamed;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;

/**
 * Reads and writes the {@code .pkl} of pandas. Reading runs nothing that a file asks for: it recognises what pandas 1.1
 * to 3 write and refuses all else. What is written, pandas of those versions reads with
 * {@code pandas.read_pickle(path)}. Stateless; safe for use by many threads.
 */
public final class PandasPickle {

    /** A file that is verified in the blink of an eye. */
    private static final long AT_ONCE = 64 << 20;

    private PandasPickle() {}

    /**
     * Reads a DataFrame, a Series or an array. The index becomes the first columns of the table, named in
     * {@link marketlab.dataset.Frame#index}; {@code df.attrs} become the metadata; what a table cannot hold is kept in
     * the frame and written back by {@link #write}. A checksum, if the file has one, is verified. A compressed file is
     * known by its first bytes and unpacked into a temporary one, which nothing is left of, as far as what is in it is a
     * pickle.
     *
     * @throws PickleException if the file is damaged, is none that pandas writes, or holds a dtype that Tablesaw has no
     *     column for; the message names the file, the byte and the reason
     * @throws IOException if the file cannot be read
     */
    public static Dataset read(Path path) throws IOException {
        return read(path, null);
    }

    /**
     * As {@link #read(Path)}, of a file that has several frames in a dict or a list.
     *
     * @param key of the dict, or the place in the list from 0 on; null for a file with one frame
     * @throws PickleException also if there is no such key, or none is told where there are several; the reason lists them
     * @throws IOException if the file cannot be read
     */
    public static Dataset read(Path path, String key) throws IOException {
        return decoded(path, key, in -> true, (in, frame, isSealed) -> new TableLoader(
                        in, path.getFileName().toString())
                .load(frame));
    }

    /**
     * Reads the first and the last rows, in memory that does not grow with the file if all of its columns are numbers and
     * times. The checksum of a file over 64 MiB is left to {@link #verify}.
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
     * Hands rows over, a block at a time, to what is made of the first and the last row, and returns it. The checksum is
     * left to {@link #verify}.
     *
     * @throws PickleException as {@link #read}, or if there is no such column, or one that is neither numbers nor times
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
     * Compares a file's checksum; where there is none, reads all values. In memory that does not grow with the file if these
     * are numbers and times.
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
        try (PickleInput in = new PickleInput(path)) {
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
            throw e.in(path);
        } catch (OutOfMemoryError e) {
            throw new PickleException(
                            0,
                            String.format(
                                    Locale.ROOT,
                                    "this takes more memory than Java has, which is %,d MB; give it more with -Xmx",
                                    Runtime.getRuntime().maxMemory() >> 20))
                    .in(path);
        }
    }

    /** Refuses names that pandas does not write; of those in a column, the message names the column. */
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
     * As {@link #excerpt(Path, int, int)}, of a file that has several frames.
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

    private interface Decoding<T> {
        T of(PickleInput in, Decoded frame, boolean isSealed) throws IOException;
    }

    /**
     * Writes a DataFrame with a checksum behind it, over whatever is there; compressed if the name ends with .gz, .bz2,
     * .xz, .zst or .zip, as pandas reads it. On failure the file is left half written;
     * whoever publishes a file writes a draft first.
     *
     * @return one line for each thing that was read from a pickle and is not written as it was, because it was changed
     * @throws IllegalArgumentException if a column or an attribute is of a type that pandas does not have, or a column
     *     of the index is missing; the message names it
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
     * Writes a dataset that is made meanwhile, in memory that does not grow with its rows: the bytes are those of the same
     * dataset in memory. On failure the file is left half written, as there.
     *
     * @throws IllegalArgumentException if the name asks for compression, or as {@link #write(Dataset, Path)}
     * @throws IOException if the file cannot be written, which is known before anything is made if the disk has no room
     */
    public static void write(Streamed dataset, Path path) throws IOException {
        if (Compression.of(path.getFileName().toString()) != Compression.NONE) {
            throw new IllegalArgumentException(
                    "[%s] what is streamed is not compressed; name a .pkl file".formatted(path));
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

    /** Empties only what is not empty: ext4 writes a file that was emptied to the disk before it is closed. */
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
     * Tells what a file holds without reading its numbers; a checksum is found but not verified.
     *
     * @throws PickleException as {@link #read}
     * @throws IOException if the file cannot be read
     */
    public static Description describe(Path path) throws IOException {
        return decoded(path, in -> false, (in, frame, isSealed) -> new Describer(in).describe(frame, isSealed));
    }
}
