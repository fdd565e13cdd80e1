package marketlab.spark;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Runs the cells of a grid on Spark. If a worker is lost, another one repeats its work. */
final class GridJob {

    /** Enough tasks per core that all cores finish at about the same time, and that the progress bar moves. */
    private static final int TASKS_PER_CORE = 8;
    /** Large enough that Spark's overhead per task is small. */
    private static final int MOST_CELLS_OF_A_TASK = 64;

    private GridJob() {}

    /**
     * Generates what does not exist yet.
     *
     * @param address address of the storage, reachable from every worker
     * @param done is told about how many cells are done
     * @return the outcome of each cell, in order
     * @throws IOException if the process is interrupted
     */
    static List<Outcome> run(Grid grid, SparkConf conf, String address, IntConsumer done) throws IOException {
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            NoWorker.watch(spark.sc());
            try {
                return run(grid, spark, address, done);
            } catch (Exception e) {
                if (spark.sc().isStopped()) {
                    throw new IOException("stopped; run it again to generate the missing datasets", e);
                }
                throw e;
            }
        }
    }

    static List<Outcome> run(Grid grid, JavaSparkContext spark, String address, IntConsumer done) {
        int size = Math.toIntExact(grid.size());
        int tasks = tasks(size, spark.defaultParallelism());
        Ends ends = new Ends(ended -> done.accept((int) ((long) size * ended / tasks)));
        spark.sc().addSparkListener(ends);
        try {
            return spark
                    .parallelize(IntStream.range(0, size).boxed().toList(), tasks)
                    .map(new CellTask(spark.broadcast(grid), address))
                    .collect()
                    .stream()
                    .sorted(Comparator.comparingInt(Outcome::number))
                    .toList();
        } finally {
            spark.sc().removeSparkListener(ends);
        }
    }

    private static int tasks(int size, int cores) {
        int least = (size + MOST_CELLS_OF_A_TASK - 1) / MOST_CELLS_OF_A_TASK;
        return Math.max(least, Math.min(size, cores * TASKS_PER_CORE));
    }

    private static final class Ends extends SparkListener {

        private final IntConsumer done;
        private int count;

        Ends(IntConsumer done) {
            this.done = done;
        }

        @Override
        public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskInfo().successful()) {
                done.accept(++count);
            }
        }
    }
}
