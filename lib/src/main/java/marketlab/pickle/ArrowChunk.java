package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/**
 * A part of an array of pyarrow.
 *
 * @param the first item of the buffers that belongs to this part
 * @param buffers first a bit for each item, 1 if it is not missing, or null if none is missing; then the items, or the
 *     offsets of texts; then the bytes of the texts
 */
record ArrowChunk(long offset, int length, int first, Items buffers) {

    /** The items, each of this many bytes. */
    ByteBuffer items(PickleInput in, int width) throws IOException {
        return buffer(in, 1, (long) first * width, (long) length * width);
    }

    /** Copies the texts into an array, from this place on. */
    void texts(PickleInput in, Object[] texts, int at, MissingMark absent, int width) throws IOException {
        boolean[] valid = valid(in);
        ByteBuffer offsets = buffer(in, 1, (long) first * width, (length + 1L) * width);
        Bytes text = ByteRun.held(in, bytes(2));
        byte[] utf8 = text.held();
        long start = start(offsets, 0, width);
        for (int i = 0; i < length; i++) {
            long end = start(offsets, i + 1, width);
            if (start < 0 || end < start || end > utf8.length) {
                throw new PickleException(
                        offset, "a string from byte %s to %s of %s".formatted(start, end, utf8.length));
            }
            texts[at + i] = valid != null && !valid[i]
                    ? absent
                    : PickleInput.text(utf8, (int) start, (int) (end - start), text.offset() + start);
            start = end;
        }
    }

    private static long start(ByteBuffer offsets, int index, int width) {
        return width == 8 ? offsets.getLong(index * 8) : offsets.getInt(index * 4);
    }

    /** Sets a mask to 1 for each missing item, from this place on. */
    void mask(PickleInput in, byte[] mask, int at) throws IOException {
        boolean[] valid = valid(in);
        for (int i = 0; i < length; i++) {
            mask[at + i] = (byte) (valid == null || valid[i] ? 0 : 1);
        }
    }

    /** The items of an array of flags. */
    boolean[] flags(PickleInput in) throws IOException {
        return bits(in, 1);
    }

    /** A bit for each item, 1 if it is not missing; null if no item is missing. */
    private boolean[] valid(PickleInput in) throws IOException {
        return buffers.size() == 0 || buffers.get(0) == null ? null : bits(in, 0);
    }

    private boolean[] bits(PickleInput in, int index) throws IOException {
        ByteBuffer bits = buffer(in, index, 0, (first + (long) length + 7) / 8);
        boolean[] flags = new boolean[length];
        for (int i = 0; i < length; i++) {
            int bit = first + i;
            flags[i] = (bits.get(bit >> 3) >> (bit & 7) & 1) != 0;
        }
        return flags;
    }

    private ByteBuffer buffer(PickleInput in, int index, long from, long count) throws IOException {
        Bytes bytes = ByteRun.held(in, bytes(index));
        if (from + count > bytes.length() || from + count > Integer.MAX_VALUE - 8) {
            throw new PickleException(
                    bytes.offset(), "an arrow buffer of %s bytes needs %s".formatted(bytes.length(), from + count));
        }
        return ByteBuffer.wrap(bytes.held(), (int) from, (int) count).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private Bytes bytes(int index) throws PickleException {
        if (index < buffers.size()
                && buffers.get(index) instanceof Call buffer
                && buffer.callee() == PythonGlobal.ARROW_BUFFER
                && buffer.arguments().length == 1) {
            Bytes bytes = NdArray.bytes(buffer.arguments()[0]);
            if (bytes != null) {
                return bytes;
            }
        }
        throw new PickleException(offset, "an array of pyarrow has no buffer " + index);
    }
}
