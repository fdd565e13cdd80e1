package marketlab.csv;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Layouts of files that have no header line by design. They are recognised by the mark between cells, the number of
 * cells and the form of the first cell. The prices are checked: if a high is below its low, the file has another
 * layout.
 */
enum NamelessLayout {
    BINANCE(
            "Binance's klines",
            CsvDelimiter.COMMA,
            "\\d{13}|\\d{16}",
            "Date,Open,High,Low,Close,Volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore"),
    METATRADER("MetaTrader", CsvDelimiter.COMMA, "\\d{4}\\.\\d\\d\\.\\d\\d", "Date,Time,Open,High,Low,Close,Volume"),
    NINJATRADER("NinjaTrader", CsvDelimiter.SEMICOLON, "\\d{8}( \\d{6})?", "Date,Open,High,Low,Close,Volume"),
    NINJATRADER_QUOTES(
            "NinjaTrader's ticks", CsvDelimiter.SEMICOLON, "\\d{8} \\d{6}( \\d{7})?", "Date,Last,Bid,Ask,Volume"),
    NINJATRADER_TICKS("NinjaTrader's ticks", CsvDelimiter.SEMICOLON, "\\d{8} \\d{6}( \\d{7})?", "Date,Last,Volume"),
    HISTDATA_TICKS("HistData's ticks", CsvDelimiter.COMMA, "\\d{8} \\d{9}", "Date,Bid,Ask,Volume"),
    KRAKEN("Kraken", CsvDelimiter.COMMA, "\\d{10}", "Date,Open,High,Low,Close,Volume,trades"),
    KRAKEN_TRADES("Kraken's trades", CsvDelimiter.COMMA, "\\d{10}(\\.\\d+)?", "Date,Price,Volume"),
    KIBOT("Kibot", CsvDelimiter.COMMA, "\\d\\d/\\d\\d/\\d{4}", "Date,Time,Open,High,Low,Close,Volume"),
    KIBOT_DAILY("Kibot", CsvDelimiter.COMMA, "\\d\\d/\\d\\d/\\d{4}", "Date,Open,High,Low,Close,Volume"),
    METASTOCK("MetaStock's ASCII", CsvDelimiter.COMMA, "[A-Z^][A-Z0-9.^-]*", "Ticker,Date,Open,High,Low,Close,Volume"),
    METASTOCK_BARS("MetaStock's ASCII", CsvDelimiter.COMMA, "\\d{8}", "Date,Open,High,Low,Close,Volume"),
    FIRST_RATE(
            "FirstRate Data",
            CsvDelimiter.COMMA,
            "\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d)?)?",
            "Date,Open,High,Low,Close,Volume"),
    FIRST_RATE_INDEX(
            "FirstRate Data",
            CsvDelimiter.COMMA,
            "\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d)?)?",
            "Date,Open,High,Low,Close");

    private static final int SAMPLE = 1000;

    private final String source;
    private final CsvDelimiter delimiter;
    private final Pattern firstCell;
    private final List<String> names;

    NamelessLayout(String source, CsvDelimiter delimiter, String firstCell, String names) {
        this.source = source;
        this.delimiter = delimiter;
        this.firstCell = Pattern.compile(firstCell);
        this.names = List.of(names.split(","));
    }

    /** The layout of the rows from a row on; empty if none fits. */
    static Optional<NamelessLayout> of(CsvCells cells, int firstRow, CsvDelimiter delimiter) {
        return Stream.of(values())
                .filter(layout -> layout.delimiter == delimiter && layout.fits(cells, firstRow))
                .findFirst();
    }

    String source() {
        return source;
    }

    List<String> names() {
        return names;
    }

    private boolean fits(CsvCells cells, int firstRow) {
        for (int row = firstRow; row < Math.min(cells.rows(), firstRow + SAMPLE); row++) {
            if (cells.width(row) != names.size()
                    || !firstCell.matcher(cells.at(row, 0)).matches()
                    || !arePrices(cells, row)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the high and the low of a row, or its bid and ask, are in the right order. */
    private boolean arePrices(CsvCells cells, int row) {
        if (names.contains("Open")) {
            double open = price(cells, row, "Open");
            double close = price(cells, row, "Close");
            return price(cells, row, "High") >= Math.max(open, close)
                    && price(cells, row, "Low") <= Math.min(open, close);
        }
        return names.contains("Bid")
                ? price(cells, row, "Bid") <= price(cells, row, "Ask")
                : price(cells, row, names.get(1)) > 0 && price(cells, row, "Volume") >= 0;
    }

    private double price(CsvCells cells, int row, String name) {
        // a decimal comma does no harm here, because it scales all prices equally
        String cell = cells.at(row, names.indexOf(name)).replace(',', '.');
        return NumberText.isPlain(cell) ? Double.parseDouble(cell) : Double.NaN;
    }
}
