package marketlab.spark;

import org.apache.spark.SparkContext;

/** Tells who waits for a cluster without a worker, or without one that has room: Spark itself would wait in silence. */
final class NoWorker {

    private static final int PATIENCE_MILLISECONDS = 10_000;

    private NoWorker() {}

    /** Looks once, some seconds from now. */
    static void watch(SparkContext spark) {
        if (spark.isLocal()) {
            return;
        }
        Thread thread = new Thread(() -> look(spark), "marketlab-no-worker");
        thread.setDaemon(true);
        thread.start();
    }

    private static void look(SparkContext spark) {
        try {
            Thread.sleep(PATIENCE_MILLISECONDS);
        } catch (InterruptedException e) {
            return;
        }
        boolean isAlone = !spark.isStopped() && spark.statusTracker().getExecutorInfos().length == 1;
        if (isAlone) {
            System.err.printf(
                    "mlab: no worker has a core and %s of memory free yet; one more: mlab spark worker %s%n",
                    spark.getConf().get("spark.executor.memory"), spark.master());
        }
    }
}
