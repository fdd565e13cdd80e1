package marketlab.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import marketlab.config.ConfigManager;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "bench", hidden = true, description = "What mlab bench spark runs.")
final class SparkBench implements Callable<Integer> {

    private static final int DATASETS = 2_000;
    private static final int RUNS = 2;

    @Spec
    CommandSpec spec;

    private Path folder;
    private int run;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        folder = Files.createTempDirectory("marketlab-bench-");
        try {
            Grid grid = grid(DATASETS);
            ClusterOption two = new ClusterOption();
            two.master = "local[2]";
            try (JavaSparkContext spark = new JavaSparkContext(two.conf(ConfigManager.getConfig()))) {
                double kit = Double.MAX_VALUE;
                double cluster = Double.MAX_VALUE;
                for (int i = 0; i < RUNS; i++) {
                    kit = Math.min(kit, seconds(storage -> threads(grid, storage)));
                    cluster = Math.min(cluster, seconds(storage -> GridJob.run(grid, spark, storage, done -> {})));
                    out.printf("kit %.2f spark %.2f%n", kit, cluster);
                }
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private interface Job {
        void run(String storage) throws Exception;
    }

    private double seconds(Job job) throws Exception {
        String storage = "local:" + folder.resolve(Integer.toString(run++));
        long start = System.nanoTime();
        job.run(storage);
        return (System.nanoTime() - start) / 1e9;
    }

    /** What a script of one's own would do on two threads. */
    private static void threads(Grid grid, String storage) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> saved = IntStream.range(0, (int) grid.size())
                    .mapToObj(grid::cell)
                    .map(cell -> threads.submit(() -> Stores.at(storage).save(cell.generate(), cell.name().path())))
                    .toList();
            for (Future<String> dataset : saved) {
                dataset.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Grid grid(int datasets) {
        return new Grid("bench", List.of("nifty"), List.of(new Grid.Variant("heston", new LinkedHashMap<>())), List.of(""),
                LongStream.rangeClosed(1, datasets).toArray(), 1,
                new Cell.Common(OffsetDateTime.parse("2026-01-30T10:00:00Z"), 252, "1d", null, LocalDate.of(2026, 1, 30)));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
