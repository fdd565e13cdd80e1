package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketlab.dataset.Dataset;
import marketlab.peer.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Who keeps datasets in a folder does not pay for Google's client: none of its classes is asked for. */
class GoogleFreeTest {

    private static final Pattern GOOGLES =
            Pattern.compile("com[/\\\\]google[/\\\\](?!guava).*|io[/\\\\](grpc|opencensus|opentelemetry).*");

    @TempDir
    private Path temp;

    @Tag("slow")
    @Test
    void localStorageWorksWithoutTheJarsOfGoogle() throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !GOOGLES.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(classPath).doesNotContain("google-cloud").doesNotContain("gax");
        Path out = temp.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Child.class.getName(),
                        temp.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        Await.exit(process);
        assertThat(Files.readString(out).strip()).isEqualTo("index/nifty/gbm/20230901_123045.pkl 42.0");
    }

    /** Saves, finds and loads in a folder, through the factory. */
    static final class Child {

        private Child() {}

        public static void main(String... args) {
            try (Storage storage = StorageFactory.getStorage("local", Map.of("base_path", args[0]))) {
                Dataset prices = Dataset.of(Table.create("prices", DoubleColumn.create("Close", 42.0)));
                storage.save(prices, "index/nifty/gbm/20230901_123045.pkl");
                String latest = storage.latest("index");
                System.out.println(latest + " "
                        + storage.load(latest).table().doubleColumn("Close").get(0));
            }
        }
    }
}
