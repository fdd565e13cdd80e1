package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import marketlab.dataset.Dataset;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Files are compressed and expanded as pandas does it by their name. */
class CompressionTest {

    private static final List<String> ENDINGS = List.of("", ".gz", ".bz2", ".xz", ".zst", ".zip", ".GZ");
    private static final List<String> PANDAS = List.of("pandas>=3,<4", "zstandard");
    private static final String SCRIPT = """
        import sys, pandas as pd
        frame = pd.DataFrame({'a': [float(i) for i in range(50000)]})
        for path in sys.argv[1:]:
            pd.testing.assert_frame_equal(frame, pd.read_pickle(path), check_exact=True)
            frame.to_pickle(path.replace('java', 'pandas'))
        """;

    @TempDir
    Path folder;

    private static Dataset numbers() {
        return Dataset.of(Table.create(
                "t", DoubleColumn.create("a", IntStream.range(0, 50_000).asDoubleStream())));
    }

    @Tag("slow")
    @Test
    void pandasAndJavaReadEachOthersCompressedFiles() throws IOException {
        List<Object> files = new ArrayList<>();
        for (String ending : ENDINGS) {
            Path file = folder.resolve("java.pkl" + ending);
            PandasPickle.write(numbers(), file);
            files.add(file);
        }
        assertThat(Python.with(PANDAS).run(SCRIPT, files.toArray())).isEmpty();
        for (String ending : ENDINGS) {
            for (String writer : List.of("java", "pandas")) {
                Dataset read = PandasPickle.read(folder.resolve(writer + ".pkl" + ending));
                assertThat(read.table().doubleColumn("a").asDoubleArray())
                        .as(writer + ending)
                        .isEqualTo(numbers().table().doubleColumn("a").asDoubleArray());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".bz2", ".xz", ".zst", ".zip"})
    void aCompressedFileIsSealedAndKnownByItsContent(String ending) throws IOException {
        Path file = folder.resolve("a.pkl" + ending);
        PandasPickle.write(numbers(), file);
        Path renamed = Files.move(file, folder.resolve("renamed.pkl"));
        assertThat(PandasPickle.describe(renamed).integrity()).isEqualTo(Description.Integrity.SEALED);
    }

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".bz2", ".xz", ".zst", ".zip"})
    void aCompressedFileThatIsCutOrChangedIsRefusedOrExact(String ending) throws IOException {
        Path file = folder.resolve("a.pkl" + ending);
        PandasPickle.write(Dataset.of(Table.create("t", DoubleColumn.create("a", 1.5, 2.5))), file);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 + i % 255);
            for (byte[] damaged : List.of(changed, Arrays.copyOf(bytes, i))) {
                Files.write(file, damaged);
                try {
                    assertThat(PandasPickle.read(file).table().doubleColumn("a").asDoubleArray())
                            .containsExactly(1.5, 2.5);
                } catch (PickleException e) {
                    assertThat(e.getMessage())
                            .startsWith("[" + file + "] byte ")
                            .doesNotContain("null");
                }
            }
        }
    }

    @Test
    void aGzipThatIsCutEndsTooEarly() throws IOException {
        Path file = folder.resolve("a.pkl.gz");
        PandasPickle.write(numbers(), file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 12));
        assertThatThrownBy(() -> PandasPickle.read(file))
                .hasMessageMatching("\\[.*] byte \\d+: the GZIP ends too early");
    }

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".bz2", ".xz", ".zst", ".zip"})
    void whatStandsBehindTheEndIsRefusedByItsByte(String ending) throws IOException {
        Path file = folder.resolve("a.pkl" + ending);
        PandasPickle.write(numbers(), file);
        long end = Files.size(file);
        for (String behind : List.of("x", "\0", "garbage that is longer", "BZh9", "PK\3\4")) {
            Files.write(file, behind.getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
            for (Reading reading : List.<Reading>of(
                    PandasPickle::read, PandasPickle::describe, path -> PandasPickle.excerpt(path, 1, 1))) {
                assertThatThrownBy(() -> reading.of(file))
                        .as(ending + behind)
                        .isInstanceOf(PickleException.class)
                        .hasMessageMatching(
                                "\\[.*] byte (%d: there are other bytes after the end of the|\\d+: the) [A-Z0-9]+.*"
                                        .formatted(end));
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
        }
    }

    private interface Reading {
        Object of(Path file) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".bz2", ".xz"})
    void membersOneAfterTheOtherAreOneFile(String ending) throws IOException {
        byte[] pickle = Files.readAllBytes(Pandas.RESOURCES.resolve("3.0.5/f8.p5.pkl"));
        Path file = folder.resolve("two.pkl" + ending);
        for (byte[] half : List.of(Arrays.copyOf(pickle, 100), Arrays.copyOfRange(pickle, 100, pickle.length))) {
            try (OutputStream out = Compression.of(ending)
                    .writer(
                            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                            "two.pkl")) {
                out.write(half);
            }
        }
        assertThat(PandasPickle.read(file).table().rowCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {".gz", ".zst"})
    void aFrameOfEqualValuesIsReadHoweverWellItIsPacked(String ending) throws IOException {
        Path file = folder.resolve("equal.pkl" + ending);
        int rows = 70 << 20;
        byte[] frame = Assembler.frame(a -> a.array("|b1", rows, new byte[rows]), rows);
        try (OutputStream out = Compression.of(ending).writer(Files.newOutputStream(file), "equal.pkl")) {
            out.write(frame);
        }
        assertThat(Files.size(file)).isLessThan(rows / 800);
        assertThat(PandasPickle.describe(file).rows()).isEqualTo(rows);
        assertThat(PandasPickle.excerpt(file, 1, 1).rows()).isEqualTo(rows);
        PandasPickle.verify(file);
    }

    /** What is refused at its first byte is not unpacked to its last, which this file does not even have. */
    @Test
    void aBombIsUnpackedNoFurtherThanItIsAPickle() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 70; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        Path file = Files.write(folder.resolve("bomb.pkl.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        assertThatThrownBy(() -> PandasPickle.read(file))
                .isInstanceOf(PickleException.class)
                .hasMessageEndingWith("byte 0: this is not a pickle of protocol 2 or later");
    }

    @Test
    void whatTheDiskHasNoRoomForIsNotUnpacked() throws IOException {
        Path file = folder.resolve("large.pkl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(Assembler.protocol(5)
                    .op(Opcode.BINBYTES8)
                    .i64(1L << 60)
                    .raw(new byte[2 * PickleInput.BLOCK])
                    .done());
        }
        assertThatThrownBy(() -> PandasPickle.read(file))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining("unpacking needs 1,099,511,627,775 MB more, and the temporary folder");
    }

    @Tag("slow")
    @Test
    void nothingIsLeftOfAnUnpackedFileWhenTheProcessIsKilled() throws Exception {
        Path file = folder.resolve("a.pkl.gz");
        PandasPickle.write(numbers(), file);
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Unpacker.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = reader.inputReader()) {
            assertThat(said.readLine()).isEqualTo("unpacked 400000");
            reader.destroyForcibly().waitFor();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    /** Unpacks a file, says so, and waits to be killed. */
    static final class Unpacker {
        private Unpacker() {}

        public static void main(String... args) throws Exception {
            try (PickleInput in = new PickleInput(Path.of(args[0]))) {
                System.out.println(in.has(400_000) ? "unpacked 400000" : "not unpacked");
                System.in.read();
            }
        }
    }

    @Test
    void aZipOfTwoFilesIsRefused() throws IOException {
        Path file = folder.resolve("two.pkl.zip");
        byte[] pickle = Files.readAllBytes(Pandas.RESOURCES.resolve("3.0.5/f8.p5.pkl"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("a", "b")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(pickle);
            }
        }
        assertThatThrownBy(() -> PandasPickle.read(file)).hasMessageContaining("a zip must have one member");
    }

    @Test
    void aTarIsNotWritten() {
        assertThatThrownBy(() -> PandasPickle.write(numbers(), folder.resolve("a.tar.gz")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("end it with .pkl, .gz, .bz2, .xz, .zst or .zip");
    }
}
