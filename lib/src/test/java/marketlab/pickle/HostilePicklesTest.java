package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import marketlab.dataset.Dataset;
import marketlab.peer.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Nothing that a file asks for is run; what pandas does not write is rejected in bounded time and memory. */
@Tag("slow")
class HostilePicklesTest {

    @TempDir
    Path folder;

    @Test
    void hostileFilesAreRefusedSoonAndCheaply() throws Exception {
        HostileFiles.write(folder);
        List<Path> files = Pandas.pickles(folder);
        assertThat(files).hasSizeGreaterThan(400);
        Path output = folder.resolve("output.txt");
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileReader.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Await.exit(reader);
        assertThat(Files.readString(output).trim()).isEqualTo(files.size() + " refused");
    }

    @Test
    void anAttributeThatIsNoValueIsLeftOutAndToldAndNeverWritten() throws IOException {
        Path file = folder.resolve("a.pkl");
        Path again = folder.resolve("again.pkl");
        for (Map.Entry<String, byte[]> left : HostileFiles.leftOut().entrySet()) {
            Files.write(file, left.getValue());
            Dataset read = PandasPickle.read(file);
            assertThat(read.metadata().attributes()).as(left.getKey()).isEmpty();
            assertThat(read.frame().aside().notes())
                    .as(left.getKey())
                    .singleElement()
                    .asString()
                    .startsWith("attribute '");
            PandasPickle.write(read, again);
            assertThat(Files.readString(again, StandardCharsets.ISO_8859_1))
                    .as(left.getKey())
                    .doesNotContain("echo");
        }
    }

    @Test
    void aNameThatStandsAmongAttributesAndElsewhereIsRefused() throws IOException {
        Path file = folder.resolve("a.pkl");
        Files.write(
                file,
                Assembler.frame(
                        a -> a.objects(1, b -> b.global("os", "system").op(Opcode.MEMOIZE)),
                        index -> index.range(1),
                        attributes -> attributes.op(Opcode.EMPTY_DICT).text("x").op(Opcode.BINGET, 0, Opcode.SETITEM)));
        assertThatThrownBy(() -> PandasPickle.read(file)).hasMessageContaining("os system");
    }

    @Test
    void aRefusalNamesTheByteAndTheReason() throws IOException {
        Path file = folder.resolve("a.pkl");
        Files.write(
                file, Assembler.protocol(2).raw("cos\nsystem\n").op(Opcode.STOP).done());
        assertThatThrownBy(() -> PandasPickle.read(file))
                .hasMessage("[" + file + "] byte 2: global 'os system' is not one that pandas writes");
        assertThatThrownBy(() -> PandasPickle.describe(file)).isInstanceOf(PickleException.class);
    }

    @Test
    void aFileCutAnywhereIsRefusedOrExact() throws IOException {
        Path cut = folder.resolve("cut.pkl");
        for (Path whole : List.of(
                written(),
                Pandas.RESOURCES.resolve("3.0.5/mixed.p5.pkl"),
                Pandas.RESOURCES.resolve("1.5.3/attrs.p2.pkl"))) {
            byte[] bytes = Files.readAllBytes(whole);
            String expected = shown(PandasPickle.read(whole));
            for (int length = 0; length < bytes.length; length++) {
                Files.write(cut, Arrays.copyOf(bytes, length));
                refusedOrExact(cut, expected, whole + " cut at " + length);
            }
        }
    }

    @Test
    void aFlippedByteIsRefusedOrExact() throws IOException {
        Path whole = written();
        Path flipped = folder.resolve("flipped.pkl");
        byte[] bytes = Files.readAllBytes(whole);
        String expected = shown(PandasPickle.read(whole));
        Random random = new Random(20240101);
        for (int i = 0; i < 10_000; i++) {
            byte[] copy = bytes.clone();
            copy[random.nextInt(copy.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(flipped, copy);
            refusedOrExact(flipped, expected, "flip " + i);
        }
    }

    private static void refusedOrExact(Path file, String expected, String what) throws IOException {
        try {
            assertThat(shown(PandasPickle.read(file))).as(what).isEqualTo(expected);
        } catch (PickleException e) {
            assertThat(e.offset()).as(what).isBetween(0L, Files.size(file));
        }
    }

    private Path written() throws IOException {
        Path file = folder.resolve("written.pkl");
        PandasPickle.write(
                Dataset.of(Table.create(
                                "t",
                                DoubleColumn.create("a", 1.5, 2.5, 3.5),
                                DateTimeColumn.create("t", LocalDateTime.of(2024, 1, 1, 9, 15), null, null),
                                StringColumn.create("s", "x", "", "z")))
                        .withIndex("t"),
                file);
        return file;
    }

    private static String shown(Dataset dataset) {
        return dataset.table().printAll().replaceFirst(".*\n", "")
                + dataset.metadata()
                + dataset.frame().index();
    }
}
