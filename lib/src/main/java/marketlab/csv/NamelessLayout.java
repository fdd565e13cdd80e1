package marketlab.csv;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files of bars that have no line of names by design, told by the mark between their cells, their width and the form of their
 * first cell, and checked by their prices: a high below a low would say that the columns are others.
 */
enum NamelessLayout {
    BINANCE(
            "Binance's klines",
            CsvDelimiter.COMMA,
            "\\d{13}|\\d{16}",
            List.of(
                    "Date",
                    "Open",
                    "High",
                    "Low",
                    "Close",
                    "Volume",
                    "close_time",
                    "quote_volume",
                    "count",
                    "taker_buy_volume",
                    "taker_buy_quote_volume",
                    "ignore")),
    METATRADER(
            "MetaTrader",
            CsvDelimiter.COMMA,
            "\\d{4}\\.\\d\\d\\.\\d\\d",
            List.of("Date", "Time", "Open", "High", "Low", "Close", "Volume")),
    NINJATRADER(
            "NinjaTrader",
            CsvDelimiter.SEMICOLON,
            "\\d{8}( \\d{6})?",
            List.of("Date", "Open", "High", "Low", "Close", "Volume"));

    private static final int SAMPLE = 1000;

    private final String source;
    private final CsvDelimiter delimiter;
    private final Pattern firstCell;
    private final List<String> names;

    NamelessLayout(String source, CsvDelimiter delimiter, String firstCell, List<String> names) {
        this.source = source;
        this.delimiter = delimiter;
        this.firstCell = Pattern.compile(firstCell);
        this.names = names;
    }

    /** That of the rows from this one on; empty if they are of none. */
    static Optional<NamelessLayout> of(CsvCells cells, int firstRow, CsvDelimiter delimiter) {
        for (NamelessLayout layout : values()) {
            if (layout.delimiter == delimiter && layout.fits(cells, firstRow)) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    String source() {
        return source;
    }

    List<String> names() {
        return names;
    }

    private boolean fits(CsvCells cells, int firstRow) {
        int open = names.indexOf("Open");
        for (int row = firstRow; row < Math.min(cells.rows(), firstRow + SAMPLE); row++) {
            if (cells.width(row) != names.size()
                    || !firstCell.matcher(cells.at(row, 0)).matches()
                    || !areBars(
                            cells.at(row, open),
                            cells.at(row, open + 1),
                            cells.at(row, open + 2),
                            cells.at(row, open + 3))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areBars(String... prices) {
        double[] bar = new double[prices.length];
        for (int i = 0; i < bar.length; i++) {
            // a decimal comma is as good here: it moves all prices alike
            String price = prices[i].replace(',', '.');
            bar[i] = NumberText.isPlain(price) ? Double.parseDouble(price) : Double.NaN;
        }
        return bar[1] >= Math.max(bar[0], bar[3]) && bar[2] <= Math.min(bar[0], bar[3]);
    }
}
