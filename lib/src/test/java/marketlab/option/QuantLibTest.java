package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import marketlab.peer.Python;
import org.junit.jupiter.api.Test;

class QuantLibTest {

    private static final int OPTIONS = 2_500;

    private static final String EUROPEAN = """
            import math, random, sys
            import QuantLib as ql
            random.seed(20240229)
            for _ in range(int(sys.argv[1])):
                s = random.uniform(50, 30000)
                k = s * math.exp(random.uniform(-0.7, 0.7))
                r = random.uniform(-0.02, 0.12)
                q = random.uniform(0, 0.06)
                v = random.uniform(0.03, 1.2)
                t = 10 ** random.uniform(-2.5, 0.9)
                forward = s * math.exp((r - q) * t)
                row = [s, k, r, q, v, t]
                for side in (ql.Option.Call, ql.Option.Put):
                    c = ql.BlackCalculator(ql.PlainVanillaPayoff(side, k), forward, v * math.sqrt(t), math.exp(-r * t))
                    row += [c.value(), c.delta(s), c.gamma(s), c.theta(s, t), c.vega(t), c.rho(t)]
                print(*map(repr, row))
            """;

    @Test
    void pricesAndGreeksAreThoseOfQuantLib() {
        List<double[]> rows = Python.with(List.of("QuantLib")).run(EUROPEAN, OPTIONS).lines()
                .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
                .toList();
        assertThat(rows).hasSize(OPTIONS);
        for (double[] row : rows) {
            BlackScholes ours = BlackScholes.of(row[0], row[1], row[2], row[3], row[4], row[5]);
            double[] values = {
                ours.callPrice(), ours.callDelta(), ours.gamma(), ours.callTheta(), ours.vega(), ours.callRho(),
                ours.putPrice(), ours.putDelta(), ours.gamma(), ours.putTheta(), ours.vega(), ours.putRho()
            };
            double[] noise = noise(row[0], row[1], row[5]);
            for (int i = 0; i < values.length; i++) {
                double theirs = row[6 + i];
                assertThat(values[i])
                        .as("figure %d of %s", i, Arrays.toString(row))
                        .isCloseTo(theirs, within(1e-10 * Math.abs(theirs) + noise[i % noise.length]));
            }
        }
    }

    /** What QuantLib itself loses to cancellation: a few units in the last place of its two legs. */
    private static double[] noise(double spot, double strike, double years) {
        double legs = 4e-15 * Math.max(spot, strike);
        return new double[] {legs, 1e-14, 1e-14 / spot, legs / Math.min(1, years), legs, legs * years};
    }
}
