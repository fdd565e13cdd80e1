package marketlab.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tech.tablesaw.columns.Column;

/** The names that a frame's labels become in a table, where a name is text without blanks around it and unique ignoring case. */
final class Labels {

    private final Set<String> taken = new HashSet<>();

    /** The labels of an axis as text. */
    static List<String> of(Input in, Axis columns) throws IOException {
        Column<?> labels = columns.values().read(in).maker().column("");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            names.add(labels.isMissing(i) ? "" : String.valueOf(labels.get(i)));
        }
        return names;
    }

    /** This name, trimmed as a column does it, or with _2, _3, … if it is taken. */
    String unique(String label) {
        String name = label.trim();
        String unique = name;
        for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }
}
