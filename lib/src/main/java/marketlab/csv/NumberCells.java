package marketlab.csv;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The cells of one column, read as numbers, with findings about them. A first row is −1 if there is none. */
final class NumberCells {

    private static final int DIGITS_OF_A_DOUBLE = 17;
    /** A double holds every whole number with at most this many digits. */
    private static final int DIGITS_ALWAYS_EXACT = 15;

    private static final int DIGITS_OF_A_LONG = 18;

    private final CsvCells cells;
    private final int column;
    private final CsvNumbers numbers;

    /** The number of each row; NaN if there is none. */
    final double[] values;
    /** The whole number of each row; 0 if there is none. Use them only if {@link #areWhole}. */
    final long[] wholes;
    /** The letters and words that multiply numbers, in lower case. */
    final Set<String> units = new HashSet<>();

    /** Whether all numbers are whole and fit a long. */
    boolean areWhole = true;

    boolean haveDecimalsBeforeUnit;
    /** The number of cells that are not missing. */
    int there;
    /** The number of cells that are numbers. */
    int read;
    /** A cell that is neither missing nor a number. */
    int firstOther = -1;
    /** A number that is larger than the largest double. */
    int firstTooLarge = -1;
    /** The digits of a code: they begin with a zero, or there are more than fit in a long. */
    int firstCode = -1;
    /** A number with a letter or word that multiplies it. */
    int firstUnit = -1;
    /** A number with a per cent sign. */
    int firstPerCent = -1;
    /** A number other than 0 without a per cent sign. */
    int firstBare = -1;
    /** A number that loses digits as a double, beyond the usual rounding of decimals. */
    int firstRounded = -1;
    /** The smallest long, which a column of longs uses for a missing value. */
    int firstSmallest = -1;

    NumberCells(CsvCells cells, int column, CsvNumbers numbers) {
        this.cells = cells;
        this.column = column;
        this.numbers = numbers;
        values = new double[cells.rows()];
        wholes = new long[cells.rows()];
        for (int row = 0; row < values.length; row++) {
            read(row, cells.at(row, column));
        }
    }

    private void read(int row, String cell) {
        values[row] = Double.NaN;
        if (MissingMarks.has(cell)) {
            return;
        }
        there++;
        values[row] = numbers.parse(cell);
        boolean isTooLarge = Double.isNaN(values[row]) && numbers.isTooLarge(cell);
        if (Double.isNaN(values[row]) && !isTooLarge) {
            firstOther = first(firstOther, row);
            return;
        }
        read++;
        if (isTooLarge) {
            firstTooLarge = first(firstTooLarge, row);
        }
        if (cell.indexOf('%') >= 0) {
            firstPerCent = first(firstPerCent, row);
        } else if (values[row] != 0) {
            firstBare = first(firstBare, row);
        }
        if (numbers.isPlain(cell)) {
            plain(row, cell);
        } else {
            decorated(row, cell);
        }
        if (mayBeRounded(cell) && isRounded(cell, values[row]) || values[row] == 0 && isTooSmall(cell)) {
            firstRounded = first(firstRounded, row);
        }
        if (areWhole && wholes[row] == Long.MIN_VALUE) {
            firstSmallest = first(firstSmallest, row);
        }
    }

    private void plain(int row, String cell) {
        areWhole &= isDigits(cell) && fitsLong(cell);
        if (areWhole) {
            wholes[row] = Long.parseLong(cell);
        }
        if (isCode(cell)) {
            firstCode = first(firstCode, row);
        }
    }

    private void decorated(int row, String cell) {
        Optional<BigDecimal> exact = numbers.exact(cell);
        if (exact.isEmpty() || exact.get().scale() > 0) {
            areWhole = false;
        } else if (areWhole) {
            wholes[row] = exact.get().longValue();
            areWhole = exact.get().compareTo(BigDecimal.valueOf(wholes[row])) == 0;
        }
        NumberText text = NumberText.of(cell).orElse(null);
        if (text != null && !text.unit().isEmpty()) {
            firstUnit = first(firstUnit, row);
            units.add(text.unit());
            haveDecimalsBeforeUnit |= text.digits().matches(".*[.,].*");
        }
    }

    private static int first(int first, int row) {
        return first < 0 ? row : first;
    }

    private static boolean isDigits(String cell) {
        for (int i = cell.charAt(0) == '-' || cell.charAt(0) == '+' ? 1 : 0; i < cell.length(); i++) {
            if (cell.charAt(i) > '9' || cell.charAt(i) < '0') {
                return false;
            }
        }
        return true;
    }

    /** 007 and 037833E10 are codes, and 0.5 is not. */
    private static boolean isCode(String cell) {
        boolean hasZeroBefore = cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1));
        return hasZeroBefore && cell.indexOf('.') < 0 || isDigits(cell) && !fitsLong(cell);
    }

    private static boolean fitsLong(String digits) {
        return digits.length() <= DIGITS_OF_A_LONG
                || new BigDecimal(digits).toBigInteger().bitLength() < Long.SIZE;
    }

    private static boolean mayBeRounded(String cell) {
        return cell.length() > (cell.indexOf('.') < 0 ? DIGITS_ALWAYS_EXACT : DIGITS_OF_A_DOUBLE + 1);
    }

    private boolean isRounded(String cell, double value) {
        BigDecimal exact = numbers.exact(cell).orElse(BigDecimal.ZERO).stripTrailingZeros();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return false;
        }
        return exact.scale() > 0
                ? exact.precision() > DIGITS_OF_A_DOUBLE
                : exact.precision() > DIGITS_ALWAYS_EXACT && exact.compareTo(new BigDecimal(value)) != 0;
    }

    /** Whether a number is not 0, but so small that its double is 0. */
    private boolean isTooSmall(String cell) {
        return numbers.exact(cell).filter(number -> number.signum() != 0).isPresent();
    }

    /** A cell as a message quotes it, with its line. */
    String quoted(int row) {
        return "'%s' in line %s".formatted(cells.at(row, column), cells.line(row));
    }

    /** Adds notes on the marks around numbers, and on the marks of missing numbers. */
    void tellMarks(ReadAs notes) {
        for (int row = 0; row < values.length; row++) {
            String cell = cells.at(row, column);
            if (cell.isEmpty() || numbers.isPlain(cell)) {
                continue;
            }
            if (MissingMarks.has(cell)) {
                notes.addMissing(cell);
                continue;
            }
            NumberText.of(cell)
                    .filter(text -> !text.mark().isEmpty())
                    .flatMap(text -> numbers.exact(cell).map(number -> new String[] {
                        text.mark(), number.stripTrailingZeros().toPlainString()
                    }))
                    .ifPresent(told -> notes.addNumber(told[0], cell, told[1]));
        }
    }
}
