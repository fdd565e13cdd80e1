package marketlab.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.Launcher;

/**
 * Runs test classes, one after another. Several workers, each a process of its own, share the classes by a folder: who makes
 * the file with the name of a class runs it. So the tests of one class never meet those of another within a JVM, where they
 * would share its locale, its properties and its streams.
 */
public final class TestWorker {
    private static final String FOLDER = "marketlab.tests.folder";
    private static final String START = "marketlab.tests.start";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<String> classes;
    private final Instant start;

    public TestWorker(Path folder, List<String> classes) {
        this.folder = folder;
        this.classes = classes;
        start = Instant.ofEpochMilli(Long.getLong(START, System.currentTimeMillis()));
    }

    /** The folder that this process shares with the one that started it, or null if it is the first. */
    public static Path sharedFolder() {
        String path = System.getProperty(FOLDER);
        return path == null ? null : Path.of(path);
    }

    /** Starts a second worker, with the same class path, options and arguments as this process. */
    public Process startAnother(String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-D" + FOLDER + "=" + folder, "-D" + START + "=" + start.toEpochMilli()));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.add(mainClass);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    /** Runs the classes that no other worker has taken. */
    public TestResults run(Launcher launcher, TestSelection selection) throws IOException {
        TestResults results = new TestResults();
        for (String className : classes) {
            if (isTaken(className)) {
                continue;
            }
            int before = results.passed + results.skipped;
            int failedBefore = results.failures.size();
            Instant startOfClass = Instant.now();
            launcher.execute(selection.of(className), new TestReport(results));
            results.seconds.put(
                    className, Duration.between(startOfClass, Instant.now()).toSeconds());
            int failed = results.failures.size() - failedBefore;
            System.err.printf(
                    "[%s/%s %s]  %s  %s%s%n",
                    taken(),
                    classes.size(),
                    clock(),
                    TestResults.simpleName(className),
                    results.passed + results.skipped - before,
                    failed == 0 ? "" : ", " + failed + " failed");
        }
        return results;
    }

    private boolean isTaken(String className) throws IOException {
        try {
            Files.createFile(folder.resolve(className));
            return false;
        } catch (FileAlreadyExistsException e) {
            return true;
        }
    }

    private long taken() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.equals(left())).count();
        }
    }

    /** Minutes and seconds since the first worker was made. */
    public String clock() {
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        return seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60;
    }

    /** Leaves the results for the process that started this one. */
    public void leave(TestResults results) throws IOException {
        JSON.writeValue(left().toFile(), results);
    }

    /** Waits for the other worker, and adds what it left. */
    public void collect(Process other, TestResults results) throws IOException, InterruptedException {
        int status = other.waitFor();
        if (status == 0) {
            results.add(JSON.readValue(left().toFile(), TestResults.class));
        } else {
            results.failures.add("FAILED the second process of the tests ended with exit code " + status);
        }
    }

    /** Deletes the shared folder. */
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Path left() {
        return folder.resolve("results.json");
    }
}
