package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataQuery;
import marketlab.dataset.Streamed;
import marketlab.index.IndexDataGenerator;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** What every storage promises, refusals included. A backend's test says how to open one that is empty. */
public abstract class StorageContractTest {

    private static final String FOLDER = "index/nifty/gbm";
    private static final Instant START = Instant.parse("2023-09-01T12:30:45Z");

    private final SteppedClock clock = new SteppedClock(START);
    private final List<String> told = new ArrayList<>();
    private Storage storage;

    /** An empty storage that tells the time by this clock. */
    protected abstract Storage open(Clock clock) throws Exception;

    /** Puts a file that no marketlab wrote into the storage. */
    protected abstract void plant(String path, byte[] content) throws Exception;

    @BeforeEach
    void openStorage() throws Exception {
        storage = open(clock).telling(told::add);
    }

    @AfterEach
    void closeStorage() {
        storage.close();
    }

    @Test
    void loadsWhatWasSaved() {
        storage.save(prices(1, 2, 3), "index/nifty/gbm/20230901_123045_bullish.pkl");
        Dataset back = storage.load("index/nifty/gbm/20230901_123045_bullish.pkl");
        assertThat(back.table().doubleColumn("Close").asDoubleArray()).containsExactly(1, 2, 3);
        assertThat(back.metadata()).isEqualTo(prices(1).metadata());
    }

    @Test
    void whatIsStreamedIsSavedAsIfItHadBeenInMemory() {
        IndexDataGenerator bars = IndexDataGenerator.of("nifty")
                .params("bullish")
                .rows(200_000)
                .seed(7)
                .clock(Clock.fixed(START, ZoneOffset.UTC));
        String path = storage.pathOf(storage.save(bars.stream()));
        assertThat(path).isEqualTo(FOLDER + "/20230901_123045_bullish.pkl");
        assertThat(storage.verify(path)).isEmpty();
        assertThat(storage.holds(path, bars.generate())).isTrue();
    }

    @Test
    void whatBreaksOffWhileItIsStreamedLeavesNothing() {
        AtomicLong cells = new AtomicLong();
        Streamed broken = IndexDataGenerator.of("nifty").rows(200_000).seed(7).stream()
                .telling(written -> {
                    if (cells.accumulateAndGet(written, Math::max) > 500_000) {
                        throw new UncheckedIOException(new IOException("no more"));
                    }
                });
        assertThatThrownBy(() -> storage.save(broken))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no more");
        assertThat(storage.listFiles(FOLDER)).isEmpty();
    }

    @Test
    void saveReturnsTheFullPath() {
        assertThat(storage.save(prices(1), FOLDER + "/20230901_123045_bullish.pkl"))
                .isEqualTo(storage.root() + "/index/nifty/gbm/20230901_123045_bullish.pkl");
        assertThat(storage.save(prices(1)))
                .isEqualTo(storage.root() + "/index/nifty/gbm/20230901_123045~0001_bullish.pkl");
    }

    @Test
    void generatedNameIsTheMetadatasAndTheUtcSecond() {
        assertThat(storage.save(prices(1))).endsWith("/index/nifty/gbm/20230901_123045_bullish.pkl");
        Metadata second = prices(1).metadata().withName("v2/option_chain/nifty/black_scholes", "");
        assertThat(storage.save(prices(1).with(second)))
                .endsWith("/v2/option_chain/nifty/black_scholes/20230901_123045.pkl");
    }

    @Test
    void datasetWithoutNameIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> storage.save(prices(1).with(Metadata.EMPTY)))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "[%s] the dataset's metadata have no data_type; or save under your own path", storage.root());
    }

    @Test
    void savesWithinOneSecondAllSurviveAndTheLastIsTheLatest() {
        storage.save(named("sideways", 1));
        storage.save(named("bearish", 2));
        storage.save(named("sideways", 3));
        assertThat(storage.listFiles(FOLDER)).hasSize(3);
        assertThat(close(storage.latest(FOLDER))).isEqualTo(3);
        assertThat(close(storage.latest(FOLDER, "bearish"))).isEqualTo(2);
        clock.step(Duration.ofSeconds(1));
        storage.save(named("bullish", 4));
        assertThat(close(storage.latest(FOLDER))).isEqualTo(4);
    }

    @Test
    void chosenNameIsNeverOverwritten() {
        String name = FOLDER + "/20230901_123045.pkl";
        storage.save(prices(1), name);
        assertThatThrownBy(() -> storage.save(prices(2), name))
                .isInstanceOf(StorageException.class)
                .hasMessage("[%s] a dataset with this name already exists; choose another name", storage.place(name));
        assertThat(close(name)).isEqualTo(1);
    }

    @Test
    void writersOfOneNameHaveExactlyOneWinner() throws Exception {
        String name = FOLDER + "/20230901_123045.pkl";
        List<Boolean> won = together(8, i -> {
            try {
                storage.save(prices(i), name);
                return true;
            } catch (StorageException e) {
                assertThat(e).hasMessageContaining("already");
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void generatedNamesNeverCollide() throws Exception {
        List<String> paths = together(8, i -> storage.save(prices(i)));
        assertThat(paths).doesNotHaveDuplicates();
        assertThat(storage.listFiles(FOLDER)).hasSize(8);
    }

    @Test
    void existsTellsFilesFromWhatIsNotThere() {
        storage.save(prices(1), FOLDER + "/20230901_123045.pkl");
        assertThat(storage.exists(FOLDER + "/20230901_123045.pkl")).isTrue();
        assertThat(storage.exists(FOLDER + "/20230901_123046.pkl")).isFalse();
        assertThat(storage.exists(FOLDER)).isFalse();
        assertThat(storage.exists("")).isFalse();
    }

    @Test
    void listFilesMatchesFromTheBeginningAsPythonDoes() throws Exception {
        storage.save(prices(1), FOLDER + "/20230901_123045_bullish.pkl");
        storage.save(prices(1), FOLDER + "/20230902_123045_bearish.pkl");
        storage.save(prices(1), FOLDER + "/deeper/20230903_123045_bullish.pkl");
        plant(FOLDER + "/notes.txt", new byte[] {1});
        assertThat(storage.listFiles(FOLDER))
                .containsExactly("20230901_123045_bullish.pkl", "20230902_123045_bearish.pkl", "notes.txt");
        assertThat(storage.listFiles(FOLDER + "/", ".*bullish\\.pkl$")).containsExactly("20230901_123045_bullish.pkl");
        assertThat(storage.listFiles(FOLDER, "bullish")).isEmpty();
        assertThat(storage.listFiles("no/such/folder")).isEmpty();
    }

    @Test
    void listGoesThroughAllFoldersBelow() throws Exception {
        storage.save(prices(1), FOLDER + "/20230901_123045_bullish.pkl");
        storage.save(prices(1), "v2/index/spx/history/20230901_123045.pkl");
        plant("index/readme.md", new byte[] {1});
        assertThat(storage.list("", ""))
                .containsExactly(FOLDER + "/20230901_123045_bullish.pkl", "v2/index/spx/history/20230901_123045.pkl");
        assertThat(storage.list("index", "bull")).containsExactly(FOLDER + "/20230901_123045_bullish.pkl");
        assertThatThrownBy(() -> storage.list("index", "bear"))
                .hasMessage("[%s] no dataset matches 'bear'; there are: bullish", storage.place("index"));
    }

    @Test
    void latestSkipsStrangersAndSearchesBelow() throws Exception {
        storage.save(prices(1), FOLDER + "/20230901_123045_bullish.pkl");
        storage.save(prices(2), "index/nifty/heston/20230902_123045_bullish.pkl");
        plant(FOLDER + "/zzz.pkl", new byte[] {1});
        plant(FOLDER + "/20239999_999999.pkl", new byte[] {1});
        plant(FOLDER + "/20240101_000000.pkl.tmp", new byte[] {1});
        assertThat(storage.latest(FOLDER)).isEqualTo(FOLDER + "/20230901_123045_bullish.pkl");
        assertThat(storage.latest("index")).isEqualTo("index/nifty/heston/20230902_123045_bullish.pkl");
        assertThat(storage.latest("")).isEqualTo("index/nifty/heston/20230902_123045_bullish.pkl");
    }

    @Test
    void layoutHoldsBelowFoldersOfTheUsersOwn() throws Exception {
        storage.save(prices(1), "team/a/" + FOLDER + "/20230901_123045_bullish.pkl");
        storage.save(prices(2), "team/a/v2/index/nifty/heston/20230902_123045_bullish.pkl");
        storage.save(prices(3), "team/b/" + FOLDER + "/20230903_123045_bearish.pkl");
        storage.save(prices(4), "team/b/" + FOLDER + "/deeper/20230904_123045_bearish.pkl");
        plant("team/b/notes/of/somebody/else.txt", new byte[] {1});
        for (String folder : List.of("", "team", "team/b", "team/b/index", "team/b/index/nifty", "team/b/" + FOLDER)) {
            assertThat(storage.latest(folder))
                    .as(folder)
                    .isEqualTo("team/b/" + FOLDER + "/20230903_123045_bearish.pkl");
        }
        assertThat(storage.latest("", "bullish")).isEqualTo("team/a/v2/index/nifty/heston/20230902_123045_bullish.pkl");
        assertThat(storage.versions("team/a", "", 9))
                .extracting(version -> version.path() + " " + version.name().dataVersion())
                .containsExactly(
                        "team/a/v2/index/nifty/heston/20230902_123045_bullish.pkl 2",
                        "team/a/" + FOLDER + "/20230901_123045_bullish.pkl 0");
        assertThat(prunable("team", 1, Instant.MAX)).isEmpty();
        storage.save(prices(5), "team/a/" + FOLDER + "/20230905_123045_bullish.pkl");
        assertThat(prunable("team", 1, Instant.MAX))
                .containsExactly("team/a/" + FOLDER + "/20230901_123045_bullish.pkl");
        assertThatThrownBy(() -> storage.latest("team/a/" + FOLDER, "bearish"))
                .hasMessageEndingWith("no dataset matches 'bearish'; there are: bullish");
        assertThatThrownBy(() -> storage.latest("option_chain"))
                .hasMessageContaining("no dataset here; there are some in: team/a/" + FOLDER
                        + ", team/a/v2/index/nifty/heston, team/b/" + FOLDER);
    }

    @Test
    void latestAsOfATimeIsTheNewestNotAfterIt() {
        storage.save(prices(1), FOLDER + "/20230901_123045_bullish.pkl");
        storage.save(prices(2), FOLDER + "/20230901_123045~0001_bullish.pkl");
        storage.save(prices(3), FOLDER + "/20230902_000000_bullish.pkl");
        assertThat(close(storage.latest(FOLDER, "", Instant.parse("2023-09-01T12:30:45Z"))))
                .isEqualTo(2);
        assertThat(close(storage.latest(FOLDER, "", Instant.parse("2023-09-01T23:59:59Z"))))
                .isEqualTo(2);
        assertThat(close(storage.latest(FOLDER, "", Instant.parse("2023-09-02T00:00:00Z"))))
                .isEqualTo(3);
        assertThat(close(storage.latest(FOLDER, "", Instant.MAX))).isEqualTo(3);
        assertThatThrownBy(() -> storage.latest(FOLDER, "", Instant.parse("2023-09-01T12:30:44Z")))
                .hasMessageEndingWith("no dataset as of 2023-09-01T12:30:44Z; the newest is " + FOLDER
                        + "/20230902_000000_bullish.pkl");
        assertThatThrownBy(() -> storage.latest(FOLDER, "bearish", Instant.parse("2023-09-01T12:30:44Z")))
                .hasMessageEndingWith("no dataset matches 'bearish'; there are: bullish");
    }

    @Test
    void versionsAreTheNewestFirstOverAllModels() throws Exception {
        storage.save(prices(1), FOLDER + "/20230901_123045_bullish.pkl");
        storage.save(prices(2), "v2/index/nifty/heston/20230903_123045.pkl");
        storage.save(prices(3), FOLDER + "/20230902_123045_bearish.pkl");
        plant(FOLDER + "/zzz.pkl", new byte[] {1});
        assertThat(storage.versions("", "", 10))
                .extracting(Version::path)
                .containsExactly(
                        "v2/index/nifty/heston/20230903_123045.pkl",
                        FOLDER + "/20230902_123045_bearish.pkl",
                        FOLDER + "/20230901_123045_bullish.pkl");
        assertThat(storage.versions("index", "", 1)).singleElement().satisfies(newest -> {
            assertThat(newest.name().params()).isEqualTo("bearish");
            assertThat(newest.time()).isEqualTo(Instant.parse("2023-09-02T12:30:45Z"));
            assertThat(newest.bytes()).isPositive();
        });
        assertThat(storage.versions("", "bull", 10)).hasSize(1);
        assertThatThrownBy(() -> storage.versions(FOLDER, "", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void prunableKeepsTheNewestOfEachFolderAndEveryStranger() throws Exception {
        for (int day = 1; day <= 4; day++) {
            storage.save(prices(day), FOLDER + "/2023090" + day + "_000000.pkl");
        }
        storage.save(prices(1), "index/spx/history/20000101_000000.pkl");
        plant(FOLDER + "/00000000.pkl", new byte[] {1});
        assertThat(prunable("", 2, Instant.MAX))
                .containsExactly(FOLDER + "/20230901_000000.pkl", FOLDER + "/20230902_000000.pkl");
        assertThat(prunable("", 1, Instant.parse("2023-09-02T00:00:00Z")))
                .containsExactly(FOLDER + "/20230901_000000.pkl");
        assertThat(prunable("index", 9, Instant.MAX)).isEmpty();
        assertThat(storage.listFiles(FOLDER)).hasSize(5);
        assertThatThrownBy(() -> prunable("", 0, Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pruneKeepsTheNewestThatAreWholeAndNamesWhatItDidNotCount() throws Exception {
        for (int day = 1; day <= 3; day++) {
            storage.save(prices(day), FOLDER + "/2023090" + day + "_000000.pkl");
        }
        byte[] whole = pickle(prices(4));
        plant(FOLDER + "/20230904_000000.pkl", Arrays.copyOf(whole, whole.length / 2));
        plant(FOLDER + "/20230905_000000.pkl", new byte[0]);
        Map<String, String> notCounted = new HashMap<>();
        assertThat(storage.prunable("", 1, Instant.MAX, notCounted::put))
                .containsExactly(FOLDER + "/20230901_000000.pkl", FOLDER + "/20230902_000000.pkl");
        assertThat(notCounted).containsOnlyKeys(FOLDER + "/20230904_000000.pkl", FOLDER + "/20230905_000000.pkl");
        assertThat(prunable("", 4, Instant.MAX)).isEmpty();
    }

    @Test
    void deleteGoesOnAfterADatasetThatIsGone() {
        String first = storage.pathOf(storage.save(prices(1)));
        String last = storage.pathOf(storage.save(prices(2)));
        String gone = FOLDER + "/20230901_000000.pkl";
        List<String> removed = new ArrayList<>();
        Map<String, String> failed = new HashMap<>();
        storage.delete(List.of(first, gone, last), removed::add, failed::put);
        assertThat(removed).containsExactly(first, last);
        assertThat(failed)
                .containsOnlyKeys(gone)
                .containsValue("[" + storage.place(gone) + "] no such dataset; see what there is with list");
        assertThat(storage.listFiles(FOLDER)).isEmpty();
    }

    @Test
    void numberInTheDigitsOfAnotherScriptIsRead() throws Exception {
        storage.save(prices(1), FOLDER + "/20230901_123045_bullish.pkl");
        String marathi = FOLDER + "/20230901_123045~\u0966\u0966\u0966\u0967_bullish.pkl";
        plant(marathi, pickle(prices(2)));
        assertThat(storage.list("", "")).containsExactly(FOLDER + "/20230901_123045_bullish.pkl", marathi);
        assertThat(storage.latest(FOLDER)).isEqualTo(marathi);
        assertThat(storage.versions("", "", 1)).extracting(Version::path).containsExactly(marathi);
        assertThat(close(marathi)).isEqualTo(2);
        assertThat(storage.save(prices(3))).endsWith("/20230901_123045~0002_bullish.pkl");
        storage.delete(marathi);
        assertThat(storage.listFiles(FOLDER)).hasSize(2);
    }

    @Test
    void nameOfATimeToComeIsTold() {
        storage.save(prices(1), FOLDER + "/20230901_123100.pkl");
        storage.list("", "");
        assertThat(storage.latest("")).isEqualTo(FOLDER + "/20230901_123100.pkl");
        assertThat(told).isEmpty();
        storage.save(prices(1), FOLDER + "/20991231_000000.pkl");
        storage.save(prices(1), FOLDER + "/20981231_000000.pkl");
        storage.latest("");
        assertThat(told)
                .containsExactly("[" + storage.place(FOLDER + "/20991231_000000.pkl") + "] the time in the name,"
                        + " 2099-12-31T00:00:00Z, is in the future; a clock was ahead when it was"
                        + " saved, and until then it counts as"
                        + " the latest");
        told.clear();
        storage.list("", "");
        assertThat(told).singleElement().asString().contains("/20991231_000000.pkl] and 1 more: the time in the name");
    }

    @Test
    void namesThatCannotBeAskedForAreToldWithTheirNumberAndTheReason() throws Exception {
        storage.save(prices(1));
        plant(FOLDER + "/n\u00e9.pkl", new byte[] {1});
        plant(FOLDER + "/n\u00fc.pkl", new byte[] {1});
        plant("index/nifty/" + "x/".repeat(30) + "a".repeat(201) + "/x.pkl", new byte[] {1});
        plant(FOLDER + "/folder.pkl/x.pkl", new byte[] {1});
        assertThat(storage.list("", "")).hasSize(1);
        assertThat(told)
                .hasSize(3)
                .anyMatch(line -> line.contains("] and 1 more skipped: has a character that not every storage accepts"))
                .anyMatch(line -> line.endsWith("aaa] skipped: has a part longer than 200 characters"))
                .contains("[" + storage.place(FOLDER + "/folder.pkl") + "] skipped: is a folder, not a dataset");
        assertThat(storage.verifyAll("", Progress.UNWATCHED).unread())
                .hasSize(4)
                .containsKey(FOLDER + "/n\u00e9.pkl");
        Map<String, String> passedOver = new HashMap<>();
        assertThat(storage.search(MetadataQuery.parse("model=gbm"), passedOver::put))
                .hasSize(1);
        assertThat(passedOver).hasSize(4);
    }

    @Test
    void foldersInEachOtherAreFollowedAsFarAsANameMayReach() throws Exception {
        storage.save(prices(1));
        String deep = ("d".repeat(99) + "/").repeat(9) + "d/20230901_123045.pkl";
        plant(deep, new byte[] {1});
        assertThat(storage.list("", "")).hasSize(1);
        assertThat(told).singleElement().asString().endsWith("/d] skipped: is longer than 900 characters");
    }

    @Test
    void datasetThatIsRemovedMeanwhileEndsNeitherVerifyNorSearch() throws Exception {
        plant(FOLDER + "/20230901_000000.pkl", "not a pickle".getBytes());
        String middle = storage.pathOf(storage.save(prices(2), FOLDER + "/20230902_000000.pkl"));
        String last = storage.pathOf(storage.save(prices(3), FOLDER + "/20230903_000000.pkl"));
        Map<String, String> passedOver = new HashMap<>();
        List<String> searched = storage.search(MetadataQuery.parse("model=gbm"), (path, reason) -> {
            if (passedOver.put(path, reason) == null && passedOver.size() == 1) {
                storage.delete(middle);
            }
        });
        assertThat(searched).contains(last).isSubsetOf(middle, last);
        String gone = "is gone; it was removed after it was listed";
        assertThat(searched.contains(middle) || gone.equals(passedOver.get(middle)))
                .isTrue();
        Verification found = storage.verifyAll("", (finished, total, path) -> {
            if (finished == 1) {
                storage.delete(last);
            }
        });
        assertThat(found.unread()).isEqualTo(Map.of(last, "is gone; it was removed after it was listed"));
        assertThat(found.damaged()).hasSize(1);
        assertThat(found)
                .hasToString(FOLDER + "/20230901_000000.pkl: this is not a pickle of protocol 2 or later\n" + last
                        + ": is gone; it was removed after it was listed\n0 whole, 1 damaged, 1 could not be read");
    }

    @Test
    void compressedNameIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> storage.load("index/x.pkl.gz"))
                .hasMessage(
                        "[%s] 'index/x.pkl.gz' is a compressed file, but a storage keeps uncompressed .pkl files; name"
                                + " it index/x.pkl, or read the file by its path, as mlab convert does",
                        storage.root());
    }

    @Test
    void verifyTellsWholeDatasetsFromDamagedOnes() throws Exception {
        storage.save(prices(1), FOLDER + "/20230901_123045.pkl");
        plant(FOLDER + "/20230902_123045.pkl", "not a pickle".getBytes());
        assertThat(storage.verify(FOLDER + "/20230901_123045.pkl")).isEmpty();
        assertThat(storage.verify(FOLDER + "/20230902_123045.pkl")).isPresent();
        assertThatThrownBy(() -> storage.verify(FOLDER + "/20230903_123045.pkl"))
                .hasMessageContaining("no such dataset");
    }

    @Test
    void paramsThatMakeTooLongANameAreRefused() {
        assertThatThrownBy(() -> storage.save(named("a".repeat(236), 1)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("has a part longer than 200 characters");
    }

    @Test
    void fileThatIsNoDatasetIsPassedOverBySearchAndDamagedToVerify() throws Exception {
        String whole = storage.pathOf(storage.save(named("bullish", 1)));
        String foreign = FOLDER + "/20230902_123045.pkl";
        plant(foreign, "not a pickle".getBytes());
        Map<String, String> passedOver = new HashMap<>();
        assertThat(storage.search(MetadataQuery.parse("params=bullish"), passedOver::put))
                .containsExactly(whole);
        assertThat(passedOver).containsOnlyKeys(foreign);
        Verification found = storage.verifyAll("", Progress.UNWATCHED);
        assertThat(found.whole()).containsExactly(whole);
        assertThat(found.damaged()).containsOnlyKeys(foreign);
    }

    @Test
    void latestWithoutMatchSaysWhatThereIs() {
        storage.save(named("bullish", 1));
        storage.save(named("sideways", 1));
        assertThatThrownBy(() -> storage.latest("index/nifty", "bearish"))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "[%s] no dataset matches 'bearish'; there are: bullish, sideways",
                        storage.place("index/nifty"));
        assertThatThrownBy(() -> storage.latest("index/spx"))
                .hasMessage("[%s] no dataset here; there are some in: index/nifty/gbm", storage.place("index/spx"));
        storage.save(named("bullish", 1), "research/mean.pkl");
        assertThatThrownBy(() -> storage.latest("research"))
                .hasMessage(
                        "[%s] no dataset here has a time in its name; load it by its path, which list shows",
                        storage.place("research"));
        assertThatThrownBy(() -> storage.list("research", "median"))
                .hasMessage("[%s] no dataset matches 'median'; see what there is with list", storage.place("research"));
    }

    @Test
    void latestOfAnEmptyStorageSaysHowToBegin() {
        assertThatThrownBy(() -> storage.latest(""))
                .hasMessage("[%s] no dataset here; make one with generate or save", storage.root());
    }

    @Test
    void missingDatasetIsAClearError() {
        assertThatThrownBy(() -> storage.load(FOLDER + "/20230901_123045.pkl"))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "[%s] no such dataset; see what there is with list",
                        storage.place(FOLDER + "/20230901_123045.pkl"));
        assertThatThrownBy(() -> storage.delete(FOLDER + "/20230901_123045.pkl"))
                .hasMessageContaining("no such dataset");
    }

    @Test
    void foreignOrDamagedFileIsRefusedInOneLine() throws Exception {
        plant(FOLDER + "/20230901_123045.pkl", "not a pickle".getBytes());
        assertThatThrownBy(() -> storage.load(FOLDER + "/20230901_123045.pkl"))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("[" + storage.place(FOLDER + "/20230901_123045.pkl") + "] load failed: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void datasetOfANewerMarketlabIsRefusedWithThatReason() {
        String name = FOLDER + "/20230901_123045.pkl";
        Metadata newer = prices(1).metadata().with(Metadata.VERSION, "2.0").with(Metadata.GENERATOR, "marketlab 9.0.0");
        storage.save(prices(1).with(newer), name);
        assertThatThrownBy(() -> storage.load(name))
                .hasMessage(
                        "[%s] was written by a newer marketlab, in layout 2.0; update marketlab", storage.place(name));
        String foreign = FOLDER + "/20230901_123046.pkl";
        storage.save(prices(1).with(newer.with(Metadata.GENERATOR, "another")), foreign);
        assertThat(close(foreign)).isEqualTo(1);
    }

    @Test
    void deletedDatasetIsGoneAndTheOneBeforeIsTheLatest() {
        storage.save(prices(1), FOLDER + "/20230901_123045.pkl");
        storage.save(prices(2), FOLDER + "/20230902_123045.pkl");
        storage.delete(FOLDER + "/20230902_123045.pkl");
        assertThat(storage.latest(FOLDER)).isEqualTo(FOLDER + "/20230901_123045.pkl");
    }

    @Test
    void describeTellsTheShape() {
        storage.save(prices(1, 2, 3), FOLDER + "/20230901_123045.pkl");
        assertThat(storage.describe(FOLDER + "/20230901_123045.pkl").rows()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.pkl",
                "a/../x.pkl",
                "/etc/x.pkl",
                "a//x.pkl",
                "./x.pkl",
                "C:/x.pkl",
                "a\\x.pkl",
                "a\nx.pkl",
                "a\0x.pkl",
                ""
            })
    void pathsThatClimbOutOrAreNotPortableAreRefused(String path) {
        assertThatThrownBy(() -> storage.save(prices(1), path)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.load(path))
                .isInstanceOf(StorageException.class)
                .message()
                .doesNotContain("\n");
        if (!path.isEmpty()) {
            assertThatThrownBy(() -> storage.exists(path)).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> storage.latest(path)).isInstanceOf(StorageException.class);
        }
    }

    @Test
    void pathThatIsNoPickleIsRefused() {
        assertThatThrownBy(() -> storage.save(prices(1), "index/nifty/gbm/prices"))
                .hasMessage(
                        "[%s] 'index/nifty/gbm/prices' does not end with .pkl; name it index/nifty/gbm/prices.pkl",
                        storage.root());
    }

    @Test
    void badPatternIsAClearError() {
        assertThatThrownBy(() -> storage.latest(FOLDER, "bull("))
                .isInstanceOf(StorageException.class)
                .hasMessage("[%s] 'bull(' is not a regular expression: Unclosed group", storage.root());
    }

    private double close(String path) {
        return storage.load(path).table().doubleColumn("Close").get(0);
    }

    private List<String> prunable(String directory, int keep, Instant notBefore) {
        return storage.prunable(directory, keep, notBefore, (path, reason) -> {});
    }

    private static byte[] pickle(Dataset data) throws IOException {
        Path file = Files.createTempFile("dataset", ".pkl");
        try {
            PandasPickle.write(data, file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Dataset named(String params, double... close) {
        Dataset data = prices(close);
        return data.with(data.metadata().with(Metadata.PARAMS, params));
    }

    private static Dataset prices(double... close) {
        Metadata metadata = Metadata.EMPTY
                .with(Metadata.VERSION, "1.0")
                .with("note", "kept")
                .withName(FOLDER, "bullish");
        return Dataset.of(Table.create("prices", DoubleColumn.create("Close", close)))
                .with(metadata);
    }

    private static <T> List<T> together(int threads, Task<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                calls.add(() -> task.run(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private interface Task<T> {
        T run(int number);
    }

    /** A clock that stands until it is stepped. */
    private static final class SteppedClock extends Clock {

        private Instant now;

        SteppedClock(Instant start) {
            now = start;
        }

        void step(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("names are UTC");
        }
    }
}
