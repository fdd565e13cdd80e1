package marketlab.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What must also end when the user interrupts the prompt or a notebook: work on other threads. */
public final class Interrupts {

    private static final List<Runnable> ENDS = new CopyOnWriteArrayList<>();

    private Interrupts() {}

    /** Runs this at each interrupt from now on. */
    public static void also(Runnable end) {
        ENDS.add(end);
    }

    /** Call this when the user interrupts. */
    public static void happen() {
        ENDS.forEach(Runnable::run);
    }
}
