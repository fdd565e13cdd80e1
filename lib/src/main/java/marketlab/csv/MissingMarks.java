package marketlab.csv;

import java.util.Set;

/** What stands in a cell of a number or a date that is not known. In a column of text these are text. */
final class MissingMarks {

    private static final Set<String> MARKS = Set.of(
            "",
            "-",
            "--",
            "\u2013",
            "\u2014",
            "NA",
            "N/A",
            "n/a",
            "#N/A",
            "#N/A N/A",
            "<NA>",
            "NaN",
            "nan",
            "-nan",
            "NaT",
            "null",
            "NULL",
            "None");

    private MissingMarks() {}

    static boolean has(String cell) {
        return cell.length() <= 8 && MARKS.contains(cell);
    }
}
