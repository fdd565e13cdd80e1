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

/** Runs the cells of a grid on Spark: what a lost worker had begun, another does again. */
final class GridJob {

    /** So many a core, that all cores end together, and that somebody who watches sees it. */
    private static final int TASKS_PER_CORE = 8;
    /** What Spark needs for a task is then little beside what the task needs. */
    private static final int MOST_CELLS_OF_A_TASK = 64;

    private GridJob() {}

    /**
     * Makes what is not there.
     *
     * @param address of the storage, as every worker can reach it
     * @param done told how many cells have ended, nearly
     * @return what became of each cell, in order
     * @throws IOException if the process is interrupted
     */
    static List<Outcome> run(Grid grid, SparkConf conf, String address, IntConsumer done) throws IOException {
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            NoWorker.watch(spark.sc());
            try {
                return run(grid, spark, address, done);
            } catch (Exception e) {
                if (spark.sc().isStopped()) {
                    throw new IOException("stopped; run it again to make what is missing", e);
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
