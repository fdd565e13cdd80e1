//DEPS ../../lib/kit.java
// How far the Nifty may be in a quarter, by 2,000 paths of each of four models.

import static marketlab.kit.Lab.index;

import java.time.LocalDate;
import java.util.Arrays;
import marketlab.dataset.Dataset;

class Odds {
    public static void main(String... args) {
        System.out.println("model       5 %     50 %     95 %   below -10 %");
        for (String model : new String[] {"gbm", "heston", "garch", "regime"}) {
            double[] moves = index("nifty")
                    .model(model)
                    .days(63)
                    .paths(2000)
                    .seed(1)
                    .end(LocalDate.of(2026, 1, 30))
                    .generateAll()
                    .stream()
                    .mapToDouble(Odds::move)
                    .sorted()
                    .toArray();
            double below =
                    100.0 * Arrays.stream(moves).filter(move -> move < -0.10).count() / moves.length;
            System.out.printf(
                    "%-7s %6.1f %% %6.1f %% %6.1f %%   %.1f %%%n",
                    model, 100 * moves[100], 100 * moves[1000], 100 * moves[1900], below);
        }
    }

    private static double move(Dataset path) {
        double[] close = path.table().doubleColumn("Close").asDoubleArray();
        return close[close.length - 1] / path.table().doubleColumn("Open").get(0) - 1;
    }
}
