package marketlab.cli;

import marketlab.kit.Lab;
import marketlab.kit.Text;

/** What a newcomer types at the prompt, where JShell wants parentheses or a slash. */
public final class Hints {

    static final String IMPORT = "import static marketlab.cli.Hints.*;\n";

    /** All words. */
    public static final Text help = Lab.help();
    /** How to leave. */
    public static final Text exit = new Text("/exit leaves");
    /** How to leave. */
    public static final Text quit = exit;

    private Hints() {}
}
