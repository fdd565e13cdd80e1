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

/** The names that a frame's labels become in a table, where a name is text without blanks around it and unique ignoring case. */
final class ColumnLabels {

    /** As many as an error names. */
    private static final int FEW = 5;

    /** Characters that the names of duplicates may have in all: one long label, a million times, would fill the memory. */
    private static final int MOST_RENAMED = 4 << 20;

    private final Set<String> taken = new HashSet<>();
    /** The next number to try behind a name, so that a million equal labels are named in a million steps. */
    private final Map<String, Integer> next = new HashMap<>();

    private long renamed;

    /** The labels of an axis as text; those of several levels with a blank between them. */
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

    /** Labels of one level as text. */
    static List<String> texts(ColumnValues values) {
        Column<?> labels = values.maker().column("");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            names.add(labels.isMissing(i) ? "" : String.valueOf(labels.get(i)));
        }
        return names;
    }

    /** One text a column of what its levels have: {@code Close AAPL}. */
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

    /** This name, trimmed as a column does it, or with _2, _3, … if it is taken. */
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
