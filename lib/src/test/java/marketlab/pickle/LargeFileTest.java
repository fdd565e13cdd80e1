package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import marketlab.peer.Await;
import marketlab.peer.Peer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;

/** Files beyond what a Java array or a mapping holds are as any others. */
@Tag("slow")
class LargeFileTest {

    private static final long NEEDED = 5L << 30;

    @TempDir
    Path folder;

    @Test
    void threeGibibytesAreDescribedReadAndWritten() throws Exception {
        long free = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
        if (free < NEEDED || Files.getFileStore(folder).getUsableSpace() < NEEDED) {
            Peer.missing("there are no 5 GiB of memory and of disk for a file of 3 GiB");
        }
        Path large = folder.resolve("large.pkl");
        Path copy = folder.resolve("copy.pkl");
        LargeFile.write(large);
        Description description = PandasPickle.describe(large);
        assertThat(description.rows()).isEqualTo(LargeFile.ROWS);
        assertThat(description.columns()).containsExactly(new Description.Column("a", "float64", ColumnType.DOUBLE));

        Path output = folder.resolve("output.txt");
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3400m",
                        "-XX:+UseSerialGC",
                        "-XX:NewSize=64m",
                        "-XX:MaxNewSize=64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFile.class.getName(),
                        large.toString(),
                        copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Await.exit(reader);
        assertThat(Files.readString(output).trim()).isEqualTo(LargeFile.ROWS + " 0.0 " + LargeFile.LAST);
        Description again = PandasPickle.describe(copy);
        assertThat(again.rows()).isEqualTo(LargeFile.ROWS);
        assertThat(again.integrity()).isEqualTo(Description.Integrity.SEALED);
    }
}
