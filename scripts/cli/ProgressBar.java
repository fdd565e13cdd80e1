package marketlab.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import marketlab.storage.Progress;

/**
 * How far a task of many equal pieces is, on one line of stderr: shown on a terminal when it takes longer than a second, with
 * the rate and the time left. Safe to share between threads.
 */
public final class ProgressBar implements IntConsumer, LongConsumer, Progress, AutoCloseable {

    private static final int WIDTH = 30;
    private static final double SILENT_SECONDS = 1;
    private static final double SECONDS_BETWEEN = 0.2;

    private final PrintWriter err;
    private final String pieces;
    private final boolean watched;
    private final LongSupplier nanos;
    private final long start;
    private long total;
    private double last = SILENT_SECONDS - SECONDS_BETWEEN;
    private long most;
    private int longest;

    /** @param pieces what is counted, as {@code paths} */
    public ProgressBar(PrintWriter err, String pieces, long total) {
        this(err, pieces, total, Terminal.isThere(), System::nanoTime);
    }

    /** Of as many pieces as {@link #done} says. */
    ProgressBar(PrintWriter err, String pieces) {
        this(err, pieces, 0);
    }

    ProgressBar(PrintWriter err, String pieces, long total, boolean watched, LongSupplier nanos) {
        this.err = err;
        this.pieces = pieces;
        this.total = total;
        this.watched = watched;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public void accept(int done) {
        accept((long) done);
    }

    @Override
    public synchronized void done(int finished, int total, String path) {
        this.total = total;
        accept((long) finished);
    }

    /** So many pieces are done: threads may tell out of order. */
    @Override
    public synchronized void accept(long done) {
        most = Math.max(most, done);
        double seconds = (nanos.getAsLong() - start) / 1e9;
        if (!watched || seconds - last < SECONDS_BETWEEN) {
            return;
        }
        last = seconds;
        double rate = most / seconds;
        int filled = (int) (WIDTH * most / total);
        String line = "[%s%s] %s of %s %s, %s/s, %s left".formatted(
                "#".repeat(filled), ".".repeat(WIDTH - filled), most, total, pieces,
                String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate), time((total - most) / rate));
        longest = Math.max(longest, line.length());
        err.print("\r" + line + " ".repeat(longest - line.length()));
        err.flush();
    }

    /** Wipes the line, if there is one. */
    @Override
    public synchronized void close() {
        if (longest > 0) {
            err.print("\r" + " ".repeat(longest) + "\r");
            err.flush();
        }
    }

    private static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
}
