package marketlab.pickle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens a file as it was before it was compressed: in a temporary file that is gone when it is closed. */
final class Spool {

    /** A frame compresses less than that; what expands more is made to fill a disk. */
    private static final int MOST_EXPANSION = 200;

    private static final long ALWAYS = 64 << 20;

    private Spool() {}

    static FileChannel open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean plain = false;
        try {
            ByteBuffer start = ByteBuffer.allocate(6);
            channel.read(start, 0);
            byte[] bytes = new byte[start.flip().remaining()];
            start.get(bytes);
            Compression compression = Compression.of(bytes);
            plain = compression == Compression.NONE;
            return plain ? channel : expanded(path, compression, channel.size());
        } finally {
            if (!plain) {
                channel.close();
            }
        }
    }

    private static FileChannel expanded(Path path, Compression compression, long size) throws IOException {
        Path spool = Files.createTempFile("marketlab", ".pkl");
        try {
            try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                    OutputStream out = Files.newOutputStream(spool)) {
                expand(file, compression, out, Math.max(ALWAYS, size * MOST_EXPANSION));
            }
            return FileChannel.open(spool, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(spool);
            throw e;
        }
    }

    private static void expand(InputStream file, Compression compression, OutputStream out, long most) throws IOException {
        byte[] block = new byte[1 << 16];
        long total = 0;
        InputStream expanded = opened(file, compression);
        for (int count = read(expanded, block, compression, total); count > 0; count = read(expanded, block, compression, total)) {
            total += count;
            if (total > most) {
                throw new PickleException(total, "a %s that expands more than %d-fold".formatted(compression, MOST_EXPANSION));
            }
            out.write(block, 0, count);
        }
    }

    private static InputStream opened(InputStream file, Compression compression) throws PickleException {
        try {
            return compression.reader(file);
        } catch (IOException | RuntimeException e) {
            throw damaged(compression, 0, e);
        }
    }

    /** Decompressors fail with whatever comes up on damaged input. */
    private static int read(InputStream in, byte[] block, Compression compression, long total) throws PickleException {
        try {
            return in.read(block);
        } catch (IOException | RuntimeException e) {
            throw damaged(compression, total, e);
        }
    }

    private static PickleException damaged(Compression compression, long total, Exception cause) {
        PickleException refusal = new PickleException(total, "the %s is damaged: %s".formatted(compression, cause.getMessage()));
        refusal.initCause(cause);
        return refusal;
    }
}
