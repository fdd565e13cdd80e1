package marketlab.pickle;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Strings and {@link MissingMark}s of a column. If words repeat, each word is kept once, with a code for each row.
 *
 * @param words all items, or all different ones
 * @param codes the code of each row; null if the words are the rows
 */
record RepeatedTexts(ChunkedList words, int[] codes) {

    /** Words that occur less often than this on average are not worth a dictionary. */
    private static final int REPEATS = 4;

    /** The number of rows after which it is decided whether words repeat. */
    private static final int SAMPLE = 1 << 16;

    /** The most collisions, beside one for each row. Only words that were chosen for it collide more often. */
    private static final int PROBES = 1 << 20;

    /** Strings of more characters are compared once for each object, not for each row. */
    private static final int LONG = 256;

    /** Items by their row. */
    interface Rows<E extends Exception> {
        Object get(int row) throws E;
    }

    /** The items as they are, or as a dictionary and codes where they repeat. */
    static <E extends Exception> RepeatedTexts of(int size, Rows<E> items) throws E {
        int[] codes = new int[size];
        Words words = new Words();
        for (int row = 0; row < size; row++) {
            codes[row] = words.code(items.get(row));
            if (words.count > size / REPEATS
                    || row == SAMPLE && words.count > SAMPLE / 2
                    || words.probes > size + PROBES) {
                return new RepeatedTexts(all(size, items), null);
            }
        }
        return new RepeatedTexts(ChunkedList.of(Arrays.copyOf(words.words, words.count)), codes);
    }

    private static <E extends Exception> ChunkedList all(int size, Rows<E> items) throws E {
        ChunkedList all = new ChunkedList();
        for (int row = 0; row < size; row++) {
            all.add(items.get(row));
        }
        return all;
    }

    /** A hash table that grows with the words. For few words it fits in the processor's cache. */
    private static final class Words {
        private Object[] words = new Object[512];
        private int[] slots = new int[words.length * 4];
        private int count;
        private long probes;
        private Map<String, Integer> known;

        int code(Object word) {
            if (word instanceof String text && text.length() > LONG) {
                known = known == null ? new IdentityHashMap<>() : known;
                return known.computeIfAbsent(text, this::compared);
            }
            return compared(word);
        }

        private int compared(Object word) {
            int slot = slot(word);
            int code = slots[slot] - 1;
            if (code >= 0) {
                return code;
            }
            if (count == words.length) {
                grow();
                slot = slot(word);
            }
            words[count++] = word;
            slots[slot] = count;
            return count - 1;
        }

        private int slot(Object word) {
            int mask = slots.length - 1;
            int slot = word.hashCode() * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(mask);
            while (slots[slot] != 0 && !same(words[slots[slot] - 1], word)) {
                slot = slot + 1 & mask;
                probes++;
            }
            return slot;
        }

        private void grow() {
            words = Arrays.copyOf(words, count * 4);
            slots = new int[words.length * 4];
            for (int i = 0; i < count; i++) {
                slots[slot(words[i])] = i + 1;
            }
        }

        private static boolean same(Object a, Object b) {
            return a == b || a.equals(b);
        }
    }

    int size() {
        return codes == null ? words.size() : codes.length;
    }

    Object get(int row) {
        return words.get(codes == null ? row : codes[row]);
    }

    /** The text that marks a missing value in a column. */
    String text(int row) {
        return get(row) instanceof String text ? text : "";
    }

    /** The only mark of missing values; null if there is none, or if there are several. */
    MissingMark missing() {
        MissingMark missing = null;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i) instanceof MissingMark kind) {
                if (missing != null && kind != missing) {
                    return null;
                }
                missing = kind;
            }
        }
        return missing;
    }

    /**
     * Whether a column shows these strings as they are: no string is empty, and there is at most one mark of missing
     * values.
     */
    boolean plain() {
        boolean any = false;
        for (int i = 0; i < words.size(); i++) {
            Object word = words.get(i);
            if (word instanceof String text && text.isEmpty()) {
                return false;
            }
            any |= word instanceof MissingMark;
        }
        return !any || missing() != null;
    }
}
