package marketlab.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataQuery;
import marketlab.dataset.Streamed;
import marketlab.index.IndexDataGenerator;
import marketlab.peer.GcsEmulator;
import marketlab.pickle.Description;
import marketlab.pickle.PandasPickle;
import marketlab.storage.Progress;
import marketlab.storage.Storage;
import marketlab.storage.StorageContractTest;
import marketlab.storage.StorageException;
import marketlab.storage.gcs.GcsSettings.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The contract below a prefix of a bucket of a real emulator; each test has a bucket of its own. */
@Tag("slow")
public class GoogleCloudStorageTest extends StorageContractTest {

    private static final String FOLDER = "index/nifty/gbm";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static GcsEmulator emulator;

    private String bucket;

    @BeforeAll
    static void startEmulator() {
        emulator = GcsEmulator.start();
    }

    @AfterAll
    static void stopEmulator() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Override
    protected Storage open(Clock clock) {
        bucket = "lab-" + NUMBER.incrementAndGet();
        emulator.makeBucket(bucket);
        return open(bucket + "/team/a", clock);
    }

    @Override
    protected void plant(String path, byte[] content) {
        emulator.put(bucket, "team/a/" + path, content);
    }

    @Test
    void prefixKeepsTeamsApart() {
        try (Storage team = open(bucket + "/team/a");
                Storage other = open(bucket + "/team/ab");
                Storage whole = open(bucket)) {
            team.save(prices(1), FOLDER + "/20230901_123045.pkl");
            assertThat(team.root()).isEqualTo("gs://" + bucket + "/team/a");
            assertThat(other.listFiles(FOLDER)).isEmpty();
            assertThat(whole.list("", "")).containsExactly("team/a/" + FOLDER + "/20230901_123045.pkl");
            assertThat(whole.load("team/a/" + FOLDER + "/20230901_123045.pkl")
                            .table()
                            .rowCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void datasetOfSeveralMegabytesComesBackWhole() {
        double[] close = new double[1_200_000];
        for (int i = 0; i < close.length; i++) {
            close[i] = Math.sin(i);
        }
        try (Storage storage = open(bucket)) {
            storage.save(prices(close), FOLDER + "/20230901_123045.pkl");
            assertThat(storage.load(FOLDER + "/20230901_123045.pkl")
                            .table()
                            .doubleColumn("Close")
                            .asDoubleArray())
                    .isEqualTo(close);
        }
    }

    @Test
    void namesThatNobodyCouldAskForAreSkipped() throws Exception {
        for (String name : new String[] {
            "",
            "../20230901_000000.pkl",
            "/20230901_000000.pkl",
            "./20230901_000000.pkl",
            "a\n20230901_000000.pkl",
            "a\\20230901_000000.pkl",
            ".draft-x"
        }) {
            plant(FOLDER + "/" + name, new byte[] {1});
        }
        plant(FOLDER + "/20230901_123045.pkl", new byte[] {1});
        try (Storage storage = open(bucket + "/team/a")) {
            assertThat(storage.listFiles(FOLDER)).containsExactly("20230901_123045.pkl");
            assertThat(storage.list("", "")).containsExactly(FOLDER + "/20230901_123045.pkl");
            assertThat(storage.latest("")).isEqualTo(FOLDER + "/20230901_123045.pkl");
        }
    }

    @Test
    void newestOfSeveralPagesIsFoundInEveryFolder() throws Exception {
        for (int i = 0; i < 1500; i++) {
            String file = String.format(
                    Locale.ROOT,
                    "202201%02d_%02d%02d%02d_%s.pkl",
                    1 + i % 28,
                    i % 24,
                    i % 60,
                    i / 100,
                    i == 77 ? "rare" : "usual");
            plant(FOLDER + "/" + file, new byte[] {1});
        }
        try (Storage storage = open(bucket + "/team/a")) {
            List<String> names = storage.listFiles(FOLDER);
            assertThat(names).hasSize(1500);
            assertThat(storage.latest(FOLDER)).isEqualTo(FOLDER + "/" + names.get(names.size() - 1));
            assertThat(storage.latest(FOLDER, "rare")).isEqualTo(FOLDER + "/20220122_051700_rare.pkl");
        }
    }

    @Test
    void missingBucketIsNotAMissingFile() {
        try (Storage storage = open("no-such-bucket")) {
            String name = FOLDER + "/20230901_123045.pkl";
            String why = "no bucket no-such-bucket; create it, or correct the name";
            assertThatThrownBy(() -> storage.load(name))
                    .hasMessage("[gs://no-such-bucket/%s] load failed: %s", name, why);
            assertThatThrownBy(() -> storage.exists(name))
                    .hasMessage("[gs://no-such-bucket/%s] look-up failed: %s", name, why);
            assertThatThrownBy(() -> storage.latest(FOLDER)).hasMessageEndingWith(why);
            assertThatThrownBy(() -> storage.list("", "")).hasMessageEndingWith(why);
            assertThatThrownBy(() -> storage.save(prices(1))).hasMessageEndingWith(why);
        }
    }

    @Test
    void missingBucketIsToldBeforeALargeDatasetIsMade() {
        Streamed bars =
                IndexDataGenerator.of("nifty").rows(1_000).seed(7).stream().telling(cells -> fail("was made"));
        try (Storage storage = open("no-such-bucket")) {
            assertThatThrownBy(() -> storage.save(bars)).hasMessageContaining("no bucket no-such-bucket");
        }
    }

    @Test
    void packedObjectIsRefusedAndDoesNotEndVerifyNorSearch() {
        emulator.putPacked(bucket, "team/a/" + FOLDER + "/20230902_123045.pkl", new byte[] {1});
        try (Storage storage = open(bucket + "/team/a")) {
            String whole = storage.pathOf(storage.save(prices(1)));
            String packed = FOLDER + "/20230902_123045.pkl";
            String why = "it is stored compressed, with Content-Encoding gzip; store it uncompressed";
            assertThatThrownBy(() -> storage.load(packed))
                    .hasMessage("[%s] load failed: %s", storage.place(packed), why);
            assertThat(storage.verifyAll("", Progress.UNWATCHED).damaged()).isEqualTo(Map.of(packed, why));
            Map<String, String> passedOver = new HashMap<>();
            assertThat(storage.search(MetadataQuery.parse("model=gbm"), passedOver::put))
                    .containsExactly(whole);
            assertThat(passedOver).isEqualTo(Map.of(packed, why));
        }
    }

    @Test
    void summariesAreInTheListingOrElseInTheHeaderAndAreAddedByAnnotate() throws Exception {
        try (Storage storage = open(bucket + "/team/a").telling(line -> {})) {
            String saved = storage.pathOf(storage.save(prices(1)));
            Path file = Files.createTempFile("marketlab-", ".pkl");
            PandasPickle.write(prices(new double[50_000]), file);
            String planted = FOLDER + "/20230902_123045.pkl";
            plant(planted, Files.readAllBytes(file));
            Description header = storage.describe(planted);
            assertThat(header).isEqualTo(PandasPickle.describe(file));
            Files.delete(file);
            assertThat(storage.search(MetadataQuery.parse("model=gbm"), (path, reason) -> fail(reason)))
                    .containsExactlyInAnyOrder(saved, planted);
            assertThat(storage.annotate("", "", false, Progress.UNWATCHED, (path, reason) -> fail(reason)))
                    .isEqualTo(1);
            assertThat(storage.annotate("", "", false, Progress.UNWATCHED, (path, reason) -> fail(reason)))
                    .isZero();
            assertThat(storage.describe(planted)).isEqualTo(header);
            assertThat(storage.verifyAll("", Progress.UNWATCHED).whole()).containsExactlyInAnyOrder(saved, planted);
        }
    }

    @Test
    void emulatorThatIsAskedByHttpsIsTold() {
        String address = emulator.address().toString().replace("http:", "https:");
        GcsSettings settings = GcsSettings.of(address, "", Patience.USUAL);
        try (Storage storage = new GoogleCloudStorage(GcsAddress.parse(bucket), settings, Clock.systemUTC())) {
            assertThatThrownBy(() -> storage.listFiles(FOLDER))
                    .hasMessage(
                            "[gs://%s/%s] listing failed: the emulator at %s speaks no https; write http:// in"
                                    + " STORAGE_EMULATOR_HOST",
                            bucket, FOLDER, emulator.address().getAuthority());
        }
    }

    @Test
    void nameThatGoogleWouldNotTakeIsRefusedBeforeAnyRequest() {
        try (Storage storage = open("no-such-bucket")) {
            assertThatThrownBy(() -> storage.load("x/".repeat(520) + ".pkl"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("is longer than 900 characters");
        }
    }

    private static Storage open(String address) {
        return open(address, Clock.systemUTC());
    }

    private static Storage open(String address, Clock clock) {
        GcsSettings settings = GcsSettings.of(emulator.address().toString(), "", Patience.USUAL);
        return new GoogleCloudStorage(GcsAddress.parse(address), settings, clock);
    }

    private static Dataset prices(double... close) {
        Metadata metadata = Metadata.EMPTY.withName(FOLDER, "");
        return Dataset.of(Table.create("prices", DoubleColumn.create("Close", close)))
                .with(metadata);
    }
}
