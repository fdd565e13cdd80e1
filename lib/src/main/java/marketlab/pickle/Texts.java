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
        int[] table = new int[Integer.highestOneBit(Math.max(limit, 8)) * 4];
        int[] codes = new int[items.length];
        int[] firsts = new int[limit + 1];
        int count = 0;
        for (int row = 0; row < items.length; row++) {
            Object item = items[row];
            int slot = spread(item.hashCode()) & table.length - 1;
            while (table[slot] != 0 && !same(items[firsts[table[slot] - 1]], item)) {
                slot = slot + 1 & table.length - 1;
            }
            if (table[slot] == 0) {
                if (count == limit) {
                    return new Texts(items, null);
                }
                firsts[count++] = row;
                table[slot] = count;
            }
            codes[row] = table[slot] - 1;
        }
        Object[] words = new Object[count];
        for (int i = 0; i < count; i++) {
            words[i] = items[firsts[i]];
        }
        return new Texts(words, codes);
    }

    private static boolean same(Object a, Object b) {
        return a == b || a.equals(b);
    }

    private static int spread(int hash) {
        return hash * 0x9E3779B9 >>> 8;
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
