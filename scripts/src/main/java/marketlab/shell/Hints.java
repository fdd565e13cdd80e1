package marketlab.shell;

import marketlab.kit.Lab;
import marketlab.kit.PlainText;

/** Answers to what a newcomer types at the prompt without the parentheses or the slash that JShell needs. */
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
