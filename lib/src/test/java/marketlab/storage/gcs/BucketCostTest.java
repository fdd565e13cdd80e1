package marketlab.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.MetadataQuery;
import marketlab.index.IndexDataGenerator;
import marketlab.pickle.Description;
import marketlab.pickle.Excerpt;
import marketlab.pickle.PandasPickle;
import marketlab.storage.Progress;
import marketlab.storage.Storage;
import marketlab.storage.Summary;
import marketlab.storage.Version;
import marketlab.storage.gcs.FakeGcs.Fault;
import marketlab.storage.gcs.FakeGcs.Request;
import marketlab.storage.gcs.GcsSettings.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.Table;

/** A question about the datasets of a bucket reads no dataset: the requests and the bytes are counted. */
class BucketCostTest {

    private static final String FOLDER = "index/nifty/gbm";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-09-01T12:30:45Z"), ZoneOffset.UTC);
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofSeconds(20));

    @TempDir
    private Path temp;

    private final List<String> told = new ArrayList<>();
    private FakeGcs store;
    private Storage storage;
    private int logged;
    private long sent;

    @BeforeEach
    void open() throws IOException {
        store = new FakeGcs(1000, 900);
        GcsSettings settings = GcsSettings.of(store.address(), "", PATIENCE);
        storage = new GoogleCloudStorage(GcsAddress.parse(FakeGcs.BUCKET), settings, CLOCK).telling(told::add);
    }

    @AfterEach
    void close() {
        storage.close();
        store.close();
    }

    @Test
    void searchOfThousandsOfDatasetsIsOneListRequestForEachFolderAndPage() throws IOException {
        String note = noteOf(storage.save(bars(7)));
        for (int folder = 0; folder < 5; folder++) {
            for (int i = 0; i < 300; i++) {
                put("index/market%s/gbm/20230901_12%02d%02d.pkl".formatted(folder, i / 60, i % 60), note);
            }
        }
        begin();
        assertThat(storage.search(MetadataQuery.parse("seed=7 vol>0.01"), BucketCostTest::refuse))
                .hasSize(1501);
        assertThat(requests()).hasSize(2 + 2 * 6).allMatch(request -> request.contains("/o?"));
        assertThat(bytes()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void summaryOfTheListingIsThatOfTheHeader() throws IOException {
        String path = storage.pathOf(storage.save(bars(7)));
        begin();
        Summary listed = storage.summary(path);
        assertThat(bytes()).isZero();
        assertThat(requests()).hasSize(1);
        store.setMetadata(path, "marketlab-summary", "");
        Summary header = storage.summary(path);
        assertThat(listed).isEqualTo(header);
        assertThat(listed.metadata()).isEqualTo(bars(7).metadata());
    }

    @Test
    void versionsTakeTheSizesFromTheListing() {
        storage.save(bars(7));
        storage.save(bars(8));
        begin();
        List<Version> versions = storage.versions(FOLDER, "", 20);
        assertThat(versions).hasSize(2).allMatch(version -> version.bytes() > 10_000);
        assertThat(requests()).allMatch(request -> request.contains("/o?"));
        assertThat(bytes()).isZero();
    }

    @Test
    void headerIsReadInPartsWhereTheListingHasNoSummaryAndThisIsTold() throws IOException {
        String large = storage.pathOf(storage.save(bars(7, 40_000)));
        storage.save(bars(8));
        store.setMetadata(large, "marketlab-summary", "");
        begin();
        assertThat(storage.search(MetadataQuery.parse("seed=7"), BucketCostTest::refuse))
                .containsExactly(large);
        assertThat(bytes()).isLessThan(130_000);
        assertThat(told)
                .containsExactly("[gs://lab] 1 of 2 datasets have no summary in the listing, so their headers are read;"
                        + " add it with annotate");
    }

    @Test
    void annotateAddsTheSummaryAndLeavesTheContentAlone() throws IOException {
        Path file = temp.resolve("python.pkl");
        PandasPickle.write(bars(7), file);
        String path = FOLDER + "/20230901_123045.pkl";
        store.put(path, Files.readAllBytes(file), null);
        PandasPickle.write(bars(8), temp.resolve("python.pkl.gz"));
        store.put(FOLDER + "/20230901_123046.pkl", Files.readAllBytes(temp.resolve("python.pkl.gz")), null);
        assertThat(storage.annotate("", "", false, Progress.UNWATCHED, BucketCostTest::refuse))
                .isEqualTo(2);
        assertThat(storage.annotate("", "", false, Progress.UNWATCHED, BucketCostTest::refuse))
                .isZero();
        begin();
        assertThat(storage.search(MetadataQuery.parse("seed=7"), BucketCostTest::refuse))
                .containsExactly(path);
        assertThat(bytes()).isZero();
        assertThat(store.content(path)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void annotateNeverTakesTheMetadataThatAnotherProgramSetsMeanwhile() throws IOException {
        String path = storage.pathOf(storage.save(bars(7)));
        store.setMetadata(path, "marketlab-summary", "");
        store.setMetadata(path, "owner", "ann");
        store.afterMedia(() -> store.setMetadata(path, "owner", "bob"));
        Map<String, String> failed = new HashMap<>();
        assertThat(storage.annotate("", "", false, Progress.UNWATCHED, failed::put))
                .isZero();
        assertThat(failed).isEqualTo(Map.of(path, "the object was changed by another program meanwhile; try again"));
        assertThat(storage.annotate("", "", false, Progress.UNWATCHED, BucketCostTest::refuse))
                .isEqualTo(1);
        assertThat(store.metadata(path)).containsEntry("owner", "bob").containsKey("marketlab-writer");
    }

    @Test
    void verifyTellsASummaryThatIsNotThatOfThePickle() throws IOException {
        String path = storage.pathOf(storage.save(bars(7)));
        String other = noteOf(storage.save(bars(8)));
        assertThat(storage.verify(path)).isEmpty();
        store.setMetadata(path, "marketlab-summary", other);
        assertThat(storage.verify(path))
                .contains("its summary in the listing says another fingerprint; make it again with annotate --again");
        assertThat(storage.annotate("", "", true, Progress.UNWATCHED, BucketCostTest::refuse))
                .isEqualTo(2);
        assertThat(storage.verify(path)).isEmpty();
    }

    @Test
    void metadataThatHaveNoRoomAreReadFromTheHeader() throws IOException {
        Dataset dataset = bars(7);
        String path =
                storage.pathOf(storage.save(dataset.with(dataset.metadata().with("story", "word ".repeat(5_000)))));
        assertThat(store.metadata(path).get("marketlab-summary")).hasSizeBetween(500, 7_936);
        begin();
        assertThat(storage.search(MetadataQuery.parse("seed=7"), BucketCostTest::refuse))
                .containsExactly(path);
        assertThat(bytes()).isZero();
        assertThat(storage.search(MetadataQuery.parse("story~word"), BucketCostTest::refuse))
                .containsExactly(path);
        assertThat(bytes()).isPositive();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsNoSummaryIsReadAsNone() throws IOException {
        String path = storage.pathOf(storage.save(bars(7)));
        for (String note :
                List.of("{", "[]", "7", "{\"v\":1}", "{\"v\":2,\"rows\":1}", "{\"v\":1,\"columns\":[[1]]}")) {
            store.setMetadata(path, "marketlab-summary", note);
            assertThat(storage.search(MetadataQuery.parse("seed=7"), BucketCostTest::refuse))
                    .containsExactly(path);
            assertThat(storage.verify(path)).isEmpty();
        }
    }

    @Test
    void describeReadsNothingOrElseOnlyTheHeaderAndTheEndsOfTheBlocks() throws IOException {
        String path = storage.pathOf(storage.save(bars(7, 40_000)));
        assertThat(storage.bytes(path).orElseThrow()).isGreaterThan(1_500_000);
        begin();
        Description listed = storage.describe(path);
        assertThat(requests()).hasSize(1);
        assertThat(bytes()).isZero();
        store.setMetadata(path, "marketlab-summary", "");
        assertThat(storage.describe(path)).isEqualTo(listed);
        assertThat(requests()).hasSize(9);
        assertThat(bytes()).isLessThanOrEqualTo(128 << 10);
    }

    @Test
    void excerptReadsTheRangesOfItsRows() throws IOException {
        Dataset dataset = bars(7, 40_000);
        String path = storage.pathOf(storage.save(dataset));
        begin();
        Excerpt excerpt = storage.excerpt(path, 5, 5);
        assertThat(excerpt.rows()).isEqualTo(40_000);
        Table ends = Columns.ends(dataset.table(), 5, 5);
        assertThat(excerpt.data().table().columnNames()).isEqualTo(ends.columnNames());
        for (String name : ends.columnNames()) {
            assertThat(excerpt.data().table().column(name).asList())
                    .isEqualTo(ends.column(name).asList());
        }
        assertThat(requests()).hasSizeLessThanOrEqualTo(9);
        assertThat(bytes()).isLessThanOrEqualTo(128 << 10);
    }

    @Test
    void largeObjectThatIsReplacedWhileItIsReadIsReadAgainAsOneVersion() throws IOException {
        String path = storage.pathOf(storage.save(bars(7, 40_000)));
        String other = storage.pathOf(storage.save(bars(8, 30_000)));
        store.afterMedia(() -> store.put(path, store.content(other), null));
        assertThat(storage.excerpt(path, 5, 5).rows()).isEqualTo(30_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "CUT", "S503", "STALL"})
    void faultOfARangeIsPassedOver(Fault fault) {
        String path = storage.pathOf(storage.save(bars(7, 40_000)));
        store.fail(Request.MEDIA, fault, fault);
        assertThat(storage.excerpt(path, 5, 5).rows()).isEqualTo(40_000);
        assertThat(store.behave()).isZero();
    }

    @Test
    void excerptOfACompressedObjectIsThatOfTheWholeAndThisIsTold() throws IOException {
        Path file = temp.resolve("python.pkl.gz");
        PandasPickle.write(bars(7, 40_000), file);
        String path = FOLDER + "/20230901_123045.pkl";
        store.put(path, Files.readAllBytes(file), null);
        assertThat(storage.excerpt(path, 5, 5).rows()).isEqualTo(40_000);
        assertThat(told).containsExactly("[gs://lab/" + path + "] is compressed, so all of it is downloaded");
    }

    private static Dataset bars(long seed) {
        return bars(seed, 252);
    }

    private static Dataset bars(long seed, int rows) {
        return IndexDataGenerator.of("nifty").rows(rows).seed(seed).clock(CLOCK).generate();
    }

    private String noteOf(String place) {
        return store.metadata(storage.pathOf(place)).get("marketlab-summary");
    }

    private void put(String name, String note) {
        store.put(name, "no pickle".getBytes(StandardCharsets.UTF_8), null);
        store.setMetadata(name, "marketlab-summary", note);
    }

    private void begin() {
        logged = store.log().size();
        sent = store.contentSent();
    }

    private List<String> requests() {
        return List.copyOf(store.log().subList(logged, store.log().size()));
    }

    private long bytes() {
        return store.contentSent() - sent;
    }

    private static void refuse(String path, String reason) {
        throw new AssertionError(path + " " + reason);
    }
}
