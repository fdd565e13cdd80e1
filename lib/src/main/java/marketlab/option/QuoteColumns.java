package marketlab.option;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Finds the columns of an option chain by their names: one row for a call and a put, with names such as CallBid, or one
 * row for an option, with a column that says call or put.
 */
final class QuoteColumns {

    private static final String STRIKE = "strike strikeprice k";
    private static final String EXPIRY =
            "expirydate expiry expiration expirationdate expiredate expire exdate expdate maturity";
    private static final String DATE = "date quotedate tradedate datadate timestamp";
    private static final String TYPE = "type optiontype right optionright cp cpflag callput putcall side";
    private static final String BID = "bid bidprice bestbid";
    private static final String ASK = "ask askprice bestask offer bestoffer";
    private static final String PRICE = "price mid midprice mark markprice settle settlement last lastprice ltp close";
    private static final String VOLATILITY = "iv impliedvolatility impliedvol impvol";
    private static final String SPOT = "spot spotprice underlying underlyingprice underlyinglast underlyingvalue";
    private static final String FORWARD = "forward forwardprice";
    private static final double PER_CENT = 100;
    private static final double LEAST_PER_CENT = 3;

    private final Table table;
    private final Map<String, Column<?>> byKey = new TreeMap<>();
    private final int[] rows;
    private final Optional<LocalDate> date;
    private final List<String> notes = new ArrayList<>();

    private QuoteColumns(Table table) {
        this.table = table;
        table.columns().forEach(column -> byKey.putIfAbsent(key(column.name()), column));
        Optional<Column<?>> dates = find("", DATE);
        LocalDate[] days = dates.map(QuoteColumns::days).orElse(null);
        LocalDate last = null;
        boolean several = false;
        for (int row = 0; days != null && row < days.length; row++) {
            several |= last != null && days[row] != null && !days[row].equals(last);
            last = days[row] != null && (last == null || days[row].isAfter(last)) ? days[row] : last;
        }
        LocalDate of = last;
        this.date = Optional.ofNullable(last);
        this.rows = IntStream.range(0, table.rowCount())
                .filter(row -> of == null || of.equals(days[row]))
                .toArray();
        if (several) {
            notes.add("of several days, the last one is used: " + last);
        }
    }

    static QuoteColumns of(Dataset chain) {
        return new QuoteColumns(chain.table());
    }

    /** The last day in the table. */
    Optional<LocalDate> date() {
        return date;
    }

    List<String> notes() {
        return notes;
    }

    /** The index level in the table, in index points. */
    Optional<Double> spot() {
        return find("", SPOT)
                .map(column -> numbers(Optional.of(column))[rows[0]])
                .filter(spot -> spot > 0);
    }

    /** The forward of each expiry in the table. */
    Map<LocalDate, Double> forwards() {
        Map<LocalDate, Double> forwards = new TreeMap<>();
        Optional<Column<?>> column = find("", FORWARD);
        if (column.isPresent()) {
            LocalDate[] expiry = days(need("expiry", EXPIRY));
            double[] forward = numbers(column);
            IntStream.of(rows)
                    .filter(row -> forward[row] > 0 && expiry[row] != null)
                    .forEach(row -> forwards.put(expiry[row], forward[row]));
        }
        return forwards;
    }

    /**
     * All options of the last day.
     *
     * @throws IllegalArgumentException if there is no column of strikes, of expiries, or of anything to fit to
     */
    List<OptionQuote> quotes() {
        double[] strike = numbers(Optional.of(need("strike", STRIKE)));
        LocalDate[] expiry = days(need("expiry", EXPIRY));
        List<OptionQuote> quotes = new ArrayList<>();
        boolean isWide = hasNumbers("call c") || hasNumbers("put p");
        if (isWide) {
            add(quotes, "call c", true, strike, expiry, null);
            add(quotes, "put p", false, strike, expiry, null);
        } else if (hasNumbers("")) {
            Column<?> type = need("type, call or put", TYPE);
            long unknown = IntStream.of(rows)
                    .filter(row -> "cp".indexOf(side(type, row)) < 0)
                    .count();
            if (unknown > 0) {
                notes.add("rows that are neither call nor put by '%s', left out: %s".formatted(type.name(), unknown));
            }
            add(quotes, "", true, strike, expiry, type);
            add(quotes, "", false, strike, expiry, type);
        } else {
            throw new IllegalArgumentException("no columns of bid and ask, of prices or of implied volatilities; there"
                    + " are: " + table.columnNames());
        }
        return quotes;
    }

    private boolean hasNumbers(String prefixes) {
        return find(prefixes, ASK).isPresent()
                || find(prefixes, PRICE).isPresent()
                || find(prefixes, VOLATILITY).isPresent();
    }

    private void add(
            List<OptionQuote> quotes,
            String prefixes,
            boolean call,
            double[] strike,
            LocalDate[] expiry,
            Column<?> type) {
        double[] bid = numbers(find(prefixes, BID));
        double[] ask = numbers(find(prefixes, ASK));
        double[] price = numbers(find(prefixes, PRICE));
        double[] volatility = numbers(find(prefixes, VOLATILITY));
        double unit = unit(volatility);
        for (int row : rows) {
            if ((type == null || side(type, row) == (call ? 'c' : 'p')) && strike[row] > 0 && expiry[row] != null) {
                quotes.add(new OptionQuote(
                        expiry[row], strike[row], call, bid[row], ask[row], price[row], volatility[row] / unit));
            }
        }
    }

    /** The first letter of the type, in lower case; a blank if there is none. */
    private static char side(Column<?> type, int row) {
        String text = type.getString(row).strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    /** Where the middle one of all volatilities is 3 or more, which no market has, they are in per cent. */
    private double unit(double[] volatility) {
        double[] known = IntStream.of(rows)
                .mapToDouble(row -> volatility[row])
                .filter(v -> v > 0)
                .sorted()
                .toArray();
        boolean isPerCent = known.length > 0 && known[known.length / 2] >= LEAST_PER_CENT;
        String note = "implied volatilities in per cent divided by 100";
        if (isPerCent && !notes.contains(note)) {
            notes.add(note);
        }
        return isPerCent ? PER_CENT : 1;
    }

    private Column<?> need(String what, String keys) {
        return find("", keys)
                .orElseThrow(() -> new IllegalArgumentException("no column of the %s, such as '%s'; there are: %s"
                        .formatted(what, keys.substring(0, keys.indexOf(' ')), table.columnNames())));
    }

    /** The first column with one of these prefixes and one of these names. */
    private Optional<Column<?>> find(String prefixes, String keys) {
        for (String key : keys.split(" ")) {
            for (String prefix : prefixes.split(" ")) {
                if (byKey.containsKey(prefix + key)) {
                    return Optional.of(byKey.get(prefix + key));
                }
            }
        }
        return Optional.empty();
    }

    private double[] numbers(Optional<Column<?>> column) {
        return IntStream.range(0, table.rowCount())
                .mapToDouble(row -> column.isPresent() && column.get() instanceof NumericColumn<?> numbers
                        ? numbers.getDouble(row)
                        : Double.NaN)
                .toArray();
    }

    private static LocalDate[] days(Column<?> column) {
        LocalDate[] days = new LocalDate[column.size()];
        for (int row = 0; row < days.length; row++) {
            days[row] = column.isMissing(row) ? null : day(column, row);
        }
        return days;
    }

    private static LocalDate day(Column<?> column, int row) {
        if (column instanceof DateColumn dates) {
            return dates.get(row);
        }
        if (column instanceof DateTimeColumn times) {
            return times.get(row).toLocalDate();
        }
        if (column instanceof InstantColumn instants) {
            return instants.get(row).atZone(ZoneOffset.UTC).toLocalDate();
        }
        String text = column.getString(row).strip();
        try {
            return text.matches("\\d{8}")
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "column '%s' has '%s', which is not a date such as 2026-01-30".formatted(column.name(), text), e);
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
