package marketlab.option;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import marketlab.calendar.Market;
import marketlab.dataset.Columns;
import marketlab.dataset.Fingerprint;
import marketlab.option.Quotes.Quote;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/** The columns of a chain, filled row by row. Theta is per session. */
final class ChainTable {

    private final double[] strike;
    private final long[] expiry;
    private final double[] callVolatility;
    private final double[] putVolatility;
    private final OptionColumns values;
    private final Side call;
    private final Side put;
    private final ExtraColumns extras;

    ChainTable(int rows, Set<ExtraColumn> extras) {
        strike = new double[rows];
        expiry = new long[rows];
        callVolatility = new double[rows];
        putVolatility = new double[rows];
        values = new OptionColumns(rows);
        call = new Side(rows);
        put = new Side(rows);
        this.extras = new ExtraColumns(extras, rows);
    }

    ExtraColumns extras() {
        return extras;
    }

    void contract(int row, double strike, LocalDate expiry) {
        this.strike[row] = strike;
        this.expiry[row] = PackedLocalDateTime.pack(expiry.atStartOfDay());
    }

    void value(int row, double callVolatility, double putVolatility, OptionValue value) {
        this.callVolatility[row] = callVolatility;
        this.putVolatility[row] = putVolatility;
        values.set(row, value);
    }

    void quotes(int row, Quote call, Quote put) {
        this.call.set(row, call);
        this.put.set(row, put);
    }

    Table table(String name) {
        Table table = Table.create(
                name,
                Columns.of("Strike", strike),
                DateTimeColumn.createInternal("ExpiryDate", expiry),
                Columns.of("CallPrice", values.callPrice()),
                Columns.of("PutPrice", values.putPrice()),
                Columns.of("CallIV", callVolatility),
                Columns.of("PutIV", putVolatility),
                Columns.of("CallDelta", values.callDelta()),
                Columns.of("CallGamma", values.gamma()),
                Columns.of("CallTheta", perSession(values.callTheta())),
                Columns.of("CallVega", values.vega()),
                Columns.of("CallRho", values.callRho()),
                Columns.of("PutDelta", values.putDelta()),
                Columns.of("PutGamma", values.gamma().clone()),
                Columns.of("PutTheta", perSession(values.putTheta())),
                Columns.of("PutVega", values.vega().clone()),
                Columns.of("PutRho", values.putRho()));
        call.addTo(table, "Call");
        put.addTo(table, "Put");
        extras.addTo(table);
        return table;
    }

    /** Fingerprint of the values and of the quotes. */
    String fingerprint() {
        return Fingerprint.of(Stream.concat(
                        Stream.of(
                                values.callPrice(),
                                values.putPrice(),
                                callVolatility,
                                putVolatility,
                                values.callDelta(),
                                values.putDelta(),
                                values.gamma(),
                                values.callTheta(),
                                values.putTheta(),
                                values.vega(),
                                values.callRho(),
                                values.putRho(),
                                call.bid,
                                call.ask,
                                call.last,
                                put.bid,
                                put.ask,
                                put.last),
                        extras.stream())
                .toArray(double[][]::new));
    }

    /** Unit and basis of every column. */
    Map<String, String> units(ChainModel model) {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("Strike", "index points");
        units.put("ExpiryDate", "exchange-local date");
        for (String side : List.of("Call", "Put")) {
            units.put(side + "Price", "index points, theoretical, unrounded");
            units.put(side + "IV", "annualised log-normal volatility, fraction, 252 sessions a year");
            units.put(side + "Delta", "index points per index point, " + model.deltaBasis());
            units.put(side + "Gamma", "delta per index point, " + model.deltaBasis());
            units.put(side + "Theta", "index points per session, 1/252 year");
            units.put(side + "Vega", "index points per 1.00 of " + model.vegaBasis());
            units.put(side + "Rho", "index points per 1.00 of rate");
            List.of("Bid", "Ask", "Last").forEach(quote -> units.put(side + quote, "index points, on the tick"));
            List.of("Volume", "OpenInterest").forEach(size -> units.put(side + size, "contracts"));
        }
        units.putAll(extras.units(model));
        return units;
    }

    private static double[] perSession(double[] perYear) {
        return Arrays.stream(perYear)
                .map(theta -> theta / Market.SESSIONS_PER_YEAR)
                .toArray();
    }

    /** Quotes of the calls or the puts. */
    private static final class Side {

        private final double[] bid;
        private final double[] ask;
        private final double[] last;
        private final long[] volume;
        private final long[] openInterest;

        Side(int rows) {
            bid = new double[rows];
            ask = new double[rows];
            last = new double[rows];
            volume = new long[rows];
            openInterest = new long[rows];
        }

        void set(int row, Quote quote) {
            bid[row] = quote.bid();
            ask[row] = quote.ask();
            last[row] = quote.last();
            volume[row] = quote.volume();
            openInterest[row] = quote.openInterest();
        }

        void addTo(Table table, String side) {
            table.addColumns(
                    Columns.of(side + "Bid", bid),
                    Columns.of(side + "Ask", ask),
                    Columns.of(side + "Last", last),
                    LongColumn.create(side + "Volume", volume),
                    LongColumn.create(side + "OpenInterest", openInterest));
        }
    }
}
