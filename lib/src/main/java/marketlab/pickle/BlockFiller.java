package marketlab.pickle;

import java.nio.ByteBuffer;

/**
 * Numbers to be written. Fills a little-endian block with {@code count} numbers, beginning with the number at
 * {@code from}.
 */
interface BlockFiller {
    void fill(ByteBuffer block, int from, int count);
}
