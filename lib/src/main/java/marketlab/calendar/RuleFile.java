package marketlab.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads dated rules, one per line: fields separated by commas, {@code #} for comments, and a heading line: one of those
 * expected, of which the first is the one named to users.
 */
final class RuleFile {

    private RuleFile() {}

    /** Rules from a file beside this class on the class path. */
    static <T> List<T> resource(String name, List<String> headings, Function<String[], T> rule) {
        InputStream stream = RuleFile.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("[" + name + "] is missing from the class path of marketlab.calendar");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(name, reader.lines().toList(), headings, rule);
        } catch (IOException e) {
            throw new UncheckedIOException("[" + name + "] cannot be read: " + e.getMessage(), e);
        }
    }

    /** Rules from a user's file. */
    static <T> List<T> file(Path file, List<String> headings, Function<String[], T> rule) {
        try {
            return parse(file.toString(), Files.readAllLines(file), headings, rule);
        } catch (IOException e) {
            throw new UncheckedIOException("[" + file + "] cannot be read: " + e, e);
        }
    }

    private static <T> List<T> parse(
            String name, List<String> lines, List<String> headings, Function<String[], T> rule) {
        List<T> rules = new ArrayList<>();
        String heading = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\\s*,\\s*", -1);
            try {
                if (heading == null) {
                    heading = heading(line, headings);
                } else if (fields.length != heading.split(",").length) {
                    throw new IllegalArgumentException("the number of fields must be as in " + heading);
                } else {
                    rules.add(rule.apply(fields));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("[%s] line %s: %s".formatted(name, i + 1, e.getMessage()), e);
            }
        }
        return rules;
    }

    private static String heading(String line, List<String> expected) {
        if (!expected.contains(line)) {
            throw new IllegalArgumentException("the heading must be " + expected.get(0) + ", got '" + line + "'");
        }
        return line;
    }
}
