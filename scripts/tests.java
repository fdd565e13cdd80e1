///usr/bin/env jbang "$0" "$@" ; exit $?
// Runs the tests: all of them, or those of CLASS or CLASS#METHOD. The last line says how it went.

//DEPS ../lib/kit.java
//DEPS org.junit.jupiter:junit-jupiter org.junit.platform:junit-platform-launcher
//DEPS net.jqwik:jqwik:1.10.1
//DEPS org.assertj:assertj-core:3.27.7
//DEPS com.code-intelligence:jazzer:0.30.0
//DEPS com.tngtech.archunit:archunit:1.5.0
//DEPS org.apache.commons:commons-rng-simple:1.6
//DEPS org.apache.commons:commons-rng-sampling:1.6

//SOURCES ../lib/src/test/java/**/*.java
//SOURCES cli/*.java
//SOURCES spark/Cell.java
//SOURCES spark/Grid.java
//SOURCES spark/GridFile.java
//SOURCES spark/Located.java
//FILES ../lib/src/test/resources/**
//FILES kit.jsh
//FILES META-INF/services/jdk.jshell.spi.ExecutionControlProvider=META-INF/services/jdk.jshell.spi.ExecutionControlProvider
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -parameters

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketlab.peer.Project;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class tests {
    private static final String USAGE = "mlab test [CLASS[#METHOD]], for example: mlab test DatasetNameTest";

    /** They tell of edge cases they leave out, and of links in temporary folders they delete. */
    private static final List<Logger> QUIETED =
            List.of(Logger.getLogger("net.jqwik"), Logger.getLogger("org.junit.jupiter.api.io"));

    public static void main(String... args) throws IOException {
        System.exit(run(args));
    }

    static int run(String... args) throws IOException {
        if (args.length > 1 || args.length == 1 && args[0].startsWith("-")) {
            System.err.println(USAGE);
            return args[0].equals("--help") || args[0].equals("-h") ? 0 : 2;
        }
        String part = args.length == 0 ? "" : args[0];
        PrintStream answer = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        QUIETED.forEach(logger -> logger.setLevel(Level.SEVERE));
        Files.createDirectories(Project.cache(""));

        Launcher launcher = LauncherFactory.create();
        TestPlan plan = launcher.discover(request(part));
        if (plan.getRoots().stream().allMatch(engine -> plan.getChildren(engine).isEmpty())) {
            System.err.println("there is no test " + part + ": " + USAGE);
            return 2;
        }
        Report report = new Report(plan, printed);
        launcher.execute(plan, report);
        return report.close(answer, "true".equals(System.getenv("CI")));
    }

    private static LauncherDiscoveryRequest request(String part) {
        PostDiscoveryFilter wanted = test ->
                FilterResult.includedIf(test.getSource().map(source -> isWanted(source, part)).orElse(true));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("marketlab"))
                .filters(wanted)
                .configurationParameter("jqwik.database", Project.cache("jqwik-database").toString())
                .build();
    }

    private static boolean isWanted(TestSource source, String part) {
        if (part.isEmpty() || !(source instanceof MethodSource)) {
            return true;
        }
        MethodSource test = (MethodSource) source;
        String[] wanted = part.split("#", 2);
        return Pattern.compile("(^|[.$])" + Pattern.quote(wanted[0]) + "($|\\$)").matcher(test.getClassName()).find()
                && (wanted.length == 1 || wanted[1].equals(test.getMethodName()));
    }

    /** Shows on stderr each class as it passes; keeps what failed, what was not run and why, and the sum for the end. */
    private static class Report implements TestExecutionListener {
        private static final Pattern NOT_OURS = Pattern.compile(
                "\\s+(at (org\\.junit|org\\.assertj|net\\.jqwik|java\\.base|tests)[./].*|\\.\\.\\. \\d+ more)");

        private final TestPlan plan;
        private final ByteArrayOutputStream printed;
        private final Map<String, String> entries = new HashMap<>();
        private final Map<String, Integer> notRun = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();
        private int passed;
        private int skipped;
        private int failedBefore;
        private int finishedBefore;

        Report(TestPlan plan, ByteArrayOutputStream printed) {
            this.plan = plan;
            this.printed = printed;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (isClass(test)) {
                System.err.print(simpleName(test));
                printed.reset();
                failedBefore = failures.size();
                finishedBefore = passed + skipped;
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entries.merge(test.getUniqueId(), String.join("\n", entry.getKeyValuePairs().values()), String::concat);
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
                int failed = failures.size() - failedBefore;
                int finished = passed + skipped - finishedBefore;
                System.err.println("  " + finished + (failed == 0 ? "" : ", " + failed + " failed"));
                System.err.print(failed == 0 ? "" : printed.toString(StandardCharsets.UTF_8));
            }
        }

        int close(PrintStream answer, boolean everythingMustRun) {
            failures.forEach(answer::println);
            notRun.forEach((reason, count) -> answer.println("not run (" + count + "): " + reason));
            answer.printf("%s passed, %s failed, %s skipped%n", passed, failures.size(), skipped);
            return failures.isEmpty() && !(everythingMustRun && skipped > 0) ? 0 : 1;
        }

        private void fail(TestIdentifier test, Throwable cause) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace, true));
            trace.append(entries.getOrDefault(test.getUniqueId(), ""));
            failures.add(trace.toString().lines()
                    .filter(line -> !NOT_OURS.matcher(line).matches())
                    .map(line -> "\n    " + line)
                    .collect(Collectors.joining("", "FAILED " + name(test), "\n")));
        }

        private void skip(TestIdentifier test, String reason) {
            int tests = (int) plan.getDescendants(test).stream().filter(TestIdentifier::isTest).count();
            int count = Math.max(1, tests);
            skipped += count;
            notRun.merge(reason.lines().findFirst().orElse("no reason given"), count, Integer::sum);
        }

        private boolean isClass(TestIdentifier test) {
            return plan.getParent(test).map(parent -> plan.getRoots().contains(parent)).orElse(false);
        }

        private static String name(TestIdentifier test) {
            return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                    .map(method -> method.getClassName() + "#" + method.getMethodName() + " " + test.getDisplayName())
                    .orElse(test.getDisplayName());
        }

        private static String simpleName(TestIdentifier test) {
            return test.getSource().filter(ClassSource.class::isInstance).map(ClassSource.class::cast)
                    .map(source -> source.getClassName().replaceAll(".*\\.", ""))
                    .orElse(test.getDisplayName());
        }
    }
}
