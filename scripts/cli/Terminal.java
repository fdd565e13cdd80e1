package marketlab.cli;

import java.io.Console;

/** Whether somebody watches. */
public final class Terminal {

    private Terminal() {}

    public static boolean isThere() {
        Console console = System.console();
        try {
            return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // before Java 22 there is a console on a terminal only
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
