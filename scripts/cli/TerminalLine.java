package marketlab.cli;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import marketlab.kit.ProgressLine;

/** The last line of a terminal. Text is cut to its width: a line that wraps could not be replaced. */
final class TerminalLine implements ProgressLine {

    private final PrintStream terminal;
    private final IntSupplier columns;
    private int width;
    private int longest;

    /** @param columns how wide the terminal is, asked when there is something to show; 0 if there is no terminal */
    TerminalLine(PrintStream terminal, IntSupplier columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    @Override
    public double silentSeconds() {
        return 1;
    }

    @Override
    public void show(String text) {
        if (longest == 0) {
            width = columns.getAsInt() - 1;
        }
        if (width > 0) {
            String line = text.substring(0, Math.min(text.length(), width));
            longest = Math.max(longest, line.length());
            terminal.print("\r" + line + " ".repeat(longest - line.length()));
            terminal.flush();
        }
    }

    /** Removes the line: what the task has made is said by others. */
    @Override
    public void end(String text) {
        if (longest > 0) {
            terminal.print("\r" + " ".repeat(longest) + "\r");
            terminal.flush();
            longest = 0;
        }
    }
}
