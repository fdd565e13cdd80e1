package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataQuery;
import marketlab.peer.Peer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class LocalStorageTest extends StorageContractTest {

    private static final String NAME = "index/nifty/gbm/20230901_123045.pkl";

    @TempDir
    Path root;

    @Override
    protected Storage open(Clock clock) {
        return new LocalStorage(root.resolve("data"), clock);
    }

    @Override
    protected void plant(String path, byte[] content) throws IOException {
        Path file = root.resolve("data").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Test
    void openingMakesNoFolder() {
        new LocalStorage(root.resolve("data").toString());
        assertThat(root.resolve("data")).doesNotExist();
    }

    @Test
    void savedFolderHoldsTheDatasetAndNothingElse() throws IOException {
        local().save(data(), NAME);
        assertThat(filesBelow(root)).containsExactly("data/" + NAME);
    }

    @Test
    void failedSaveLeavesNoFile() throws IOException {
        Dataset unwritable = data().with(Metadata.EMPTY.with("note", new Object()));
        assertThatThrownBy(() -> local().save(unwritable, NAME)).isInstanceOf(RuntimeException.class);
        assertThat(filesBelow(root)).isEmpty();
    }

    @Tag("slow")
    @Test
    void draftIsLeftOverOnlyWhenItsMakerIsGone() throws Exception {
        local().save(data(), NAME);
        Path folder = root.resolve("data/index/nifty/gbm");
        Path own = DraftFiles.create(folder);
        Path foreign = Files.createFile(folder.resolve(".draft-another.host-1-1"));
        try (Writer writer = new Writer(folder)) {
            Path living = writer.draft;
            local().save(data(), "index/nifty/gbm/20230902_123045.pkl");
            assertThat(living).exists();
            assertThat(own).exists();
            assertThat(foreign).exists();
            assertThat(local().listFiles("index/nifty/gbm"))
                    .containsExactly("20230901_123045.pkl", "20230902_123045.pkl");
            writer.kill();
            local().save(data(), "index/nifty/gbm/20230903_123045.pkl");
            assertThat(living).doesNotExist();
        }
        assertThat(own).exists();
        DraftFiles.discard(own);
        Files.delete(foreign);
        assertThat(filesBelow(folder)).hasSize(3).allMatch(name -> name.endsWith(".pkl"));
    }

    @Test
    void nameIsClaimedOnceWhereThereAreNoHardLinks() throws IOException {
        Path target = root.resolve("x.pkl");
        Path first = Files.writeString(root.resolve("first"), "first");
        Path second = Files.writeString(root.resolve("second"), "second");
        assertThat(DraftFiles.claimAndMove(first, target)).isTrue();
        assertThat(DraftFiles.claimAndMove(second, target)).isFalse();
        assertThat(target).hasContent("first");
        assertThat(filesBelow(root)).containsExactly("second", "x.pkl");
    }

    @Tag("slow")
    @Test
    void claimOfALivingWriterIsRespectedAndThatOfADeadOneTakenOver() throws Exception {
        Path target = root.resolve("x.pkl");
        Path claim = root.resolve(".claim-x.pkl");
        Path draft = Files.writeString(root.resolve("draft"), "whole");
        try (Writer writer = new Writer(claim)) {
            assertThat(DraftFiles.claimAndMove(draft, target)).isFalse();
            writer.kill();
        }
        assertThat(claim).exists();
        assertThat(DraftFiles.claimAndMove(draft, target)).isTrue();
        assertThat(filesBelow(root)).containsExactly("x.pkl");
    }

    @Tag("slow")
    @Test
    void fullDiskIsOneLineAndLosesNothing() throws Exception {
        Path small = Files.createDirectory(root.resolve("small"));
        if (exitCode("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()) != 0) {
            Peer.missing("a small file system cannot be mounted here (that takes root)");
        }
        try {
            Storage storage = new LocalStorage(small, Clock.systemUTC());
            storage.save(data(), NAME);
            Dataset large = Dataset.of(Table.create("t", DoubleColumn.create("Close", new double[100_000])));
            assertThatThrownBy(() -> storage.save(large, "index/nifty/gbm/20230902_123045.pkl"))
                    .isInstanceOf(StorageException.class)
                    .hasMessage(
                            "[%s/index/nifty/gbm] save failed: no space left; free some or use another storage", small);
            assertThat(filesBelow(small)).containsExactly(NAME);
            assertThat(storage.load(NAME).table().rowCount()).isEqualTo(2);
        } finally {
            assertThat(exitCode("umount", small.toString())).isZero();
        }
    }

    @Test
    void folderThatIsAFileIsAClearError() throws IOException {
        Files.writeString(root.resolve("data"), "a file");
        assertThatThrownBy(() -> local().save(data(), NAME))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "[%s/data/index/nifty/gbm] save failed: a part of the path is a file, not a folder; "
                                + "move it or use another storage",
                        root);
    }

    @Test
    void symbolicLinkOutOfTheStorageIsRefused() throws IOException {
        Path outside = Files.createDirectory(root.resolve("outside"));
        Files.createDirectories(root.resolve("data/index"));
        Files.createSymbolicLink(root.resolve("data/index/nifty"), outside);
        assertThatThrownBy(() -> local().save(data(), NAME))
                .hasMessageContaining("a symbolic link leads out of the storage");
        assertThat(filesBelow(outside)).isEmpty();
    }

    @Test
    void symbolicLinkInsideTheStorageIsFollowed() throws IOException {
        Files.createDirectories(root.resolve("data/index/nse50/gbm"));
        Files.createSymbolicLink(root.resolve("data/index/nifty"), Path.of("nse50"));
        local().save(data(), NAME);
        assertThat(local().exists("index/nse50/gbm/20230901_123045.pkl")).isTrue();
    }

    @Tag("slow")
    @Test
    void whatIsNoRegularFileIsNoDatasetAndKeepsNobodyWaiting() throws Exception {
        String whole = local().pathOf(local().save(data(), NAME));
        Path folder = root.resolve("data/index/nifty/gbm");
        String future = "index/nifty/gbm/20991231_00000";
        Files.createDirectory(folder.resolve("20991231_000000.pkl"));
        Files.createSymbolicLink(folder.resolve("20991231_000001.pkl"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("20991231_000002.pkl"), Path.of("20991231_000002.pkl"));
        assertThat(exitCode("mkfifo", folder.resolve("20991231_000003.pkl").toString()))
                .isZero();
        Map<String, String> odd = new TreeMap<>(Map.of(
                future + "0.pkl", "is a folder, not a dataset",
                future + "1.pkl", "is a broken link",
                future + "2.pkl", "is a broken link",
                future + "3.pkl", "is not a regular file"));
        List<String> told = new ArrayList<>();
        Storage storage = local().telling(told::add);
        assertThat(storage.latest("")).isEqualTo(whole);
        assertThat(storage.list("", "")).containsExactly(whole);
        assertThat(told).hasSize(6);
        Map<String, String> passedOver = new TreeMap<>();
        assertThat(storage.search(MetadataQuery.parse("Close!=1"), passedOver::put))
                .containsExactly(whole);
        assertThat(passedOver).isEqualTo(odd);
        assertThat(storage.verifyAll("", Progress.UNWATCHED).unread()).isEqualTo(odd);
        passedOver.clear();
        assertThat(storage.prunable("", 1, Instant.MAX, passedOver::put)).isEmpty();
        assertThat(passedOver).isEqualTo(odd);
        assertThatThrownBy(() -> storage.load(future + "3.pkl"))
                .hasMessageEndingWith("load failed: is not a regular file");
        assertThatThrownBy(() -> storage.delete(future + "0.pkl")).hasMessageEndingWith("is a folder, not a dataset");
        assertThat(folder.resolve("20991231_000000.pkl")).exists();
    }

    @Test
    void linksThatLeadInACircleAreFollowedOnceAndTold() throws IOException {
        String whole = local().pathOf(local().save(data(), NAME));
        Path folder = root.resolve("data/index/nifty/gbm");
        Files.createSymbolicLink(folder.resolve("up"), Path.of(".."));
        Files.createDirectories(root.resolve("data/a"));
        Files.createDirectories(root.resolve("data/b"));
        Files.createSymbolicLink(root.resolve("data/a/to"), Path.of("../b"));
        Files.createSymbolicLink(root.resolve("data/b/to"), Path.of("../a"));
        List<String> told = new ArrayList<>();
        assertThat(local().telling(told::add).list("", "")).containsExactly(whole);
        assertThat(told)
                .singleElement()
                .asString()
                .endsWith("and 2 more skipped: is a link to a folder that contains it");
    }

    @Test
    void folderThatALinkPutsOutsideHidesNoOther() throws IOException {
        String whole = local().pathOf(local().save(data(), NAME));
        Files.createSymbolicLink(root.resolve("data/index/outside"), Files.createDirectory(root.resolve("outside")));
        assertThat(local().list("", "")).containsExactly(whole);
        assertThat(local().latest("")).isEqualTo(whole);
        assertThat(local().verifyAll("", Progress.UNWATCHED).unread())
                .isEqualTo(Map.of(
                        "index/outside", "a symbolic link leads out of the storage; use the folder it points to"));
    }

    @Test
    void pruneNeitherCountsNorRemovesLinks() throws IOException {
        String folder = "index/nifty/gbm/";
        local().save(data(), folder + "20260101_000000_a.pkl");
        Path real = root.resolve("data/" + folder);
        Files.createSymbolicLink(real.resolve("20260104_000000_link.pkl"), Path.of("20260101_000000_a.pkl"));
        Files.createSymbolicLink(real.resolveSibling("alias"), Path.of("gbm"));
        Files.createSymbolicLink(root.resolve("data/index/all"), Path.of("nifty"));
        Map<String, String> notCounted = new TreeMap<>();
        assertThat(local().prunable("", 1, Instant.MAX, notCounted::put)).isEmpty();
        assertThat(notCounted)
                .containsOnlyKeys(
                        "index/all/alias", "index/all/gbm", "index/nifty/alias", folder + "20260104_000000_link.pkl");
        assertThat(notCounted.values()).containsOnly("is a symbolic link, or in a folder behind one");

        local().save(data(), folder + "20260102_000000_b.pkl");
        Files.createSymbolicLink(real.resolve("20250101_000000_old.pkl"), Path.of("20260102_000000_b.pkl"));
        assertThat(local().prunable("", 1, Instant.MAX, (path, reason) -> {}))
                .containsExactly(folder + "20260101_000000_a.pkl");
        assertThat(local().prunable("index/all/gbm", 1, Instant.MAX, (path, reason) -> {}))
                .as("a link that the user names")
                .containsExactly("index/all/gbm/20260101_000000_a.pkl");
    }

    @Test
    void thousandsOfFoldersInEachOtherEndInALine() throws IOException {
        String whole = local().pathOf(local().save(data(), NAME));
        Path deep = root.resolve("data/deep");
        Path innermost = Files.createDirectories(deep.resolve("d/".repeat(1500)));
        List<String> told = new ArrayList<>();
        assertThat(local().telling(told::add).list("", "")).containsExactly(whole);
        assertThat(told).singleElement().asString().endsWith("skipped: is longer than 900 characters");
        // JUnit would take minutes, as it resolves all parts of each path anew.
        for (Path inner = innermost; !inner.equals(deep); inner = inner.getParent()) {
            Files.delete(inner);
        }
    }

    @Test
    void filesHaveThePermissionsOfTheUsersOwn() throws IOException {
        local().save(data(), NAME);
        Path saved = root.resolve("data").resolve(NAME);
        assertThat(Files.getPosixFilePermissions(saved))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(root.resolve("own"))));
        assertThat(Files.getPosixFilePermissions(saved.getParent()))
                .isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(root.resolve("folder"))));
    }

    @Test
    void storageOfTheWorkingFolderTellsPathsInIt() {
        assertThat(new LocalStorage(".").place(NAME)).isEqualTo("./" + NAME);
        assertThat(new LocalStorage("./data").place(NAME)).isEqualTo("data/" + NAME);
    }

    private static int exitCode(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private Storage local() {
        return open(Clock.systemUTC());
    }

    private static Dataset data() {
        return Dataset.of(Table.create("t", DoubleColumn.create("Close", 1, 2))).with(Metadata.EMPTY);
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Another Java process that holds a draft in a folder, or the lock of a file, until it is killed. */
    private static final class Writer implements AutoCloseable {

        private final Process process;
        private final Path draft;

        Writer(Path place) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            place.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            draft = Path.of(process.inputReader().readLine());
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }

        public static void main(String... place) throws Exception {
            Path path = Path.of(place[0]);
            if (Files.isDirectory(path)) {
                System.out.println(DraftFiles.create(path));
            } else {
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                        .lock();
                System.out.println(path);
            }
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
