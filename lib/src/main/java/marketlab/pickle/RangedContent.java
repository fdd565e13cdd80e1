package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file that is not compressed, behind a channel, which the caller closes. */
final class RangedContent implements Content {

    /** Enough for what stands between two blocks of values. */
    static final int STEP = 1 << 12;

    /** The number of bytes that are all read soon anyway. */
    static final int SMALL = 1 << 16;

    private final SeekableByteChannel channel;
    private final long length;

    private RangedContent(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    /** An input that reads only the bytes that are asked for. */
    static PickleInput open(SeekableByteChannel channel) throws IOException {
        return new PickleInput(new RangedContent(channel), STEP);
    }

    /** Whether a file is compressed, by its first bytes. */
    static boolean isCompressed(SeekableByteChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(Compression.MAGIC, channel.size()));
        channel.position(0);
        while (start.hasRemaining() && channel.read(start) >= 0) {}
        return Compression.of(start.array()) != Compression.NONE;
    }

    @Override
    public long reach(long end) {
        return length;
    }

    @Override
    public int read(ByteBuffer into, long offset) throws IOException {
        channel.position(offset);
        return channel.read(into);
    }

    @Override
    public void close() {}
}
