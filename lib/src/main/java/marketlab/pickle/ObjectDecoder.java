package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import marketlab.pickle.Node.Bytes;
import marketlab.pickle.Node.Call;
import marketlab.pickle.Node.Items;
import marketlab.pickle.Node.Text;

/** Columns of Python objects: all strings, all dates or all times, besides missing ones. */
final class ObjectDecoder {

    private enum Of { NOTHING, STRINGS, DATES, TIMES }

    private ObjectDecoder() {}

    /** The columns of an array of objects, which hold text of this style unless they are dates or times. */
    static Source of(NdArray array, Strings.Style style) throws PickleException {
        Of of = all(array.objects(), array.offset());
        int rows = (int) array.rows();
        return new Source(kind(of, style), rows, array.columns(), in -> {
            Vector[] vectors = new Vector[array.columns()];
            for (int j = 0; j < vectors.length; j++) {
                Object[] items = new Object[rows];
                for (int i = 0; i < rows; i++) {
                    items[i] = item(in, array.objects().get(array.interleaved() ? i * vectors.length + j : j * rows + i));
                }
                vectors[j] = vector(of, style, items);
            }
            return vectors;
        });
    }

    /** {@code numpy.take(dictionary, codes)}. */
    static Source taken(NdArray dictionary, NdArray codes, Strings.Style style) throws PickleException {
        Of of = all(dictionary.objects(), dictionary.offset());
        return Source.of(kind(of, style), codes.rows(), in -> {
            Object[] words = new Object[dictionary.objects().size()];
            for (int i = 0; i < words.length; i++) {
                words[i] = item(in, dictionary.objects().get(i));
            }
            int[] coded = ((Cells.Ints) codes.cells(in)[0]).values();
            Object[] items = new Object[coded.length];
            for (int i = 0; i < items.length; i++) {
                if (coded[i] < 0 || coded[i] >= words.length) {
                    throw new PickleException(codes.offset(), "code %d of %d words".formatted(coded[i], words.length));
                }
                items[i] = words[coded[i]];
            }
            return vector(of, style, items);
        });
    }

    private static Kind kind(Of of, Strings.Style style) {
        return switch (of) {
            case DATES -> new Dates(Missing.NONE);
            case TIMES -> new Times(Missing.NONE);
            default -> new Strings(style, Missing.NONE);
        };
    }

    /** What all objects are, besides missing ones. */
    private static Of all(Items objects, long offset) throws PickleException {
        Of all = Of.NOTHING;
        for (int i = 0; i < objects.size(); i++) {
            Object item = objects.get(i);
            Of of = item instanceof String || item instanceof Text ? Of.STRINGS
                    : item instanceof LocalDate ? Of.DATES
                    : item instanceof Call call && call.callee() == Name.TIME ? Of.TIMES
                    : Missing.of(item) != null ? Of.NOTHING : null;
            if (of == null || of != Of.NOTHING && all != Of.NOTHING && of != all) {
                throw new PickleException(offset, "dtype object with mixed or other objects ("
                        + described(item) + ") has no Tablesaw column");
            }
            all = of == Of.NOTHING ? all : of;
        }
        return all;
    }

    private static String described(Object item) {
        if (item instanceof Call call) {
            return call.callee().qualifiedName();
        }
        return item instanceof Items items ? items.kind().name().toLowerCase() : item.getClass().getSimpleName();
    }

    private static Vector vector(Of of, Strings.Style style, Object[] items) {
        if (of == Of.STRINGS || of == Of.NOTHING) {
            return Strings.of(style, items);
        }
        Missing missing = null;
        boolean uniform = true;
        for (Object item : items) {
            if (item instanceof Missing kind) {
                uniform &= missing == null || missing == kind;
                missing = kind;
            }
        }
        Missing kept = missing == null ? Missing.NONE : missing;
        return of == Of.DATES ? Dates.of(items, kept, uniform) : Times.of(items, kept, uniform);
    }

    private static Object item(Input in, Object node) throws IOException {
        if (node instanceof Text text) {
            return text(in, text);
        }
        if (node instanceof String || node instanceof LocalDate) {
            return node;
        }
        Missing missing = Missing.of(node);
        return missing != null ? missing : time((Call) node);
    }

    /** A long string, from the file. */
    static String text(Input in, Text text) throws IOException {
        if (text.length() > Integer.MAX_VALUE - 8) {
            throw new PickleException(text.offset(), "a string is longer than 2147483639 bytes");
        }
        byte[] utf8 = new byte[(int) text.length()];
        in.read(text.offset(), ByteBuffer.wrap(utf8));
        return Input.text(utf8, 0, utf8.length, text.offset());
    }

    /** {@code datetime.time(b'HMSuuu')}. */
    static LocalTime time(Call call) throws PickleException {
        byte[] b = call.arguments().length == 1 && call.arguments()[0] instanceof Bytes bytes ? bytes.held() : null;
        if (b == null || b.length != 6) {
            throw new PickleException(call.offset(), "a time of day with a zone has no Tablesaw column");
        }
        int micros = (b[3] & 0xff) << 16 | (b[4] & 0xff) << 8 | b[5] & 0xff;
        try {
            return LocalTime.of(b[0] & 0x7f, b[1], b[2], Math.multiplyExact(micros, 1000));
        } catch (DateTimeException | ArithmeticException e) {
            throw new PickleException(call.offset(), "a time of day is none: " + e.getMessage());
        }
    }
}
