package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import marketlab.dataset.Dataset;
import marketlab.peer.Python;
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
        return Dataset.of(Table.create("t", DoubleColumn.create("a", IntStream.range(0, 50_000).asDoubleStream())));
    }

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
                assertThat(read.table().doubleColumn("a").asDoubleArray()).as(writer + ending)
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
                    assertThat(PandasPickle.read(file).table().doubleColumn("a").asDoubleArray()).containsExactly(1.5, 2.5);
                } catch (PickleException e) {
                    assertThat(e.getMessage()).startsWith("[" + file + "] byte ");
                }
            }
        }
    }

    @Test
    void aBombIsRefused() throws IOException {
        Path file = folder.resolve("bomb.pkl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 70; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertThatThrownBy(() -> PandasPickle.read(file))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining("a GZIP that expands more than 200-fold");
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
