package marketlab.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataQuery;
import marketlab.pickle.PandasPickle;
import marketlab.storage.Progress;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import marketlab.storage.UnavailableException;
import marketlab.storage.Verification;
import marketlab.storage.gcs.FakeGcs.Fault;
import marketlab.storage.gcs.FakeGcs.Request;
import marketlab.storage.gcs.GcsSettings.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Every fault of the store ends in the right data or in one clear line with nothing half-published, never in wrong data. */
class GoogleCloudStorageFaultTest {

    private static final String FOLDER = "index/nifty/gbm";
    private static final String NAME = FOLDER + "/20230901_123045_bullish.pkl";
    private static final int OLDER = 6;
    private static final int MANY = 100;
    private static final int LARGE = 1_200_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-09-01T12:30:45Z"), ZoneOffset.UTC);
    /** Longer than any answer takes on a busy machine: only a store that stalls is to be given up. */
    private static final Patience LONG =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofSeconds(20));

    private static final Patience SHORT =
            new Patience(Duration.ofMinutes(1), Duration.ofMillis(400), Duration.ofMillis(1), Duration.ofSeconds(20));

    /** For a store that never answers: each attempt waits that long in vain. */
    private static final Patience NONE =
            new Patience(Duration.ofMinutes(1), Duration.ofMillis(50), Duration.ofMillis(1), Duration.ofSeconds(20));

    @TempDir
    private Path temp;

    private FakeGcs store;
    private GoogleCloudStorage storage;

    @BeforeEach
    void open() throws IOException {
        store = new FakeGcs(2, 900);
        storage = open(LONG);
    }

    private GoogleCloudStorage open(Patience patience) {
        return new GoogleCloudStorage(GcsAddress.parse("lab"), GcsSettings.of(store.address(), "", patience), CLOCK);
    }

    @AfterEach
    void close() {
        storage.close();
        store.close();
    }

    /** Request, what goes wrong with it (twice: with the next two; always: with every one), and what the caller gets. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        load     | STAT   | S429              | right
        load     | STAT   | S500              | right
        load     | STAT   | RESET             | right
        load     | STAT   | STALL             | right
        load     | STAT   | LOST              | right
        load     | STAT   | CUT               | right
        load     | STAT   | S404              | no such dataset
        load     | STAT   | S401              | the credentials were refused
        load     | STAT   | S403              | permission storage.objects.get is missing on bucket lab for lab@
        load     | STAT   | always S503       | busy or has a problem (503)
        load     | STAT   | always RESET      | broke several times
        load     | STAT   | always STALL      | does not answer
        load     | MEDIA  | S429              | right
        load     | MEDIA  | S503              | right
        load     | MEDIA  | RESET             | right
        load     | MEDIA  | STALL             | right
        load     | MEDIA  | LOST              | right
        load     | MEDIA  | CUT               | right
        load     | MEDIA  | twice CUT         | right
        load     | MEDIA  | FLIP              | right
        load     | MEDIA  | twice FLIP        | right
        load     | MEDIA  | always FLIP       | did not match the CRC32C
        load     | MEDIA  | always S500       | busy or has a problem (500)
        load     | MEDIA  | always RESET      | broke several times
        load     | MEDIA  | REPLACE           | other
        load     | MEDIA  | REMOVE            | no such dataset
        load     | MEDIA  | S404              | right
        load     | MEDIA  | S403              | permission storage.objects.get is missing
        describe | MEDIA  | CUT               | right
        describe | MEDIA  | FLIP              | right
        describe | MEDIA  | always FLIP       | did not match the CRC32C
        excerpt  | MEDIA  | CUT               | right
        excerpt  | MEDIA  | FLIP              | right
        excerpt  | MEDIA  | always FLIP       | did not match the CRC32C
        excerpt  | MEDIA  | REMOVE            | no such dataset
        excerpt  | MEDIA  | always S500       | busy or has a problem (500)
        excerpt  | MEDIA  | always RESET      | broke several times
        save     | STAT   | S503              | right
        save     | CREATE | S429              | right
        save     | CREATE | S503              | right
        save     | CREATE | RESET             | right
        save     | CREATE | STALL             | right
        save     | CREATE | LOST              | right
        save     | CREATE | twice LOST        | right
        save     | CREATE | CUT               | right
        save     | CREATE | always LOST       | right
        save     | CREATE | always S503       | busy or has a problem (503)
        save     | CREATE | always RESET      | broke several times
        save     | CREATE | FLIP              | damaged during the upload
        save     | CREATE | FLIP_UNSEEN       | damaged during the upload
        save     | CREATE | S401              | the credentials were refused
        save     | CREATE | S403              | permission storage.objects.get is missing
        save     | CREATE | S404              | no bucket lab
        generate | LIST   | S503              | right
        generate | LIST   | always S503       | busy or has a problem (503)
        generate | CREATE | LOST              | right
        large    | START  | S503              | right
        large    | START  | RESET             | right
        large    | PUT    | S503              | right
        large    | PUT    | LOST              | right
        large    | PUT    | CUT               | right
        large    | PUT    | twice CUT         | right
        large    | PUT    | FLIP              | damaged during the upload
        large    | PUT    | FLIP_UNSEEN       | damaged during the upload
        large    | PUT    | always S503       | busy or has a problem (503)
        exists   | STAT   | S500              | right
        exists   | STAT   | always S503       | busy or has a problem (503)
        exists   | STAT   | S403              | permission storage.objects.get is missing
        latest   | LIST   | S429              | right
        latest   | LIST   | RESET             | right
        latest   | LIST   | twice CUT         | right
        latest   | LIST   | always STALL      | does not answer
        latest   | LIST   | S404              | no bucket lab
        list     | LIST   | S503              | right
        list     | LIST   | CUT               | right
        list     | LIST   | always S502       | busy or has a problem (502)
        listAll  | LIST   | STALL             | right
        listAll  | LIST   | S401              | the credentials were refused
        delete   | DELETE | S503              | right
        delete   | DELETE | LOST              | right
        delete   | DELETE | always LOST       | right
        delete   | DELETE | always S503       | busy or has a problem (503)
        delete   | STAT   | RESET             | right
        """)
    void faultEndsInTheRightDataOrOneClearLine(String operation, Request request, String faults, String outcome)
            throws Exception {
        boolean writes = List.of("save", "generate", "large").contains(operation);
        if (!writes) {
            fill();
        }
        if (operation.equals("generate")) {
            store.put(NAME, pickle(prices(7)), null);
        }
        store.fail(request, faults(faults));
        if (faults.endsWith("STALL")) {
            storage.close();
            storage = open(faults.startsWith("always") ? NONE : SHORT);
        }
        Callable<Object> call = operation(operation);
        if (outcome.equals("right") || outcome.equals("other")) {
            assertThat(call.call()).isEqualTo(outcome.equals("other") ? 2.0 : expected(operation));
        } else {
            StorageException e = catchThrowableOfType(StorageException.class, call::call);
            assertThat(e).isNotNull().hasMessageStartingWith("[gs://lab").hasMessageContaining(outcome);
            assertThat(e.getMessage()).hasLineCount(1).doesNotContain("secret");
        }
        int unmet = store.behave();
        assertThat(unmet)
                .isLessThan(MANY)
                .matches(left -> left == 0 || faults.startsWith("always"), "every fault was met");
        if (writes) {
            assertThatWhatIsThereIsWhole(operation, outcome.equals("right"));
        }
    }

    @Test
    void datasetsOfManyPagesAreAllListedAndTheNewestIsFound() throws IOException {
        fill();
        assertThat(storage.listFiles(FOLDER)).hasSize(OLDER + 1);
        assertThat(storage.list("", "")).hasSize(OLDER + 1);
        assertThat(storage.latest("index")).isEqualTo(NAME);
        assertThat(storage.latest(FOLDER, "old_3")).isEqualTo(FOLDER + "/20230803_000000_old_3.pkl");
    }

    @Test
    void refusalOfOneObjectEndsNeitherVerifyNorSearchAndAFailureOfTheStoreDoes() throws IOException {
        fill();
        store.fail(Request.MEDIA, Fault.S403);
        Verification found = storage.verifyAll("", Progress.UNWATCHED);
        assertThat(found.whole()).hasSize(OLDER);
        assertThat(found.unread()).hasSize(1).allSatisfy((path, reason) -> assertThat(reason)
                .startsWith("permission storage.objects.get is missing on bucket lab"));
        store.fail(Request.STAT, Fault.S403);
        Map<String, String> passedOver = new HashMap<>();
        assertThat(storage.search(MetadataQuery.parse("model=gbm"), passedOver::put))
                .hasSize(OLDER);
        assertThat(passedOver).hasSize(1);
        store.fail(Request.STAT, Fault.S401);
        assertThat(catchThrowableOfType(StorageException.class, () -> storage.verifyAll("", Progress.UNWATCHED)))
                .hasMessageContaining("the credentials were refused");
    }

    @Test
    void requestThatIsTriedForSomeTimeIsTold() throws IOException {
        fill();
        List<String> told = new ArrayList<>();
        Patience impatient =
                new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO, Duration.ofSeconds(20));
        GcsSettings settings = GcsSettings.of(store.address(), "", impatient);
        try (Storage asked = new GoogleCloudStorage(GcsAddress.parse("lab"), settings, CLOCK).telling(told::add)) {
            assertThat(asked.exists(NAME)).isTrue();
            assertThat(told).isEmpty();
            store.fail(Request.STAT, Fault.S503, Fault.S500);
            assertThat(asked.exists(NAME)).isTrue();
            assertThat(told)
                    .hasSize(2)
                    .first()
                    .isEqualTo("[gs://lab] trying again: Google Cloud Storage is busy or has a problem (503)");
        }
    }

    @Test
    void diskOfThisMachineThatIsFullIsToldAtOnceAndNotTakenForTheNetwork() throws IOException {
        fill();
        OutputStream full = new FileOutputStream("/dev/full");
        Path file = temp.resolve("download.pkl");
        try (GcsObjects objects = new GcsObjects("lab", GcsSettings.of(store.address(), "", SHORT), line -> {});
                OutputStream out = new MachineOutput(file, full)) {
            GcsObjects.Stat object = objects.stat(NAME).orElseThrow();
            assertThatThrownBy(() -> objects.download(object, out))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage(
                            "[%s] the download cannot be written on this machine: no space left; free some or use"
                                + " another storage; use another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
                            temp);
        }
        assertThat(store.log())
                .filteredOn(request -> request.contains("alt=media"))
                .hasSize(1);
    }

    private Callable<Object> operation(String operation) {
        Map<String, Callable<Object>> operations = new HashMap<>(Map.of(
                "load", () -> storage.load(NAME).table().doubleColumn("Close").get(0),
                "describe", () -> storage.describe(NAME).rows(),
                "save", () -> storage.save(prices(1), NAME),
                "generate", () -> storage.save(prices(1)),
                "large", () -> storage.save(prices(new double[LARGE]), NAME),
                "exists", () -> storage.exists(NAME),
                "latest", () -> storage.latest(FOLDER),
                "list", () -> storage.listFiles(FOLDER).size(),
                "listAll", () -> storage.list("", "old_1"),
                "delete",
                        () -> {
                            storage.delete(NAME);
                            return store.names().contains(NAME);
                        }));
        operations.put("excerpt", () -> storage.excerpt(NAME, 5, 5).rows());
        return operations.get(operation);
    }

    private static Object expected(String operation) {
        Map<String, Object> expected = new HashMap<>(Map.of(
                "load",
                1.0,
                "describe",
                1L,
                "save",
                "gs://lab/" + NAME,
                "generate",
                "gs://lab/" + FOLDER + "/20230901_123045~0001_bullish.pkl",
                "large",
                "gs://lab/" + NAME,
                "exists",
                true,
                "latest",
                NAME,
                "list",
                OLDER + 1,
                "listAll",
                List.of(FOLDER + "/20230801_000000_old_1.pkl"),
                "delete",
                false));
        expected.put("excerpt", 1L);
        return expected.get(operation);
    }

    private void assertThatWhatIsThereIsWhole(String operation, boolean mustBeThere) {
        int before = operation.equals("generate") ? 1 : 0;
        assertThat(store.names()).hasSizeBetween(mustBeThere ? before + 1 : before, before + 1);
        for (String name : store.names()) {
            int rows = storage.load(name).table().rowCount();
            assertThat(rows).isEqualTo(operation.equals("large") ? LARGE : 1);
        }
    }

    private void fill() throws IOException {
        store.put(NAME, pickle(prices(1)), null);
        store.replaceBy(pickle(prices(2)));
        for (int i = 1; i <= OLDER; i++) {
            store.put(FOLDER + "/202308%02d_000000_old_%d.pkl".formatted(i, i), pickle(prices(i)), null);
        }
    }

    private byte[] pickle(Dataset data) throws IOException {
        Path file = temp.resolve("dataset.pkl");
        PandasPickle.write(data, file);
        return Files.readAllBytes(file);
    }

    private static Fault[] faults(String text) {
        String[] words = text.split(" ");
        Fault fault = Fault.valueOf(words[words.length - 1]);
        int times = words.length == 1 ? 1 : words[0].equals("twice") ? 2 : MANY;
        return Collections.nCopies(times, fault).toArray(Fault[]::new);
    }

    private static Dataset prices(double... close) {
        Metadata metadata = Metadata.EMPTY.withName(FOLDER, "bullish");
        return Dataset.of(Table.create("prices", DoubleColumn.create("Close", close)))
                .with(metadata);
    }
}
