package marketlab.csv;

import java.math.BigDecimal;
import java.util.Optional;
import marketlab.dataset.Columns;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * One column's cells, and the type that they have: numbers, true and false, or text. A price or a size that is no number is an
 * error with its line. Another column of numbers becomes text by one other cell, and this is told with the cell.
 */
final class CsvColumn {

    private static final int LONGEST_WHOLE = 18;

    private final String file;
    private final String name;
    private final CsvCells cells;
    private final int column;
    private final CsvNumbers numbers;
    private final ReadAs notes;

    private final double[] values;
    private final long[] wholes;
    private boolean isWhole = true;
    private boolean hasLetter;
    private boolean hasLetterBehindDecimals;
    private int there;
    private int read;
    private int firstOther = -1;
    private int firstTooLarge = -1;
    private int firstCode = -1;

    /**
     * @param name of the column in the file
     * @param notes gets what is told of the column
     */
    CsvColumn(String file, String name, CsvCells cells, int column, CsvNumbers numbers, ReadAs notes) {
        this.file = file;
        this.name = name;
        this.cells = cells;
        this.column = column;
        this.numbers = numbers;
        this.notes = notes;
        this.values = new double[cells.rows()];
        this.wholes = new long[cells.rows()];
    }

    /**
     * The column under this name.
     *
     * @throws CsvException if a price is no number, or a number is larger than a double can be
     */
    Column<?> typed(String shown) throws CsvException {
        for (int row = 0; row < values.length; row++) {
            read(row, cells.at(row, column));
        }
        boolean isPrice = ColumnNames.isPrice(shown);
        // 3M and 6M alone are months of a contract as well as millions.
        boolean isText = hasLetter && !hasLetterBehindDecimals && !isPrice;
        if (read == there && !isText && (firstCode < 0 || isPrice)) {
            refuseTooLarge();
            tellMarks();
            return isWhole && there > 0 ? LongColumn.create(shown, wholes) : Columns.of(shown, values);
        }
        if (firstOther >= 0 && (isPrice || 2 * read > there)) {
            refuseTooLarge();
            if (isPrice) {
                throw other(firstOther, "is not a number");
            }
            told(firstOther, "is not a number");
        } else if (firstCode >= 0 && read == there) {
            told(firstCode, "would lose digits as a number");
        }
        BooleanColumn booleans = booleans(shown);
        return booleans == null ? texts(shown) : booleans;
    }

    private void refuseTooLarge() throws CsvException {
        if (firstTooLarge >= 0) {
            throw other(firstTooLarge, "is larger than a number can be");
        }
    }

    private CsvException other(int row, String problem) {
        return new CsvException(
                file,
                cells.line(row),
                "'%s' in column '%s' %s; correct or empty it".formatted(cells.at(row, column), name, problem));
    }

    /** Says what stands around numbers and in place of them. */
    private void tellMarks() {
        for (int row = 0; row < values.length; row++) {
            String cell = cells.at(row, column);
            if (cell.isEmpty() || numbers.isPlain(cell)) {
                continue;
            }
            if (MissingMarks.has(cell)) {
                notes.add("'" + cell + "' as missing");
                continue;
            }
            NumberText.of(cell)
                    .filter(text -> !text.mark().isEmpty())
                    .ifPresent(text -> notes.addNumber(
                            text.mark(),
                            cell,
                            numbers.exact(cell)
                                    .orElseThrow()
                                    .stripTrailingZeros()
                                    .toPlainString()));
        }
    }

    private void told(int row, String problem) {
        notes.add("column '%s' as text ('%s' in line %s %s)"
                .formatted(name, cells.at(row, column), cells.line(row), problem));
    }

    private void read(int row, String cell) {
        if (MissingMarks.has(cell)) {
            values[row] = Double.NaN;
            isWhole = false;
            return;
        }
        there++;
        if (!numbers.isPlain(cell)) {
            decorated(row, cell);
            return;
        }
        isWhole &= isDigits(cell) && fitsLong(cell);
        if (isWhole) {
            wholes[row] = Long.parseLong(cell);
        }
        values[row] = numbers.parse(cell);
        count(row, cell);
        if (isCode(cell)) {
            firstCode = firstCode < 0 ? row : firstCode;
        }
    }

    private void decorated(int row, String cell) {
        values[row] = numbers.parse(cell);
        count(row, cell);
        Optional<NumberText> text = NumberText.of(cell);
        Optional<BigDecimal> exact = numbers.exact(cell);
        if (Double.isNaN(values[row]) || exact.isEmpty() || exact.get().scale() > 0) {
            isWhole = false;
        } else if (isWhole) {
            wholes[row] = exact.get().longValue();
            isWhole = exact.get().compareTo(BigDecimal.valueOf(wholes[row])) == 0;
        }
        if (exact.isPresent() && !text.get().mark().isEmpty()) {
            hasLetter |= text.get().power() > 0;
            hasLetterBehindDecimals |=
                    text.get().power() > 0 && text.get().digits().matches(".*[.,].*");
        }
    }

    private void count(int row, String cell) {
        boolean isTooLarge = Double.isNaN(values[row]) && numbers.isTooLarge(cell);
        boolean isNumber = !Double.isNaN(values[row]) || isTooLarge;
        read += isNumber ? 1 : 0;
        if (isTooLarge && firstTooLarge < 0) {
            firstTooLarge = row;
        }
        if (!isNumber && firstOther < 0) {
            firstOther = row;
        }
    }

    private static boolean isDigits(String cell) {
        for (int i = cell.charAt(0) == '-' || cell.charAt(0) == '+' ? 1 : 0; i < cell.length(); i++) {
            if (cell.charAt(i) > '9' || cell.charAt(i) < '0') {
                return false;
            }
        }
        return true;
    }

    /** Whether these are digits of a code: with a zero before others, or more than a number keeps. */
    private static boolean isCode(String cell) {
        boolean hasZeroBefore = cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1));
        return (hasZeroBefore || !fitsLong(cell)) && isDigits(cell);
    }

    private static boolean fitsLong(String digits) {
        return digits.length() <= LONGEST_WHOLE
                || new BigDecimal(digits).toBigInteger().bitLength() < Long.SIZE;
    }

    /** A column of true and false; null if there is anything else. */
    private BooleanColumn booleans(String shown) {
        BooleanColumn booleans = BooleanColumn.create(shown);
        for (int row = 0; row < values.length; row++) {
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
        return booleans.countMissing() == values.length ? null : booleans;
    }

    private StringColumn texts(String shown) {
        StringColumn texts = StringColumn.create(shown);
        for (int row = 0; row < values.length; row++) {
            texts.append(cells.at(row, column));
        }
        return texts;
    }
}
