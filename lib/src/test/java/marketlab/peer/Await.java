package marketlab.peer;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what another thread or program does. The limit is for what never happens: a busy machine must not meet it. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PAUSE_MILLIS = 10;

    private Await() {}

    /** Returns when the condition is true; after ten minutes the test fails and says what it waited for. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Waits for the end of a process and returns its exit code; one that goes on for ten minutes is killed and fails the test. */
    public static int exit(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    "did not end: " + process.info().commandLine().orElse("process " + process.pid()));
        }
        return process.exitValue();
    }
}
