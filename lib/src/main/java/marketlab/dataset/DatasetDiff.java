package marketlab.dataset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The differences of two datasets, in metadata, index, columns, types, rows and cells. Numbers are compared exactly; a
 * missing value equals a missing value. Immutable.
 *
 * @param summary one line for each kind of difference, {@code Close: 3 of 252 cells differ}
 * @param first the first differing cells, {@code Close[17]: 24012.8 | 24013.1}
 */
public record DatasetDiff(List<String> summary, List<String> first) {

    private static final int MOST_CELLS = 10;

    public DatasetDiff {
        summary = List.copyOf(summary);
        first = List.copyOf(first);
    }

    /** Compares two datasets. */
    public static DatasetDiff between(Dataset left, Dataset right) {
        List<String> summary = new ArrayList<>();
        List<String> first = new ArrayList<>();
        metadata(left.metadata().attributes(), right.metadata().attributes(), summary);
        differing("index", left.frame().index(), right.frame().index(), summary);
        differing("rows", left.table().rowCount(), right.table().rowCount(), summary);
        columns(left.table(), right.table(), summary, first);
        return new DatasetDiff(summary, first);
    }

    /** Whether the two are the same. */
    public boolean isEmpty() {
        return summary.isEmpty();
    }

    /** The summary and the first cells, one line each. */
    @Override
    public String toString() {
        return isEmpty()
                ? "no difference"
                : Stream.concat(summary.stream(), first.stream().map(cell -> "  " + cell))
                        .map(SafeText::escaped)
                        .collect(Collectors.joining("\n"));
    }

    private static void metadata(Map<String, Object> left, Map<String, Object> right, List<String> summary) {
        for (String key : union(left.keySet(), right.keySet())) {
            if (!left.containsKey(key) || !right.containsKey(key)) {
                summary.add("attribute %s: only in the %s".formatted(key, side(left.containsKey(key))));
            } else {
                differing("attribute " + key, left.get(key), right.get(key), summary);
            }
        }
    }

    private static void columns(Table left, Table right, List<String> summary, List<String> first) {
        for (String name : union(left.columnNames(), right.columnNames())) {
            if (!left.columnNames().contains(name) || !right.columnNames().contains(name)) {
                summary.add("column %s: only in the %s"
                        .formatted(name, side(left.columnNames().contains(name))));
            } else {
                cells(left.column(name), right.column(name), summary, first);
            }
        }
        if (new LinkedHashSet<>(left.columnNames()).equals(new LinkedHashSet<>(right.columnNames()))) {
            differing("order of columns", left.columnNames(), right.columnNames(), summary);
        }
    }

    private static void cells(Column<?> left, Column<?> right, List<String> summary, List<String> first) {
        if (!left.type().equals(right.type())) {
            differing("type of " + left.name(), left.type().name(), right.type().name(), summary);
            return;
        }
        int rows = Math.min(left.size(), right.size());
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (!Objects.equals(value(left, row), value(right, row))) {
                count++;
                if (first.size() < MOST_CELLS) {
                    first.add("%s[%s]: %s | %s".formatted(left.name(), row, value(left, row), value(right, row)));
                }
            }
        }
        if (count > 0) {
            summary.add("%s: %s of %s cells differ".formatted(left.name(), count, rows));
        }
    }

    private static void differing(String what, Object left, Object right, List<String> summary) {
        if (!Objects.equals(left, right)) {
            summary.add("%s: %s | %s".formatted(what, left, right));
        }
    }

    private static Object value(Column<?> column, int row) {
        return column.isMissing(row) ? null : column.get(row);
    }

    private static Set<String> union(Iterable<String> left, Iterable<String> right) {
        Set<String> union = new LinkedHashSet<>();
        left.forEach(union::add);
        right.forEach(union::add);
        return union;
    }

    private static String side(boolean isLeft) {
        return isLeft ? "first" : "second";
    }
}
