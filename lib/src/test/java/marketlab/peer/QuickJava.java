package marketlab.peer;

import java.util.Map;

/**
 * Lets the Java programs that a test starts, and those that they start in turn, leave out the optimizing compiler. Most of
 * them end after seconds, and would spend half of their processor time on it.
 */
public final class QuickJava {
    private static final String VARIABLE = "JAVA_TOOL_OPTIONS";

    private QuickJava() {}

    /** Puts the option into the environment of a program. */
    public static void in(Map<String, String> environment) {
        environment.put(VARIABLE, "-XX:TieredStopAtLevel=1");
    }

    /** What programs said on stderr, without the line in which each Java tells of the option. */
    public static String withoutNotice(String said) {
        return said.replaceAll("(?m)^Picked up " + VARIABLE + ": .*\\R", "");
    }
}
