package marketlab.jupyter;

import java.nio.file.Path;
import java.util.Optional;
import marketlab.kit.Notes;
import marketlab.start.FastStart;

/** The kernel as Jupyter starts it. */
public final class KernelProcess {

    private KernelProcess() {}

    /**
     * Runs the kernel until it ends.
     *
     * @param arguments {@code [--jjava JAR] CONNECTION_FILE}; without arguments it only reports that the kernel can run
     * @return the exit code
     */
    public static int run(String... arguments) throws Exception {
        if (arguments.length == 0) {
            System.out.println("the kernel can run");
            return 0;
        }
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off"); // a cell's error is shown below the cell
        Notes.showOn(note -> System.err.println(note)); // the kernel replaces System.err with the cell's
        endWithJupyter();
        if (arguments[0].equals("--jjava")) {
            return JJavaKernel.run(Path.of(arguments[1]), arguments[2]);
        }
        FastStart.loadTablesaw();
        NotebookKernel.run(Path.of(arguments[0]));
        return 0;
    }

    /** A killed Jupyter leaves its kernels running, so this one ends with it. */
    private static void endWithJupyter() {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(jupyter -> jupyter.onExit().thenRun(() -> System.exit(1)));
    }
}
