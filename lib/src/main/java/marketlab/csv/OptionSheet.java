package marketlab.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import marketlab.dataset.Columns;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * An option chain as a screen shows it and NSE's download has it: calls left of the strike, puts right of it, in
 * columns with the same names. It becomes a chain with a column for each: Strike, ExpiryDate, CallPrice, PutPrice,
 * CallIV, …
 */
final class OptionSheet {

    private static final int MOST_LINES_ABOVE = 5;
    private static final int FEWEST_NAMES = 3;
    private static final double PER_CENT = 100;
    private static final double LEAST_PER_CENT = 3;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("oi", "OpenInterest"),
            Map.entry("chnginoi", "ChangeInOpenInterest"),
            Map.entry("volume", "Volume"),
            Map.entry("iv", "IV"),
            Map.entry("ltp", "Price"),
            Map.entry("chng", "Change"),
            Map.entry("netchng", "Change"),
            Map.entry("bidqty", "BidQuantity"),
            Map.entry("bid", "Bid"),
            Map.entry("bidprice", "Bid"),
            Map.entry("ask", "Ask"),
            Map.entry("askprice", "Ask"),
            Map.entry("askqty", "AskQuantity"));

    private static final Pattern EXPIRY = Pattern.compile("\\d{1,2}-[A-Za-z]{3}-\\d{4}|\\d{4}-\\d\\d-\\d\\d");

    private OptionSheet() {}

    /** The header of such a sheet; empty if the file is not one. */
    static Optional<CsvHeader> header(CsvCells cells) {
        for (int row = 0; row < Math.min(cells.rows() - 1, MOST_LINES_ABOVE); row++) {
            List<String> names = cells.row(row);
            List<String> keys = names.stream().map(OptionSheet::key).toList();
            int strike = Math.max(keys.indexOf("strike"), keys.indexOf("strikeprice"));
            if (strike > 0 && areAlike(keys.subList(0, strike), keys.subList(strike + 1, keys.size()))) {
                List<String> columns = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    String side = i < strike ? "Call" : "Put";
                    columns.add(i == strike ? "Strike" : names.get(i).isEmpty() ? "" : side + name(names.get(i)));
                }
                return Optional.of(new CsvHeader(columns, row + 1, List.of("a chain of calls and puts"), true));
            }
        }
        return Optional.empty();
    }

    private static boolean areAlike(List<String> left, List<String> right) {
        List<String> calls = named(left);
        return calls.size() >= FEWEST_NAMES && calls.equals(named(right));
    }

    private static List<String> named(List<String> keys) {
        return keys.stream().filter(key -> !key.isEmpty()).sorted().toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String name(String name) {
        return NAMES.getOrDefault(key(name), name);
    }

    /**
     * The columns of the chain: strike and expiry first, volatility as a fraction. The expiry is in the file's name.
     * NSE writes volatility in per cent. If the median is below 3, it is read as a fraction, because no market has such
     * a low volatility in per cent.
     */
    static List<Column<?>> chain(String file, List<Column<?>> columns, ReadAs notes) {
        List<Column<?>> chain = new ArrayList<>();
        int rows = columns.get(0).size();
        double[] volatilities = columns.stream()
                .filter(OptionSheet::isVolatility)
                .flatMapToDouble(column -> DoubleStream.of(((NumericColumn<?>) column).asDoubleArray()))
                .filter(volatility -> volatility > 0)
                .sorted()
                .toArray();
        boolean isPerCent = volatilities.length > 0 && volatilities[volatilities.length / 2] >= LEAST_PER_CENT;
        if (volatilities.length > 0) {
            notes.add(isPerCent ? "IV in per cent divided by 100" : "IV as a fraction, too small for per cent");
        }
        for (Column<?> column : columns) {
            if (column.name().equals("Strike")) {
                chain.add(0, column);
            } else if (isPerCent && isVolatility(column)) {
                chain.add(fraction((NumericColumn<?>) column));
            } else {
                chain.add(column);
            }
        }
        Optional<LocalDate> expiry = expiry(file);
        expiry.ifPresent(day ->
                chain.add(1, DateTimeColumn.create("ExpiryDate", Collections.nCopies(rows, day.atStartOfDay()))));
        notes.add(expiry.map(day -> "ExpiryDate " + day + " from the file's name")
                .orElse("without ExpiryDate, as the file's name has no date"));
        return chain;
    }

    private static boolean isVolatility(Column<?> column) {
        return column.name().endsWith("IV") && column instanceof NumericColumn<?>;
    }

    private static Column<?> fraction(NumericColumn<?> perCent) {
        double[] fraction = new double[perCent.size()];
        for (int row = 0; row < fraction.length; row++) {
            fraction[row] = perCent.getDouble(row) / PER_CENT;
        }
        return Columns.of(perCent.name(), fraction);
    }

    private static Optional<LocalDate> expiry(String file) {
        Matcher date = EXPIRY.matcher(file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'))));
        DateText text = new DateText();
        return date.find() && text.read(date.group()) && text.fits(CsvFormat.DateOrder.DMY)
                ? Optional.of(LocalDate.ofEpochDay(text.epochDay(CsvFormat.DateOrder.DMY)))
                : Optional.empty();
    }
}
