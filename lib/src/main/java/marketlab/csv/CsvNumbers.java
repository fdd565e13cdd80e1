package marketlab.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How a file writes numbers. The whole file has one decimal mark, because {@code 155,123} or {@code 155.123} alone can
 * be read in two ways.
 */
final class CsvNumbers {

    /** Thousands, or lakhs and crores: 1,234,567.5 and 12,34,567.5. */
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[+-]?\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d*)?");

    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d*,\\d*([eE][+-]?\\d+)?");
    /**
     * A number that is only valid with a decimal point: groups with commas before the point, several groups, or not
     * exactly three digits after the point.
     */
    private static final Pattern POINT_ONLY = Pattern.compile("[+-]?("
            + "\\d{1,3}(,\\d{2,3})*,\\d{3}\\.\\d*|\\d{1,3}(,\\d{2,3})+,\\d{3}"
            + "|\\d*\\.(?!\\d{3}$)\\d*|0\\.\\d+|\\d{4,}\\.\\d+)([eE][+-]?\\d+)?");

    private static final Pattern COMMA_ONLY = Pattern.compile("[+-]?("
            + "\\d{1,3}(\\.\\d{3})+,\\d*|\\d{1,3}(\\.\\d{3}){2,}"
            + "|\\d*,(?!\\d{3}$)\\d*|0,\\d+|\\d{4,},\\d+)([eE][+-]?\\d+)?");
    private static final Pattern EITHER = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern EITHER_BY_POINT = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");

    private static final int SAMPLE = 1000;

    private final boolean comma;

    private CsvNumbers(boolean comma) {
        this.comma = comma;
    }

    /**
     * The numbers of a file.
     *
     * @param delimiter the mark between cells; if it is a semicolon, a comma in a number is a decimal comma
     * @param decimal the decimal mark that the user gave
     * @throws CsvException if the cells allow both decimal marks, or need both; the message names the option
     */
    static CsvNumbers of(String file, CsvCells cells, CsvDelimiter delimiter, Optional<Character> decimal)
            throws CsvException {
        if (decimal.isPresent()) {
            return new CsvNumbers(decimal.get() == ',');
        }
        List<Integer> numeric = new ArrayList<>();
        int width = cells.rows() == 0 ? 0 : cells.width(0);
        for (int column = 0; column < width; column++) {
            if (isNumeric(cells, column)) {
                numeric.add(column);
            }
        }
        String point = first(cells, numeric, POINT_ONLY, cell -> has(cell, '.') || hasTwo(cell, ','));
        String comma = first(cells, numeric, COMMA_ONLY, cell -> has(cell, ',') || hasTwo(cell, '.'));
        if (point != null && comma != null) {
            throw new CsvException(
                    file,
                    "'%s' has a decimal point and '%s' a decimal comma; add --decimal . or --decimal ,"
                            .formatted(point, comma));
        }
        boolean isSemicolon = delimiter == CsvDelimiter.SEMICOLON;
        String either = point == null ? first(cells, numeric, EITHER, cell -> has(cell, ',')) : null;
        String ambiguous = isSemicolon ? first(cells, numeric, EITHER_BY_POINT, cell -> has(cell, '.')) : either;
        if (point == null && comma == null && ambiguous != null) {
            throw new CsvException(
                    file,
                    "'%s' may be a whole number or have decimals; add --decimal . or --decimal ,".formatted(ambiguous));
        }
        return new CsvNumbers(comma != null || isSemicolon && either != null);
    }

    /** Whether the decimal mark is a comma. */
    boolean isComma() {
        return comma;
    }

    /** The number of a cell; NaN if it has none, or if it is larger than the largest double. */
    double parse(String cell) {
        if (isPlain(cell)) {
            double value = Double.parseDouble(cell);
            return Double.isInfinite(value) ? Double.NaN : value;
        }
        Optional<Double> infinity = infinity(cell);
        if (infinity.isPresent()) {
            return infinity.get();
        }
        double value = exact(cell).map(BigDecimal::doubleValue).orElse(Double.NaN);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Whether a cell has a number that is larger than the largest double. */
    boolean isTooLarge(String cell) {
        return exact(cell)
                .filter(number -> Double.isInfinite(number.doubleValue()))
                .isPresent();
    }

    /** The exact number of a cell; empty if it has none. */
    Optional<BigDecimal> exact(String cell) {
        return NumberText.of(cell).flatMap(text -> {
            String plain = plain(text.digits());
            return NumberText.isPlain(plain)
                    ? decimal(plain).map(number -> number.scaleByPowerOfTen(text.power()))
                    : Optional.empty();
        });
    }

    private static Optional<BigDecimal> decimal(String plain) {
        try {
            return Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException exponentIsTooLarge) {
            return Optional.empty();
        }
    }

    /** Whether Java reads the digits of a cell as the same number. */
    boolean isPlain(String cell) {
        return NumberText.isPlain(cell) && !(comma && cell.indexOf('.') >= 0);
    }

    private static Optional<Double> infinity(String cell) {
        return switch (cell) {
            case "inf", "Inf", "+inf", "Infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf", "-Inf", "-Infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> Optional.empty();
        };
    }

    private String plain(String digits) {
        if (comma) {
            String ungrouped = GROUPED_BY_POINT.matcher(digits).matches() ? digits.replace(".", "") : digits;
            return WITH_COMMA.matcher(ungrouped).matches()
                    ? ungrouped.replace(',', '.')
                    : ungrouped.indexOf('.') < 0 ? ungrouped : "";
        }
        return GROUPED_BY_COMMA.matcher(digits).matches() ? digits.replace(",", "") : digits;
    }

    /** Whether a text is a number, with either decimal mark. */
    static boolean isNumber(String text) {
        return NumberText.isPlain(text)
                || new CsvNumbers(false).exact(text).isPresent()
                || new CsvNumbers(true).exact(text).isPresent();
    }

    /** Whether most cells in a sample of a column are numbers. */
    private static boolean isNumeric(CsvCells cells, int column) {
        int there = 0;
        int numbers = 0;
        for (int row = 0; row < cells.rows(); row += 1 + cells.rows() / SAMPLE) {
            String cell = cells.at(row, column);
            if (!MissingMarks.has(cell)) {
                there++;
                numbers += isNumber(cell) ? 1 : 0;
            }
        }
        return 2 * numbers > there;
    }

    /** The first number of this form among the cells that may have it; null if there is none. */
    private static String first(CsvCells cells, List<Integer> columns, Pattern form, Predicate<String> mayHave) {
        for (int column : columns) {
            for (int row = 0; row < cells.rows(); row++) {
                String cell = cells.at(row, column);
                if (mayHave.test(cell)
                        && NumberText.of(cell)
                                .filter(text -> form.matcher(text.digits()).matches())
                                .isPresent()) {
                    return cell;
                }
            }
        }
        return null;
    }

    private static boolean has(String cell, char mark) {
        return cell.indexOf(mark) >= 0;
    }

    private static boolean hasTwo(String cell, char mark) {
        return cell.indexOf(mark) != cell.lastIndexOf(mark);
    }
}
