package marketlab.bench;

import java.io.IOException;
import java.io.PrintStream;
import marketlab.peer.Project;

/** Runs {@code mlab spark bench}: only that script has Spark's jars. */
final class SparkBench {

    static final String DESCRIPTION = "grids on Spark against two threads without Spark, and two workers against one";

    private SparkBench() {}

    static void run(PrintStream out) throws IOException, InterruptedException {
        out.flush();
        int status = new ProcessBuilder(Project.root().resolve("scripts/mlab").toString(), "spark", "bench")
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("mlab spark bench ended with " + status);
        }
    }
}
