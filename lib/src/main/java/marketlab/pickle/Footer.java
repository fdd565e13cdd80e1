package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The seal of a pickle: twenty bytes after STOP, which Python does not read. They are a magic word, the length of the
 * pickle and its CRC32C, both little-endian. Nothing else may follow STOP, because a second pickle could hide there.
 */
final class Footer {

    static final int LENGTH = 20;

    private static final byte[] MAGIC = "mlabCRC1".getBytes(StandardCharsets.US_ASCII);

    private Footer() {}

    static ByteBuffer of(long length, int crc) {
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putLong(length)
                .putInt(crc)
                .flip();
    }

    /**
     * Whether a footer follows the pickle that ends here.
     *
     * @throws PickleException if anything else follows, or if the footer states another length
     */
    static boolean follows(PickleInput in) throws IOException {
        long end = in.position();
        if (!in.has(1)) {
            return false;
        }
        if (!in.has(LENGTH) || in.has(LENGTH + 1) || !Arrays.equals(in.bytes(MAGIC.length), MAGIC)) {
            throw new PickleException(end, "the bytes after STOP are not a footer of marketlab");
        }
        if (in.i64() != end) {
            throw new PickleException(end, "the footer belongs to a longer or shorter file");
        }
        return true;
    }

    /** Throws an exception if the bytes of a sealed pickle are not the bytes that were written. */
    static void verify(PickleInput in, long length) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer block = PickleInput.buffer((int) Math.min(length, PickleInput.BLOCK));
        for (long at = 0; at < length; at += block.limit()) {
            block.clear().limit((int) Math.min(block.capacity(), length - at));
            in.read(at, block);
            sum.update(block.flip());
        }
        ByteBuffer stored = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        in.read(length + LENGTH - 4, stored);
        if (stored.getInt(0) != (int) sum.getValue()) {
            throw new PickleException(length, "the checksum does not match the bytes: the file is damaged");
        }
    }
}
