///usr/bin/env jbang "$0" "$@" ; exit $?
// Runs the tests: all of them, or those of CLASS or CLASS#METHOD; with --fast only those that start no other program. The last
// line says how it went.

//DEPS ../lib/kit.java
//DEPS org.junit.jupiter:junit-jupiter org.junit.platform:junit-platform-launcher
//DEPS org.assertj:assertj-core:3.27.7
//DEPS com.code-intelligence:jazzer:0.30.0
//DEPS com.tngtech.archunit:archunit:1.5.0
//DEPS org.apache.commons:commons-rng-simple:1.6
//DEPS org.apache.commons:commons-rng-sampling:1.6

//SOURCES ../lib/src/test/java/**/*.java
//SOURCES src/test/java/**/*.java
//SOURCES src/main/java/marketlab/build/*.java
//SOURCES src/main/java/marketlab/cli/*.java
//SOURCES src/main/java/marketlab/shell/*.java
//SOURCES src/main/java/marketlab/start/*.java
//SOURCES src/main/java/marketlab/jupyter/KernelPlace.java
//SOURCES src/main/java/marketlab/jupyter/KernelSpecs.java
//SOURCES src/main/java/marketlab/spark/Cell.java
//SOURCES src/main/java/marketlab/spark/Grid.java
//SOURCES src/main/java/marketlab/spark/GridFile.java
//SOURCES src/main/java/marketlab/spark/Located.java
//FILES ../lib/src/test/resources/**
//FILES completion.sh
//FILES kit.jsh
//FILES META-INF/services/jdk.jshell.spi.ExecutionControlProvider=META-INF/services/jdk.jshell.spi.ExecutionControlProvider
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -parameters
// Most tests run for so short a time that the optimizing compiler takes longer than it saves: a third of all.
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
// Else each answer of a server in this process waits 40 ms for the client to confirm its first part.
//RUNTIME_OPTIONS -Dsun.net.httpserver.nodelay=true

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import marketlab.peer.Project;
import marketlab.runner.TestResults;
import marketlab.runner.TestSelection;
import marketlab.runner.TestTimes;
import marketlab.runner.TestWorker;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherFactory;

class tests {
    private static final String USAGE = "mlab test [--fast] [CLASS[#METHOD]], for example: mlab test DatasetNameTest";
    private static final String FAST = "--fast";

    /** It tells of links in temporary folders that it deletes. */
    private static final Logger QUIETED = Logger.getLogger("org.junit.jupiter.api.io");

    public static void main(String... args) throws IOException, InterruptedException {
        System.exit(run(args));
    }

    static int run(String... args) throws IOException, InterruptedException {
        List<String> parts = new ArrayList<>(List.of(args));
        boolean fast = parts.remove(FAST);
        if (parts.size() > 1 || parts.size() == 1 && parts.get(0).startsWith("-")) {
            System.err.println(USAGE);
            return 2;
        }
        QUIETED.setLevel(Level.SEVERE);
        TestSelection selection = new TestSelection(parts.isEmpty() ? "" : parts.get(0), fast);
        Launcher launcher = LauncherFactory.create();
        Path cache = Files.createDirectories(Project.cache(""));
        TestTimes times = new TestTimes(cache.resolve(fast ? "fast-tests.json" : "tests.json"));
        List<String> classes = times.longestFirst(selection.classes(launcher));
        if (classes.isEmpty()) {
            System.err.println("there is no " + (fast ? "fast " : "") + "test " + selection.part() + ": " + USAGE);
            return 2;
        }
        Path shared = TestWorker.sharedFolder();
        if (shared != null) {
            TestWorker worker = new TestWorker(shared, classes);
            worker.leave(worker.run(launcher, selection));
            return 0;
        }
        Path folder = Files.createTempDirectory("marketlab-tests");
        TestWorker worker = new TestWorker(folder, classes);
        Process other = classes.size() > 1 ? worker.startAnother("tests", args) : null;
        TestResults results = worker.run(launcher, selection);
        if (other != null) {
            worker.collect(other, results);
        }
        worker.close();
        if (parts.isEmpty()) {
            times.keep(results.seconds);
        }
        results.print(worker.clock(), System.out, System.err);
        boolean everythingMustRun = "true".equals(System.getenv("CI"));
        return results.failures.isEmpty() && !(everythingMustRun && results.skipped > 0) ? 0 : 1;
    }
}
