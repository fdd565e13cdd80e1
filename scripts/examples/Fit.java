//DEPS ../../lib/kit.java
// A model fitted to a history, and new years drawn from what was found: is the volatility the same?

import static marketlab.kit.Lab.fit;
import static marketlab.kit.Lab.index;

import java.time.LocalDate;
import marketlab.dataset.Dataset;

class Fit {
    public static void main(String... args) {
        var history = index("spx")
                .garch()
                .days(2520)
                .seed(11)
                .end(LocalDate.of(2026, 1, 30))
                .generate();
        var found = fit("garch", history);
        System.out.println(found);
        var years = index("spx")
                .model(found.model())
                .days(252)
                .paths(200)
                .seed(12)
                .end(LocalDate.of(2026, 1, 30))
                .generateAll();
        System.out.printf(
                "volatility of the history %.1f %%, of the new years %.1f %%%n",
                volatility(history),
                years.stream().mapToDouble(Fit::volatility).average().orElseThrow());
    }

    private static double volatility(Dataset bars) {
        var returns = bars.table().doubleColumn("Close").logN().difference();
        return 100 * Math.sqrt(252) * returns.standardDeviation();
    }
}
