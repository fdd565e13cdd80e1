package marketlab.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import marketlab.cli.Mlab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TrainingBucketTest {

    @Test
    void whatTheLauncherTrainsWithFindsADatasetInIt() throws IOException, InterruptedException {
        HttpServer bucket = TrainingBucket.open();
        try {
            ProcessBuilder latest = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName());
            latest.environment()
                    .put(
                            "STORAGE_EMULATOR_HOST",
                            "127.0.0.1:" + bucket.getAddress().getPort());
            Process process = latest.redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(answer).isZero();
            assertThat(answer).endsWith("gs://lab/index/nifty/gbm/20230901_120000_usual.pkl\n");
        } finally {
            bucket.stop(0);
        }
    }

    /** The launcher's command; a full path names its bucket itself. */
    static final class Child {

        private Child() {}

        public static void main(String... args) {
            System.exit(Mlab.run("latest", "gs://lab/index/nifty/gbm"));
        }
    }
}
