package marketlab.pickle;

import java.util.ArrayList;
import java.util.List;

/** What a pickle that is written does not have of the one that was read, one line each. */
final class WriteNotes {

    private final List<String> lines = new ArrayList<>();

    /** A changed column becomes another type of pandas. */
    void type(String column, String was, String is) {
        lines.add("column '%s' was changed: it is written as %s, and was %s".formatted(column, is, was));
    }

    /** A changed column has only what a table can hold of its values. */
    void shownOnly(String column) {
        lines.add("column '%s' was changed: its values are written as the table has them".formatted(column));
    }

    /** Some of the values of a changed column look like several values of the file. */
    void unsure(String column, int values) {
        lines.add(("column '%s' was changed: %s of its values are written as the table has them, because several values"
                        + " of the file look the same in it")
                .formatted(column, values));
    }

    /** The columns' labels become text. */
    void labels(String dtype) {
        lines.add("columns were added: all column labels are written as text, and were " + dtype);
    }

    /** A range that numbered the rows is lost. */
    void rows(Axis.Range range, int rows) {
        lines.add("rows were added or removed: they are numbered from 0 to %s, and were %s to %s by %s"
                .formatted(rows - 1, range.start(), range.stop(), range.step()));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
