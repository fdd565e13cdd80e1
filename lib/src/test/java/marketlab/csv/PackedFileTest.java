package marketlab.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compressed CSV files, and files of other kinds that are called CSV. */
class PackedFileTest {

    private static final byte[] TEXT = "Date,Close\n2026-01-05,1.5\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst", "zip"})
    void fileIsUnpackedAsItsBytesSay(String kind) throws IOException {
        assertThat(read(packed(kind, TEXT)).numbers("Close")).containsExactly(1.5);
        assertThat(Csv.isCsv("x.csv." + kind)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"gz,gzip", "bz2,bzip2", "xz,xz", "zip,a zip file or an Excel workbook"})
    void damagedFileIsRefused(String kind, String said) throws IOException {
        byte[] packed = packed(kind, TEXT);
        assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length - 7)))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("[x.csv] is " + said + ", but damaged or cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst", "zip"})
    void fileThatUnpacksToMoreThanMemoryTakesIsRefused(String kind) throws IOException {
        byte[] bomb = packed(kind, new byte[3 << 20]);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> PackedFile.unpacked("x.csv", bomb, 2 << 20))
                .hasMessageContaining("[x.csv] unpacks to more than 2 MB, which do not fit in memory");
    }

    @Test
    void zipOfSeveralTablesIsRefusedWithTheirNames() throws IOException {
        assertThatThrownBy(() -> read(zip("a.csv", "b.csv")))
                .hasMessageContaining("is a zip of 2 files (a.csv, b.csv); unpack it and name one of them");
        assertThat(read(zip("__MACOSX/._a.csv", "a.csv")).numbers("Close")).containsExactly(1.5);
    }

    @Test
    void zipIsCsvIfATableIsInIt() throws IOException {
        Path table = Files.write(folder.resolve("a.zip"), zip("prices.csv"));
        Path pickle = Files.write(folder.resolve("b.zip"), zip("b.pkl"));
        assertThat(Csv.isCsv(table.toString())).isTrue();
        assertThat(Csv.read(table).table().rowCount()).isEqualTo(1);
        assertThat(Csv.isCsv(pickle.toString())).isFalse();
        assertThat(Csv.isCsv(folder.resolve("none.zip").toString())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAR1abc|is a Parquet file; in pandas: pd.read_parquet",
                "ARROW1abc|is a Feather file",
                "%PDF-1.4|is a PDF document",
                "<!DOCTYPE html><html>|is a web page (HTML), not CSV; download the data itself",
                "<?xml version=\"1.0\"?>|is XML, not CSV",
                "{\"chart\": {\"result\": []}}|is JSON, not CSV; in pandas: pd.read_json",
                "[{\"t\": 1}]|is JSON, not CSV",
                "[[1767571200, 1, 2]]|is JSON, not CSV"
            })
    void otherKindIsNamedWithWhatToDo(String text, String said) {
        assertThatThrownBy(() -> CsvFiles.read(text + "\n")).hasMessageContaining(said);
    }

    @Test
    void workbooksAreNamed() throws IOException {
        assertThatThrownBy(() -> read(zip("[Content_Types].xml", "xl/workbook.xml")))
                .hasMessageContaining("is an Excel workbook; save it as CSV in Excel");
        assertThatThrownBy(() -> read(zip("mimetype", "content.xml")))
                .hasMessageContaining("is a LibreOffice document");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertThatThrownBy(() -> read(old)).hasMessageContaining("is an Excel workbook");
        byte[] pickle = {(byte) 0x80, 5, 0, 0};
        assertThatThrownBy(() -> read(pickle)).hasMessageContaining("is a pickle; let its name end with .pkl");
    }

    @Test
    void bracketsAroundNamesAreNoJson() throws IOException {
        assertThat(CsvFiles.read("[Date],[Close]\n2026-01-05,1\n")
                        .data()
                        .table()
                        .rowCount())
                .isEqualTo(1);
    }

    private static CsvFiles read(byte[] bytes) throws IOException {
        return CsvFiles.read("x.csv", bytes, CsvFormat.TOLD_BY_FILE);
    }

    private static byte[] packed(String kind, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                switch (kind) {
                    case "gz" -> new GZIPOutputStream(bytes);
                    case "bz2" -> new BZip2CompressorOutputStream(bytes);
                    case "xz" -> new XZOutputStream(bytes, new LZMA2Options());
                    case "zst" -> new ZstdOutputStream(bytes);
                    default -> {
                        ZipOutputStream zip = new ZipOutputStream(bytes);
                        zip.putNextEntry(new ZipEntry("x.csv"));
                        yield zip;
                    }
                }) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TEXT);
            }
        }
        return bytes.toByteArray();
    }
}
