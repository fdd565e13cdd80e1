package marketlab.kit;

import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import marketlab.storage.Progress;

/**
 * Shows the progress of a task with many equal pieces on one line, with the rate and the time left:
 * {@code index("nifty").paths(5000).progress(bar(5000)).generateAll()}. On a terminal it appears after a second and is
 * removed at the end. A notebook shows it at once and keeps it. Thread-safe.
 */
public final class ProgressBar implements IntConsumer, LongConsumer, Progress, AutoCloseable {

    private static final int WIDTH = 30;
    private static final double SECONDS_BETWEEN = 0.2;

    private static volatile Supplier<ProgressLine> shownOn = () -> ProgressLine.NOWHERE;

    private final ProgressLine line;
    private final String pieces;
    private final LongSupplier nanos;
    private final long start;
    private long total;
    private double next;
    private long most;
    private boolean over;

    /**
     * A bar that is full at this total.
     *
     * @param pieces what is counted, such as {@code paths}; may be empty
     * @param total 0 if {@link #done} will give it
     */
    public ProgressBar(ProgressLine line, String pieces, long total) {
        this(line, pieces, total, System::nanoTime);
    }

    ProgressBar(ProgressLine line, String pieces, long total, LongSupplier nanos) {
        this.line = line;
        this.pieces = pieces.isEmpty() ? "" : " " + pieces;
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.next = line.silentSeconds();
    }

    /** Sets where the bars of {@link Lab#bar} are shown from now on; the default is nowhere. */
    public static void showOn(Supplier<ProgressLine> lines) {
        shownOn = lines;
    }

    static ProgressBar of(int total) {
        if (total <= 0) {
            throw new IllegalArgumentException("total must be > 0, got " + total);
        }
        return new ProgressBar(shownOn.get(), "", total);
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

    /**
     * Sets the number of finished pieces. A smaller number than before, or one above the total, is ignored: threads may
     * report out of order.
     */
    @Override
    public synchronized void accept(long done) {
        if (over || done > total) {
            return;
        }
        most = Math.max(most, done);
        double seconds = (nanos.getAsLong() - start) / 1e9;
        if (most == total) {
            close();
        } else if (seconds >= next) {
            next = seconds + SECONDS_BETWEEN;
            double rate = most / seconds;
            line.show(String.format(
                    Locale.ROOT,
                    rate < 10 ? "%s, %.1f/s, %s left" : "%s, %.0f/s, %s left",
                    counted(),
                    rate,
                    time((total - most) / rate)));
        }
    }

    /** Ends the line, also if the task has failed. */
    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            line.end(counted());
        }
    }

    private String counted() {
        int filled = total == 0 ? 0 : (int) (WIDTH * most / total);
        return "[%s%s] %s of %s%s".formatted("#".repeat(filled), ".".repeat(WIDTH - filled), most, total, pieces);
    }

    private static String time(double seconds) {
        if (Double.isInfinite(seconds) || Double.isNaN(seconds)) {
            return "unknown time";
        }
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
}
