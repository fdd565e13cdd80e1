package marketlab.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Measures one case on both sides in turns, so that a busy moment affects both, and compares the medians. */
final class PeerComparison {

    /** Until Java's compiler is done and the garbage collector has settled. */
    private static final double WARM_UP_SECONDS = 3;

    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 21;

    private final String name;
    private final double rows;
    private Runnable ours;
    private DoubleSupplier peer;

    private PeerComparison(String name, double rows) {
        this.name = name;
        this.rows = rows;
    }

    /** A case in which our side makes this number of rows. */
    static PeerComparison of(String name, double rows) {
        return new PeerComparison(name, rows);
    }

    PeerComparison ours(Runnable ours) {
        this.ours = ours;
        return this;
    }

    /** Sets what gives the peer's seconds for the same number of rows. */
    PeerComparison peer(DoubleSupplier peer) {
        this.peer = peer;
        return this;
    }

    static void heading(PrintStream out, String peer) {
        out.printf("%-28s %14s %14s %8s %8s%n", "case (million a second)", "marketlab", peer, "ratio", "target");
    }

    /** Measures both and prints the line. */
    void print(PrintStream out, double target) {
        warmUp();
        double[] mine = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            mine[round] = seconds();
            theirs[round] = peer.getAsDouble();
        }
        double ratio = median(theirs) / median(mine);
        out.printf(
                Locale.ROOT,
                "%-28s %14.2f %14.3f %8.2f %8s%n",
                name,
                rows / median(mine) / 1e6,
                rows / median(theirs) / 1e6,
                ratio,
                (ratio >= target ? ">= " : "< ") + target);
    }

    /** Measures ours alone and prints the line. */
    void print(PrintStream out) {
        warmUp();
        double[] mine = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            mine[round] = seconds();
        }
        out.printf(
                Locale.ROOT,
                "%-28s %14.2f %26.1f ns a row%n",
                name,
                rows / median(mine) / 1e6,
                median(mine) / rows * 1e9);
    }

    /**
     * Measures ours alone and prints the seconds of one run.
     *
     * @param most seconds that it may take
     */
    void printSeconds(PrintStream out, double most) {
        warmUp();
        double[] mine = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            mine[round] = seconds();
        }
        double median = median(mine);
        out.printf(
                Locale.ROOT,
                "%-28s %14.2f %17.2f s a run %8s%n",
                name,
                rows / median / 1e6,
                median,
                (median <= most ? "<= " : "> ") + most);
    }

    private void warmUp() {
        long start = System.nanoTime();
        for (int i = 0; i < WARM_UPS || System.nanoTime() - start < WARM_UP_SECONDS * 1e9; i++) {
            ours.run();
        }
    }

    /** Times the second of two runs, as the peer's process does: what ran in between has used the caches. */
    private double seconds() {
        ours.run();
        long start = System.nanoTime();
        ours.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] seconds) {
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }
}
