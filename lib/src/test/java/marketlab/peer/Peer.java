package marketlab.peer;

import org.junit.jupiter.api.Assumptions;

/** The rule for a real counterpart that is missing: CI fails, a user's machine is told what was not run. */
public final class Peer {

    private Peer() {}

    /** Ends the running test: as failed in CI, else as not run, for this reason. */
    public static <T> T missing(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI must run everything, but " + reason);
        }
        return Assumptions.abort(reason);
    }
}
