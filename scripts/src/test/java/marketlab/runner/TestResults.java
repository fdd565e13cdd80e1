package marketlab.runner;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the tests of some classes. */
public final class TestResults {
    private static final int SLOWEST = 10;

    /** Seconds that each class took, by its full name. */
    public final Map<String, Long> seconds = new LinkedHashMap<>();

    /** How many tests were not run, by the reason. */
    public final Map<String, Integer> notRun = new TreeMap<>();

    public final List<String> failures = new ArrayList<>();
    public int passed;
    public int skipped;

    void add(TestResults other) {
        seconds.putAll(other.seconds);
        other.notRun.forEach((reason, count) -> notRun.merge(reason, count, Integer::sum));
        failures.addAll(other.failures);
        passed += other.passed;
        skipped += other.skipped;
    }

    void skip(String reason, int count) {
        skipped += count;
        notRun.merge(reason.lines().findFirst().orElse("no reason given"), count, Integer::sum);
    }

    /** Prints the slowest classes to {@code talk}, and to {@code answer} what failed, what was not run, and the sum. */
    public void print(String clock, PrintStream answer, PrintStream talk) {
        if (seconds.size() > 1) {
            talk.println("in " + clock + "; the slowest classes, in seconds:");
            seconds.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(SLOWEST)
                    .forEach(each -> talk.printf("%5s  %s%n", each.getValue(), simpleName(each.getKey())));
        }
        failures.forEach(answer::println);
        notRun.forEach((reason, count) -> answer.println("not run (" + count + "): " + reason));
        answer.printf("%s passed, %s failed, %s skipped%n", passed, failures.size(), skipped);
    }

    static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
