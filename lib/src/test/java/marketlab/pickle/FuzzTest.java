package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import marketlab.peer.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A minute of coverage-guided fuzzing in CI, five seconds elsewhere, from real pickles on; of bounded inputs by one seed, so
 * that what passes once passes again. Whoever looks for more takes another.
 */
@Tag("slow")
class FuzzTest {

    private static final int SECONDS = "true".equals(System.getenv("CI")) ? 60 : 5;
    private static final int SEED = 1;
    private static final int INPUTS = 150_000;
    /** None but -Xmx: Linux counts the memory of the process that started the fuzzer as the fuzzer's own. */
    private static final String NO_MEMORY_LIMIT = "-rss_limit_mb=0";

    @TempDir
    Path folder;

    @Test
    void nothingButARefusalComesOfAnyBytes() throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        seed(corpus);
        Path output = folder.resolve("output.txt");
        Process fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + PickleFuzzer.class.getName(),
                        "--instrumentation_includes=marketlab.pickle.**",
                        "--custom_hook_includes=marketlab.pickle.**",
                        "-seed=" + SEED,
                        "-runs=" + INPUTS,
                        "-max_total_time=" + SECONDS,
                        "-timeout=60",
                        NO_MEMORY_LIMIT,
                        "-max_len=4096",
                        "-artifact_prefix=" + folder + "/",
                        corpus.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = Await.exit(fuzzer);
        String said = Files.readString(output);
        assertThat(exit).as(said).isZero();
        assertThat(said).contains("Done ");
    }

    private static void seed(Path corpus) throws IOException {
        for (Path pickle : Pandas.pickles(Pandas.RESOURCES)) {
            Files.copy(pickle, corpus.resolve(pickle.getParent().getFileName() + "-" + pickle.getFileName()));
        }
        PandasPickle.write(
                PandasPickle.read(Pandas.RESOURCES.resolve("3.0.5/mixed.p5.pkl")), corpus.resolve("own.pkl"));
    }
}
