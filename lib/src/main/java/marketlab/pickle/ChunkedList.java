package marketlab.pickle;

import java.util.Arrays;

/**
 * A growing list of objects, in short arrays. One long array would be slow: to copy a million objects takes longer than
 * to read them. Also, the garbage collector puts a long array directly among its old objects, and then copies what the
 * array holds again and again, even after the array is dead.
 */
final class ChunkedList {

    private static final Object[] NOTHING = {};
    private static final int BITS = 12;
    private static final int LENGTH = 1 << BITS;

    /** All objects, if they fit in one chunk. */
    private Object[] first = NOTHING;
    /** The chunks of all objects, if there are more. */
    private Object[][] chunks;

    private int size;

    /** A list that begins with the objects of this array. The array is not copied. */
    static ChunkedList of(Object... objects) {
        ChunkedList list = new ChunkedList();
        if (objects.length > LENGTH) {
            list.add(objects, 0, objects.length);
        } else {
            list.first = objects;
            list.size = objects.length;
        }
        return list;
    }

    int size() {
        return size;
    }

    Object get(int index) {
        return chunks == null ? first[index] : chunks[index >> BITS][index & LENGTH - 1];
    }

    void add(Object object) {
        if (size < LENGTH) {
            first = size == first.length ? Arrays.copyOf(first, Math.min(LENGTH, Math.max(16, size * 2))) : first;
            first[size++] = object;
            return;
        }
        divide();
        chunk(size >> BITS)[size++ & LENGTH - 1] = object;
    }

    void add(Object[] from, int start, int end) {
        int grown = size + end - start;
        if (grown <= LENGTH) {
            if (grown > first.length) {
                first = Arrays.copyOf(first, Math.min(LENGTH, Math.max(grown, size * 2)));
            }
            System.arraycopy(from, start, first, size, end - start);
            size = grown;
            return;
        }
        divide();
        for (int at = start; at < end; ) {
            int place = size & LENGTH - 1;
            int count = Math.min(end - at, LENGTH - place);
            System.arraycopy(from, at, chunk(size >> BITS), place, count);
            at += count;
            size += count;
        }
    }

    Object[] toArray() {
        if (chunks == null) {
            return Arrays.copyOf(first, size);
        }
        Object[] all = new Object[size];
        for (int at = 0; at < size; at += LENGTH) {
            System.arraycopy(chunks[at >> BITS], 0, all, at, Math.min(LENGTH, size - at));
        }
        return all;
    }

    private void divide() {
        if (chunks == null) {
            chunks = new Object[4][];
            chunks[0] = first.length == LENGTH ? first : Arrays.copyOf(first, LENGTH);
            first = NOTHING;
        }
    }

    private Object[] chunk(int index) {
        if (index == chunks.length) {
            chunks = Arrays.copyOf(chunks, index * 2);
        }
        if (chunks[index] == null) {
            chunks[index] = new Object[LENGTH];
        }
        return chunks[index];
    }
}
