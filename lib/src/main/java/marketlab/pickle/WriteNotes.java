package marketlab.pickle;

import java.util.ArrayList;
import java.util.List;

/** Collects one line for each thing that is not written as it was read. */
final class WriteNotes {

    private final List<String> lines = new ArrayList<>();

    /** A changed column gets another dtype. */
    void type(String column, String was, String is) {
        lines.add("column '%s' was changed: it is written as %s, and was %s".formatted(column, is, was));
    }

    /** The values of a changed column are written only as the table holds them. */
    void shownOnly(String column) {
        lines.add("column '%s' was changed: its values are written as the table has them".formatted(column));
    }

    /** Some values of a changed column could be any of several values of the file. */
    void unsure(String column, int values) {
        lines.add(("column '%s' was changed: %s of its values are written as the table has them, because several values"
                        + " of the file look the same in it")
                .formatted(column, values));
    }

    /** The columns' labels become text. */
    void labels(String dtype) {
        lines.add("columns were added: all column labels are written as text, and were " + dtype);
    }

    /** The range that numbered the rows is replaced. */
    void rows(Axis.Range range, int rows) {
        lines.add("rows were added or removed: they are numbered from 0 to %s, and were %s to %s by %s"
                .formatted(rows - 1, range.start(), range.stop(), range.step()));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
