package marketlab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file writes numbers: one mark before decimals for all of it, since {@code 155,123} and {@code 155.123} read in two
 * ways where they stand alone.
 */
final class CsvNumbers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    /** Thousands, or lakhs and crores: 1,234,567.5 and 12,34,567.5. */
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[+-]?\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d*)?");

    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d*,\\d*([eE][+-]?\\d+)?");
    /** Read with a decimal point alone: groups by commas before it, several groups, or no group of three digits behind it. */
    private static final Pattern POINT_ONLY = Pattern.compile("[+-]?("
            + "\\d{1,3}(,\\d{2,3})+\\.\\d*|\\d{1,3}(,\\d{2,3})+,\\d{3}"
            + "|\\d*\\.(?!\\d{3}$)\\d*|0\\.\\d+|\\d{4,}\\.\\d+)([eE][+-]?\\d+)?");

    private static final Pattern COMMA_ONLY = Pattern.compile("[+-]?("
            + "\\d{1,3}(\\.\\d{3})+,\\d*|\\d{1,3}(\\.\\d{3}){2,}"
            + "|\\d*,(?!\\d{3}$)\\d*|0,\\d+|\\d{4,},\\d+)([eE][+-]?\\d+)?");
    private static final Pattern EITHER = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern EITHER_BY_POINT = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");

    private final boolean comma;

    private CsvNumbers(boolean comma) {
        this.comma = comma;
    }

    /**
     * The numbers of a file.
     *
     * @param columns the cells of each, without missing ones
     * @param delimiter between cells: where it is a semicolon, a comma in a number stands before decimals
     * @param decimal the mark that the user named
     * @throws CsvException if the cells allow both readings, or need both; it names the option
     */
    static CsvNumbers of(Path file, List<List<String>> columns, char delimiter, Optional<Character> decimal)
            throws CsvException {
        if (decimal.isPresent()) {
            return new CsvNumbers(decimal.get() == ',');
        }
        List<List<String>> cells =
                columns.stream().filter(CsvNumbers::isNumeric).toList();
        Optional<String> point = first(cells, POINT_ONLY);
        Optional<String> comma = first(cells, COMMA_ONLY);
        if (point.isPresent() && comma.isPresent()) {
            throw new CsvException(
                    file,
                    "'%s' has a decimal point and '%s' a decimal comma; say --decimal . or --decimal ,"
                            .formatted(point.get(), comma.get()));
        }
        Optional<String> either = first(cells, EITHER);
        Optional<String> ambiguous =
                switch (delimiter) {
                    case '\t' -> either;
                    case ';' -> first(cells, EITHER_BY_POINT);
                    default -> Optional.empty();
                };
        if (point.isEmpty() && comma.isEmpty() && ambiguous.isPresent()) {
            throw new CsvException(
                    file,
                    "'%s' may be a whole number or have decimals; say --decimal . or --decimal ,"
                            .formatted(ambiguous.get()));
        }
        return new CsvNumbers(comma.isPresent() || point.isEmpty() && delimiter == ';' && either.isPresent());
    }

    /** Whether a comma stands before decimals. */
    boolean isComma() {
        return comma;
    }

    Optional<Double> parse(String cell) {
        String plain = plain(cell);
        return NUMBER.matcher(plain).matches() ? Optional.of(Double.parseDouble(plain)) : Optional.empty();
    }

    boolean isWhole(String cell) {
        return WHOLE.matcher(plain(cell)).matches();
    }

    /** @throws NumberFormatException if it is not whole */
    long whole(String cell) {
        return Long.parseLong(plain(cell));
    }

    private String plain(String cell) {
        if (comma) {
            String ungrouped = GROUPED_BY_POINT.matcher(cell).matches() ? cell.replace(".", "") : cell;
            return WITH_COMMA.matcher(ungrouped).matches()
                    ? ungrouped.replace(',', '.')
                    : ungrouped.indexOf('.') < 0 ? ungrouped : "";
        }
        return GROUPED_BY_COMMA.matcher(cell).matches() ? cell.replace(",", "") : cell;
    }

    /** Whether a text is a number, whatever stands before decimals. */
    static boolean isNumber(String text) {
        return new CsvNumbers(false).parse(text).isPresent()
                || new CsvNumbers(true).parse(text).isPresent();
    }

    private static boolean isNumeric(List<String> cells) {
        return 2 * cells.stream().filter(CsvNumbers::isNumber).count() > cells.size();
    }

    private static Optional<String> first(List<List<String>> columns, Pattern pattern) {
        return columns.stream()
                .flatMap(List::stream)
                .filter(cell -> pattern.matcher(cell).matches())
                .findFirst();
    }
}
