package marketlab.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.kit.ProgressBar;

/** Whether the standard streams are a terminal, and how wide it is. */
public final class Terminal {

    private static final int USUAL_COLUMNS = 80;
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ ([1-9]\\d{0,3})\\s*");

    private Terminal() {}

    /** Whether input and output are a terminal, so that a prompt makes sense. */
    public static boolean isThere() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // before Java 22, a console is always a terminal
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether stdout is a terminal. Java itself can tell this only of input and output together. */
    static boolean isOut() {
        return succeeds(new ProcessBuilder("test", "-t", "1").redirectOutput(ProcessBuilder.Redirect.INHERIT));
    }

    private static boolean isErr() {
        return succeeds(new ProcessBuilder("test", "-t", "2").redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    /** Width of the terminal on stdout, in characters; unlimited if stdout is a pipe or a file. */
    static int columnsOfOut() {
        return isOut() ? columns() : Integer.MAX_VALUE;
    }

    /** A progress bar on stderr; shows nothing if stderr is not a terminal. */
    public static ProgressBar bar(String pieces, long total) {
        return new ProgressBar(line(), pieces, total);
    }

    /** A status line on stderr; shows nothing if stderr is not a terminal. */
    static TerminalLine line() {
        return new TerminalLine(System.err, () -> isErr() ? columns() : 0);
    }

    private static int columns() {
        try {
            Process asked = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            Matcher answer = ROWS_AND_COLUMNS.matcher(
                    new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            return answer.matches() ? Integer.parseInt(answer.group(1)) : USUAL_COLUMNS;
        } catch (IOException e) {
            return USUAL_COLUMNS;
        }
    }

    private static boolean succeeds(ProcessBuilder command) {
        try {
            return command.start().waitFor() == 0;
        } catch (IOException e) {
            return isThere();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
