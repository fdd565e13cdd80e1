package marketlab.pickle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file, uncompressed, at any place. Not thread-safe. */
interface Content extends Closeable {

    /**
     * How many bytes there are as far as that is known, which are at least as many as asked for if there are.
     *
     * @throws PickleException if what comes before this end is damaged, or there is no room to unpack it
     */
    long reach(long end) throws IOException;

    /** Reads some bytes from this place on; -1 if none are there. */
    int read(ByteBuffer into, long offset) throws IOException;
}
