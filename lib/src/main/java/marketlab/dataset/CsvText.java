package marketlab.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The text of a CSV file, decoded strictly: a byte that is not text in the file's encoding is an error, never U+FFFD.
 *
 * @param text without its byte-order mark
 * @param encoding it was decoded by
 */
record CsvText(String text, Charset encoding) {

    /**
     * @param named by the user; empty: UTF-8, or what the byte-order mark says
     * @throws CsvException if the bytes are not text in this encoding; it names the line
     * @throws IOException if the file cannot be read
     */
    static CsvText read(Path file, Optional<Charset> named) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Charset marked = mark(bytes);
        Charset encoding = named.orElse(marked == null ? StandardCharsets.UTF_8 : marked);
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
        return new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text, encoding);
    }

    private static Charset mark(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        return switch (first) {
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            default -> null;
        };
    }

    private static CsvException notText(Path file, byte[] bytes, int place, Charset encoding, boolean named) {
        long line = 1 + IntStream.range(0, place).filter(i -> bytes[i] == '\n').count();
        String next = named ? "name another" : "say which encoding it has, as --encoding windows-1252";
        return new CsvException(
                file, line, String.format(Locale.ROOT, "is not %s text at byte %,d; %s", encoding, place, next));
    }
}
