package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Twenty bytes behind STOP, where Python no longer looks: a magic word, the pickle's length and its CRC32C, both
 * little-endian. Nothing else may stand there, for that is where a second pickle could hide.
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
     * @throws PickleException if anything else follows, or the footer is of another length
     */
    static boolean follows(PickleInput in) throws IOException {
        long end = in.position();
        if (!in.has(1)) {
            return false;
        }
        if (!in.has(LENGTH) || in.has(LENGTH + 1) || !Arrays.equals(in.bytes(MAGIC.length), MAGIC)) {
            throw new PickleException(end, "there is something behind STOP that is no footer of marketlab's");
        }
        if (in.i64() != end) {
            throw new PickleException(end, "the footer is that of a longer or shorter file");
        }
        return true;
    }

    /** Refuses a sealed pickle of this length whose bytes are not those that were written. */
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
            throw new PickleException(length, "the checksum is not that of the bytes: the file was damaged");
        }
    }
}
