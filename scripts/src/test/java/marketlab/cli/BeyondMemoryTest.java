package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import marketlab.peer.Await;
import marketlab.peer.Peer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset of almost twenty times the memory is made, looked at, drawn and verified: each verb in a JVM of 256 MB. */
@Tag("slow")
class BeyondMemoryTest {

    private static final int BYTES_A_ROW = 48;
    private static final int[] ROWS = {100_000_000, 50_000_000, 20_000_000};

    @TempDir
    Path folder;

    @Test
    void everyVerbTakesADatasetLargerThanMemory() throws Exception {
        int rows = rowsThatFit();
        String saved = run("generate", "index", "--rows", Integer.toString(rows), "--seed", "7", "--end", "2025-12-31")
                .strip();
        assertThat(Files.size(Path.of(saved))).isGreaterThan((long) BYTES_A_ROW * rows);
        try (Stream<Path> files = Files.list(Path.of(saved).getParent())) {
            assertThat(files).hasSize(1);
        }
        assertThat(run("describe", "index", "--latest"))
                .contains(rows + " rows, index Timestamp: datetime64[ns], with a checksum");
        assertThat(run("show", "index", "--latest", "--rows", "4").lines().toList())
                .hasSize(7)
                .satisfies(lines -> assertThat(lines.get(2)).containsPattern("T09:15:00\\.000 +\\| +24000\\.0+ +\\|"))
                .satisfies(lines -> assertThat(lines.get(4)).contains("..."));
        assertThat(run("show", "index", "--latest", "--rows", "3", "--format", "csv")
                        .lines()
                        .toList())
                .hasSize(4);
        assertThat(run("show", "index", "--latest", "--sparkline")).contains("2025-12-");
        Path page = folder.resolve("page.html");
        run("plot", "index", "--latest", "--out", page.toString());
        assertThat(Files.readString(page)).contains("%,d bars, drawn as 2,000 with their extremes".formatted(rows));
        assertThat(run("verify")).isEmpty();
    }

    @Test
    void aPanelOfChainsIsPricedWhileItIsWritten() throws Exception {
        String path = run("generate", "index", "--days", "2800", "--end", "2026-01-30", "--seed", "7")
                .strip();
        String panel = run("generate", "chain", "--along", path, "--as", "panel", "--strikes", "81", "--seed", "1")
                .strip();
        assertThat(Files.size(Path.of(panel))).isGreaterThan(256L << 20);
        assertThat(run("describe", panel)).contains("rows", "with a checksum");
    }

    private int rowsThatFit() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        for (int rows : ROWS) {
            if (room > 2L * BYTES_A_ROW * rows) {
                return rows;
            }
        }
        return Peer.missing("there are no 2 GB of disk for a dataset larger than memory");
    }

    private String run(String... arguments) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Verb.class.getName()),
                        Stream.concat(Stream.of(arguments), Stream.of("--storage", "local:" + folder.resolve("data"))))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = Await.exit(process);
        assertThat(exit).as(Files.readString(err)).isZero();
        return Files.readString(out);
    }

    /** The command line in a process of its own. */
    private static final class Verb {

        public static void main(String... arguments) {
            System.exit(Mlab.run(arguments));
        }
    }
}
