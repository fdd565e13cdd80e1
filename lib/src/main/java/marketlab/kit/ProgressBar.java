package marketlab.kit;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * A line of text that fills up in its place, on a terminal and below a notebook's cell:
 * {@code index("nifty").paths(5000).progress(bar(5000)).generateAll()}. Thread-safe.
 */
public final class ProgressBar implements IntConsumer {

    private static final int WIDTH = 40;

    private static volatile Supplier<PrintStream> shownOn = () -> new PrintStream(OutputStream.nullOutputStream());

    private final PrintStream out;
    private final int total;
    private int shown = -1;

    /**
     * A bar that is full at this total.
     *
     * @throws IllegalArgumentException if the total is not positive
     */
    public ProgressBar(PrintStream out, int total) {
        if (total <= 0) {
            throw new IllegalArgumentException("total must be > 0, got " + total);
        }
        this.out = out;
        this.total = total;
    }

    /** Where the bars of {@link Lab#bar} are shown from here on; at first nowhere. */
    public static void showOn(Supplier<PrintStream> out) {
        shownOn = out;
    }

    static ProgressBar of(int total) {
        return new ProgressBar(shownOn.get(), total);
    }

    /** Shows that so much is done; less than before, or more than the total, changes nothing. */
    @Override
    public synchronized void accept(int done) {
        int percent = (int) (100L * done / total);
        if (percent <= shown || percent > 100) {
            return;
        }
        shown = percent;
        int full = WIDTH * percent / 100;
        out.print("\r[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + " %" + (percent == 100 ? "\n" : ""));
        out.flush();
    }
}
