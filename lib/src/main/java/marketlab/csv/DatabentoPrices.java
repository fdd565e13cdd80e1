package marketlab.csv;

import java.util.List;
import java.util.regex.Pattern;
import marketlab.dataset.Columns;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/**
 * Prices as whole numbers of billionths, which Databento's raw CSV has. Source: Databento, "Schemas and data formats":
 * every 1 unit of a price is 1e-9, and the largest long marks a missing price.
 */
final class DatabentoPrices {

    private static final List<String> MARKS = List.of("rtype", "publisher_id", "instrument_id");
    private static final Pattern PRICE = Pattern.compile("Open|High|Low|Close|price|(bid|ask)_px_\\d\\d");
    private static final double PER_UNIT = 1e9;

    private DatabentoPrices() {}

    /** Whether these are the column names of Databento. */
    static boolean are(List<String> names) {
        return names.containsAll(MARKS);
    }

    /** The column in units of the currency if it has prices in billionths; else the same column. */
    static Column<?> scaled(Column<?> column, ReadAs notes) {
        if (!(column instanceof LongColumn units)
                || !PRICE.matcher(column.name()).matches()) {
            return column;
        }
        double[] prices = new double[units.size()];
        for (int row = 0; row < prices.length; row++) {
            long unit = units.getLong(row);
            prices[row] = unit == Long.MAX_VALUE ? Double.NaN : unit / PER_UNIT;
        }
        notes.add("prices divided by 1e9, as Databento counts them");
        return Columns.of(column.name(), prices);
    }
}
