package marketlab.pickle;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The only frame of a Zstandard file (RFC 8878). Pandas reads nothing after it. */
final class ZstdFrame {

    private static final int MAGIC_LENGTH = 4;
    private static final int[] DICTIONARY_LENGTHS = {0, 1, 2, 4};
    private static final int[] SIZE_LENGTHS = {0, 2, 4, 8};
    private static final int REPEATED_BYTE = 1;

    private ZstdFrame() {}

    static InputStream open(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            long end = end(file);
            if (end < file.size()) {
                throw CompressedMembers.behind(Compression.ZSTD, end);
            }
        }
        return new ZstdInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
    }

    /**
     * The end of the frame, from its header and the headers of its blocks. If the file is cut, at least the file's
     * size.
     */
    private static long end(FileChannel file) throws IOException {
        int descriptor = little(file, MAGIC_LENGTH, 1);
        boolean isSingle = (descriptor & 1 << 5) != 0;
        int sizeLength = SIZE_LENGTHS[descriptor >> 6];
        long at = MAGIC_LENGTH
                + 1
                + (isSingle ? 0 : 1)
                + DICTIONARY_LENGTHS[descriptor & 3]
                + (isSingle && sizeLength == 0 ? 1 : sizeLength);
        boolean isLast = false;
        while (!isLast && at < file.size()) {
            int block = little(file, at, 3);
            isLast = (block & 1) != 0;
            at += 3 + ((block >> 1 & 3) == REPEATED_BYTE ? 1 : block >> 3);
        }
        boolean hasChecksum = (descriptor & 1 << 2) != 0;
        return isLast ? at + (hasChecksum ? 4 : 0) : file.size();
    }

    /** The little-endian number of this many bytes. Missing bytes of a cut file count as 0. */
    private static int little(FileChannel file, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).limit(count);
        file.read(bytes, at);
        return bytes.clear().getInt();
    }
}
