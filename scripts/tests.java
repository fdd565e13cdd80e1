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

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketlab.peer.Project;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class tests {
    private static final String USAGE = "mlab test [--fast] [CLASS[#METHOD]], for example: mlab test DatasetNameTest";
    private static final String FAST = "--fast";

    /** The tag of what starts other programs, or takes long. */
    private static final String SLOW = "slow";

    /** It tells of links in temporary folders that it deletes. */
    private static final Logger QUIETED = Logger.getLogger("org.junit.jupiter.api.io");

    public static void main(String... args) throws IOException {
        System.exit(run(args));
    }

    static int run(String... args) throws IOException {
        List<String> parts = new ArrayList<>(List.of(args));
        boolean fast = parts.remove(FAST);
        if (parts.size() > 1 || parts.size() == 1 && parts.get(0).startsWith("-")) {
            System.err.println(USAGE);
            return 2;
        }
        String part = parts.isEmpty() ? "" : parts.get(0);
        QUIETED.setLevel(Level.SEVERE);
        Files.createDirectories(Project.cache(""));

        Launcher launcher = LauncherFactory.create();
        TestPlan plan = launcher.discover(request(part, fast));
        if (plan.getRoots().stream().allMatch(engine -> plan.getChildren(engine).isEmpty())) {
            System.err.println("there is no " + (fast ? "fast " : "") + "test " + part + ": " + USAGE);
            return 2;
        }
        Report report = new Report(plan);
        launcher.execute(plan, report);
        return report.close("true".equals(System.getenv("CI")));
    }

    private static LauncherDiscoveryRequest request(String part, boolean fast) {
        PostDiscoveryFilter wanted = test -> FilterResult.includedIf(
                test.getSource().map(source -> isWanted(source, part)).orElse(true));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("marketlab"))
                .filters(wanted)
                .filters(fast ? new Filter<?>[] {TagFilter.excludeTags(SLOW)} : new Filter<?>[0])
                .build();
    }

    private static boolean isWanted(TestSource source, String part) {
        if (part.isEmpty() || !(source instanceof MethodSource)) {
            return true;
        }
        MethodSource test = (MethodSource) source;
        String[] wanted = part.split("#", 2);
        return Pattern.compile("(^|[.$])" + Pattern.quote(wanted[0]) + "($|\\$)")
                        .matcher(test.getClassName())
                        .find()
                && (wanted.length == 1 || wanted[1].equals(test.getMethodName()));
    }

    /** Shows on stderr how far the tests are; keeps what failed, what was not run and why, and the sum for the end. */
    private static class Report implements TestExecutionListener {
        private static final Pattern NOT_OURS =
                Pattern.compile("\\s+(at (org\\.junit|org\\.assertj|java\\.base|tests)[./].*|\\.\\.\\. \\d+ more)");
        private static final int SLOWEST = 10;

        private final TestPlan plan;
        private final long classes;
        private final Instant start = Instant.now();
        private final Map<String, Duration> took = new LinkedHashMap<>();
        private final Map<String, Integer> notRun = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();
        private int passed;
        private int skipped;
        private int failedBefore;
        private int finishedBefore;
        private Instant startOfClass;

        Report(TestPlan plan) {
            this.plan = plan;
            classes = plan.getRoots().stream()
                    .mapToLong(engine -> plan.getChildren(engine).size())
                    .sum();
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (isClass(test)) {
                startOfClass = Instant.now();
                System.err.printf("[%s/%s %s]  %s", took.size() + 1, classes, clock(start), simpleName(test));
                failedBefore = failures.size();
                finishedBefore = passed + skipped;
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skip(test, reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String why = result.getThrowable().map(Throwable::getMessage).orElse("aborted");
            switch (result.getStatus()) {
                case FAILED -> fail(test, result.getThrowable().orElseThrow());
                case ABORTED -> skip(test, why);
                default -> passed += test.isTest() ? 1 : 0;
            }
            if (isClass(test)) {
                took.put(simpleName(test), Duration.between(startOfClass, Instant.now()));
                int failed = failures.size() - failedBefore;
                System.err.println(
                        "  " + (passed + skipped - finishedBefore) + (failed == 0 ? "" : ", " + failed + " failed"));
            }
        }

        int close(boolean everythingMustRun) {
            if (took.size() > 1) {
                System.err.println("in " + clock(start) + "; the slowest, in seconds:");
                took.entrySet().stream()
                        .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
                        .limit(SLOWEST)
                        .forEach(each ->
                                System.err.printf("%5s  %s%n", each.getValue().toSeconds(), each.getKey()));
            }
            failures.forEach(System.out::println);
            notRun.forEach((reason, count) -> System.out.println("not run (" + count + "): " + reason));
            System.out.printf("%s passed, %s failed, %s skipped%n", passed, failures.size(), skipped);
            return failures.isEmpty() && !(everythingMustRun && skipped > 0) ? 0 : 1;
        }

        private void fail(TestIdentifier test, Throwable cause) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace, true));
            failures.add(trace.toString()
                    .lines()
                    .filter(line -> !NOT_OURS.matcher(line).matches())
                    .map(line -> "\n    " + line)
                    .collect(Collectors.joining("", "FAILED " + name(test), "\n")));
        }

        private void skip(TestIdentifier test, String reason) {
            int tests = (int) plan.getDescendants(test).stream()
                    .filter(TestIdentifier::isTest)
                    .count();
            int count = Math.max(1, tests);
            skipped += count;
            notRun.merge(reason.lines().findFirst().orElse("no reason given"), count, Integer::sum);
        }

        private static String clock(Instant start) {
            long seconds = Duration.between(start, Instant.now()).toSeconds();
            return seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60;
        }

        private boolean isClass(TestIdentifier test) {
            return plan.getParent(test)
                    .map(parent -> plan.getRoots().contains(parent))
                    .orElse(false);
        }

        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(MethodSource.class::cast)
                    .map(method -> method.getClassName() + "#" + method.getMethodName() + " " + test.getDisplayName())
                    .orElse(test.getDisplayName());
        }

        private static String simpleName(TestIdentifier test) {
            return test.getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(ClassSource.class::cast)
                    .map(source -> source.getClassName().replaceAll(".*\\.", ""))
                    .orElse(test.getDisplayName());
        }
    }
}
