package marketlab.csv;

import java.util.List;

/** Checks the rows of a file that have no date in the column with the time of the row. */
final class UndatedRows {

    private final String file;
    private final CsvCells cells;
    private final List<String> names;
    private final List<Integer> places;

    /** @param places the place in a row of each name */
    UndatedRows(String file, CsvCells cells, List<String> names, List<Integer> places) {
        this.file = file;
        this.cells = cells;
        this.names = names;
        this.places = places;
    }

    /**
     * Rejects a row with numbers and no date, because the time of the numbers is unknown: a spreadsheet may have
     * written a day once for several rows, and a row of sums has no day. Rows without a date and without numbers are
     * kept, and a note says so.
     *
     * @param index the column with the time of each row
     * @param notes receives the number of such rows that are kept
     * @throws CsvException if a row has numbers and no date
     */
    void refuseNumbers(String index, ReadAs notes) throws CsvException {
        int rows = 0;
        int first = -1;
        for (int row = 0; row < cells.rows(); row++) {
            if (!MissingMarks.has(cells.at(row, place(index)))) {
                continue;
            }
            rows++;
            first = first < 0 ? row : first;
            if (hasNumbers(row, index)) {
                throw new CsvException(
                        file,
                        cells.line(row),
                        "has numbers and no date in column '%s'; fill in the date, or remove the line"
                                .formatted(index));
            }
        }
        if (rows > 0) {
            notes.add("%s without a date and without numbers (first in line %s)"
                    .formatted(rows == 1 ? "1 row" : rows + " rows", cells.line(first)));
        }
    }

    private boolean hasNumbers(int row, String index) {
        return names.stream()
                .filter(name -> !name.equals(index) && !ColumnNames.isLabel(name))
                .anyMatch(name -> CsvNumbers.isNumber(cells.at(row, place(name))));
    }

    private int place(String name) {
        return places.get(names.indexOf(name));
    }
}
