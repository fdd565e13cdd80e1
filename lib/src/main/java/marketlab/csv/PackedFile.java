package marketlab.csv;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks a compressed CSV file: gzip, bzip2, xz, Zstandard, or a zip with one table in it. It is recognised by its
 * first bytes.
 */
final class PackedFile {

    /** The memory that the highest preset of xz needs for reading. */
    private static final int MAX_XZ_KIB = 70_000;
    /** A text and its cells take several times the bytes of the file. */
    private static final int PART_OF_MEMORY = 8;

    private static final int MOST_NAMES = 5;

    private final String file;
    private final long most;

    private PackedFile(String file, long most) {
        this.file = file;
        this.most = most;
    }

    /**
     * The content of a file, unpacked if it is compressed.
     *
     * @throws CsvException if it is damaged, does not fit in memory when unpacked, or is a zip of several tables
     */
    static byte[] unpacked(String file, byte[] bytes) throws CsvException {
        return unpacked(file, bytes, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /** @param most the most bytes that the file may unpack to */
    static byte[] unpacked(String file, byte[] bytes, long most) throws CsvException {
        PackedFile packed = new PackedFile(file, most);
        if (starts(bytes, 0x1F, 0x8B)) {
            return packed.read("gzip", bytes, in -> GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get());
        }
        if (starts(bytes, 'B', 'Z', 'h')) {
            return packed.read("bzip2", bytes, in -> new BZip2CompressorInputStream(in, true));
        }
        if (starts(bytes, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return packed.read("xz", bytes, in -> new XZInputStream(in, MAX_XZ_KIB));
        }
        if (starts(bytes, 0x28, 0xB5, 0x2F, 0xFD)) {
            return packed.read("Zstandard", bytes, ZstdInputStream::new);
        }
        return starts(bytes, 'P', 'K', 3, 4) ? packed.member(bytes) : bytes;
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a zip on disk contains a file with the ending of CSV; false if the zip cannot be read. */
    static boolean hasCsv(String file) {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file)) {
            return zip.stream().anyMatch(entry -> !entry.getName().endsWith(".zip") && Csv.isCsv(entry.getName()));
        } catch (IOException | RuntimeException notAZip) {
            return false;
        }
    }

    private interface Opener {
        InputStream open(InputStream in) throws IOException;
    }

    private byte[] read(String kind, byte[] bytes, Opener opener) throws CsvException {
        try (InputStream in = opener.open(new ByteArrayInputStream(bytes))) {
            return all(in);
        } catch (CsvException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(kind, e);
        }
    }

    private CsvException damaged(String kind, Exception cause) {
        String why =
                cause instanceof EOFException || cause.getMessage() == null ? "it ends too early" : cause.getMessage();
        CsvException damaged =
                new CsvException(file, "is %s, but damaged or cut off (%s); get it again".formatted(kind, why));
        damaged.initCause(cause);
        return damaged;
    }

    private byte[] all(InputStream in) throws IOException {
        byte[] all = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
        if (in.read() >= 0) {
            throw new CsvException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "unpacks to more than %,d MB, which do not fit in memory; unpack it and save parts of it",
                            most >> 20));
        }
        return all;
    }

    /** The content of the only table in a zip. */
    private byte[] member(byte[] bytes) throws CsvException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            ZipArchiveEntry entry = table(Collections.list(zip.getEntries()));
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new CsvException(file, "is a zip with a password; unpack it first");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return all(in);
            }
        } catch (CsvException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged("a zip file or an Excel workbook", e);
        }
    }

    private ZipArchiveEntry table(List<ZipArchiveEntry> entries) throws CsvException {
        List<ZipArchiveEntry> tables = new ArrayList<>();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            if (name.equals("[Content_Types].xml") || name.startsWith("xl/")) {
                throw new CsvException(file, "is an Excel workbook; save it as CSV in Excel");
            }
            if (name.equals("mimetype") || name.equals("content.xml")) {
                throw new CsvException(file, "is a LibreOffice document; save it as CSV there");
            }
            // macOS adds a file of its own for each file.
            if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store")) {
                tables.add(entry);
            }
        }
        if (tables.size() == 1) {
            return tables.get(0);
        }
        List<String> names =
                tables.stream().limit(MOST_NAMES).map(ZipArchiveEntry::getName).toList();
        throw new CsvException(
                file,
                tables.isEmpty()
                        ? "is a zip without a file"
                        : "is a zip of %s files (%s%s); unpack it and name one of them, or their folder"
                                .formatted(
                                        tables.size(),
                                        String.join(", ", names),
                                        tables.size() > MOST_NAMES ? ", \u2026" : ""));
    }
}
