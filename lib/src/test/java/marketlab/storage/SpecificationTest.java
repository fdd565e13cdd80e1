package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import marketlab.config.Config;
import marketlab.config.ConfigManager;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetDiff;
import marketlab.dataset.DatasetName;
import marketlab.index.IndexDataGenerator;
import marketlab.peer.GcsEmulator;
import marketlab.storage.gcs.GoogleCloudStorage;
import marketlab.storage.gcs.TestBuckets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The Python of the storage's specification, line by line: each comment is a line of it, and below stands what it is here. Where
 * we differ on purpose the comment says so, and the README why.
 */
@Tag("slow")
class SpecificationTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2023-09-01T12:30:45Z"), ZoneOffset.UTC);
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private static GcsEmulator emulator;

    @TempDir
    Path folder;

    private enum Backend {
        LOCAL,
        GCS
    }

    @BeforeAll
    static void startEmulator() {
        emulator = GcsEmulator.start();
    }

    @AfterAll
    static void stopEmulator() {
        emulator.close();
    }

    @Test
    void storageFactory() {
        // if storage_type.lower() == "local": return LocalStorage(**kwargs)
        assertThat(StorageFactory.getStorage("Local", Map.of("base_path", folder.toString())))
                .isInstanceOf(LocalStorage.class);
        // elif storage_type.lower() == "gcs": return GoogleCloudStorage(**kwargs)
        try (Storage storage = StorageFactory.getStorage("GCS", Map.of("bucket_name", "my-simulation-bucket"))) {
            assertThat(storage).isInstanceOf(GoogleCloudStorage.class);
            assertThat(storage.root()).isEqualTo("gs://my-simulation-bucket");
        }
        // else: raise ValueError(f"Unsupported storage type: {storage_type}")
        assertThatThrownBy(() -> StorageFactory.getStorage("s3", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unsupported storage type: s3");
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void baseStorage(Backend backend) {
        try (Storage storage = open(backend)) {
            Dataset data =
                    IndexDataGenerator.of("nifty").days(5).seed(1).clock(NOW).generate();
            String filepath = "index/nifty/gbm/20230901_123045_bullish.pkl";
            // LocalStorage: os.makedirs(self.base_path, exist_ok=True). Here the first save makes the folder.
            assertThat(folder).isEmptyDirectory();
            // exists: return os.path.exists(full_path); return blob.exists()
            assertThat(storage.exists(filepath)).isFalse();
            // save: return full_path; return f"gs://{self.bucket_name}/{filepath}"
            assertThat(storage.save(data, filepath)).isEqualTo(storage.root() + "/" + filepath);
            assertThat(storage.exists(filepath)).isTrue();
            // load: data = pickle.load(f)
            assertThat(DatasetDiff.between(storage.load(filepath), data).summary())
                    .isEmpty();
            // save with open(full_path, 'wb') replaces what is there. Here nothing is overwritten.
            assertThatThrownBy(() -> storage.save(data, filepath))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("a dataset with this name already exists");
            // save takes any name. Here it ends with .pkl.
            assertThatThrownBy(() -> storage.save(data, "index/nifty/gbm/prices.bin"))
                    .isInstanceOf(StorageException.class);
            // save joins any filepath to base_path. Here it cannot lead out.
            assertThatThrownBy(() -> storage.save(data, "../prices.pkl")).isInstanceOf(StorageException.class);
            // raise StorageError(f"Save operation failed: {str(e)}"); load raises FileNotFoundError
            assertThatThrownBy(() -> storage.load("index/nifty/gbm/none.pkl"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("no such dataset");
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void listFiles(Backend backend) {
        try (Storage storage = open(backend)) {
            Dataset data =
                    IndexDataGenerator.of("nifty").days(5).seed(1).clock(NOW).generate();
            // if not os.path.exists(full_dir): return []
            assertThat(storage.listFiles("index/nifty/gbm")).isEmpty();
            List.of("20230901_123045_bullish.pkl", "20230901_123046_bearish.pkl", "20230901_123047_very_bullish.pkl")
                    .forEach(name -> storage.save(data, "index/nifty/gbm/" + name));
            // files = os.listdir(full_dir), in no order. Here they are sorted.
            assertThat(storage.listFiles("index/nifty/gbm/"))
                    .containsExactly(
                            "20230901_123045_bullish.pkl",
                            "20230901_123046_bearish.pkl",
                            "20230901_123047_very_bullish.pkl");
            // files = [f for f in files if pattern_compiled.match(f)], which looks at the beginning
            assertThat(storage.listFiles("index/nifty/gbm", "bullish")).isEmpty();
            assertThat(storage.listFiles("index/nifty/gbm", "2023.*_123045"))
                    .containsExactly("20230901_123045_bullish.pkl");
            // os.listdir has folders too, list_blobs all files below. Here both backends list the files of the
            // directory.
            assertThat(storage.listFiles("index/nifty")).isEmpty();
            assertThat(storage.list("index", "")).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void usageExamples(Backend backend) {
        try (Storage storage = open(backend)) {
            // generator = IndexDataGenerator(...); index_data = generator.generate_data(...)
            Dataset indexData =
                    IndexDataGenerator.of("nifty").days(5).seed(1).clock(NOW).generate();
            // timestamp = datetime.now().strftime('%Y%m%d_%H%M%S'), in local time. Here it is UTC.
            String timestamp = DatasetName.stamp(NOW.instant());
            assertThat(timestamp).isEqualTo("20230901_123045");
            // filepath = f"index/nifty/gbm/{timestamp}_bullish.pkl"; storage.save(index_data, filepath)
            storage.save(indexData, "index/nifty/gbm/%s_bullish.pkl".formatted(timestamp));
            // filepath = "index/nifty/gbm/20230901_123045_bullish.pkl"; index_data = storage.load(filepath)
            assertThat(storage.load("index/nifty/gbm/20230901_123045_bullish.pkl")
                            .table()
                            .rowCount())
                    .isEqualTo(5);
            // files = storage.list_files("index/nifty/gbm/", pattern=r".*bullish\.pkl$")
            List<String> files = storage.listFiles("index/nifty/gbm/", ".*bullish\\.pkl$");
            // latest_file = sorted(files)[-1]
            String latestFile = files.stream().sorted().reduce((a, b) -> b).orElseThrow();
            // index_data = storage.load(f"index/nifty/gbm/{latest_file}")
            assertThat(storage.load("index/nifty/gbm/" + latestFile).metadata()).isEqualTo(indexData.metadata());
            assertThat(storage.latest("index/nifty/gbm/", ".*bullish\\.pkl$"))
                    .isEqualTo("index/nifty/gbm/" + latestFile);
            // {data_type}/{market_type}/{model_type}/{timestamp}_{additional_params}.pkl, and v2/index/nifty/...
            assertThat(storage.save(
                            indexData.with(indexData.metadata().withName("v2/index/nifty/gbm", "bullish_high_vol"))))
                    .isEqualTo(storage.root() + "/v2/index/nifty/gbm/20230901_123045_bullish_high_vol.pkl");
            // data.attrs['version'] = '1.0'; data.attrs['created_at']; data.attrs['model_params'] =
            // json.dumps(model_params)
            Dataset back = storage.load("index/nifty/gbm/" + latestFile);
            assertThat(back.metadata().version()).contains("1.0");
            assertThat(back.metadata().createdAt())
                    .get()
                    .extracting(Object::toString)
                    .isEqualTo("2023-09-01T12:30:45Z");
            assertThat(back.metadata().modelParams()).containsEntry("model", "gbm");
        }
    }

    @Test
    void programOfOnesOwnIsConfiguredByTheEnvironmentAndToldWhatWasNotSaved() throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        java.environment().keySet().removeAll(List.of("STORAGE_TYPE", "MARKETLAB_CONFIG", "STORAGE_EMULATOR_HOST"));
        java.environment()
                .putAll(Map.of("LOCAL_STORAGE_PATH", folder + "/mine", "GCS_BUCKET_NAME", "my-simulation-bucket"));
        Process process = java.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String path = folder + "/mine/index/nifty/gbm/20230901_123045_bullish.pkl";
        // GCS_BUCKET_NAME alone does not change the type of the storage.
        assertThat(out).content().isEqualTo("""
            local
            %s
            [%s] a dataset with this name already exists; choose another name
            """.formatted(path, path));
        // logger.error(f"Failed to save data to {filepath}: {str(e)}")
        assertThat(err)
                .content()
                .contains("ERROR marketlab.storage.Storage - Failed to save data to " + path
                        + ": a dataset with this name already exists");
        assertThat(err).content().doesNotContain("\tat ");
    }

    /** Uses the library as a user's program does, with nothing of ours around it. */
    static final class Program {

        private Program() {}

        public static void main(String... args) throws IOException {
            // config = ConfigManager().get_config(); storage_type = config['storage']['type']
            Config config = ConfigManager.getConfig();
            System.out.println(config.storageType());
            // storage = StorageFactory.get_storage(storage_type)
            try (Storage storage = StorageFactory.getStorage(config.storageType(), Map.of())) {
                Dataset data = IndexDataGenerator.of("nifty").days(5).seed(1).generate();
                System.out.println(storage.save(data, "index/nifty/gbm/20230901_123045_bullish.pkl"));
                try {
                    storage.save(data, "index/nifty/gbm/20230901_123045_bullish.pkl");
                } catch (StorageException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    private Storage open(Backend backend) {
        if (backend == Backend.LOCAL) {
            return new LocalStorage(folder.resolve("data"), NOW);
        }
        String bucket = "spec-" + BUCKETS.incrementAndGet();
        emulator.makeBucket(bucket);
        return TestBuckets.open(bucket, emulator.address().toString(), NOW);
    }
}
