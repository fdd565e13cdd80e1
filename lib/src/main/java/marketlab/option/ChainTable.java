package marketlab.option;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The columns of a chain, filled row by row. */
final class ChainTable {

    private final double[] strike;
    private final List<LocalDateTime> expiry;
    private final double[] volatility;
    private final BlackScholes[] value;
    private int rows;

    ChainTable(int capacity) {
        strike = new double[capacity];
        expiry = new ArrayList<>(capacity);
        volatility = new double[capacity];
        value = new BlackScholes[capacity];
    }

    void add(double strike, LocalDate expiry, double volatility, BlackScholes value) {
        this.strike[rows] = strike;
        this.expiry.add(expiry.atStartOfDay());
        this.volatility[rows] = volatility;
        this.value[rows] = value;
        rows++;
    }

    Table table(String name) {
        return Table.create(
                name,
                DoubleColumn.create("Strike", strike),
                DateTimeColumn.create("ExpiryDate", expiry),
                column("CallPrice", BlackScholes::callPrice),
                column("PutPrice", BlackScholes::putPrice),
                DoubleColumn.create("CallIV", volatility),
                DoubleColumn.create("PutIV", volatility),
                column("CallDelta", BlackScholes::callDelta),
                column("CallGamma", BlackScholes::gamma),
                column("CallTheta", BlackScholes::callTheta),
                column("CallVega", BlackScholes::vega),
                column("CallRho", BlackScholes::callRho),
                column("PutDelta", BlackScholes::putDelta),
                column("PutGamma", BlackScholes::gamma),
                column("PutTheta", BlackScholes::putTheta),
                column("PutVega", BlackScholes::vega),
                column("PutRho", BlackScholes::putRho));
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
        }
        return units;
    }

    private DoubleColumn column(String name, ToDoubleFunction<BlackScholes> figure) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = figure.applyAsDouble(value[i]);
        }
        return DoubleColumn.create(name, values);
    }
}
