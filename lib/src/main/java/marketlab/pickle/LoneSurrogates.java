package marketlab.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes Python strings that contain one half of a surrogate pair. Such strings come from damaged text.
 * Python pickles each half as three bytes ({@code errors='surrogatepass'}), which UTF-8 does not allow.
 */
final class LoneSurrogates {

    private static final int WIDTH = 3;

    private LoneSurrogates() {}

    /** @throws PickleException if the bytes are not UTF-8, even if lone surrogates are allowed */
    static String decode(ByteBuffer utf8, long offset) throws PickleException {
        StringBuilder text = new StringBuilder();
        int from = utf8.position();
        int end = utf8.limit();
        while (from < end) {
            int next = from;
            while (next < end && !isSurrogate(utf8, next, end)) {
                next++;
            }
            text.append(strict(utf8.duplicate().limit(next).position(from), offset));
            from = next;
            if (next < end) {
                char half = (char) (0xd000 | (utf8.get(next + 1) & 0x3f) << 6 | utf8.get(next + 2) & 0x3f);
                boolean pair = Character.isLowSurrogate(half)
                        && text.length() > 0
                        && Character.isHighSurrogate(text.charAt(text.length() - 1));
                if (pair) {
                    throw new PickleException(offset, "a string is not UTF-8");
                }
                text.append(half);
                from += WIDTH;
            }
        }
        return text.toString();
    }

    private static boolean isSurrogate(ByteBuffer utf8, int at, int end) {
        return at + WIDTH <= end
                && (utf8.get(at) & 0xff) == 0xed
                && (utf8.get(at + 1) & 0xe0) == 0xa0
                && (utf8.get(at + 2) & 0xc0) == 0x80;
    }

    private static String strict(ByteBuffer utf8, long offset) throws PickleException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new PickleException(offset, "a string is not UTF-8");
        }
    }

    /** The text in UTF-8, with three bytes for a lone surrogate. */
    static byte[] encode(String text) {
        int from = 0;
        ByteArrayOutputStream bytes = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            bytes = bytes == null ? new ByteArrayOutputStream() : bytes;
            bytes.writeBytes(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
            bytes.write(0xe0 | c >> 12);
            bytes.write(0x80 | c >> 6 & 0x3f);
            bytes.write(0x80 | c & 0x3f);
            from = i + 1;
        }
        byte[] rest = text.substring(from).getBytes(StandardCharsets.UTF_8);
        if (bytes == null) {
            return rest;
        }
        bytes.writeBytes(rest);
        return bytes.toByteArray();
    }
}
