package marketlab.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A virtual environment with real Python packages, made once in the project's cache. */
public final class Python {

    /** Stands among pip's requirements for those whose newest Python is 3.9. */
    private static final String OLD = "python<3.10";

    /** The pandas that every dataset is tried against: the first and last 1.x, the newest 2.x and 3.x, that with pyarrow too. */
    public static final List<List<String>> PANDAS = List.of(
            List.of(OLD, "pandas==1.1.5", "numpy<1.22"),
            List.of("pandas==1.5.3", "numpy<2"),
            List.of("pandas>=2,<3"),
            List.of("pandas>=3,<4"),
            List.of("pandas>=3,<4", "pyarrow"));

    private static final List<String> NAMES = List.of("python3.11", "python3.12", "python3", "python");
    private static final List<String> OLD_NAMES = List.of("python3.9", "python3.8");
    private static final int INSTALL_MINUTES = 15;
    private static final int RUN_MINUTES = 10;

    private final Path executable;

    private Python(Path executable) {
        this.executable = executable;
    }

    /** The environment with these pip requirements, installed if it is not there yet; else see {@link Peer#missing}. */
    public static synchronized Python with(List<String> requirements) {
        String folder = String.join("-", requirements).replaceAll("[^A-Za-z0-9.-]+", "_");
        Path home = Project.cache("python").resolve(folder);
        Path ready = home.resolve("installed");
        try {
            Files.createDirectories(home.getParent());
            try (FileChannel lock = FileChannel.open(
                            home.resolveSibling(folder + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (Files.notExists(ready)) {
                    install(home, requirements);
                    Files.createFile(ready);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Python(executable(home));
    }

    /** Runs a script's text with arguments and returns what it printed; a failure carries its error output. */
    public String run(String script, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString(), "-c", script));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return execute(command, RUN_MINUTES);
    }

    /** Path of the interpreter, for a process of your own. */
    public Path executable() {
        return executable;
    }

    private static void install(Path home, List<String> requirements) {
        boolean old = requirements.contains(OLD);
        String python = (old ? installed(OLD_NAMES) : NAMES)
                .stream()
                        .filter(name -> canMakeEnvironments(
                                name,
                                old ? "(3, 8) <= sys.version_info < (3, 10)" : "(3, 11) <= sys.version_info < (3, 13)"))
                        .findFirst()
                        .orElseGet(() -> Peer.missing("there is no Python %s with venv on the PATH or in pyenv for %s"
                                .formatted(old ? "3.8 or 3.9" : "3.11 or 3.12", requirements)));
        execute(List.of(python, "-m", "venv", "--clear", home.toString()), INSTALL_MINUTES);
        List<String> pip = new ArrayList<>(List.of(executable(home).toString(), "-m", "pip", "install", "--quiet"));
        requirements.stream().filter(requirement -> !requirement.equals(OLD)).forEach(pip::add);
        execute(pip, INSTALL_MINUTES);
    }

    /** These names, and the paths of such Pythons that pyenv has installed but not put on the PATH. */
    private static List<String> installed(List<String> names) {
        List<String> all = new ArrayList<>(names);
        Path versions = Path.of(
                System.getenv().getOrDefault("PYENV_ROOT", System.getProperty("user.home") + "/.pyenv"), "versions");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> homes = Files.list(versions)) {
                homes.sorted().forEach(home -> names.stream()
                        .map(home.resolve("bin")::resolve)
                        .filter(Files::isExecutable)
                        .forEach(python -> all.add(python.toString())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static boolean canMakeEnvironments(String python, String version) {
        try {
            execute(List.of(python, "-c", "import sys, venv, ensurepip; assert " + version), 1);
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            return false;
        }
    }

    private static Path executable(Path home) {
        Path windows = home.resolve("Scripts/python.exe");
        return Files.exists(windows) ? windows : home.resolve("bin/python");
    }

    private static String execute(List<String> command, int minutes) {
        try {
            Path errors = Files.createTempFile("python", ".err");
            Path output = Files.createTempFile("python", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
                if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command.get(0) + " took over " + minutes + " minutes");
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(command.get(0) + " ended with " + process.exitValue() + ":\n"
                            + Files.readString(errors, StandardCharsets.UTF_8));
                }
                return Files.readString(output, StandardCharsets.UTF_8);
            } finally {
                Files.deleteIfExists(errors);
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command.get(0), e);
        }
    }
}
