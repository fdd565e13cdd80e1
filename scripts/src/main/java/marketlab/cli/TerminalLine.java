package marketlab.cli;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import marketlab.kit.ProgressLine;

/**
 * The last line of a terminal. Text is cut to its width, because a line that wraps cannot be replaced. The line is also
 * removed when the process is interrupted. Thread-safe.
 */
final class TerminalLine implements ProgressLine {

    private static final int INTERRUPT_ECHO = "^C".length();

    private final PrintStream terminal;
    private final IntSupplier columns;
    private final Thread removal = new Thread(this::interrupted);
    private int width;
    private int longest;
    private boolean interrupted;

    /** @param columns the width of the terminal, 0 if there is none; called when there is something to show */
    TerminalLine(PrintStream terminal, IntSupplier columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    @Override
    public double silentSeconds() {
        return 1;
    }

    @Override
    public synchronized void show(String text) {
        if (longest == 0) {
            width = columns.getAsInt() - 1;
        }
        if (width > 0 && !interrupted && (longest > 0 || isRemovedAtTheEnd())) {
            String line = text.substring(0, Math.min(text.length(), width));
            longest = Math.max(longest, line.length());
            terminal.print("\r" + line + " ".repeat(longest - line.length()));
            terminal.flush();
        }
    }

    /** Removes the line; the caller reports the result of the task. */
    @Override
    public synchronized void end(String text) {
        if (longest > 0 && !interrupted) {
            forgetRemoval();
            remove(longest);
            longest = 0;
        }
    }

    private synchronized void interrupted() {
        interrupted = true;
        remove(Math.min(longest + INTERRUPT_ECHO, width));
    }

    private void remove(int characters) {
        terminal.print("\r" + " ".repeat(characters) + "\r");
        terminal.flush();
    }

    /** False if the process is already ending. */
    private boolean isRemovedAtTheEnd() {
        try {
            Runtime.getRuntime().addShutdownHook(removal);
            return true;
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    private void forgetRemoval() {
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException ending) {
            interrupted = true; // the shutdown hook removes the line
        }
    }
}
