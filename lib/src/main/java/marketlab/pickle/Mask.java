package marketlab.pickle;

import java.io.IOException;

/** The mask of a nullable array, which marks its missing values. */
interface Mask {

    boolean missing(int row);

    /** The mask as pandas stores it: 1 for a missing value. Null if there is no mask. */
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
