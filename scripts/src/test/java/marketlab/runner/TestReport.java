package marketlab.runner;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Adds what comes of each test to the results. */
final class TestReport implements TestExecutionListener {
    private static final Pattern NOT_OURS = Pattern.compile(
            "\\s+(at (org\\.junit|org\\.assertj|java\\.base|marketlab\\.runner|tests)[./].*|\\.\\.\\. \\d+ more)");

    private final TestResults results;
    private TestPlan plan;

    TestReport(TestResults results) {
        this.results = results;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
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
            default -> results.passed += test.isTest() ? 1 : 0;
        }
    }

    private void skip(TestIdentifier test, String reason) {
        long tests = plan.getDescendants(test).stream()
                .filter(TestIdentifier::isTest)
                .count();
        results.skip(reason, Math.max(1, (int) tests));
    }

    private void fail(TestIdentifier test, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        results.failures.add(trace.toString()
                .lines()
                .filter(line -> !NOT_OURS.matcher(line).matches())
                .map(line -> "\n    " + line)
                .collect(Collectors.joining("", "FAILED " + name(test), "\n")));
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(method -> method.getClassName() + "#" + method.getMethodName() + " " + test.getDisplayName())
                .orElse(test.getDisplayName());
    }
}
