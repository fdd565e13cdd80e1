package marketlab.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** CRC32C as Google Cloud Storage writes it: the four bytes, highest first, in Base64. */
final class Crc32c {

    private static final int BUFFER = 1 << 16;

    private Crc32c() {}

    static String of(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        return text(crc);
    }

    /** A stream that computes the checksum of what is written through it; see {@link #of(CheckedOutputStream)}. */
    static CheckedOutputStream through(OutputStream out) {
        return new CheckedOutputStream(out, new CRC32C());
    }

    static String of(CheckedOutputStream written) {
        return text((CRC32C) written.getChecksum());
    }

    private static String text(CRC32C crc) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
