package marketlab.spark;

import org.apache.spark.SparkContext;

/** Warns when a job waits because the cluster has no free worker. Spark itself would wait silently. */
final class NoWorker {

    private static final int PATIENCE_MILLISECONDS = 10_000;

    private NoWorker() {}

    /** Checks once, after some seconds. */
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
                    "mlab: waiting for a worker with a free core and %s of free memory; to add one: mlab spark worker"
                            + " %s%n",
                    spark.getConf().get("spark.executor.memory"), spark.master());
        }
    }
}
