package marketlab.spark;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import marketlab.kit.Lab;
import marketlab.shell.Interrupts;
import marketlab.storage.DatasetAddress;
import marketlab.storage.StorageException;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The word {@code spark()} of a prompt or a notebook that was started with Spark. It works on the storage in use:
 *
 * <pre>{@code
 * spark().table("index/nifty/heston").groupBy("seed").agg(min("Low")).show();
 * plot(spark().sql("select Timestamp, avg(Close) as Close from data group by Timestamp order by Timestamp"));
 * }</pre>
 *
 * <p>Thread-safe; there is one Spark for all threads.
 */
public final class SparkLab {

    private static final String HERE = "local[*]";

    private static SparkLab running;

    private final String master;
    private final SparkSession session;
    /** The storage that was in use when the table was made; null for none yet. */
    private volatile String asked;

    private SparkLab(String master, SparkSession session) {
        this.master = master;
        this.session = session;
    }

    /**
     * The running Spark; if there is none, starts one on all cores of this machine.
     *
     * @throws IOException never, as no cluster is involved
     */
    public static synchronized SparkLab spark() throws IOException {
        return isRunning() ? running : spark(HERE);
    }

    /**
     * Starts Spark on another master; {@link #spark()} returns this one from now on.
     *
     * @param master {@code local[N]}, {@code local[*]} or {@code spark://HOST:PORT}
     * @throws IllegalArgumentException if the master has none of these forms
     * @throws IOException if no master answers at the address
     */
    public static synchronized SparkLab spark(String master) throws IOException {
        if (!isRunning() || !running.master.equals(master)) {
            ClusterOption cluster = new ClusterOption();
            cluster.master = master;
            SparkConf conf = cluster.watched();
            if (isRunning()) {
                running.session.stop();
            }
            SparkSession session = start(conf);
            NoWorker.watch(session.sparkContext());
            if (running == null) {
                Interrupts.also(() -> running.session.sparkContext().cancelAllJobs());
            }
            running = new SparkLab(master, session);
        }
        return running;
    }

    private static boolean isRunning() {
        return running != null && !running.session.sparkContext().isStopped();
    }

    /** On a thread outside the caller's group, because the prompt interrupts all threads of that group. */
    private static SparkSession start(SparkConf conf) {
        ThreadGroup outermost = Thread.currentThread().getThreadGroup();
        while (outermost.getParent() != null) {
            outermost = outermost.getParent();
        }
        ThreadGroup group = outermost;
        return CompletableFuture.supplyAsync(
                        () -> SparkSession.builder().config(conf).getOrCreate(),
                        task -> new Thread(group, task, "marketlab-spark").start())
                .join();
    }

    /**
     * The datasets in a directory and below it as one table, named {@code data} in {@link #sql} from now on. It has the
     * rows of all datasets, and beside their columns the columns {@code name market model params seed path}.
     *
     * @throws StorageException if there is none
     */
    public Dataset<Row> table(String directory) {
        return table(directory, "");
    }

    /**
     * The same, only with the datasets in whose file name this regular expression is found; no others are opened.
     *
     * @throws StorageException if none matches; the message lists what there is
     */
    public Dataset<Row> table(String directory, String match) {
        DatasetAddress where = DatasetAddress.of(directory, Lab.storage().root());
        Dataset<Row> table =
                SparkTable.of(Stores.address(where.root()), where.path(), match).in(session);
        table.createOrReplaceTempView(SparkTable.VIEW);
        asked = Stores.address(Lab.storage().root());
        return table;
    }

    /**
     * The result of a query in Spark SQL, all of it in memory. {@code data} is the last {@link #table} of the storage
     * in use.
     *
     * @throws IllegalArgumentException if it is not valid SQL, or names a table or column that does not exist
     * @throws StorageException if a dataset cannot be read
     */
    public marketlab.dataset.Dataset sql(String question) {
        if (!Stores.address(Lab.storage().root()).equals(asked)) {
            session.catalog().dropTempView(SparkTable.VIEW);
        }
        return Answer.of(session, question);
    }

    /**
     * A Spark table as a dataset, all of it in memory, in order.
     *
     * @throws IllegalArgumentException if it cannot be computed
     * @throws StorageException if a dataset cannot be read
     */
    public marketlab.dataset.Dataset dataset(Dataset<Row> table) {
        return Answer.of(() -> table);
    }

    /** The Spark session, for everything else. */
    public SparkSession session() {
        return session;
    }

    @Override
    public String toString() {
        return "Spark %s on %s".formatted(session.version(), master);
    }
}
