package marketlab.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import java.util.zip.GZIPInputStream;

/**
 * The text of a CSV file, decoded strictly: a byte that is not text in the file's encoding is an error, never U+FFFD.
 *
 * @param text without its byte-order mark
 * @param encoding it was decoded by
 */
record CsvText(String text, Charset encoding) {

    private static final int SAMPLE = 1000;

    /**
     * Decodes the bytes of a file, unpacked first if they are gzip.
     *
     * @param named by the user; empty: UTF-8, or UTF-16 if a byte-order mark or the zero bytes of the text say so
     * @throws CsvException if the bytes are not text in this encoding (it names the line), or are a file of another kind
     */
    static CsvText of(String file, byte[] content, Optional<Charset> named) throws CsvException {
        byte[] bytes = unpacked(file, content);
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
        refuseOtherKinds(file, text);
        return new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text, encoding);
    }

    private static byte[] unpacked(String file, byte[] bytes) throws CsvException {
        switch (bytes.length < 4 ? 0 : ByteBuffer.wrap(bytes).getInt()) {
            case 0x504B0304:
                throw new CsvException(file, "is a zip file or an Excel workbook; unpack it, or save it as CSV");
            case 0xD0CF11E0:
                throw new CsvException(file, "is an Excel workbook; save it as CSV");
            default:
                break;
        }
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new CsvException(
                    file, "is gzip, but damaged or cut off (%s); get it again".formatted(e.getMessage()));
        }
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

    private static void refuseOtherKinds(String file, String text) throws CsvException {
        String start = text.substring(0, Math.min(text.length(), SAMPLE))
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<table")) {
            throw new CsvException(file, "is a web page (HTML), not CSV; download the data itself");
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            long line =
                    1 + text.substring(0, zero).chars().filter(c -> c == '\n').count();
            throw new CsvException(file, line, "has a zero byte, which no text has; is it a CSV file?");
        }
    }

    private static CsvException notText(String file, byte[] bytes, int place, Charset encoding, boolean named) {
        long line = 1 + IntStream.range(0, place).filter(i -> bytes[i] == '\n').count();
        String next = named ? "name another" : "say which encoding it has, as --encoding windows-1252";
        return new CsvException(
                file, line, String.format(Locale.ROOT, "is not %s text at byte %,d; %s", encoding, place, next));
    }
}
