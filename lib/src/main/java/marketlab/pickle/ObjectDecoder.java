package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Text;

/** Recognises columns of Python objects: text, dates, times, booleans, or any shape of {@link ObjectItems}. */
final class ObjectDecoder {

    private ObjectDecoder() {}

    /** The columns of an array of objects. A column of text gets this style. */
    static ColumnSource of(NdArray array, TextValues.Style style) throws PickleException {
        int rows = (int) array.rows();
        List<PandasType> kinds = new ArrayList<>();
        for (int j = 0; j < array.columns(); j++) {
            try {
                kinds.add(ObjectShapes.kind(array, j, style));
            } catch (PickleException e) {
                throw e.inPart(j);
            }
        }
        return new ColumnSource(kinds, rows, in -> {
            ColumnValues[] vectors = new ColumnValues[kinds.size()];
            Map<Text, String> longs = new HashMap<>();
            for (int j = 0; j < vectors.length; j++) {
                int column = j;
                RepeatedTexts.Rows<IOException> items = row -> item(in, at(array, column, row), longs);
                vectors[j] = kinds.get(j) instanceof ObjectItems objects
                        ? objects.of(held(in, array, j), new PythonValues(in))
                        : kinds.get(j) instanceof PythonObjects objects
                                ? PythonObjects.of(objects.of(), all(rows, items))
                                : TextValues.of(style, RepeatedTexts.of(rows, items));
            }
            return vectors;
        });
    }

    private static Object[] held(PickleInput in, NdArray array, int column) throws IOException {
        HeldNodes nodes = HeldNodes.ofColumn(in);
        Object[] items = new Object[(int) array.rows()];
        for (int row = 0; row < items.length; row++) {
            Object item = at(array, column, row);
            MissingMark missing = MissingMark.of(item);
            items[row] = missing == null ? nodes.copy(item) : missing;
        }
        return items;
    }

    private static Object[] all(int rows, RepeatedTexts.Rows<IOException> items) throws IOException {
        Object[] all = new Object[rows];
        for (int row = 0; row < rows; row++) {
            all[row] = items.get(row);
        }
        return all;
    }

    static Object at(NdArray array, int column, int row) {
        int index = array.interleaved() ? row * array.columns() + column : column * (int) array.rows() + row;
        return array.objects().get(index);
    }

    /** {@code numpy.take(dictionary, codes)}. */
    static ColumnSource taken(NdArray dictionary, NdArray codes, TextValues.Style style) throws PickleException {
        if (!(ObjectShapes.kind(dictionary, 0, style) instanceof TextValues)) {
            throw new PickleException(dictionary.offset(), "a dictionary contains objects that are not strings");
        }
        return ColumnSource.of(new TextValues(style, MissingMark.NONE), codes.rows(), in -> {
            ChunkedList words = new ChunkedList();
            Map<Text, String> longs = new HashMap<>();
            for (int i = 0; i < dictionary.objects().size(); i++) {
                words.add(item(in, dictionary.objects().get(i), longs));
            }
            int[] coded = ((Cells.Ints) codes.cells(in)[0]).values();
            for (int code : coded) {
                if (code < 0 || code >= words.size()) {
                    throw new PickleException(
                            codes.offset(), "code %s, but there are %s words".formatted(code, words.size()));
                }
            }
            return TextValues.of(style, new RepeatedTexts(words, coded));
        });
    }

    /** @param longs the long strings that were already read, because many rows may use the same one */
    private static Object item(PickleInput in, Object node, Map<Text, String> longs) throws IOException {
        if (node instanceof String || node instanceof LocalDate || node instanceof Boolean) {
            return node;
        }
        if (node instanceof Text text) {
            String read = longs.get(text);
            if (read == null) {
                read = text(in, text);
                longs.put(text, read);
            }
            return read;
        }
        MissingMark missing = MissingMark.of(node);
        return missing != null ? missing : time((Call) node);
    }

    /** Reads a long string from the file. */
    static String text(PickleInput in, Text text) throws IOException {
        if (text.length() > Integer.MAX_VALUE - 8) {
            throw new PickleException(text.offset(), "a string is longer than 2147483639 bytes");
        }
        byte[] utf8 = new byte[(int) text.length()];
        in.read(text.offset(), ByteBuffer.wrap(utf8));
        return PickleInput.text(utf8, 0, utf8.length, text.offset());
    }

    /** {@code datetime.time(b'HMSuuu')}. */
    static LocalTime time(Call call) throws PickleException {
        byte[] b = call.arguments().length == 1 && call.arguments()[0] instanceof Bytes bytes ? bytes.held() : null;
        if (b == null || b.length != 6) {
            throw PickleException.noColumn(call.offset(), "a time of day with a zone");
        }
        int micros = (b[3] & 0xff) << 16 | (b[4] & 0xff) << 8 | b[5] & 0xff;
        try {
            return LocalTime.of(b[0] & 0x7f, b[1], b[2], Math.multiplyExact(micros, 1000));
        } catch (DateTimeException | ArithmeticException e) {
            throw new PickleException(call.offset(), "a time of day is not valid: " + e.getMessage());
        }
    }
}
