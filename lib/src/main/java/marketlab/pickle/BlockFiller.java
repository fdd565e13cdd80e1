package marketlab.pickle;

import java.nio.ByteBuffer;

/** Numbers to be written: fills a little-endian block with {@code count} of them, the first being the {@code from}th. */
interface BlockFiller {
    void fill(ByteBuffer block, int from, int count);
}
