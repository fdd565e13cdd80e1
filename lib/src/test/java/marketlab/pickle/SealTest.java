package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.peer.Python;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;

/** The footer tells a damaged file from a whole one, and leaves no room for a second pickle. */
class SealTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("a.pkl");
        PandasPickle.write(Dataset.of(Table.create("t", DoubleColumn.create("a", 1.5, 2.5))), file);
    }

    @Test
    void aWrittenFileIsSealed() throws IOException {
        assertThat(PandasPickle.describe(file).integrity()).isEqualTo(Description.Integrity.SEALED);
    }

    @Test
    void nothingIsLeftOfALongerFileThatIsWrittenOver() throws IOException {
        byte[] shorter = Files.readAllBytes(file);
        Files.write(file, new byte[shorter.length + 9_999]);
        write();
        assertThat(file).hasBinaryContent(shorter);
    }

    @Tag("slow")
    @Test
    void aColumnWrittenOnAllCoresIsSealedAndExact() throws IOException {
        double[] long8 = new double[3 * ArrayBlocks.WORTHWHILE / Double.BYTES + 13];
        Arrays.setAll(long8, i -> i * 0.5);
        float[] long4 = new float[long8.length];
        Arrays.fill(long4, 2.5f);
        PandasPickle.write(
                Dataset.of(Table.create(
                        "t",
                        DoubleColumn.create("a", long8),
                        FloatColumn.create("b", long4),
                        DoubleColumn.create("c", long8))),
                file);
        Table read = PandasPickle.read(file).table();
        assertThat(PandasPickle.describe(file).integrity()).isEqualTo(Description.Integrity.SEALED);
        assertThat(read.doubleColumn("a").asDoubleArray()).isEqualTo(long8);
        assertThat(read.floatColumn("b").asFloatArray()).isEqualTo(long4);
        assertThat(read.doubleColumn("c").asDoubleArray()).isEqualTo(long8);
        assertThat(Python.with(Python.PANDAS.get(3)).run("""
            import sys, numpy as np, pandas as pd
            frame = pd.read_pickle(sys.argv[1])
            halves = np.arange(len(frame)) * 0.5
            print((frame.a == halves).all(), (frame.b == 2.5).all(), (frame.c == halves).all())
            """, file).trim()).isEqualTo("True True True");
    }

    @Test
    void theNumbersOfALongColumnBeginWhereACacheLineDoes() throws IOException {
        double[] numbers = new double[ArrayBlocks.WORTHWHILE / Double.BYTES];
        for (String name : List.of("a", "ab", "abc", "a".repeat(64))) {
            Arrays.fill(numbers, 1.5);
            PandasPickle.write(Dataset.of(Table.create("t", DoubleColumn.create(name, numbers))), file);
            int first = indexOf(
                    Arrays.copyOf(Files.readAllBytes(file), 4096), new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf8, 0x3f});
            assertThat(first % 64).as(name).isZero();
        }
    }

    @Test
    void whatAColumnThrowsReachesTheWriterAsItIs() {
        DoubleColumn broken =
                new DoubleColumn("a", DoubleArrayList.wrap(new double[ArrayBlocks.WORTHWHILE / Double.BYTES])) {
                    @Override
                    public double getDouble(int row) {
                        throw new IllegalStateException("row " + row);
                    }
                };
        assertThatThrownBy(() -> PandasPickle.write(Dataset.of(Table.create("t", broken)), file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("row ");
    }

    @Test
    void aFileOfPandasIsNot() throws IOException {
        assertThat(PandasPickle.describe(Pandas.RESOURCES.resolve("3.0.5/f8.p5.pkl"))
                        .integrity())
                .isEqualTo(Description.Integrity.NONE);
    }

    @Test
    void aChangedNumberIsFound() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int number = indexOf(bytes, new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf8, 0x3f});
        bytes[number + 5] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> PandasPickle.read(file))
                .isInstanceOf(PickleException.class)
                .hasMessage("[%s] byte %d: the checksum does not match the bytes: the file is damaged"
                        .formatted(file, bytes.length - Footer.LENGTH));
    }

    @Test
    void aSecondPickleBehindTheFirstIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(Pandas.RESOURCES.resolve("3.0.5/f8.p5.pkl"));
        Files.write(file, bytes);
        Files.write(file, bytes, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> PandasPickle.read(file))
                .hasMessage("[%s] byte %d: the bytes after STOP are not a footer of marketlab"
                        .formatted(file, bytes.length));
    }

    @Test
    void aFooterOfAnotherFileIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] other = Files.readAllBytes(Pandas.RESOURCES.resolve("3.0.5/f8.p5.pkl"));
        Files.write(file, other);
        Files.write(
                file, Arrays.copyOfRange(bytes, bytes.length - Footer.LENGTH, bytes.length), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> PandasPickle.read(file))
                .hasMessageContaining("the footer belongs to a longer or shorter file");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
