package marketlab.pickle;

import java.io.IOException;

/** Where a nullable array has no value. */
interface Mask {

    boolean missing(int row);

    /** The mask that pandas keeps: 1 where there is no value; null where there is no mask. */
    static Mask of(byte[] mask) {
        return mask == null ? row -> false : row -> mask[row] != 0;
    }

    default void write(OpcodeWriter out, int size) throws IOException {
        out.array("|b1", 1, size, (block, from, count) -> {
            for (int i = from; i < from + count; i++) {
                block.put((byte) (missing(i) ? 1 : 0));
            }
        });
    }
}
