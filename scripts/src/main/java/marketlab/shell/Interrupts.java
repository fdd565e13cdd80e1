package marketlab.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What else is to end when the user interrupts what runs, at the prompt or in a notebook: work that is not on its thread. */
public final class Interrupts {

    private static final List<Runnable> ENDS = new CopyOnWriteArrayList<>();

    private Interrupts() {}

    /** Runs this at each interrupt from here on. */
    public static void also(Runnable end) {
        ENDS.add(end);
    }

    /** The user interrupts. */
    public static void happen() {
        ENDS.forEach(Runnable::run);
    }
}
