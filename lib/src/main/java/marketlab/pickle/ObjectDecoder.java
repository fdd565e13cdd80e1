package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;
import marketlab.pickle.PythonNode.Text;

/** Columns of Python objects: all strings, or all of one of {@link PythonObjects.Of}, besides missing ones. */
final class ObjectDecoder {

    private ObjectDecoder() {}

    /** The columns of an array of objects, which hold text of this style unless they are all of another class. */
    static ColumnSource of(NdArray array, TextValues.Style style) throws PickleException {
        int rows = (int) array.rows();
        PythonObjects.Of[] classes = new PythonObjects.Of[array.columns()];
        List<PandasType> kinds = new ArrayList<>();
        for (int j = 0; j < classes.length; j++) {
            classes[j] = all(array, j);
            kinds.add(
                    classes[j] == null
                            ? new TextValues(style, MissingMark.NONE)
                            : new PythonObjects(classes[j], MissingMark.NONE));
        }
        return new ColumnSource(kinds, rows, in -> {
            ColumnValues[] vectors = new ColumnValues[classes.length];
            Map<Text, String> longs = new HashMap<>();
            for (int j = 0; j < vectors.length; j++) {
                int column = j;
                RepeatedTexts.Rows<IOException> items = row -> item(in, at(array, column, row), longs);
                vectors[j] = classes[j] == null
                        ? TextValues.of(style, RepeatedTexts.of(rows, items))
                        : PythonObjects.of(classes[j], all(rows, items));
            }
            return vectors;
        });
    }

    private static Object[] all(int rows, RepeatedTexts.Rows<IOException> items) throws IOException {
        Object[] all = new Object[rows];
        for (int row = 0; row < rows; row++) {
            all[row] = items.get(row);
        }
        return all;
    }

    private static Object at(NdArray array, int column, int row) {
        int index = array.interleaved() ? row * array.columns() + column : column * (int) array.rows() + row;
        return array.objects().get(index);
    }

    /** {@code numpy.take(dictionary, codes)}. */
    static ColumnSource taken(NdArray dictionary, NdArray codes, TextValues.Style style) throws PickleException {
        if (all(dictionary, 0) != null) {
            throw new PickleException(dictionary.offset(), "a dictionary of what are no strings");
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
                    throw new PickleException(codes.offset(), "code %s of %s words".formatted(code, words.size()));
                }
            }
            return TextValues.of(style, new RepeatedTexts(words, coded));
        });
    }

    /** The class that all objects of a column are of besides missing ones; null for text, and if nothing is there. */
    private static PythonObjects.Of all(NdArray array, int column) throws PickleException {
        boolean text = false;
        PythonObjects.Of all = null;
        for (int i = 0; i < array.rows(); i++) {
            Object item = at(array, column, i);
            if (item instanceof String || item instanceof Text) {
                text = true;
            } else if (MissingMark.of(item) == null) {
                PythonObjects.Of of = of(item);
                if (of == null || all != null && of != all) {
                    throw mixed(array, item);
                }
                all = of;
            }
            if (text && all != null) {
                throw mixed(array, item);
            }
        }
        return all;
    }

    private static PickleException mixed(NdArray array, Object item) {
        return PickleException.noColumn(
                array.offset(), "dtype object with mixed or other objects (" + described(item) + ")");
    }

    private static PythonObjects.Of of(Object item) {
        if (item instanceof LocalDate) {
            return PythonObjects.Of.DATES;
        }
        if (item instanceof Boolean) {
            return PythonObjects.Of.FLAGS;
        }
        return item instanceof Call call && call.callee() == PythonGlobal.TIME ? PythonObjects.Of.TIMES : null;
    }

    private static String described(Object item) {
        if (item instanceof Call call) {
            return call.callee().qualifiedName();
        }
        return item instanceof Items items
                ? items.kind().name().toLowerCase(Locale.ROOT)
                : item.getClass().getSimpleName();
    }

    /** @param longs the long strings that were read, of which a row may name one again and again */
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

    /** A long string, from the file. */
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
            throw new PickleException(call.offset(), "a time of day is none: " + e.getMessage());
        }
    }
}
