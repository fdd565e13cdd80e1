package marketlab.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.columns.Column;

/**
 * The names of a frame's columns in a table. Such a name is text without blanks at its ends, and is unique if case is
 * ignored.
 */
final class ColumnLabels {

    /** The number of names that an error lists. */
    private static final int FEW = 5;

    /**
     * The most characters that the names of duplicates may have in total. One long label, repeated a million times,
     * would fill the memory.
     */
    private static final int MOST_RENAMED = 4 << 20;

    private final Set<String> taken = new HashSet<>();
    /** The next number to try after each name. With it, a million equal labels are named in a million steps. */
    private final Map<String, Integer> next = new HashMap<>();

    private long renamed;

    /** The labels of an axis as text. Labels of several levels are joined with a blank. */
    static List<String> of(PickleInput in, Axis columns) throws IOException {
        if (columns.range() != null) {
            return texts(columns.values().read(in));
        }
        List<List<String>> levels = new ArrayList<>();
        for (Axis.Level level : columns.levels()) {
            levels.add(texts(level.values().read(in)));
        }
        return joined(levels);
    }

    /** The labels of one level as text. */
    static List<String> texts(ColumnValues values) {
        Column<?> labels = values.maker().column("");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            names.add(labels.isMissing(i) ? "" : String.valueOf(labels.get(i)));
        }
        return names;
    }

    /** One text for each column, joined from its levels: {@code Close AAPL}. */
    static List<String> joined(List<List<String>> levels) {
        if (levels.size() == 1) {
            return levels.get(0);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < levels.get(0).size(); i++) {
            int column = i;
            names.add(levels.stream()
                    .map(level -> level.get(column))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" ")));
        }
        return names;
    }

    /** The trimmed name, with _2, _3, … if it is taken. */
    String unique(String label) throws PickleException {
        String name = label.trim();
        String key = name.toLowerCase(Locale.ROOT);
        if (taken.add(key)) {
            return name;
        }
        int number = next.getOrDefault(key, 2);
        while (!taken.add(key + "_" + number)) {
            number++;
        }
        next.put(key, number + 1);
        renamed += name.length();
        if (renamed > MOST_RENAMED) {
            throw new PickleException(
                    0,
                    String.format(
                            Locale.ROOT, "columns of the same name, of more than %,d characters in all", MOST_RENAMED));
        }
        return name + "_" + number;
    }

    /** The first of these names, in quotes, for an error. */
    static String few(Stream<String> names) {
        List<String> some = names.limit(FEW + 1).map(name -> "'" + name + "'").toList();
        return some.stream().limit(FEW).collect(Collectors.joining(", ")) + (some.size() > FEW ? ", …" : "");
    }
}
