package marketlab.peer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A real terminal, without a window, as tmux makes one: a program runs in it, keys are pressed, the screen is read. */
public final class TmuxTerminal implements AutoCloseable {

    private static final int SECONDS = 300;
    private static final String ENDED = "ended with ";

    private final String name = "marketlab-" + UUID.randomUUID();

    private TmuxTerminal() {}

    /**
     * Starts the launcher of the project in a terminal of 130 columns and 50 lines, in a folder that is also its home; where
     * there is no tmux, see {@link Peer#missing}.
     */
    public static TmuxTerminal mlab(Path folder, String arguments) {
        Map<String, String> environment = Map.of(
                "HOME",
                folder.toString(),
                "JBANG_DIR",
                Project.jbangHome().toString(),
                "CI",
                "true",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PATH",
                System.getenv("PATH"),
                "LC_ALL",
                "C.UTF-8");
        return run(folder, environment, "'" + Project.root().resolve("scripts/mlab") + "' " + arguments);
    }

    /** Starts a shell, as {@code zsh -f}, in such a terminal; where it is missing, see {@link Peer#missing}. */
    public static TmuxTerminal shell(Path folder, String command) {
        need(command.replaceFirst(" .*", ""));
        Map<String, String> environment = Map.of(
                "HOME", folder.toString(), "PATH", System.getenv("PATH"), "LC_ALL", "C.UTF-8", "HISTFILE", "/dev/null");
        return run(folder, environment, command);
    }

    private static void need(String program) {
        Stream<String> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator));
        if (folders.noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            Peer.missing("there is no " + program + " on the PATH, to try what a user types in a terminal");
        }
    }

    private static TmuxTerminal run(Path folder, Map<String, String> environment, String command) {
        need("tmux");
        TmuxTerminal terminal = new TmuxTerminal();
        List<String> start = new ArrayList<>(
                List.of("-f", "/dev/null", "new-session", "-d", "-x", "130", "-y", "50", "-c", folder.toString()));
        environment.forEach((variable, value) -> start.addAll(List.of("-e", variable + "=" + value)));
        start.add(command + "; echo " + ENDED + "$?; sleep " + SECONDS);
        terminal.tmux(start.toArray(String[]::new));
        return terminal;
    }

    /** Types this text and Enter. */
    public void enter(String text) {
        type(text);
        press("Enter");
    }

    /** Types this text. */
    public void type(String text) {
        tmux("send-keys", "-l", "--", text);
    }

    /** Presses a key, called as tmux does: {@code Tab}, {@code Up}, {@code C-c}. */
    public void press(String key) {
        tmux("send-keys", key);
    }

    /** Waits until a line is on the screen, or above it, that begins with this text, and returns all there is. */
    public List<String> awaitLine(String beginning) {
        return await(beginning, lines -> lines.stream().anyMatch(line -> line.startsWith(beginning)));
    }

    /** Waits until the last line that is not empty is this one, and returns all there is. */
    public List<String> awaitLast(String line) {
        return await(
                line, lines -> !lines.isEmpty() && lines.get(lines.size() - 1).equals(line));
    }

    /** Waits for the end of the program and returns its exit code. */
    public int exitCode() {
        List<String> lines = awaitLine(ENDED);
        return Integer.parseInt(lines.get(lines.size() - 1).substring(ENDED.length()));
    }

    @Override
    public void close() {
        tmux("kill-server");
    }

    private List<String> await(String wanted, Predicate<List<String>> there) {
        List<String> lines = List.of();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS); System.nanoTime() < end; ) {
            lines = Arrays.stream(tmux("capture-pane", "-p", "-S", "-").split("\n"))
                    .map(String::stripTrailing)
                    .toList();
            lines = lines.stream().filter(line -> !line.isEmpty()).toList();
            if (there.test(lines)) {
                return lines;
            }
            sleep();
        }
        throw new AssertionError("waited for '" + wanted + "', there is:\n" + String.join("\n", lines));
    }

    private String tmux(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", name));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking tmux", e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the terminal", e);
        }
    }
}
