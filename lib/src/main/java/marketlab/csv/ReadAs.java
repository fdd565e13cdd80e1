package marketlab.csv;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects notes on how the reader understood a file, each one once. */
final class ReadAs {

    private final Set<String> parts = new LinkedHashSet<>();
    private final Map<String, Integer> missing = new LinkedHashMap<>();
    private final Map<String, String> marks = new LinkedHashMap<>();

    void add(String part) {
        parts.add(part);
    }

    void addAll(List<String> more) {
        parts.addAll(more);
    }

    /** Adds a cell with a mark for a missing value. The line has the number of cells of each mark. */
    void addMissing(String mark) {
        missing.merge(mark, 1, Integer::sum);
    }

    /** Adds a number with a mark around it, and its value. The line has the first number of each mark. */
    void addNumber(String mark, String cell, String number) {
        marks.putIfAbsent(mark, cell + " as " + number);
    }

    /** {@code read as: commas, dates day first, '-' as missing in 3 cells, 1,204 rows}. */
    String line(String... last) {
        Set<String> all = new LinkedHashSet<>(parts);
        missing.forEach((mark, cells) ->
                all.add("'%s' as missing in %s %s".formatted(mark, cells, cells == 1 ? "cell" : "cells")));
        all.addAll(marks.values());
        all.addAll(List.of(last));
        return "read as: " + String.join(", ", all);
    }
}
