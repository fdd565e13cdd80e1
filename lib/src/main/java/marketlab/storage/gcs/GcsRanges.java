package marketlab.storage.gcs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import marketlab.storage.Crc32c;
import marketlab.storage.gcs.GcsObjects.Stat;

/**
 * One version of an object, read in ranges: a window at the start, then what is asked for and a little before it, and more
 * and more if it is read without gaps. An object that fits into the first window is compared by CRC32C; the store has none for a part
 * of an object. Not thread-safe.
 */
final class GcsRanges implements SeekableByteChannel {

    static final int FIRST = 1 << 16;
    private static final int LARGEST = 8 << 20;
    /** The last rows of a block are before what follows it. */
    private static final int BEFORE = 1 << 11;

    private static final int MOST_KEPT = 2 * LARGEST;
    private static final int TRIES = 3;

    private final GcsObjects objects;
    private final Stat object;
    /** The windows that were read, the last one first; that at the start stays. */
    private final Deque<Window> windows = new ArrayDeque<>();

    private Window first;
    private int ahead;
    private long kept;
    private long position;

    GcsRanges(GcsObjects objects, Stat object) {
        this.objects = objects;
        this.object = object;
    }

    private record Window(long from, byte[] bytes) {
        long end() {
            return from + bytes.length;
        }

        boolean has(long place) {
            return place >= from && place < end();
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= object.size()) {
            return -1;
        }
        if (!into.hasRemaining()) {
            return 0;
        }
        Window window = at(position, into.remaining());
        int from = (int) (position - window.from);
        int count = Math.min(into.remaining(), window.bytes.length - from);
        into.put(window.bytes, from, count);
        position += count;
        return count;
    }

    private Window at(long place, int count) throws IOException {
        if (first == null) {
            first = new Window(0, start());
        }
        if (first.has(place)) {
            return first;
        }
        for (Window window : windows) {
            if (window.has(place)) {
                return window;
            }
        }
        Window last = windows.isEmpty() ? first : windows.getFirst();
        boolean goesOn = last.end() == place;
        ahead = goesOn ? Math.min(LARGEST, Math.max(2 * ahead, FIRST)) : 0;
        long from = goesOn ? place : Math.max(first.end(), place - BEFORE);
        int length = (int) Math.min(place - from + Math.max(count, ahead), object.size() - from);
        windows.addFirst(new Window(from, objects.read(object, from, length)));
        kept += length;
        while (kept > MOST_KEPT && windows.size() > 1) {
            kept -= windows.removeLast().bytes.length;
        }
        return windows.getFirst();
    }

    private byte[] start() throws IOException {
        int length = (int) Math.min(FIRST, object.size());
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = length == 0 ? new byte[0] : objects.read(object, 0, length);
            if (length < object.size() || Crc32c.of(bytes).equals(object.crc32c())) {
                return bytes;
            }
        }
        throw new IOException(GcsReasons.DAMAGED_DOWNLOAD.formatted(TRIES));
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long place) {
        position = place;
        return this;
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }
}
