package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.peer.Await;
import marketlab.start.FastStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** A saving process is killed, again and again, at any moment. */
@Tag("slow")
class CrashTest {

    private static final String FOLDER = "index/nifty/gbm";
    private static final int KILLS = 200;
    private static final int AT_ONCE = 4;
    private static final int MOST_MILLIS_OF_SAVING = 250;

    @TempDir
    Path root;

    @TempDir
    Path aside;

    /** The classes that a saver loads; Java starts in half of the time from such an archive. */
    private Path archive;

    @BeforeEach
    void archiveTheClassesOfASaver() throws Exception {
        archive = aside.resolve("classes.jsa");
        Saver once = new Saver(aside, "-XX:ArchiveClassesAtExit=" + archive, "-Dsaver.saves=2");
        assertThat(Await.exit(once.process)).isZero();
        assertThat(archive).exists();
    }

    @Test
    void everyNameIsWholeAndNoReportedOneIsLostWhereverTheProcessIsKilled() throws Exception {
        Random random = new Random(7);
        TreeSet<String> reported = new TreeSet<>();
        boolean aSaveWasCut = false;
        for (int killed = 0; killed < KILLS; killed += AT_ONCE) {
            List<Saver> savers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                savers.add(new Saver(root, "-XX:SharedArchiveFile=" + archive));
            }
            for (Saver saver : savers) {
                saver.awaitFirst();
            }
            for (Saver saver : savers) {
                Thread.sleep(random.nextInt(MOST_MILLIS_OF_SAVING / AT_ONCE));
                reported.addAll(saver.kill());
            }
            aSaveWasCut |= !drafts().isEmpty();
        }
        Storage storage = new LocalStorage(root, Clock.systemUTC());
        List<String> there = storage.listFiles(FOLDER);
        assertThat(there).allMatch(name -> name.endsWith(".pkl"));
        assertThat(reported).filteredOn(name -> !there.contains(name)).isEmpty();
        assertThat(storage.list("", "")).hasSizeGreaterThan(KILLS).allSatisfy(path -> assertThat(storage.verify(path))
                .isEmpty());
        assertThat(aSaveWasCut).isTrue();
        storage.save(Saver.data());
        assertThat(drafts()).isEmpty();
    }

    private List<String> drafts() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }

    /** A Java process that saves until it is killed, and tells each name when it is saved; not on stdout, where Java warns. */
    private static final class Saver {

        private final Process process;
        private final Path told = Files.createTempFile("saver", ".out");

        Saver(Path root, String... options) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable"));
            command.addAll(List.of(options));
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    Saver.class.getName(),
                    root.toString(),
                    told.toString()));
            process = new ProcessBuilder(command).inheritIO().start();
        }

        void awaitFirst() throws Exception {
            Await.until("a dataset", () -> !process.isAlive() || Files.size(told) > 0);
            assertThat(process.isAlive()).isTrue();
        }

        List<String> kill() throws Exception {
            process.destroyForcibly();
            Await.exit(process);
            String text = Files.readString(told);
            Files.delete(told);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().collect(Collectors.toList());
        }

        public static void main(String... args) throws IOException {
            FastStart.narrowScan();
            Storage storage = new LocalStorage(Path.of(args[0]), Clock.systemUTC());
            for (int left = Integer.getInteger("saver.saves", Integer.MAX_VALUE); left > 0; left--) {
                String path = storage.save(data());
                Files.writeString(
                        Path.of(args[1]), path.substring(path.lastIndexOf('/') + 1) + "\n", StandardOpenOption.APPEND);
            }
        }

        static Dataset data() {
            return Dataset.of(Table.create("t", DoubleColumn.create("Close", new double[20_000])))
                    .with(Metadata.EMPTY.withName(FOLDER, "bullish"));
        }
    }
}
