///usr/bin/env jbang "$0" "$@" ; exit $?
// Formats the Java files of the project. With --check it changes nothing, and names the files that are not formatted.

// @fatjar leaves out what these jars bring with them, as Jackson: formatting does not use it.
//DEPS com.palantir.javaformat:palantir-java-format:2.80.0@fatjar
//DEPS com.palantir.javaformat:palantir-java-format-spi:2.80.0@fatjar
//DEPS com.google.guava:guava:33.6.0-jre@fatjar
//DEPS org.functionaljava:functionaljava:4.8
//COMPILE_OPTIONS --release 17 -encoding UTF-8
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.parser=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED
//RUNTIME_OPTIONS --add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class format {
    private static final String USAGE =
            "mlab format [--check]    formats the Java files of the project, or names those that are not formatted";

    /** The comments before the code: JBang reads {@code //DEPS}, which the formatter would make {@code // DEPS}. */
    private static final Pattern HEAD = Pattern.compile("\\A(//.*\\R|\\s*\\R)*");

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private enum Outcome {
        FORMATTED,
        UNFORMATTED,
        FAILED
    }

    public static void main(String... args) throws IOException {
        String option = String.join(" ", args);
        switch (option) {
            case "", "--check" -> System.exit(run(!option.isEmpty()));
            case "-h", "--help" -> System.out.println(USAGE);
            default -> {
                System.err.println("unknown argument " + option + ": " + USAGE);
                System.exit(2);
            }
        }
    }

    private static int run(boolean onlyCheck) throws IOException {
        List<Path> files = files();
        var found = files.parallelStream()
                .collect(Collectors.groupingBy(file -> format(file, onlyCheck), Collectors.counting()));
        long unformatted = found.getOrDefault(Outcome.UNFORMATTED, 0L);
        if (onlyCheck && unformatted > 0) {
            System.err.println(
                    unformatted + " of " + files.size() + " files are not formatted: run scripts/mlab format");
        } else if (!onlyCheck) {
            System.err.println(unformatted + " of " + files.size() + " files formatted anew");
        }
        return found.containsKey(Outcome.FAILED) || onlyCheck && unformatted > 0 ? 1 : 0;
    }

    private static List<Path> files() throws IOException {
        Path root = root();
        try (Stream<Path> library = Files.walk(root.resolve("lib"));
                Stream<Path> scripts = Files.walk(root.resolve("scripts"))) {
            return Stream.concat(library, scripts)
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** The project of the launcher, or the working folder where JBang was called directly. */
    private static Path root() {
        String launcher = System.getenv("MARKETLAB_LAUNCHER");
        return launcher == null ? Path.of("") : Path.of(launcher).getParent().getParent();
    }

    private static Outcome format(Path file, boolean onlyCheck) {
        try {
            String source = Files.readString(file);
            Matcher head = HEAD.matcher(source);
            int start = head.find() ? head.end() : 0;
            String formatted =
                    source.substring(0, start) + FORMATTER.formatSourceAndFixImports(source.substring(start));
            if (formatted.equals(source)) {
                return Outcome.FORMATTED;
            }
            System.out.println(file);
            if (!onlyCheck) {
                Files.writeString(file, formatted);
            }
            return Outcome.UNFORMATTED;
        } catch (FormatterException e) {
            System.err.println(
                    "[" + file + "] " + e.getMessage().lines().findFirst().orElse("cannot be parsed"));
            return Outcome.FAILED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
