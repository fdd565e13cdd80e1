package marketlab.pickle;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A file that is read in blocks: by the machine from front to back, and by the decoders from any position. Every length
 * is compared with the bytes that are left before memory is allocated for it. Not thread-safe.
 */
final class PickleInput implements Closeable {

    static final int BLOCK = 1 << 20;

    private static final int SMALL = 1 << 16;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Content content;
    private final int step;
    private long length;
    private final byte[] block;
    private long blockStart;
    private int blockEnd;
    private int at;
    private final Map<Object, ColumnValues> shared = new IdentityHashMap<>();

    PickleInput(Path path) throws IOException {
        this(Decompressed.open(path), BLOCK);
    }

    /** @param step number of bytes that are read at once, if no more are needed */
    PickleInput(Content content, int step) throws IOException {
        this.content = content;
        this.step = step;
        length = content.reach(BLOCK);
        block = new byte[(int) Math.min(BLOCK, Math.max(length, 1))];
    }

    /** The length of the file; of a compressed file, of the part that is unpacked so far. */
    long length() {
        return length;
    }

    long position() {
        return blockStart + at;
    }

    /** Whether at least this many bytes are left. */
    boolean has(long count) throws IOException {
        long start = position();
        if (count > length - start && count <= Long.MAX_VALUE - start) {
            length = content.reach(start + count);
        }
        return count <= length - start;
    }

    int u8() throws IOException {
        need(1);
        return block[at++] & 0xff;
    }

    int u16() throws IOException {
        return u8() | u8() << 8;
    }

    int i32() throws IOException {
        need(4);
        int value = (int) INT.get(block, at);
        at += 4;
        return value;
    }

    long u32() throws IOException {
        return i32() & 0xffffffffL;
    }

    /**
     * A number of one byte or of four. There is no branch, because where both are common a processor cannot predict it.
     */
    long u8OrU32(boolean wide) throws IOException {
        if (blockEnd - at < 4) {
            return wide ? u32() : u8();
        }
        long value = (int) INT.get(block, at) & (wide ? 0xffffffffL : 0xff);
        at += wide ? 4 : 1;
        return value;
    }

    /**
     * A length of eight bytes. A length from 2⁶³ on is negative here, and {@link #skip} and {@link #claim} reject it.
     */
    long i64() throws IOException {
        return u32() | (long) i32() << 32;
    }

    double bigEndianDouble() throws IOException {
        need(8);
        double value = ByteBuffer.wrap(block, at, 8).getDouble();
        at += 8;
        return value;
    }

    byte[] bytes(int count) throws IOException {
        need(count);
        byte[] bytes = new byte[count];
        System.arraycopy(block, at, bytes, 0, count);
        at += count;
        return bytes;
    }

    /** UTF-8 text of this many bytes, at most a block. */
    String text(int count) throws IOException {
        need(count);
        String text = text(block, at, count, position());
        at += count;
        return text;
    }

    /** A line without its end, of at most 255 ASCII characters: the arguments of GLOBAL. */
    String line() throws IOException {
        long start = position();
        StringBuilder line = new StringBuilder();
        for (int c = u8(); c != '\n'; c = u8()) {
            if (c < ' ' || c > '~' || line.length() == 255) {
                throw new PickleException(start, "a name is longer than 255 characters or not ASCII");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    void skip(long count) throws IOException {
        claim(count);
        long target = position() + count;
        if (target - blockStart <= blockEnd) {
            at = (int) (target - blockStart);
        } else {
            blockStart = target;
            blockEnd = 0;
            at = 0;
        }
    }

    /** Rejects a length that is longer than the rest of the file. */
    void claim(long count) throws IOException {
        if (count < 0 || !has(count)) {
            throw new PickleException(
                    position(),
                    "%s bytes are announced, but %s are left"
                            .formatted(Long.toUnsignedString(count), length - position()));
        }
    }

    /** Fills the buffer from this position of the file, and does not move the machine's position. */
    void read(long offset, ByteBuffer into) throws IOException {
        if (offset >= blockStart && offset + into.remaining() <= blockStart + blockEnd) {
            into.put(block, (int) (offset - blockStart), into.remaining());
            return;
        }
        while (into.hasRemaining()) {
            int count = content.read(into, offset);
            if (count < 0) {
                throw new PickleException(offset, "the file ends early");
            }
            offset += count;
        }
    }

    /** A buffer to read into. A large one is outside the heap, which saves a copy. */
    static ByteBuffer buffer(int size) {
        return size > SMALL ? ByteBuffer.allocateDirect(size) : ByteBuffer.allocate(size);
    }

    static String text(byte[] utf8, int from, int count, long offset) throws PickleException {
        for (int i = from; i < from + count; i++) {
            if (utf8[i] < 0) {
                return strict(ByteBuffer.wrap(utf8, from, count), offset);
            }
        }
        return new String(utf8, from, count, StandardCharsets.ISO_8859_1);
    }

    private static String strict(ByteBuffer utf8, long offset) throws PickleException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return LoneSurrogates.decode(utf8, offset);
        }
    }

    /**
     * The values of a node that many columns may share, such as categories. They are read once, for the first column.
     */
    ColumnValues once(Object node, Reader reader) throws IOException {
        ColumnValues known = shared.get(node);
        if (known == null) {
            known = reader.read();
            shared.put(node, known);
        }
        return known;
    }

    /** Reads the values of a node. */
    interface Reader {
        ColumnValues read() throws IOException;
    }

    private void need(int count) throws IOException {
        if (blockEnd - at < count) {
            load(count);
        }
    }

    private void load(int count) throws IOException {
        if (!has(1)) {
            throw new PickleException(position(), "the file ends before STOP");
        }
        claim(count);
        blockStart += at;
        at = 0;
        blockEnd = 0;
        length = content.reach(blockStart + block.length);
        int end = (int) Math.min(Math.min(block.length, Math.max(count, step)), length - blockStart);
        read(blockStart, ByteBuffer.wrap(block, 0, end));
        blockEnd = end;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
