package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import marketlab.dataset.Dataset;
import marketlab.storage.StorageCopy.Result;
import marketlab.storage.gcs.FakeGcs;
import marketlab.storage.gcs.FakeGcs.Fault;
import marketlab.storage.gcs.FakeGcs.Request;
import marketlab.storage.gcs.TestBuckets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class StorageCopyTest {

    private static final String FOLDER = "index/nifty/gbm/";
    private static final int COUNT = 20;

    @TempDir
    private Path temp;

    private final Set<Integer> told = new ConcurrentSkipListSet<>();
    private FakeGcs store;
    private Storage local;
    private Storage bucket;

    @BeforeEach
    void open() throws IOException {
        store = new FakeGcs(7, 0);
        bucket = TestBuckets.openWithoutDelays("lab/team", store.address());
        local = new LocalStorage(temp.resolve("data").toString());
        for (int i = 1; i <= COUNT; i++) {
            local.save(prices(i), FOLDER + "202309%02d_000000_%s.pkl".formatted(i, i % 2 == 0 ? "even" : "odd"));
        }
    }

    @AfterEach
    void close() {
        bucket.close();
        local.close();
        store.close();
    }

    @Test
    void sourceThatIsRemovedMeanwhileIsToldAsSuch() {
        StorageCopy.copy(local, bucket, "", "", Instant.MIN, Progress.UNWATCHED);
        Storage back = new LocalStorage(temp.resolve("back").toString());
        for (int copied : new int[] {COUNT - 1, 1}) {
            store.fail(Request.STAT, Fault.S404);
            Result result = StorageCopy.copy(bucket, back, "", "", Instant.MIN, Progress.UNWATCHED);
            assertThat(result.copied()).hasSizeBetween(copied - 1, copied);
            assertThat(result.failed()).hasSize(1).allSatisfy((path, reason) -> assertThat(reason)
                    .isEqualTo(
                            "[" + bucket.place(path) + "] was removed before it was copied; there is nothing to copy"));
        }
    }

    @Test
    void copiesFromAFolderToABucketAndBackAreEqual() throws IOException {
        assertThat(copy(local, bucket, "").copied()).hasSize(COUNT);
        Storage back = new LocalStorage(temp.resolve("back").toString());
        assertThat(copy(bucket, back, "").copied()).isEqualTo(local.list("", ""));
        for (String path : local.list("", "")) {
            assertThat(temp.resolve("back").resolve(path))
                    .hasSameBinaryContentAs(temp.resolve("data").resolve(path));
        }
        assertThat(told).hasSize(COUNT).contains(1, COUNT);
    }

    @Test
    void whatIsThereAndEqualIsSkipped() {
        copy(local, bucket, "even");
        Result second = copy(local, bucket, "");
        assertThat(second.copied()).hasSize(COUNT / 2).allMatch(path -> path.contains("odd"));
        assertThat(second.skipped()).hasSize(COUNT / 2).allMatch(path -> path.contains("even"));
        assertThat(copy(local, bucket, "").copied()).isEmpty();
    }

    @Test
    void datasetThatDiffersIsLeftAndToldWhileTheOthersAreCopied() {
        String name = FOLDER + "20230904_000000_even.pkl";
        bucket.save(prices(99), name);
        Result result = copy(local, bucket, "");
        assertThat(result.copied()).hasSize(COUNT - 1);
        assertThat(result.failed())
                .isEqualTo(Map.of(
                        name,
                        "[gs://lab/team/%s] another dataset with this name already exists; it was left unchanged"
                                .formatted(name)));
        assertThat(bucket.load(name).table().doubleColumn("Close").get(0)).isEqualTo(99);
        assertThat(bucket.list("", "")).hasSize(COUNT);
    }

    @Test
    void damagedDatasetIsToldAndNotCopiedWhileTheOthersAre() throws IOException {
        String name = FOLDER + "20230904_000000_even.pkl";
        Path file = Path.of(local.place(name));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Result result = copy(local, bucket, "");
        assertThat(result.copied()).hasSize(COUNT - 1);
        assertThat(result.failed().get(name)).contains("[" + file + "] is damaged and was not copied: ");
        assertThat(bucket.exists(name)).isFalse();
    }

    @Test
    void onlyNamesSinceThenAreCopied() {
        Result result = StorageCopy.copy(
                local, bucket, "index", "odd", Instant.parse("2023-09-17T00:00:00Z"), (i, n, path) -> {});
        assertThat(result.copied())
                .containsExactly(FOLDER + "20230917_000000_odd.pkl", FOLDER + "20230919_000000_odd.pkl");
    }

    @Test
    void copyThatBrokeOffIsCompletedByRunningItAgain() {
        store.fail(Request.CREATE, Collections.nCopies(12, Fault.S403).toArray(Fault[]::new));
        assertThat(copy(local, bucket, "").failed()).hasSize(12);
        store.behave();
        assertThat(copy(local, bucket, "").copied()).hasSize(12);
        assertThat(bucket.list("", "")).hasSize(COUNT);
    }

    @Test
    void faultsOnTheWayDoNotReachTheCopies() throws IOException {
        copy(local, bucket, "");
        store.fail(Request.MEDIA, Fault.FLIP, Fault.CUT, Fault.RESET, Fault.FLIP, Fault.S503);
        Storage back = new LocalStorage(temp.resolve("back").toString());
        copy(bucket, back, "");
        for (String path : local.list("", "")) {
            assertThat(Files.readAllBytes(temp.resolve("back").resolve(path))).isEqualTo(store.content("team/" + path));
        }
    }

    @Test
    void nothingToCopyIsAnError() {
        assertThatThrownBy(() -> copy(local, bucket, "bearish")).hasMessageContaining("no dataset matches 'bearish'");
    }

    private Result copy(Storage from, Storage to, String pattern) {
        return StorageCopy.copy(from, to, "", pattern, Instant.MIN, (finished, total, path) -> {
            assertThat(total).isPositive();
            told.add(finished);
        });
    }

    private static Dataset prices(double close) {
        return Dataset.of(Table.create("prices", DoubleColumn.create("Close", close)));
    }
}
