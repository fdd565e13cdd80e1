package marketlab.bench;

import java.io.IOException;
import java.io.PrintStream;
import marketlab.peer.Project;

/** Spark's jars are in a script of their own, which measures itself. */
final class SparkBench {

    static final String DESCRIPTION = "grids on Spark beside the kit's own two threads, and two workers beside one";

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
