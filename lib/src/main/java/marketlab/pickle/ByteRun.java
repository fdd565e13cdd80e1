package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Text;

/**
 * The bytes of one {@link Bytes} in order. Protocol 2 writes bytes as Latin-1 text in UTF-8; this class converts them
 * back.
 */
final class ByteRun {

    private final PickleInput in;
    private final Bytes bytes;
    /** Position in the bytes of the file. */
    private long read;

    ByteRun(PickleInput in, Bytes bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    /** The same bytes in memory, as they were before Python wrote them as text. */
    static Bytes held(PickleInput in, Bytes bytes) throws IOException {
        if (bytes.held() != null && !bytes.utf8()) {
            return bytes;
        }
        if (bytes.length() > Integer.MAX_VALUE - 8) {
            throw new PickleException(bytes.offset(), "a run of bytes is longer than 2147483639");
        }
        byte[] held;
        if (bytes.utf8()) {
            held = ObjectDecoder.text(in, new Text(bytes.offset(), bytes.length()))
                    .getBytes(StandardCharsets.ISO_8859_1);
        } else {
            held = new byte[(int) bytes.length()];
            in.read(bytes.offset(), ByteBuffer.wrap(held));
        }
        return new Bytes(bytes.offset(), held.length, held, false);
    }

    /** Fills the buffer to its limit with the next bytes. */
    void fill(ByteBuffer into) throws IOException {
        if (bytes.utf8()) {
            decode(into);
            return;
        }
        int count = into.remaining();
        if (count > bytes.length() - read) {
            throw ends();
        }
        if (bytes.held() != null) {
            into.put(bytes.held(), (int) read, count);
        } else {
            in.read(bytes.offset() + read, into);
        }
        read += count;
    }

    /** Rejects bytes that were not read. */
    void end() throws PickleException {
        if (read != bytes.length()) {
            throw new PickleException(bytes.offset() + read, "an array has more bytes than its items need");
        }
    }

    private void decode(ByteBuffer into) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(1 << 16);
        while (into.hasRemaining()) {
            text.clear().limit((int) Math.min(Math.min(text.capacity(), into.remaining() + 1), bytes.length() - read));
            if (!text.hasRemaining()) {
                throw ends();
            }
            in.read(bytes.offset() + read, text);
            text.flip();
            while (text.hasRemaining() && into.hasRemaining()) {
                int first = text.get();
                if (first >= 0) {
                    into.put((byte) first);
                    read++;
                } else if (!text.hasRemaining() && read + 1 < bytes.length()) {
                    break;
                } else {
                    into.put(pair(first, text.hasRemaining() ? text.get() : 0));
                    read += 2;
                }
            }
        }
    }

    /** One character from U+0080 to U+00FF. Only these characters of Latin-1 take two bytes. */
    private byte pair(int first, int second) throws PickleException {
        if ((first & 0xfe) != 0xc2 || (second & 0xc0) != 0x80) {
            throw new PickleException(bytes.offset() + read, "bytes written as text are not Latin-1");
        }
        return (byte) ((first & 3) << 6 | second & 0x3f);
    }

    private PickleException ends() {
        return new PickleException(bytes.offset() + read, "an array's bytes end early");
    }
}
