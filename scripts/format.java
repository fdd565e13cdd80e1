///usr/bin/env jbang "$0" "$@" ; exit $?
// Formats the Java files of the project that changed since it last ran. With --check it changes nothing, looks at all files,
// and names those that are not formatted.

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
        Done done = new Done(root(), !onlyCheck);
        var found = files.parallelStream()
                .collect(Collectors.groupingBy(file -> format(file, done, onlyCheck), Collectors.counting()));
        done.save();
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

    private static Outcome format(Path file, Done done, boolean onlyCheck) {
        try {
            String source = Files.readString(file);
            if (done.contains(source)) {
                return Outcome.FORMATTED;
            }
            Matcher head = HEAD.matcher(source);
            int start = head.find() ? head.end() : 0;
            String formatted =
                    source.substring(0, start) + FORMATTER.formatSourceAndFixImports(source.substring(start));
            done.add(formatted);
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

    /** Sources that the formatter, as this script has it, leaves as they are: their sums are kept in a file. */
    private static final class Done {
        private final Path file;
        private final String formatter;
        private final Set<String> earlier;
        private final Set<String> now = ConcurrentHashMap.newKeySet();

        /** @param isRead whether what was done earlier counts */
        Done(Path root, boolean isRead) throws IOException {
            file = root.resolve(".cache/formatted");
            formatter = Files.readString(root.resolve("scripts/format.java"));
            earlier = isRead && Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
        }

        boolean contains(String source) {
            String sum = sum(source);
            boolean isDone = earlier.contains(sum);
            if (isDone) {
                now.add(sum);
            }
            return isDone;
        }

        void add(String source) {
            now.add(sum(source));
        }

        void save() throws IOException {
            Files.createDirectories(file.getParent());
            Files.write(file, now);
        }

        private String sum(String source) {
            try {
                byte[] text = (formatter + source).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
