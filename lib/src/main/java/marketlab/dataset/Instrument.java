package marketlab.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Selects one instrument of a dataset that has several. They are in columns, as {@code Close AAPL} of yfinance, or in
 * rows with a column {@code Ticker}.
 */
public final class Instrument {

    private static final Set<String> ROW_COLUMNS = Set.of("ticker", "symbol", "tckrsymb", "instrument");
    /** Labels that say what a column has, and not to which instrument it belongs. */
    private static final Set<String> PRICES = Set.of(
            "date", "open", "high", "low", "close", "adj close", "volume", "dividends", "stock splits", "repaired?");

    private static final int MOST_LISTED = 20;

    private final Dataset data;
    private final String ticker;

    private Instrument(Dataset data, String ticker) {
        this.data = data;
        this.ticker = ticker;
    }

    /**
     * The columns or the rows of this instrument, without its name.
     *
     * @param ticker the name of the instrument; case does not count
     * @throws IllegalArgumentException if there is no such instrument; the message lists the instruments
     */
    public static Dataset of(Dataset data, String ticker) {
        return new Instrument(data, ticker).chosen();
    }

    private Dataset chosen() {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (Column<?> column : data.table().columns()) {
            String name = nameOf(column.name(), others);
            if (name != null) {
                names.put(column.name(), name);
            }
        }
        if (!names.isEmpty()) {
            return columns(names);
        }
        for (Column<?> column : data.table().columns()) {
            if (column instanceof StringColumn texts
                    && ROW_COLUMNS.contains(column.name().toLowerCase(Locale.ROOT))) {
                return rows(texts);
            }
        }
        if (others.isEmpty()) {
            throw new IllegalArgumentException("[--ticker] this dataset does not tell instruments apart: it has neither"
                    + " columns such as 'Close %s' nor a column 'Ticker'".formatted(ticker));
        }
        throw unknown(others);
    }

    private IllegalArgumentException unknown(Collection<String> others) {
        String some = others.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return new IllegalArgumentException("[--ticker] there is no instrument '%s'; there are: %s%s"
                .formatted(ticker, some, others.size() > MOST_LISTED ? ", …" : ""));
    }

    /**
     * The name of a column without the instrument; null if the column is not of this instrument.
     *
     * @param others receives the other instruments that the labels name
     */
    private String nameOf(String column, Set<String> others) {
        if (data.frame().index().contains(column)) {
            return null;
        }
        List<String> labels = data.frame().aside().labels(column);
        for (int level = 0; level < labels.size(); level++) {
            if (labels.get(level).equalsIgnoreCase(ticker)) {
                List<String> rest = new ArrayList<>(labels);
                rest.remove(level);
                rest.removeIf(String::isEmpty);
                return rest.isEmpty() ? column : String.join(" ", rest);
            }
        }
        if (!labels.isEmpty()) {
            labels.stream()
                    .filter(label -> !label.isEmpty() && !PRICES.contains(label.toLowerCase(Locale.ROOT)))
                    .forEach(others::add);
            return null;
        }
        int cut = column.length() - ticker.length() - 1;
        if (cut <= 0) {
            return null;
        }
        if (column.charAt(cut) == ' ' && column.substring(cut + 1).equalsIgnoreCase(ticker)) {
            return column.substring(0, cut);
        }
        boolean first = column.charAt(ticker.length()) == ' '
                && column.substring(0, ticker.length()).equalsIgnoreCase(ticker);
        return first ? column.substring(ticker.length() + 1) : null;
    }

    private Dataset columns(Map<String, String> names) {
        Map<String, String> all = new LinkedHashMap<>();
        data.frame().index().forEach(name -> all.put(name, name));
        all.putAll(names);
        Table table = Table.create(data.table().name());
        all.forEach(
                (old, name) -> table.addColumns(data.table().column(old).copy().setName(name)));
        Frame frame = new Frame(data.frame().index(), data.frame().aside().of(all));
        return Dataset.of(table).with(data.metadata()).with(frame);
    }

    private Dataset rows(StringColumn tickers) {
        Table table = data.table().where(tickers.lowerCase().isEqualTo(ticker.toLowerCase(Locale.ROOT)));
        if (table.isEmpty()) {
            throw unknown(new TreeSet<>(tickers.unique().asList()));
        }
        Map<String, String> all = new LinkedHashMap<>();
        data.table().columnNames().forEach(name -> all.put(name, name));
        all.remove(tickers.name());
        List<String> index = new ArrayList<>(data.frame().index());
        index.remove(tickers.name());
        Frame frame = new Frame(index, data.frame().aside().of(all));
        return Dataset.of(table.removeColumns(tickers.name()))
                .with(data.metadata())
                .with(frame);
    }
}
