package marketlab.pickle;

import java.util.Arrays;
import java.util.Set;

/**
 * A Python object as its opcodes describe it; nothing of it was run. Scalars are Java's own: null for None, Boolean,
 * Long, BigInteger, Double, BigDecimal, String, LocalDate.
 */
sealed interface PythonNode {

    /** Where in the file the object was made, for messages. */
    long offset();

    /** A run of bytes left where it is in the file, or held if it is short. */
    record Bytes(long offset, long length, byte[] held, boolean utf8) implements PythonNode {

        /** Up to this many bytes are read at once. */
        static final int SHORT = 256;

        /** So many of these bytes, from this one on. */
        Bytes part(long from, long count) {
            byte[] some = held == null ? null : Arrays.copyOfRange(held, (int) from, (int) (from + count));
            return new Bytes(offset + from, count, some, utf8);
        }

        /** These bytes as what they were before Python wrote them as Latin-1 text in UTF-8. */
        Bytes latin1() {
            return new Bytes(offset, length, held, true);
        }
    }

    /** A long string left in the file. */
    record Text(long offset, long length) implements PythonNode {}

    /**
     * A class or a function.
     *
     * @param foreign how one that pandas does not write is spelled, for messages; else null
     */
    record Global(long offset, PythonGlobal name, String foreign) implements PythonNode {

        /** Modules of Python whose classes are values and do nothing when pandas reads them. */
        private static final Set<String> VALUES =
                Set.of("pathlib", "pathlib._local", "uuid", "fractions", "ipaddress", "collections", "pyarrow.lib");

        PickleException refused() {
            return new PickleException(offset, "global '" + foreign + "' is none that pandas writes");
        }

        /** Whether this is a class of plain values. Only then may an error advise to open the file in pandas. */
        boolean isValue() {
            return VALUES.contains(foreign.substring(0, foreign.indexOf(' ')));
        }

        /** The refusal of values of this class in a column. */
        PickleException notRead() {
            return isValue()
                    ? PickleException.noColumn(offset, "an object of class " + foreign.replace(' ', '.'))
                    : refused();
        }
    }

    /** A call that was not made, and the state that was not set. */
    final class Call implements PythonNode {

        private final long offset;
        private final PythonGlobal callee;
        private final Object[] arguments;
        private final boolean made;
        private final Global global;
        private Object state;
        private boolean built;

        /** @param made whether by NEWOBJ, else by REDUCE */
        Call(long offset, PythonGlobal callee, Object[] arguments, boolean made) {
            this.offset = offset;
            this.callee = callee;
            this.arguments = arguments;
            this.made = made;
            this.global = null;
        }

        /** @param global whose name is the callee's, if that one is foreign */
        Call(long offset, Global global, Object[] arguments, boolean made) {
            this.offset = offset;
            this.callee = global.name();
            this.arguments = arguments;
            this.made = made;
            this.global = global.foreign() == null ? null : global;
        }

        /** This call of other arguments, without its state. */
        Call with(Object[] others) {
            return global == null ? new Call(offset, callee, others, made) : new Call(offset, global, others, made);
        }

        /** The callee if pandas does not write it; else null. */
        Global foreign() {
            return global;
        }

        @Override
        public long offset() {
            return offset;
        }

        PythonGlobal callee() {
            return callee;
        }

        Object[] arguments() {
            return arguments;
        }

        boolean made() {
            return made;
        }

        boolean built() {
            return built;
        }

        /** What BUILD hands over; null if there was no BUILD. */
        Object state() {
            return state;
        }

        void build(Object state, long offset) throws PickleException {
            if (built) {
                throw new PickleException(offset, "a second state for one object");
            }
            this.state = state;
            built = true;
        }
    }

    /** A list, tuple, set, or a dict as alternating keys and values. */
    final class Items implements PythonNode {

        enum Kind {
            TUPLE,
            LIST,
            SET,
            FROZEN_SET,
            DICT,
            /** A collections.OrderedDict. */
            ORDERED_DICT
        }

        private final long offset;
        private final Kind kind;
        private final ChunkedList items;

        Items(long offset, Kind kind, Object... items) {
            this.offset = offset;
            this.kind = kind;
            this.items = ChunkedList.of(items);
        }

        @Override
        public long offset() {
            return offset;
        }

        Kind kind() {
            return kind;
        }

        boolean isDict() {
            return kind == Kind.DICT || kind == Kind.ORDERED_DICT;
        }

        int size() {
            return items.size();
        }

        Object get(int index) {
            return items.get(index);
        }

        Object[] toArray() {
            return items.toArray();
        }

        /** The last value of a dict under this key; null if there is none. */
        Object value(String key) {
            int place = place(key);
            return place < 0 ? null : get(place + 1);
        }

        /** Whether a dict has this key. */
        boolean has(String key) {
            return place(key) >= 0;
        }

        /** Whether a dict has none but these keys. */
        boolean hasOnly(Set<String> keys) {
            for (int i = 0; i < size(); i += 2) {
                if (!(get(i) instanceof String key) || !keys.contains(key)) {
                    return false;
                }
            }
            return true;
        }

        private int place(String key) {
            for (int i = size() - 2; i >= 0; i -= 2) {
                if (key.equals(get(i))) {
                    return i;
                }
            }
            return -1;
        }

        void add(Object[] from, int start, int end) {
            items.add(from, start, end);
        }
    }
}
