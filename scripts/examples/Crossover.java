//DEPS ../../lib/kit.java
// A moving-average rule against holding, on a thousand simulated years: the rule sees the close of the day before.

import static marketlab.kit.Lab.index;

import java.time.LocalDate;
import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;

class Crossover {
    public static void main(String... args) {
        double[][] results =
                index("nifty")
                        .regime()
                        .days(252)
                        .paths(1000)
                        .seed(3)
                        .end(LocalDate.of(2026, 1, 30))
                        .generateAll()
                        .stream()
                        .map(year -> compare(year.table().doubleColumn("Close")))
                        .toArray(double[][]::new);
        System.out.printf(
                "holding %.1f %% a year, the rule %.1f %%; the rule is ahead in %d of %d years%n",
                100 * mean(results, 0),
                100 * mean(results, 1),
                Arrays.stream(results).filter(result -> result[1] > result[0]).count(),
                results.length);
    }

    /** Returns of holding and of the rule, from the 50th day on. */
    private static double[] compare(DoubleColumn close) {
        DoubleColumn fast = close.rolling(10).mean();
        DoubleColumn slow = close.rolling(50).mean();
        double rule = 1;
        for (int day = 50; day < close.size(); day++) {
            rule *= fast.get(day - 1) > slow.get(day - 1) ? close.get(day) / close.get(day - 1) : 1;
        }
        return new double[] {close.get(close.size() - 1) / close.get(49) - 1, rule - 1};
    }

    private static double mean(double[][] results, int which) {
        return Arrays.stream(results)
                .mapToDouble(result -> result[which])
                .average()
                .orElseThrow();
    }
}
