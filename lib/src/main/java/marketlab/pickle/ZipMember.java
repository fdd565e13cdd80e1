package marketlab.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Opens the only file in a zip. It is found by the directory at the end, as in Python. */
final class ZipMember extends CheckedInputStream {

    /** The size of the record that ends a zip. Its last two bytes are the length of a comment that may follow. */
    private static final int END_SIGNATURE = 0x06054b50;

    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    private final ZipFile zip;
    private final ZipEntry entry;

    private ZipMember(ZipFile zip, ZipEntry entry) throws IOException {
        super(zip.getInputStream(entry), new CRC32());
        this.zip = zip;
        this.entry = entry;
    }

    static InputStream open(Path path) throws IOException {
        checkEnd(path);
        ZipFile zip = new ZipFile(path.toFile());
        try {
            if (zip.size() != 1) {
                throw new IOException("a zip must have one member, and this has " + zip.size());
            }
            return new ZipMember(zip, zip.entries().nextElement());
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static void checkEnd(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            int most = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
            ByteBuffer last = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
            file.read(last, file.size() - most);
            for (int at = most - END_LENGTH; at >= 0; at--) {
                if (last.getInt(at) == END_SIGNATURE) {
                    long end = at + END_LENGTH + (last.getShort(at + END_LENGTH - 2) & 0xffff);
                    if (end < most) {
                        throw CompressedMembers.behind(Compression.ZIP, file.size() - most + end);
                    }
                    return;
                }
            }
        }
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        if (read < 0 && getChecksum().getValue() != entry.getCrc()) {
            throw new IOException("its checksum does not match its content");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        try (ZipFile closed = zip) {
            super.close();
        }
    }
}
