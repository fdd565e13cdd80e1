package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import marketlab.peer.Await;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading takes the columns and 64 MB: in a JVM that has no more, heap and buffers together. */
@Tag("slow")
class MemoryTest {

    private static final int ROWS = 5_000_000;
    private static final long COLUMNS = 5L * ROWS * Double.BYTES;
    private static final long MORE = 64 << 20;
    private static final long BUFFERS = 8 << 20;

    private static final String SCRIPT = """
        import sys, numpy as np, pandas as pd
        block = np.arange(5.0 * %d).reshape(5, -1)
        frame = pd.DataFrame(block.T if sys.argv[2] == 'columns' else np.ascontiguousarray(block.T), columns=list('abcde'))
        frame.to_pickle(sys.argv[1])
        """.formatted(ROWS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"columns", "rows"})
    void twoHundredMegabytesAreReadInTwoHundredAndSixtyFour(String contiguous) throws Exception {
        Path file = folder.resolve("frame.pkl");
        Python.with(Python.PANDAS.get(3)).run(SCRIPT, file, contiguous);
        Path output = folder.resolve("output.txt");
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + (COLUMNS + MORE - BUFFERS),
                        "-XX:MaxDirectMemorySize=" + BUFFERS,
                        "-XX:+UseSerialGC",
                        "-XX:NewSize=16m",
                        "-XX:MaxNewSize=16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Await.exit(reader);
        assertThat(Files.readString(output).trim()).isEqualTo("2.4999999E7");
    }

    static final class Reader {
        private Reader() {}

        public static void main(String... args) throws Exception {
            System.out.println(PandasPickle.read(Path.of(args[0]))
                    .table()
                    .doubleColumn("e")
                    .getDouble(ROWS - 1));
        }
    }
}
