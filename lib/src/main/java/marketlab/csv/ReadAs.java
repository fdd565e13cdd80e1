package marketlab.csv;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is told of how a file was understood, each thing once. */
final class ReadAs {

    private final Set<String> parts = new LinkedHashSet<>();
    private final Map<String, String> marks = new LinkedHashMap<>();

    void add(String part) {
        parts.add(part);
    }

    void addAll(List<String> more) {
        parts.addAll(more);
    }

    /** A number with a mark around it, and how it was understood; the first one of each mark is told. */
    void addNumber(String mark, String cell, String number) {
        marks.putIfAbsent(mark, cell + " as " + number);
    }

    /** {@code read as: commas, dates day first, 1,204 rows}. */
    String line(String... last) {
        Set<String> all = new LinkedHashSet<>(parts);
        all.addAll(marks.values());
        all.addAll(List.of(last));
        return "read as: " + String.join(", ", all);
    }
}
