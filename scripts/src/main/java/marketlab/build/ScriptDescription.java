package marketlab.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What JBang tells of a script.
 *
 * @param jar where the compiled script will be
 * @param mainClass an empty text if JBang does not know it yet
 * @param dependencies the other jars of the class path, in its order
 * @param options for Java
 */
record ScriptDescription(String jar, String mainClass, List<String> dependencies, List<String> options) {

    /** @param json the answer of JBang's {@code info tools}, which has a line for each value */
    static ScriptDescription parse(String json) {
        return new ScriptDescription(
                String.join("", values(json, "applicationJar")),
                String.join("", values(json, "mainClass")),
                values(json, "resolvedDependencies"),
                values(json, "runtimeOptions"));
    }

    private static List<String> values(String json, String name) {
        Matcher field = Pattern.compile("(?ms)^  \"" + name + "\": (\\[$.*?^  \\]|\".*?\"),?$")
                .matcher(json);
        List<String> values = new ArrayList<>();
        if (field.find()) {
            Matcher value = Pattern.compile("(?m)^ *\"(.*)\",?$").matcher(field.group(1));
            while (value.find()) {
                values.add(value.group(1).replaceAll("\\\\(.)", "$1"));
            }
        }
        return values;
    }

    String classPath() {
        return Stream.concat(Stream.of(jar), dependencies.stream()).collect(Collectors.joining(":"));
    }

    /** The command that runs this main class of the script. */
    List<String> command(String java, String main) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath(), main));
        return command;
    }
}
