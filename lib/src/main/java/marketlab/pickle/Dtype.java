package marketlab.pickle;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/**
 * A numpy dtype.
 *
 * @param kind numpy's letter: f i u b M m O c …
 * @param size bytes of an item
 * @param order order of the bytes of an item
 * @param unit the unit of {@code M} and {@code m}: ns, us, ms or s; empty for other kinds
 */
record Dtype(char kind, int size, ByteOrder order, String unit) {

    private static final Pattern CODE = Pattern.compile("([<>|=]?)([a-zA-Z?])(\\d{0,4})(?:\\[(ns|us|ms|s)])?");
    /** The kinds whose items have exactly the given size, and no fields. */
    private static final String PLAIN = "fiub?MmOc";

    private static final Long NONE = -1L;
    /** The flags of items that are references. Numpy counts these references, and Python pickles the items. */
    private static final int OBJECT_FLAGS = 63;

    private static final Map<Character, String> WORDS =
            Map.of('f', "float", 'i', "int", 'u', "uint", 'c', "complex", 'M', "datetime64", 'm', "timedelta64");

    /** The dtype of {@code numpy.dtype(code, …)} with its state, or of a code alone: {@code '<M8[ns]'}. */
    static Dtype of(Object node, long offset) throws PickleException {
        if (node instanceof String code) {
            return parse(code, offset);
        }
        if (node instanceof Call call
                && call.callee() == PythonGlobal.DTYPE
                && call.arguments().length > 0
                && call.arguments()[0] instanceof String code) {
            Dtype dtype = parse(code, call.offset());
            return call.state() == null ? dtype : dtype.with(call.state(), call.offset());
        }
        throw new PickleException(offset, "this is not a dtype of numpy");
    }

    private static Dtype parse(String code, long offset) throws PickleException {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches()) {
            throw PickleException.noColumn(offset, "numpy dtype '" + code + "'");
        }
        ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int size = matcher.group(3).isEmpty()
                ? (matcher.group(2).equals("O") ? 8 : 1)
                : Integer.parseInt(matcher.group(3));
        return new Dtype(matcher.group(2).charAt(0), size, order, matcher.group(4) == null ? "" : matcher.group(4));
    }

    /** numpy's state: (version, order, subdtype, names, fields, itemsize, alignment, flags[, (metadata, unit)]). */
    private Dtype with(Object state, long offset) throws PickleException {
        if (!(state instanceof Items s)
                || s.size() < 8
                || !(s.get(1) instanceof String mark)
                || s.get(2) != null
                || s.get(3) != null
                || s.get(4) != null) {
            throw PickleException.noColumn(offset, "numpy dtype '" + kind + size + "' with fields");
        }
        if (PLAIN.indexOf(kind) >= 0 && !isPlain(s, mark)) {
            throw new PickleException(offset, "a dtype is not as numpy writes it");
        }
        ByteOrder stated = mark.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new Dtype(kind, size, stated, s.size() > 8 ? unit(s.get(8), offset) : unit);
    }

    /** Checks the flags and marks, because numpy trusts them, and crashes if they are wrong. */
    private boolean isPlain(Items state, String mark) {
        boolean counted = kind == 'M' || kind == 'm';
        boolean marked =
                kind == 'O' || size == 1 ? mark.equals("|") : counted ? mark.equals("<") : "<>=".contains(mark);
        return state.kind() == Items.Kind.TUPLE
                && state.size() == (counted ? 9 : 8)
                && Long.valueOf(counted ? 4 : 3).equals(state.get(0))
                && marked
                && NONE.equals(state.get(5))
                && NONE.equals(state.get(6))
                && Long.valueOf(kind == 'O' ? OBJECT_FLAGS : 0).equals(state.get(7));
    }

    private static String unit(Object node, long offset) throws PickleException {
        if (node instanceof Items pair
                && pair.size() == 2
                && pair.get(1) instanceof Items unit
                && unit.size() == 4
                && unit.get(0) instanceof Bytes name
                && name.held() != null
                && Long.valueOf(1).equals(unit.get(1))
                && Long.valueOf(1).equals(unit.get(2))
                && Long.valueOf(1).equals(unit.get(3))
                && (pair.get(0) == null || pair.get(0) instanceof Items metadata && metadata.size() == 0)) {
            String text = new String(name.held(), StandardCharsets.ISO_8859_1);
            if (Datetimes.Unit.of(text) != null) {
                return text;
            }
        }
        throw PickleException.noColumn(
                offset, "a datetime64 that counts other units than s, ms, us and ns", "'datetime64[ns]'");
    }

    /** Whether pandas has columns of this kind. */
    boolean isKnown() {
        return PLAIN.indexOf(kind) >= 0;
    }

    boolean isObject() {
        return kind == 'O';
    }

    /** The name that pandas prints: {@code float64}, {@code datetime64[ns]}. */
    String pandasName() {
        return switch (kind) {
            case 'O' -> "object";
            case 'b', '?' -> "bool";
            case 'M', 'm' -> WORDS.get(kind) + "[" + unit + "]";
            default -> WORDS.containsKey(kind) ? WORDS.get(kind) + size * 8 : "" + kind + size;
        };
    }
}
