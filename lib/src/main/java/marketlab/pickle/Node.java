package marketlab.pickle;

import java.util.Arrays;

/**
 * A Python object as its opcodes describe it; nothing of it was run. Scalars are Java's own: null for None, Boolean,
 * Long, BigInteger, Double, String, LocalDate.
 */
sealed interface Node {

    /** Where in the file the object was made, for messages. */
    long offset();

    /** A run of bytes left where it is in the file, or held if it is short. */
    record Bytes(long offset, long length, byte[] held, boolean utf8) implements Node {

        /** Up to this many bytes are read at once. */
        static final int SHORT = 256;

        /** These bytes as what they were before Python wrote them as Latin-1 text in UTF-8. */
        Bytes latin1() {
            return new Bytes(offset, length, held, true);
        }
    }

    /** A long string left in the file. */
    record Text(long offset, long length) implements Node {}

    record Global(long offset, Name name) implements Node {}

    /** A call that was not made, and the state that was not set. */
    final class Call implements Node {

        private final long offset;
        private final Name callee;
        private final Object[] arguments;
        private final boolean made;
        private Object state;
        private boolean built;

        /** @param made whether by NEWOBJ, else by REDUCE */
        Call(long offset, Name callee, Object[] arguments, boolean made) {
            this.offset = offset;
            this.callee = callee;
            this.arguments = arguments;
            this.made = made;
        }

        @Override
        public long offset() {
            return offset;
        }

        Name callee() {
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
    final class Items implements Node {

        enum Kind { TUPLE, LIST, SET, DICT }

        private static final Object[] NOTHING = {};
        private static final int CHUNK_BITS = 12;
        private static final int CHUNK = 1 << CHUNK_BITS;

        private final long offset;
        private final Kind kind;
        /** All items, up to a chunk of them. */
        private Object[] items;
        /** Chunks of all items if there are more: to copy a column of a million costs more than to read it. */
        private Object[][] chunks;
        private int size;

        Items(long offset, Kind kind, Object[] items) {
            this.offset = offset;
            this.kind = kind;
            this.items = items;
            this.size = items.length;
        }

        Items(long offset, Kind kind) {
            this(offset, kind, NOTHING);
        }

        @Override
        public long offset() {
            return offset;
        }

        Kind kind() {
            return kind;
        }

        int size() {
            return size;
        }

        Object get(int index) {
            return chunks == null ? items[index] : chunks[index >> CHUNK_BITS][index & CHUNK - 1];
        }

        Object[] toArray() {
            if (chunks == null) {
                return Arrays.copyOf(items, size);
            }
            Object[] all = new Object[size];
            for (int at = 0; at < size; at += CHUNK) {
                System.arraycopy(chunks[at >> CHUNK_BITS], 0, all, at, Math.min(CHUNK, size - at));
            }
            return all;
        }

        /** The last value of a dict under this key; null if there is none. */
        Object value(String key) {
            for (int i = size - 2; i >= 0; i -= 2) {
                if (key.equals(get(i))) {
                    return get(i + 1);
                }
            }
            return null;
        }

        void add(Object[] from, int start, int end) {
            int grown = size + end - start;
            if (chunks == null && grown <= CHUNK) {
                if (grown > items.length) {
                    items = Arrays.copyOf(items, Math.min(CHUNK, Math.max(grown, size * 2)));
                }
                System.arraycopy(from, start, items, size, end - start);
                size = grown;
                return;
            }
            if (chunks == null) {
                divide();
            }
            for (int at = start; at < end; ) {
                int place = size & CHUNK - 1;
                int count = Math.min(end - at, CHUNK - place);
                System.arraycopy(from, at, chunk(size >> CHUNK_BITS), place, count);
                at += count;
                size += count;
            }
        }

        private void divide() {
            Object[] first = items;
            int count = size;
            chunks = new Object[4][];
            items = NOTHING;
            size = 0;
            add(first, 0, count);
        }

        private Object[] chunk(int index) {
            if (index == chunks.length) {
                chunks = Arrays.copyOf(chunks, index * 2);
            }
            if (chunks[index] == null) {
                chunks[index] = new Object[CHUNK];
            }
            return chunks[index];
        }
    }
}
