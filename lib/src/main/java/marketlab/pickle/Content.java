package marketlab.pickle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The uncompressed bytes of a file, from any position. Not thread-safe. */
interface Content extends Closeable {

    /**
     * The number of bytes that are known to exist. It is at least the number asked for, if the content is that long.
     *
     * @throws PickleException if the content before this position is damaged, or if there is no room to unpack it
     */
    long reach(long end) throws IOException;

    /** Reads some bytes from this position on; returns -1 if there are none. */
    int read(ByteBuffer into, long offset) throws IOException;
}
