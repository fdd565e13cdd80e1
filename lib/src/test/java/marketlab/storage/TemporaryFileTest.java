package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.storage.FakeGcs.Fault;
import marketlab.storage.FakeGcs.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** A process that is interrupted while it saves to a bucket. */
class TemporaryFileTest {

    private static final int MINUTE = 60_000;

    @TempDir
    Path folder;

    @Test
    void whatWasOnItsWayToABucketGoesWithTheProcess() throws Exception {
        String living = Files.createFile(folder.resolve("marketlab-" + "a".repeat(32) + "-1.pkl")).getFileName().toString();
        Path lease = Files.createFile(folder.resolve("marketlab-" + "a".repeat(32) + ".lock"));
        Files.createFile(folder.resolve("marketlab-" + "b".repeat(32) + ".lock"));
        Files.createFile(folder.resolve("marketlab-" + "b".repeat(32) + "-1.pkl"));
        String foreign = Files.createFile(folder.resolve("marketlab-notes.pkl")).getFileName().toString();
        try (FakeGcs store = new FakeGcs(1000, MINUTE); FileChannel held = FileChannel.open(lease, StandardOpenOption.WRITE)) {
            held.lock();
            store.fail(Request.CREATE, Fault.STALL);
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Saver.class.getName());
            builder.environment().put("STORAGE_EMULATOR_HOST", store.address());
            Process saver = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            try {
                while (saver.isAlive() && store.log().stream().noneMatch(request -> request.startsWith("POST "))) {
                    Thread.sleep(20);
                }
                assertThat(files()).as("what a killed process left is gone").hasSize(3).contains(living, foreign);
            } finally {
                saver.destroy();
            }
            assertThat(saver.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(files()).containsExactlyInAnyOrder(living, foreign);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".pkl")).toList();
        }
    }

    /** Saves one dataset. */
    private static final class Saver {

        public static void main(String... arguments) {
            try (Storage storage = new GoogleCloudStorage(FakeGcs.BUCKET)) {
                storage.save(Dataset.of(Table.create("prices", DoubleColumn.create("Close", 1, 2))), "index/prices.pkl");
            }
        }
    }
}
