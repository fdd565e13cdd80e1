package marketlab.csv;

import java.util.Optional;
import java.util.Set;
import marketlab.dataset.Columns;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * Finds the type of one column from its cells: numbers, true and false, or text. A price or a size that is not a number
 * is an error that names its line. In any other column, one cell that is not a number makes the column text, and a note
 * names this cell.
 *
 * <p>No whole number loses a digit without a note. Whole numbers are longs. If cells are missing, they are doubles, as
 * in pandas, or longs with missing values if a double would lose digits. Codes such as 007, and whole numbers that do
 * not fit in a long, are text. Symbols and names are always text, because there are tickers NA, NAN, TRUE and 1E5.
 */
final class CsvColumn {

    private final String file;
    private final String name;
    private final CsvCells cells;
    private final int column;
    private final NumberCells found;
    private final ReadAs notes;
    private String reason;

    /**
     * Reads the cells.
     *
     * @param name of the column in the file
     * @param notes receives the notes about the column
     */
    CsvColumn(String file, String name, CsvCells cells, int column, CsvNumbers numbers, ReadAs notes) {
        this.file = file;
        this.name = name;
        this.cells = cells;
        this.column = column;
        this.notes = notes;
        this.found = new NumberCells(cells, column, numbers);
    }

    /**
     * The column under this name.
     *
     * @throws CsvException if a price is not a number, or if a number is larger than the largest double
     */
    Column<?> typed(String shown) throws CsvException {
        boolean isPrice = ColumnNames.isPrice(shown);
        boolean areNumbers = found.read == found.there;
        BooleanColumn booleans = booleans(shown);
        if (ColumnNames.isLabel(name)) {
            reason = found.there > 0 && areNumbers || booleans != null ? "as its name says" : null;
            return texts(shown);
        }
        if ((areNumbers || isPrice) && found.firstTooLarge >= 0) {
            throw other(found.firstTooLarge, "is larger than the largest number");
        }
        if (isPrice && !areNumbers) {
            throw other(found.firstOther, "is not a number");
        }
        boolean isMixed = found.firstPerCent >= 0 && found.firstBare >= 0;
        if (areNumbers && (isPrice || found.firstCode < 0 && !isUnitDoubtful() && !isMixed)) {
            return found.areWhole && found.there > 0 ? wholes(shown, isPrice) : doubles(shown);
        }
        if (booleans != null) {
            found.tellMarks(notes);
            return booleans;
        }
        if (!areNumbers) {
            reason = found.read > 0 ? found.quoted(found.firstOther) + " is not a number" : null;
        } else if (isMixed) {
            reason = found.quoted(found.firstBare) + " has no per cent sign, and others have";
        } else if (found.firstCode >= 0) {
            reason = found.quoted(found.firstCode) + " would lose digits as a number";
        } else {
            reason = found.quoted(found.firstUnit) + doubt();
        }
        return texts(shown);
    }

    /** Why the column does not have the type that its cells suggest; empty if it has that type. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Whether the letters after the numbers may mean something else than a multiplication. 3M may be months of a
     * contract or millions, and 5 Cr a credit or crores. Decimals, other letters or the column's name decide.
     */
    private boolean isUnitDoubtful() {
        if (ColumnNames.isSize(name)) {
            return false;
        }
        return found.units.contains("cr")
                || found.units.contains("l")
                || found.units.equals(Set.of("m")) && !found.haveDecimalsBeforeUnit;
    }

    private String doubt() {
        return found.units.contains("m") ? " may be months or millions" : " may be crores, lakhs or something else";
    }

    private Column<?> wholes(String shown, boolean isPrice) {
        boolean haveMissing = found.there < cells.rows();
        if (!haveMissing && found.firstSmallest < 0) {
            found.tellMarks(notes);
            return LongColumn.create(shown, found.wholes);
        }
        if (found.firstRounded < 0) {
            return doubles(shown);
        }
        if (found.firstSmallest >= 0) {
            if (isPrice) {
                return doubles(shown);
            }
            reason = found.quoted(found.firstSmallest) + " marks a missing value among whole numbers";
            return texts(shown);
        }
        found.tellMarks(notes);
        reason = found.quoted(found.firstRounded) + " would lose digits as a double";
        LongColumn longs = LongColumn.create(shown);
        for (int row = 0; row < cells.rows(); row++) {
            if (Double.isNaN(found.values[row])) {
                longs.appendMissing();
            } else {
                longs.append(found.wholes[row]);
            }
        }
        return longs;
    }

    private Column<?> doubles(String shown) {
        found.tellMarks(notes);
        if (found.firstSmallest >= 0 && found.areWhole) {
            reason = found.quoted(found.firstSmallest) + " marks a missing value among whole numbers";
        }
        if (found.firstRounded >= 0) {
            reason = found.quoted(found.firstRounded) + " is rounded, as it has more digits than a double";
        }
        return Columns.of(shown, found.values);
    }

    private CsvException other(int row, String problem) {
        return new CsvException(
                file,
                cells.line(row),
                "'%s' in column '%s' %s; correct or empty it".formatted(cells.at(row, column), name, problem));
    }

    /** A column of true and false; null if a cell is anything else. */
    private BooleanColumn booleans(String shown) {
        BooleanColumn booleans = BooleanColumn.create(shown);
        for (int row = 0; row < cells.rows(); row++) {
            String cell = cells.at(row, column);
            switch (cell) {
                case "true", "True", "TRUE" -> booleans.append(true);
                case "false", "False", "FALSE" -> booleans.append(false);
                default -> {
                    if (!MissingMarks.has(cell)) {
                        return null;
                    }
                    booleans.appendMissing();
                }
            }
        }
        return booleans.countMissing() == cells.rows() ? null : booleans;
    }

    private StringColumn texts(String shown) {
        StringColumn texts = StringColumn.create(shown);
        for (int row = 0; row < cells.rows(); row++) {
            texts.append(cells.at(row, column));
        }
        return texts;
    }
}
