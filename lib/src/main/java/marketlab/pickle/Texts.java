package marketlab.pickle;

import java.util.Arrays;

/**
 * Strings and {@link Missing}s of a column: the items themselves, or each word once and a code a row, if words repeat.
 *
 * @param words all items, or all different ones
 * @param codes of each row; null if the words are the rows
 */
record Texts(Object[] words, int[] codes) {

    /** Words that occur less often than this on average are not worth a dictionary. */
    static final int REPEATS = 4;

    /** The items as they are, or as a dictionary and codes where they repeat. */
    static Texts of(Object[] items) {
        int limit = items.length / REPEATS;
        int[] codes = new int[items.length];
        Words words = new Words();
        for (int row = 0; row < items.length; row++) {
            codes[row] = words.code(items[row]);
            if (words.count == limit + 1) {
                return new Texts(items, null);
            }
        }
        return new Texts(Arrays.copyOf(words.words, words.count), codes);
    }

    /** A hash table that grows with the words, so that few of them stay in the processor's cache. */
    private static final class Words {
        private Object[] words = new Object[512];
        private int[] slots = new int[words.length * 4];
        private int count;

        int code(Object word) {
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
        return codes == null ? words.length : codes.length;
    }

    Object get(int row) {
        return words[codes == null ? row : codes[row]];
    }

    /** What stands for a missing value in a column. */
    String text(int row) {
        return get(row) instanceof String text ? text : "";
    }

    /** The items of these rows; this one for −1. */
    Texts pick(int[] rows, Missing missing) {
        Object[] picked = new Object[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = rows[i] < 0 ? missing : get(rows[i]);
        }
        return of(picked);
    }

    /** The only kind of missing value; null if there is none, or several. */
    Missing missing() {
        Missing missing = null;
        for (Object word : words) {
            if (word instanceof Missing kind && missing != null && kind != missing) {
                return null;
            }
            missing = word instanceof Missing kind ? kind : missing;
        }
        return missing;
    }

    /** Whether a column shows these strings as they are: none is empty, and at most one kind of them is missing. */
    boolean plain() {
        boolean any = Arrays.stream(words).anyMatch(word -> word instanceof Missing);
        for (Object word : words) {
            if (word instanceof String text && text.isEmpty()) {
                return false;
            }
        }
        return !any || missing() != null;
    }
}
