package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.peer.Await;
import marketlab.storage.gcs.FakeGcs;
import marketlab.storage.gcs.FakeGcs.Fault;
import marketlab.storage.gcs.FakeGcs.Request;
import marketlab.storage.gcs.GoogleCloudStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** A process that is interrupted while it saves to a bucket. */
@Tag("slow")
class TemporaryFileTest {

    private static final int LONGER_THAN_THE_TEST = 3_600_000;

    @TempDir
    Path folder;

    @Test
    void whatWasOnItsWayToABucketGoesWithTheProcess() throws Exception {
        String living = Files.createFile(folder.resolve("marketlab-" + "a".repeat(32) + "-1.pkl"))
                .getFileName()
                .toString();
        Path lease = Files.createFile(folder.resolve("marketlab-" + "a".repeat(32) + ".lock"));
        Files.createFile(folder.resolve("marketlab-" + "b".repeat(32) + ".lock"));
        Files.createFile(folder.resolve("marketlab-" + "b".repeat(32) + "-1.pkl"));
        String foreign = Files.createFile(folder.resolve("marketlab-notes.pkl"))
                .getFileName()
                .toString();
        try (FakeGcs store = new FakeGcs(1000, LONGER_THAN_THE_TEST);
                FileChannel held = FileChannel.open(lease, StandardOpenOption.WRITE)) {
            held.lock();
            store.fail(Request.CREATE, Fault.STALL);
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Saver.class.getName());
            builder.environment().put("STORAGE_EMULATOR_HOST", store.address());
            Process saver = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                Await.until(
                        "the upload",
                        () -> !saver.isAlive()
                                || store.log().stream().anyMatch(request -> request.startsWith("POST ")));
                assertThat(files())
                        .as("what a killed process left is gone")
                        .hasSize(3)
                        .contains(living, foreign);
            } finally {
                saver.destroy();
            }
            Await.exit(saver);
            assertThat(files()).containsExactlyInAnyOrder(living, foreign);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pkl"))
                    .toList();
        }
    }

    /** Saves one dataset. */
    private static final class Saver {

        public static void main(String... arguments) {
            try (Storage storage = new GoogleCloudStorage(FakeGcs.BUCKET)) {
                storage.save(
                        Dataset.of(Table.create("prices", DoubleColumn.create("Close", 1, 2))), "index/prices.pkl");
            }
        }
    }
}
