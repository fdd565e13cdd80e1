package marketlab.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.dataset.MetadataQuery;
import marketlab.peer.Await;
import marketlab.peer.GcsEmulator;
import marketlab.peer.Project;
import marketlab.peer.QuickJava;
import marketlab.storage.LocalStorage;
import marketlab.storage.Progress;
import marketlab.storage.Storage;
import marketlab.storage.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark as its users start it: in one process, and as a real cluster of a master and two workers on this machine. */
@Tag("slow")
class SparkVerbsTest {

    private static final Path MLAB = Project.root().resolve("scripts/mlab");
    private static final String GRID = """
        {
          "as_of": "2026-01-30T10:00:00Z",
          "models": {"gbm": {}, "heston": {"kappa": [1, 2]}},
          "params": ["", "bullish"],
          "seeds": [1, 2],
          "paths": 2,
          "days": 30
        }
        """;
    private static final String SECRET = "MARKETLAB_SPARK_SECRET";
    private static final int SIZE = 3 * 2 * 2 * 2;
    private static final int MANY = 1200;

    @TempDir
    static Path folder;

    private static final List<Process> STARTED = new ArrayList<>();
    private static String master;
    private static Process doomed;

    private record Result(int status, String out, String err) {}

    @BeforeAll
    static void makeTheGridInOneProcessAndStartACluster() throws Exception {
        Files.writeString(folder.resolve("small.json"), GRID);
        Result first = generate(Map.of(), "local[2]", "local:one");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("one/manifest/nifty/small/20260130_100000.pkl\n");
        assertThat(first.err()).contains(SIZE + " generated, 0 already there and the same, 0 failed");

        int port = freePort();
        master = "spark://127.0.0.1:" + port;
        Process cluster = start("spark", "master", "--port", Integer.toString(port), "--ui-port", "0");
        Await.until("the master", () -> said(cluster).contains("start a worker with") && answers(port));
        doomed = start("spark", "worker", master, "--cores", "1", "--memory", "600m");
        start("spark", "worker", master, "--cores", "1", "--memory", "600m");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        STARTED.forEach(Process::destroy);
        for (Process process : STARTED) {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void everyDatasetIsThereOnceAndIsWhatTheKitMakes() throws IOException {
        assertIsWhole("one", GridFile.read(folder.resolve("small.json")));
    }

    @Test
    void theListOfDatasetsIsFoundByLatestAndSearchAndTellsTheirChecksums() {
        try (Storage storage = storage("one")) {
            String path = storage.latest("manifest/nifty");
            assertThat(path).isEqualTo("manifest/nifty/small/20260130_100000.pkl");
            MetadataQuery query = MetadataQuery.parse("type=manifest model=small datasets=24");
            assertThat(storage.search(query, (other, reason) -> fail(other + reason)))
                    .containsExactly(path);
            Dataset manifest = storage.load(path);
            assertThat(manifest.table().columnNames())
                    .containsExactly(
                            "Name", "Market", "Model", "Parameters", "Params", "Seed", "Path", "Rows", "Checksum");
            assertThat(manifest.table().rowCount()).isEqualTo(SIZE);
            manifest.table().forEach(row -> {
                assertThat(row.getString("Checksum")).isEqualTo(storage.crc32c(row.getString("Name")));
                assertThat(row.getInt("Rows")).isEqualTo(30);
            });
            assertThat(manifest.table().row(SIZE - 1).getString("Parameters")).isEqualTo("kappa=2");
        }
    }

    @Test
    void runAgainItMakesWhatIsMissingAndTellsWhatIsDifferent() throws Exception {
        copy("one", "again");
        Path missing = folder.resolve("again/index/nifty/gbm/20260130_100000_seed=1_path=0.pkl");
        Files.delete(missing);
        Result again = generate(Map.of(), "local[2]", "local:again");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.err()).contains("1 generated, " + (SIZE - 1) + " already there and the same, 0 failed");
        assertSameFiles("one", "again");

        Path other = folder.resolve("again/index/nifty/gbm/20260130_100000_seed=2_path=1.pkl");
        Files.copy(missing, other, StandardCopyOption.REPLACE_EXISTING);
        Result different = generate(Map.of(), "local[2]", "local:again");
        assertThat(different.status()).isEqualTo(1);
        assertThat(different.out()).isEmpty();
        assertThat(different.err())
                .contains(
                        "_seed=2_path=1.pkl] this existing dataset is damaged",
                        SIZE - 1 + " already there",
                        "1 failed");
        assertThat(other).hasSameBinaryContentAs(missing);
    }

    @Test
    void aWrongGridAndAMasterThatIsNotThereAreToldInOneLine() throws Exception {
        Files.writeString(folder.resolve("wrong.json"), GRID.replace("kappa", "kapa"));
        Result wrong = mlab(Map.of(), "spark", "generate", "--grid", "wrong.json", "--storage", "local:none");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .startsWith("mlab: [wrong.json:3] [model] heston has no parameter 'kapa'")
                .hasLineCount(1);
        String nobody = "spark://127.0.0.1:" + freePort();
        Result lonely = generate(Map.of(), nobody, "local:none");
        assertThat(lonely.status()).isEqualTo(1);
        assertThat(lonely.err())
                .isEqualTo("mlab: [" + nobody + "] no master answers; start one with: mlab spark master\n");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aPortThatIsTakenAndWorkersThatCannotBeAreToldInOneLine() throws Exception {
        String port = master.substring(master.lastIndexOf(':') + 1);
        Result second = mlab(Map.of(), "spark", "master", "--port", port, "--ui-port", "0");
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err())
                .startsWith("mlab: [127.0.0.1:" + port + "] cannot listen on this port: ")
                .hasLineCount(1);
        assertThat(mlab(Map.of(), "spark", "worker", master, "--cores", "0").err())
                .isEqualTo("mlab: cores must be > 0, got 0\n");
        assertThat(mlab(Map.of(), "spark", "worker", master, "--memory", "lots").err())
                .isEqualTo("mlab: memory must be a size such as 1g or 600m, at least 450m, got 'lots'\n");
    }

    @Test
    void whoeverHasNotTheSecretIsRefusedInOneLine() throws Exception {
        assertThat(Files.getPosixFilePermissions(secretFile())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Path stranger =
                Files.createDirectories(folder.resolve("stranger/.marketlab")).getParent();
        Path file = stranger.resolve(".marketlab/spark.secret");
        Map<String, String> noSecret = Map.of("HOME", stranger.toString());
        String[] worker = {"spark", "worker", master, "--cores", "1", "--memory", "600m"};
        assertRefused(
                mlab(noSecret, worker),
                "[" + master + "] a secret is needed; copy " + file + " from the master's machine, or set " + SECRET);
        Map<String, String> wrong = Map.of("HOME", stranger.toString(), SECRET, "guessed");
        String notTaken = "[" + master + "] the master rejected this secret; use the one of the master's machine";
        assertRefused(mlab(wrong, worker), notTaken);
        assertRefused(generate(wrong, master, "local:refused"), notTaken);
        assertThat(folder.resolve("refused")).doesNotExist();

        Files.copy(secretFile(), file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(
                mlab(noSecret, worker), "[" + file + "] other users can read this secret; run: chmod 600 " + file);
        Map<String, String> right = Map.of(
                "HOME",
                folder.resolve("nobody").toString(),
                SECRET,
                Files.readString(file).strip());
        assertThat(generate(right, master, "local:one").err()).contains(SIZE + " already there and the same, 0 failed");
    }

    private static void assertRefused(Result result, String line) {
        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("mlab: " + line + "\n");
    }

    private static Path secretFile() {
        return folder.resolve(".marketlab/spark.secret");
    }

    @Test
    void aJobThatNoWorkerHasRoomForSaysWhatItWaitsForAndEndsWhenItIsStopped() throws Exception {
        Process job = start(
                "spark",
                "generate",
                "--grid",
                "small.json",
                "--master",
                master,
                "--storage",
                "local:nowhere",
                "--executor-memory",
                "2g");
        Await.until("the line", () -> said(job)
                .contains("mlab: waiting for a worker with a free core and 2g of free memory; to add one: mlab spark"
                        + " worker "
                        + master + "\n"));
        job.destroy();
        Await.exit(job);
        assertThat(said(job)).doesNotContain("internal error", "\tat ");
        assertThat(folder.resolve("nowhere/index")).doesNotExist();
    }

    private static String said(Process process) {
        try {
            return Files.readString(log(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A dataset that no question needs may be anything. */
    @Test
    void sqlGivesWhatTheKitComputesAndOpensOnlyWhatMatches() throws Exception {
        copy("one", "asked");
        Path damaged = folder.resolve("asked/index/nifty/heston/20260130_100000_kappa=1_seed=1_path=0.pkl");
        Files.writeString(damaged, "no pickle");
        String sql = """
            select params, seed, path, market, model, count(*) as days, min(Close / peak - 1) as drawdown
            from (select *, max(Close) over (partition by name order by Timestamp) as peak from data)
            group by params, seed, path, market, model order by params, seed, path\
            """;
        Result read = read("kappa=2_", sql);
        assertThat(read.status()).as(read.err()).isZero();
        List<String> rows = read.out().lines().skip(2).toList();
        assertThat(read.out()).startsWith(" params ");
        assertThat(rows).hasSize(8);
        try (Storage storage = storage("one")) {
            int row = 0;
            for (String params : List.of("", "bullish_")) {
                for (int seed = 1; seed <= 2; seed++) {
                    for (int path = 0; path < 2; path++) {
                        String name = "index/nifty/heston/20260130_100000_%skappa=2_seed=%d_path=%d.pkl"
                                .formatted(params, seed, path);
                        String[] cells = rows.get(row++).split("\\|");
                        assertThat(Stream.of(cells).limit(6).map(String::strip))
                                .containsExactly(
                                        params.replace("_", ""), "" + seed, "" + path, "nifty", "heston", "30");
                        assertThat(Double.parseDouble(cells[6].strip()))
                                .isCloseTo(drawdown(storage.load(name)), within(1e-7));
                    }
                }
            }
        }
        Result asked = mlab(Map.of(), "spark", "shell", "--storage", "local:asked", "-e", """
            spark("%s").table("index/nifty/heston", "kappa=2_").count();
            write(spark().sql("select seed, path, count(*) as days from data group by seed, path order by seed, path"), "asked.csv")
            spark().table("index/nifty/heston", "seed=2_path=1").count();
            write(spark().sql("select kappa, spot, count(*) as days from data group by kappa, spot order by kappa"), "by.csv")
            """.formatted(master));
        assertThat(asked.status()).as(asked.err()).isZero();
        assertThat(folder.resolve("asked.csv")).hasContent("seed,path,days\n1,0,60\n1,1,60\n2,0,60\n2,1,60");
        assertThat(folder.resolve("by.csv")).hasContent("kappa,spot,days\n1.0,24000.0,60\n2.0,24000.0,60");
        Result all = read("kappa=1_", "select count(*) from data");
        assertThat(all.status()).isEqualTo(1);
        assertThat(all.err()).contains(damaged.getFileName().toString()).hasLineCount(1);
        Result wrong = read("kappa=2_", "select clse from data");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .startsWith("mlab: [sql] ")
                .contains("`clse`", "`Close`")
                .hasLineCount(1);
    }

    private static Result read(String match, String sql) throws Exception {
        return mlab(
                Map.of(),
                "spark",
                "read",
                "index/nifty/heston",
                "--match",
                match,
                "--storage",
                "local:asked",
                "--master",
                "local[2]",
                "--sql",
                sql);
    }

    private static double drawdown(Dataset data) {
        double peak = 0;
        double worst = 0;
        for (double close : data.table().doubleColumn("Close")) {
            peak = Math.max(peak, close);
            worst = Math.min(worst, close / peak - 1);
        }
        return worst;
    }

    /** One method, as the second job is for the cluster that the first leaves. */
    @Test
    void aWorkerKilledInTheMiddleCostsNothingAndTheOtherGoesOnToABucket() throws Exception {
        Files.writeString(folder.resolve("many.json"), """
            {
              "as_of": "2026-01-30T10:00:00Z",
              "models": {"bates": {}},
              "seeds": "1..%d",
              "interval": "15m"
            }
            """.formatted(MANY));
        Process job = start(
                "spark",
                "generate",
                "--grid",
                "many.json",
                "--master",
                master,
                "--storage",
                "local:many",
                "--verbose",
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1",
                "--conf",
                "spark.cores.max=2");
        Path datasets = folder.resolve("many/index/nifty/bates");
        Await.until("some datasets", () -> count(datasets) > MANY / 10);
        String secret = Files.readString(secretFile()).strip();
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .anyMatch(line -> line.contains("CoarseGrainedExecutorBackend"))
                .noneMatch(line -> line.contains(secret));
        doomed.destroyForcibly();
        assertThat(count(datasets)).isLessThan(MANY);
        int exit = Await.exit(job);
        String log = said(job);
        assertThat(exit).as(log).isZero();
        assertThat(log).contains("Lost executor", " 0 failed");
        assertIsWhole("many", GridFile.read(folder.resolve("many.json")));

        try (GcsEmulator gcs = GcsEmulator.start()) {
            gcs.makeBucket("lab");
            Map<String, String> there =
                    Map.of("STORAGE_EMULATOR_HOST", gcs.address().toString());
            Result made = generate(there, master, "gs://lab/team");
            assertThat(made.status()).as(made.err()).isZero();
            assertThat(made.out()).isEqualTo("gs://lab/team/manifest/nifty/small/20260130_100000.pkl\n");
            Result copied = mlab(there, "copy", "gs://lab/team", "local:from-bucket");
            assertThat(copied.status()).as(copied.err()).isZero();
        }
        assertSameFiles("one", "from-bucket");
    }

    /** All of a grid and its list, none twice, each what the kit makes. */
    private static void assertIsWhole(String name, Grid grid) {
        try (Storage storage = storage(name)) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < grid.size(); i++) {
                String path = grid.cell(i).name().path();
                assertThat(storage.holds(path, grid.cell(i).generate()))
                        .as(path)
                        .isTrue();
                expected.add(path);
            }
            expected.add(storage.latest("manifest"));
            Verification verified = storage.verifyAll("", Progress.UNWATCHED);
            assertThat(verified.damaged()).isEmpty();
            assertThat(verified.whole()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Storage storage(String name) {
        return new LocalStorage(folder.resolve(name).toString());
    }

    private static void copy(String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(to).resolve(folder.resolve(from).relativize(file)));
            }
        }
    }

    private static void assertSameFiles(String one, String other) throws IOException {
        assertThat(files(other)).isEqualTo(files(one));
        for (String file : files(one)) {
            assertThat(folder.resolve(other).resolve(file))
                    .hasSameBinaryContentAs(folder.resolve(one).resolve(file));
        }
    }

    private static List<String> files(String name) throws IOException {
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static long count(Path directory) {
        String[] names = directory.toFile().list((parent, name) -> name.endsWith(".pkl"));
        return names == null ? 0 : names.length;
    }

    private static Result generate(Map<String, String> environment, String master, String storage) throws Exception {
        return mlab(environment, "spark", "generate", "--grid", "small.json", "--master", master, "--storage", storage);
    }

    private static Result mlab(Map<String, String> environment, String... arguments) throws Exception {
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        Process process = builder(environment, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int status = Await.exit(process);
        String said = QuickJava.withoutNotice(Files.readString(err)).replaceAll("(?m)^\\[jbang\\].*\\n", "");
        return new Result(status, Files.readString(out), said);
    }

    /** Begins what goes on until it is stopped. */
    private static Process start(String... arguments) throws IOException {
        Path log = folder.resolve("log" + STARTED.size());
        Process process = builder(Map.of(), arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        STARTED.add(process);
        return process;
    }

    private static Path log(Process process) {
        return folder.resolve("log" + STARTED.indexOf(process));
    }

    private static ProcessBuilder builder(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(MLAB.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("SPARK_LOCAL_IP", SECRET, "STORAGE_TYPE", "GCS_BUCKET_NAME", "MARKETLAB_CONFIG"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JBANG_DIR", Project.jbangHome().toString());
        builder.environment().put("HOME", folder.toString());
        QuickJava.in(builder.environment());
        builder.environment().putAll(environment);
        return builder;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
