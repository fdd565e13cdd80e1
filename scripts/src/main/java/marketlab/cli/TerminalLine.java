package marketlab.cli;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import marketlab.kit.ProgressLine;

/**
 * The last line of a terminal. Text is cut to its width: a line that wraps could not be replaced. It is removed also when the
 * process is interrupted. Safe to share between threads.
 */
final class TerminalLine implements ProgressLine {

    private static final int INTERRUPT_ECHO = "^C".length();

    private final PrintStream terminal;
    private final IntSupplier columns;
    private final Thread removal = new Thread(this::interrupted);
    private int width;
    private int longest;
    private boolean interrupted;

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

    /** Removes the line: what the task has made is said by others. */
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

    /** False if the process is ending already. */
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
            interrupted = true; // the hook removes the line, or has
        }
    }
}
