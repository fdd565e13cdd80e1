package marketlab.pickle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The members of a compressed file, one after the other. Nothing else may follow them. */
final class CompressedMembers extends InputStream {

    private final Compression compression;
    private final Opener opener;
    private final Buffered file;
    private InputStream member;

    /** Opens one member. When all of it is read, the stream is at the end of the member. */
    interface Opener {
        InputStream open(InputStream in) throws IOException;
    }

    CompressedMembers(Path path, Compression compression, Opener opener) throws IOException {
        this.compression = compression;
        this.opener = opener;
        this.file = new Buffered(FileChannel.open(path));
        try {
            this.member = opener.open(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The error for bytes that follow the end of a compressed file. */
    static PickleException behind(Compression compression, long end) {
        return new PickleException(end, "there are other bytes after the end of the " + compression);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = member.read(into, from, count);
        while (read < 0) {
            byte[] next = file.ahead();
            if (next.length == 0) {
                return read;
            }
            if (Compression.of(next) != compression) {
                throw behind(compression, file.position());
            }
            member = opener.open(file);
            read = member.read(into, from, count);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A buffered file that counts its position. */
    private static final class Buffered extends BufferedInputStream {

        private final FileChannel file;

        Buffered(FileChannel file) {
            super(Channels.newInputStream(file), 1 << 16);
            this.file = file;
        }

        long position() throws IOException {
            return file.position() - (count - pos);
        }

        /**
         * The next bytes, without consuming them: as many as are needed to recognise a compression, or fewer at the
         * end.
         */
        byte[] ahead() throws IOException {
            mark(Compression.MAGIC);
            byte[] ahead = readNBytes(Compression.MAGIC);
            reset();
            return ahead;
        }
    }
}
