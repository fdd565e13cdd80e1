package marketlab.option;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketlab.option.Quotes.Quote;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/** The columns of a chain, filled row by row. */
final class ChainTable {

    private final double[] strike;
    private final long[] expiry;
    private final double[] callPrice;
    private final double[] putPrice;
    private final double[] callVolatility;
    private final double[] putVolatility;
    private final double[] callDelta;
    private final double[] putDelta;
    private final double[] gamma;
    private final double[] callTheta;
    private final double[] putTheta;
    private final double[] vega;
    private final double[] callRho;
    private final double[] putRho;
    private final Side call;
    private final Side put;

    ChainTable(int rows) {
        strike = new double[rows];
        expiry = new long[rows];
        callPrice = new double[rows];
        putPrice = new double[rows];
        callVolatility = new double[rows];
        putVolatility = new double[rows];
        callDelta = new double[rows];
        putDelta = new double[rows];
        gamma = new double[rows];
        callTheta = new double[rows];
        putTheta = new double[rows];
        vega = new double[rows];
        callRho = new double[rows];
        putRho = new double[rows];
        call = new Side(rows);
        put = new Side(rows);
    }

    void contract(int row, double strike, LocalDate expiry) {
        this.strike[row] = strike;
        this.expiry[row] = PackedLocalDateTime.pack(expiry.atStartOfDay());
    }

    void value(int row, double callVolatility, double putVolatility, OptionValue value) {
        this.callVolatility[row] = callVolatility;
        this.putVolatility[row] = putVolatility;
        callPrice[row] = value.callPrice();
        putPrice[row] = value.putPrice();
        callDelta[row] = value.callDelta();
        putDelta[row] = value.putDelta();
        gamma[row] = value.gamma();
        callTheta[row] = value.callTheta();
        putTheta[row] = value.putTheta();
        vega[row] = value.vega();
        callRho[row] = value.callRho();
        putRho[row] = value.putRho();
    }

    void quotes(int row, Quote call, Quote put) {
        this.call.set(row, call);
        this.put.set(row, put);
    }

    Table table(String name) {
        DateTimeColumn expiries = DateTimeColumn.create("ExpiryDate");
        for (long packed : expiry) {
            expiries.appendInternal(packed);
        }
        Table table = Table.create(
                name,
                DoubleColumn.create("Strike", strike),
                expiries,
                DoubleColumn.create("CallPrice", callPrice),
                DoubleColumn.create("PutPrice", putPrice),
                DoubleColumn.create("CallIV", callVolatility),
                DoubleColumn.create("PutIV", putVolatility),
                DoubleColumn.create("CallDelta", callDelta),
                DoubleColumn.create("CallGamma", gamma),
                DoubleColumn.create("CallTheta", callTheta),
                DoubleColumn.create("CallVega", vega),
                DoubleColumn.create("CallRho", callRho),
                DoubleColumn.create("PutDelta", putDelta),
                DoubleColumn.create("PutGamma", gamma.clone()),
                DoubleColumn.create("PutTheta", putTheta),
                DoubleColumn.create("PutVega", vega.clone()),
                DoubleColumn.create("PutRho", putRho));
        call.addTo(table, "Call");
        put.addTo(table, "Put");
        return table;
    }

    /** Unit and basis of every column. */
    static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("Strike", "index points");
        units.put("ExpiryDate", "exchange-local date");
        for (String side : List.of("Call", "Put")) {
            units.put(side + "Price", "index points, theoretical, unrounded");
            units.put(side + "IV", "annualised log-normal volatility, fraction, 365 days a year");
            units.put(side + "Delta", "index points per index point");
            units.put(side + "Gamma", "delta per index point");
            units.put(side + "Theta", "index points per year of 365 days");
            units.put(side + "Vega", "index points per 1.00 of volatility");
            units.put(side + "Rho", "index points per 1.00 of rate");
            List.of("Bid", "Ask", "Last").forEach(quote -> units.put(side + quote, "index points, on the tick"));
            List.of("Volume", "OpenInterest").forEach(size -> units.put(side + size, "contracts"));
        }
        return units;
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
                    DoubleColumn.create(side + "Bid", bid),
                    DoubleColumn.create(side + "Ask", ask),
                    DoubleColumn.create(side + "Last", last),
                    LongColumn.create(side + "Volume", volume),
                    LongColumn.create(side + "OpenInterest", openInterest));
        }
    }
}
