package marketlab.shell;

import marketlab.kit.Lab;
import marketlab.kit.PlainText;

/** What a newcomer types at the prompt, where JShell wants parentheses or a slash. */
public final class Hints {

    static final String IMPORT = "import static marketlab.shell.Hints.*;\n";

    /** All words. */
    public static final PlainText help = Lab.help();
    /** How to leave. */
    public static final PlainText exit = new PlainText("/exit leaves");
    /** How to leave. */
    public static final PlainText quit = exit;

    private Hints() {}
}
