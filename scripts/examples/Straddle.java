//DEPS ../../lib/kit.java
// What the straddle at the money of the next weekly expiry cost along two weeks of bars.

import static marketlab.kit.Lab.chain;
import static marketlab.kit.Lab.index;

import java.time.LocalDate;
import tech.tablesaw.api.Row;

class Straddle {
    public static void main(String... args) {
        var bars = index("nifty")
                .heston()
                .days(10)
                .seed(5)
                .end(LocalDate.of(2026, 1, 30))
                .generate();
        System.out.println("day         spot    strike  expiry      straddle");
        for (var day : chain("nifty")
                .along(bars)
                .weekly()
                .expiries(1)
                .strikes(1)
                .surface("index_skew")
                .generateAll()) {
            Row money = day.table().row(0);
            var made = day.metadata().modelParams();
            System.out.printf(
                    "%s  %.0f   %.0f   %s  %.2f%n",
                    made.get("valuation_date"),
                    made.get("spot"),
                    money.getDouble("Strike"),
                    money.getDateTime("ExpiryDate").toLocalDate(),
                    money.getDouble("CallPrice") + money.getDouble("PutPrice"));
        }
    }
}
