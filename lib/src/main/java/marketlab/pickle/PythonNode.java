package marketlab.pickle;

import java.util.Arrays;
import java.util.Set;

/**
 * A Python object as its opcodes describe it. Nothing of it was run. Scalars are values of Java: null for None,
 * Boolean, Long, BigInteger, Double, BigDecimal, String, LocalDate.
 */
sealed interface PythonNode {

    /** The offset in the file at which the object was made, for messages. */
    long offset();

    /** A run of bytes. It stays in the file, or is held in memory if it is short. */
    record Bytes(long offset, long length, byte[] held, boolean utf8) implements PythonNode {

        /** A run of at most this many bytes is read into memory at once. */
        static final int SHORT = 256;

        /** This many of the bytes, beginning at an offset. */
        Bytes part(long from, long count) {
            byte[] some = held == null ? null : Arrays.copyOfRange(held, (int) from, (int) (from + count));
            return new Bytes(offset + from, count, some, utf8);
        }

        /** These bytes, to be read as Latin-1 text in UTF-8, as which Python wrote them. */
        Bytes latin1() {
            return new Bytes(offset, length, held, true);
        }
    }

    /** A long string left in the file. */
    record Text(long offset, long length) implements PythonNode {}

    /**
     * A class or a function.
     *
     * @param foreign the name of a global that pandas does not write, for messages; else null
     */
    record Global(long offset, PythonGlobal name, String foreign) implements PythonNode {

        /** Modules of Python whose classes are values and do nothing when pandas reads them. */
        private static final Set<String> VALUES =
                Set.of("pathlib", "pathlib._local", "uuid", "fractions", "ipaddress", "collections", "pyarrow.lib");

        PickleException refused() {
            return new PickleException(offset, "global '" + foreign + "' is not one that pandas writes");
        }

        /** Whether this is a class of plain values. Only then may an error advise to open the file in pandas. */
        boolean isValue() {
            return VALUES.contains(foreign.substring(0, foreign.indexOf(' ')));
        }

        /** The error for a column with values of this class. */
        PickleException notRead() {
            return isValue()
                    ? PickleException.noColumn(offset, "an object of class " + foreign.replace(' ', '.'))
                    : refused();
        }
    }

    /** A call that the pickle asks for, and the state to set on its result. Neither is ever done. */
    final class Call implements PythonNode {

        private final long offset;
        private final PythonGlobal callee;
        private final Object[] arguments;
        private final boolean made;
        private final Global global;
        private Object state;
        private boolean built;

        /** @param made true for NEWOBJ, false for REDUCE */
        Call(long offset, PythonGlobal callee, Object[] arguments, boolean made) {
            this.offset = offset;
            this.callee = callee;
            this.arguments = arguments;
            this.made = made;
            this.global = null;
        }

        /** @param global the callee; if it is foreign, its name is kept */
        Call(long offset, Global global, Object[] arguments, boolean made) {
            this.offset = offset;
            this.callee = global.name();
            this.arguments = arguments;
            this.made = made;
            this.global = global.foreign() == null ? null : global;
        }

        /** This call with other arguments, and without its state. */
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

        /** The state that BUILD sets; null if there was no BUILD. */
        Object state() {
            return state;
        }

        void build(Object state, long offset) throws PickleException {
            if (built) {
                throw new PickleException(offset, "an object has a second state");
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

        /** Whether a dict has only these keys. */
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
