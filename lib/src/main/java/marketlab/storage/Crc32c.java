package marketlab.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** CRC32C in the form of Google Cloud Storage: the four bytes, highest first, in Base64. */
public final class Crc32c {

    private static final int BUFFER = 1 << 16;

    private Crc32c() {}

    public static String of(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try (FileChannel in = FileChannel.open(file)) {
            while (in.read(buffer) >= 0) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
        return text(crc);
    }

    public static String of(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return text(crc);
    }

    /** A stream that computes the checksum of the bytes written through it; see {@link #of(CheckedOutputStream)}. */
    public static CheckedOutputStream through(OutputStream out) {
        return new CheckedOutputStream(out, new CRC32C());
    }

    public static String of(CheckedOutputStream written) {
        return text((CRC32C) written.getChecksum());
    }

    private static String text(CRC32C crc) {
        byte[] bytes =
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
