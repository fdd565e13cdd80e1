package marketlab.kit;

import java.util.List;
import java.util.function.Consumer;
import marketlab.dataset.SafeText;
import org.slf4j.LoggerFactory;

/**
 * Tells what the words of {@link Lab} have to say besides their answers, such as how an ambiguous file was understood.
 * Thread-safe.
 */
public final class Notes {

    /** Looks the logger up only when it is needed, because that takes long. */
    private static volatile Consumer<String> shownOn =
            note -> LoggerFactory.getLogger(Lab.class).warn(note);

    private Notes() {}

    /** Sets who receives the notes from now on, one line each; the default is a warning in the log. */
    public static void showOn(Consumer<String> lines) {
        shownOn = lines;
    }

    static void tell(String note) {
        shownOn.accept(SafeText.escaped(note));
    }

    /** Notes about a file or a dataset. */
    static void tell(String place, List<String> notes) {
        notes.forEach(note -> tell("[" + place + "] " + note));
    }
}
