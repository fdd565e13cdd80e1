package marketlab.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * The content of a compressed file. It is unpacked only as far as it is read, so a file that is not a pickle is
 * rejected at its first bytes, whatever size it would unpack to. The unpacked bytes are in a temporary file. Its name
 * is removed when the file is open (Windows removes the file with its last handle), so nothing is left even if the
 * process is killed.
 */
final class Decompressed implements Content {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private final Compression compression;
    private final InputStream packed;
    private final FileChannel unpacked;
    private final ByteBuffer block = ByteBuffer.allocate(1 << 16);
    private long written;
    private boolean whole;

    private Decompressed(Path path, Compression compression) throws IOException {
        this.compression = compression;
        this.packed = opened(path);
        try {
            this.unpacked = FileChannel.open(
                    FOLDER.resolve("marketlab-" + UUID.randomUUID()),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            packed.close();
            throw new IOException(
                    "[%s] unpacking needs a temporary file, which cannot be created: %s".formatted(path, e), e);
        }
    }

    /** The content of a file, compressed or not. */
    static Content open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean plain = false;
        try {
            ByteBuffer start = ByteBuffer.allocate(Compression.MAGIC);
            channel.read(start, 0);
            Compression compression = Compression.of(Arrays.copyOf(start.array(), start.position()));
            plain = compression == Compression.NONE;
            return plain ? plain(channel) : new Decompressed(path, compression);
        } finally {
            if (!plain) {
                channel.close();
            }
        }
    }

    private static Content plain(FileChannel file) throws IOException {
        long length = file.size();
        return new Content() {
            @Override
            public long reach(long end) {
                return length;
            }

            @Override
            public int read(ByteBuffer into, long offset) throws IOException {
                return file.read(into, offset);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public long reach(long end) throws IOException {
        if (!whole && end > written) {
            checkRoom(end - written);
        }
        while (!whole && written < end) {
            int count = some();
            whole = count < 0;
            block.clear().limit(Math.max(count, 0));
            while (block.hasRemaining()) {
                written += unpacked.write(block, written);
            }
        }
        return written;
    }

    @Override
    public int read(ByteBuffer into, long offset) throws IOException {
        return unpacked.read(into, offset);
    }

    @Override
    public void close() throws IOException {
        try (FileChannel file = unpacked) {
            packed.close();
        }
    }

    /** Checks the room on the disk early: a pickle gives the length of an array before its bytes. */
    private void checkRoom(long bytes) throws IOException {
        long room = Files.getFileStore(FOLDER).getUsableSpace();
        if (bytes > room) {
            throw new PickleException(
                    written,
                    String.format(
                            Locale.ROOT,
                            "unpacking needs %,d MB more, and the temporary folder %s has room for %,d",
                            bytes >> 20,
                            FOLDER,
                            room >> 20));
        }
    }

    private InputStream opened(Path path) throws IOException {
        try {
            return compression.reader(path);
        } catch (PickleException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** On damaged input, decompressors throw exceptions of many classes. */
    private int some() throws PickleException {
        try {
            return packed.read(block.array());
        } catch (PickleException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private PickleException damaged(Exception cause) {
        String why = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        PickleException refusal = new PickleException(
                written,
                "the " + compression + (cause instanceof EOFException ? " ends too early" : " is damaged" + why));
        refusal.initCause(cause);
        return refusal;
    }
}
