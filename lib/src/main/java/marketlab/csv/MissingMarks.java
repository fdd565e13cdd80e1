package marketlab.csv;

import java.util.Locale;
import java.util.Set;

/**
 * The marks for a missing number, date or truth value: an empty cell, a dash, the point of FRED, the marks that pandas
 * knows, and the errors of a spreadsheet. In a column of text they are text. Case does not count.
 */
final class MissingMarks {

    private static final int LONGEST = 9;

    private static final Set<String> MARKS = Set.of(
            "",
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            ".",
            "..",
            "na",
            "n/a",
            "n.a",
            "n.a.",
            "n/d",
            "<na>",
            "nan",
            "-nan",
            "nat",
            "null",
            "none",
            "1.#ind",
            "-1.#ind",
            "1.#qnan",
            "-1.#qnan",
            "#na",
            "#n/a",
            "#n/a n/a",
            "#div/0!",
            "#value!",
            "#ref!",
            "#name?",
            "#num!",
            "#null!");

    private MissingMarks() {}

    static boolean has(String cell) {
        return cell.isEmpty() || mayBe(cell) && MARKS.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Whether a cell may be a mark. Most numbers and words are excluded here, without a search. */
    private static boolean mayBe(String cell) {
        char last = cell.charAt(cell.length() - 1);
        return cell.length() <= LONGEST && (last < '0' || last > '9');
    }
}
