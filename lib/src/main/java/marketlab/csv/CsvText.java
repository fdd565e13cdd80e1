package marketlab.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The text of a CSV file, decoded strictly: a byte that is not text in the file's encoding is an error, and never
 * becomes U+FFFD.
 *
 * @param text without its byte-order mark
 * @param encoding the encoding of the file
 */
record CsvText(String text, Charset encoding) {

    private static final int SAMPLE = 1000;

    /**
     * Decodes the bytes of a file. If they are compressed, they are unpacked first.
     *
     * @param the encoding that the user gave; empty: UTF-8, or UTF-16 if a byte-order mark or the zero bytes of the
     *     text show it
     * @throws CsvException if the bytes are not text in this encoding (the message names the line), or belong to a file
     *     of another kind
     */
    static CsvText of(String file, byte[] content, Optional<Charset> named) throws CsvException {
        byte[] bytes = PackedFile.unpacked(file, content);
        refuse(file, OtherKinds.of(bytes));
        Charset encoding = named.orElseGet(() -> encoding(bytes));
        CharsetDecoder decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError() || decoder.flush(out).isError()) {
            throw notText(file, bytes, in.position(), encoding, named.isPresent());
        }
        String text = out.flip().toString();
        refuse(file, OtherKinds.of(text));
        refuseZero(file, text);
        return new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text, encoding);
    }

    private static Charset encoding(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        if (first == 0xFFFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFEFF) {
            return StandardCharsets.UTF_16BE;
        }
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        long even = IntStream.range(0, pairs).filter(i -> bytes[2 * i] == 0).count();
        long odd = IntStream.range(0, pairs).filter(i -> bytes[2 * i + 1] == 0).count();
        if (2 * odd > pairs && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return 2 * even > pairs && odd == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static void refuse(String file, Optional<String> otherKind) throws CsvException {
        if (otherKind.isPresent()) {
            throw new CsvException(file, otherKind.get());
        }
    }

    private static void refuseZero(String file, String text) throws CsvException {
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            long line =
                    1 + text.substring(0, zero).chars().filter(c -> c == '\n').count();
            throw new CsvException(file, line, "has a zero byte, which no text has; is it a CSV file?");
        }
    }

    private static CsvException notText(String file, byte[] bytes, int place, Charset encoding, boolean named) {
        long line = 1 + IntStream.range(0, place).filter(i -> bytes[i] == '\n').count();
        String next = named ? "name another" : "give its encoding, as --encoding windows-1252";
        return new CsvException(
                file, line, String.format(Locale.ROOT, "is not %s text at byte %,d; %s", encoding, place, next));
    }
}
