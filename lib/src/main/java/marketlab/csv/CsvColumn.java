package marketlab.csv;

import java.util.Optional;
import java.util.Set;
import marketlab.dataset.Columns;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The type of one column, by its cells: numbers, true and false, or text. A price or a size that is no number is an error
 * with its line. In another column, one cell that is no number makes all of them text, and the user is told which one.
 *
 * <p>No digit of a whole number is lost in silence. Whole numbers are longs. With missing cells among them they are doubles,
 * as in pandas, or longs with missing values if a double would lose digits. Codes such as 007, and whole numbers beyond a
 * long, are text. Symbols and names are text whatever their cells are: there are tickers NA, NAN, TRUE and 1E5.
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
     * @param notes gets what is told of the column
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
     * @throws CsvException if a price is no number, or a number is larger than a double can be
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
            throw other(found.firstTooLarge, "is larger than a number can be");
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

    /** Why the column has not the type that its cells suggest; empty if it has. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Whether the letters behind the numbers may not multiply them: 3M and 6M are months of a contract as well as millions,
     * and 5 Cr is a credit as well as crores. Decimals, other letters or the column's name decide.
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

    /** A column of true and false; null if there is anything else. */
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
