package marketlab.pickle;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * The compressions that pandas infers from a file's name. A file that is read is recognised by its first bytes,
 * whatever its name is.
 */
enum Compression {
    NONE("") {
        @Override
        InputStream reader(Path file) throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        OutputStream writer(OutputStream out, String name) {
            return out;
        }
    },
    GZIP(".gz", 0x1f, 0x8b) {
        @Override
        InputStream reader(Path file) throws IOException {
            return new CompressedMembers(file, this, GzipCompressorInputStream::new);
        }

        @Override
        OutputStream writer(OutputStream out, String name) throws IOException {
            return new GZIPOutputStream(out);
        }
    },
    BZIP2(".bz2", 'B', 'Z', 'h') {
        @Override
        InputStream reader(Path file) throws IOException {
            return new CompressedMembers(file, this, BZip2CompressorInputStream::new);
        }

        @Override
        OutputStream writer(OutputStream out, String name) throws IOException {
            return new BZip2CompressorOutputStream(out);
        }
    },
    XZ(".xz", 0xfd, '7', 'z', 'X', 'Z', 0) {
        @Override
        InputStream reader(Path file) throws IOException {
            return new CompressedMembers(file, this, in -> new SingleXZInputStream(in, MAX_XZ_KIB));
        }

        @Override
        OutputStream writer(OutputStream out, String name) throws IOException {
            return new XZOutputStream(out, new LZMA2Options());
        }
    },
    ZSTD(".zst", 0x28, 0xb5, 0x2f, 0xfd) {
        @Override
        InputStream reader(Path file) throws IOException {
            return ZstdFrame.open(file);
        }

        @Override
        OutputStream writer(OutputStream out, String name) throws IOException {
            return new ZstdOutputStream(out);
        }
    },
    ZIP(".zip", 'P', 'K', 3, 4) {
        @Override
        InputStream reader(Path file) throws IOException {
            return ZipMember.open(file);
        }

        @Override
        OutputStream writer(OutputStream out, String name) throws IOException {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry(name));
            return zip;
        }
    };

    /** The number of bytes that are needed to recognise any of the compressions. */
    static final int MAGIC = 6;

    /** The memory that the highest preset of xz needs for reading. */
    private static final int MAX_XZ_KIB = 70_000;

    private final String ending;
    private final int[] magic;

    Compression(String ending, int... magic) {
        this.ending = ending;
        this.magic = magic;
    }

    /**
     * Opens the content of a file. It is unpacked while it is read.
     *
     * @throws PickleException if other bytes follow the content in the file; thrown here or at the end of the content
     */
    abstract InputStream reader(Path file) throws IOException;

    /** @param name of the file without the compression's ending */
    abstract OutputStream writer(OutputStream out, String name) throws IOException;

    /** The compression of a file that starts with these bytes. */
    static Compression of(byte[] start) {
        for (Compression compression : values()) {
            if (compression != NONE && compression.starts(start)) {
                return compression;
            }
        }
        return NONE;
    }

    private boolean starts(byte[] start) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The compression that pandas infers from a file's name.
     *
     * @throws IllegalArgumentException for a tar, which pandas reads but marketlab does not write
     */
    static Compression of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.tar(\\.gz|\\.bz2|\\.xz)?")) {
            throw new IllegalArgumentException(
                    "'" + fileName + "' is the name of a tar; end it with .pkl, .gz, .bz2, .xz, .zst or .zip");
        }
        for (Compression compression : values()) {
            if (compression != NONE && name.endsWith(compression.ending)) {
                return compression;
            }
        }
        return NONE;
    }

    String without(String fileName) {
        return fileName.substring(0, fileName.length() - ending.length());
    }
}
