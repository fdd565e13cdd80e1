package marketlab.build;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** JBang as this machine has it: installed, or else as the jar that the launcher brings. */
final class JBang {
    /** A compiler that runs once takes longer to optimize itself than that saves. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
    private static final String JAVA_SAYS = "Picked up " + OPTIONS;

    private final List<String> command;
    private final boolean isInstalled;
    private final Path folder;

    private JBang(List<String> command, boolean isInstalled, Path folder) {
        this.command = command;
        this.isInstalled = isInstalled;
        this.folder = folder;
    }

    /** @throws IOException if JBang is not installed and cannot be brought */
    static JBang find(LauncherFolders folders) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "JAVA_HOME=" + folders.jdk(),
                "JBANG_CACHE_DIR_JARS=" + folders.build().resolve("jars"),
                "JBANG_NO_VERSION_CHECK=true"));
        boolean isInstalled = isOnPath("jbang");
        if (isInstalled) {
            command.add("jbang");
        } else {
            Path jar = JBangJar.bring(folders);
            command.add("JBANG_RUNTIME_SHELL=bash");
            command.addAll(
                    List.of(folders.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString()));
        }
        return new JBang(command, isInstalled, Path.of("."));
    }

    /** The same JBang, called in a folder. It looks there for files that are not beside the script. */
    JBang in(Path other) {
        return new JBang(command, isInstalled, other);
    }

    static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    /**
     * What JBang tells of a script. Nothing is built.
     *
     * @throws IOException if JBang does not find out
     */
    ScriptDescription describe(String script) throws IOException, InterruptedException {
        Process process = start(builder("info", "tools", script).redirectError(ProcessBuilder.Redirect.INHERIT));
        String answer = new String(process.getInputStream().readAllBytes(), ShellWords.ENCODING);
        if (process.waitFor() != 0) {
            throw new IOException("[" + script + "] JBang does not know what this script needs, see above");
        }
        return ScriptDescription.parse(answer);
    }

    /**
     * Compiles a script and the library into the folder of this build.
     *
     * @throws IOException if they cannot be compiled
     */
    void build(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = builder("build", script).redirectErrorStream(true);
        builder.environment().merge(OPTIONS, QUICK, (users, quick) -> users + " " + quick);
        Process process = start(builder);
        try (BufferedReader lines = process.inputReader(ShellWords.ENCODING)) {
            lines.lines().filter(line -> !line.startsWith(JAVA_SAYS)).forEach(System.err::println);
        }
        if (process.waitFor() != 0) {
            throw new IOException("[" + script + "] JBang could not build this script, see above");
        }
    }

    private ProcessBuilder builder(String... arguments) {
        return new ProcessBuilder(with(List.of(arguments))).directory(folder.toFile());
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Calls JBang with the arguments and the terminal of the user, and returns its exit code. */
    int call(List<String> arguments) throws IOException, InterruptedException {
        if (isInstalled) {
            return Launcher.execute(with(arguments));
        }
        return new ProcessBuilder(with(arguments)).inheritIO().start().waitFor();
    }

    private List<String> with(List<String> arguments) {
        return Stream.concat(command.stream(), arguments.stream()).toList();
    }
}
