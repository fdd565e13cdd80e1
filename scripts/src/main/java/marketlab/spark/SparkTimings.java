package marketlab.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import marketlab.start.FastStart;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code mlab bench spark} runs. Times are medians of the jobs, without the start of Spark. */
@Command(name = "bench", hidden = true)
final class SparkTimings implements Callable<Integer> {

    /** In memory, because two workers on one machine share its disk; in a cluster each has its own, or a bucket. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final int DATASETS = 2_000;
    private static final int LONGER_DATASETS = 500;
    private static final int RUNS = 7;
    /** Per worker, as each of two workers does half of the runs: until then Java's compiler uses much of the cores. */
    private static final int WARM_UP_SECONDS = 40;

    private static final int START_SECONDS = 60;

    @Spec
    CommandSpec spec;

    private final List<Process> started = new ArrayList<>();
    private Path folder;
    private int storages;

    @Override
    public Integer call() throws Exception {
        FastStart.loadTablesaw();
        try {
            in(Path.of(System.getProperty("java.io.tmpdir")), this::inOneProcess);
            in(Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir")), this::onWorkers);
        } finally {
            started.forEach(Process::destroy);
            for (Process process : started) {
                process.waitFor();
            }
        }
        return 0;
    }

    private void in(Path parent, Part part) throws Exception {
        folder = Files.createTempDirectory(parent, "marketlab-bench-");
        try {
            part.run();
        } finally {
            delete(folder);
        }
    }

    private void inOneProcess() throws Exception {
        Grid grid = grid(DATASETS, "1d");
        double[] kit = new double[RUNS];
        double[] cluster = new double[RUNS];
        long start = System.nanoTime();
        try (JavaSparkContext spark = context("local[2]", Map.of())) {
            say("Spark starts in %.1f s%n", (System.nanoTime() - start) / 1e9);
            for (int i = 0; i < RUNS; i++) {
                kit[i] = seconds(storage -> threads(2, grid, storage));
                cluster[i] = seconds(storage -> GridJob.run(grid, spark, storage, done -> {}));
            }
        }
        say(
                "%,d datasets of 252 rows: two threads without Spark %.2f s, local[2] %.2f s, ratio %.2f (target"
                        + " 1.3)%n",
                DATASETS, median(kit), median(cluster), median(cluster) / median(kit));
    }

    private void onWorkers() throws Exception {
        Grid grid = grid(LONGER_DATASETS, "15m");
        double oneThread = onThreads(1, grid);
        double twoThreads = onThreads(2, grid);
        int port = freePort();
        String master = "spark://127.0.0.1:" + port;
        start("master", "--port", Integer.toString(port), "--ui-port", "0");
        awaitMaster(master);
        double one = onWorkers(1, grid, master);
        double two = onWorkers(2, grid, master);
        say(
                "%,d datasets of 6,300 rows, in memory: one one-core worker %.2f s, two %.2f s, ratio %.2f (target"
                        + " 0.6); without Spark: one thread %.2f s, two %.2f s, ratio %.2f%n",
                LONGER_DATASETS, one, two, two / one, oneThread, twoThreads, twoThreads / oneThread);
    }

    private double onThreads(int count, Grid grid) throws Exception {
        double[] seconds = new double[RUNS];
        for (int i = -RUNS; i < RUNS; i++) {
            seconds[Math.max(0, i)] = seconds(storage -> threads(count, grid, storage));
        }
        return median(seconds);
    }

    private double onWorkers(int workers, Grid grid, String master) throws Exception {
        start("worker", master, "--cores", "1", "--memory", "600m");
        double[] seconds = new double[RUNS];
        Map<String, String> settings = Map.of(
                "spark.scheduler.minRegisteredResourcesRatio",
                "1",
                "spark.scheduler.maxRegisteredResourcesWaitingTime",
                START_SECONDS + "s",
                "spark.cores.max",
                Integer.toString(workers));
        try (JavaSparkContext spark = context(master, settings)) {
            long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos((long) workers * WARM_UP_SECONDS);
            while (System.nanoTime() < warm) {
                seconds(storage -> GridJob.run(grid, spark, storage, done -> {}));
            }
            for (int i = 0; i < RUNS; i++) {
                seconds[i] = seconds(storage -> GridJob.run(grid, spark, storage, done -> {}));
            }
        }
        return median(seconds);
    }

    private static double median(double[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private interface Part {
        void run() throws Exception;
    }

    private interface Job {
        void run(String storage) throws Exception;
    }

    private double seconds(Job job) throws Exception {
        Path storage = folder.resolve(Integer.toString(storages++));
        long start = System.nanoTime();
        job.run("local:" + storage);
        double seconds = (System.nanoTime() - start) / 1e9;
        delete(storage);
        return seconds;
    }

    /** The same work in a plain Java program on this number of threads. */
    private static void threads(int count, Grid grid, String storage) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<String>> saved = IntStream.range(0, (int) grid.size())
                    .mapToObj(grid::cell)
                    .map(cell -> threads.submit(() ->
                            Stores.at(storage).save(cell.generate(), cell.name().path())))
                    .toList();
            for (Future<String> dataset : saved) {
                dataset.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Grid grid(int datasets, String interval) {
        return new Grid(
                "bench",
                List.of("nifty"),
                List.of(new Grid.Variant("heston", new LinkedHashMap<>())),
                List.of(""),
                LongStream.rangeClosed(1, datasets).toArray(),
                1,
                new Cell.Common(OffsetDateTime.parse("2026-01-30T10:00:00Z"), 252, interval, null, null));
    }

    private static JavaSparkContext context(String master, Map<String, String> settings) throws IOException {
        ClusterOption cluster = new ClusterOption();
        cluster.master = master;
        cluster.executorMemory = "512m";
        cluster.settings = settings;
        return new JavaSparkContext(cluster.conf());
    }

    private void start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getenv("MARKETLAB_LAUNCHER"), "spark"));
        command.addAll(List.of(arguments));
        started.add(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static void awaitMaster(String master) throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            try {
                ClusterOption.requireAnswer(master, "the master is");
                return;
            } catch (IOException e) {
                if (i == START_SECONDS) {
                    throw e;
                }
                Thread.sleep(1000);
            }
        }
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
