package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NormalTest {

    private static final String MPMATH = """
        import mpmath as mp
        mp.mp.dps = 50
        for i in range(-3700, 800, 3):
            x = i / 100
            c = mp.ncdf(mp.mpf(x)); d = mp.npdf(mp.mpf(x))
            print(repr(x), mp.nstr(c, 20), mp.nstr(d, 20), mp.nstr(c / d, 20))
        """;

    @Tag("slow")
    @Test
    void isRightToTheLastDigitsInTheFarTailsToo() {
        List<String> lines = Python.with(List.of("mpmath")).run(MPMATH).lines().toList();
        assertThat(lines).hasSize(1500);
        for (String line : lines) {
            String[] f = line.split(" ");
            double x = Double.parseDouble(f[0]);
            relative("cdf", x, Normal.cdf(x), Double.parseDouble(f[1]), 4e-15);
            relative("density", x, Normal.density(x), Double.parseDouble(f[2]), 2e-15);
            relative("mills", x, Normal.mills(x), Double.parseDouble(f[3]), 1e-14);
        }
    }

    @Test
    void inverseUndoesTheDistribution() {
        for (double x = -37; x < 7; x += 0.01) {
            double probability = Normal.cdf(x);
            assertThat(InverseNormal.of(probability))
                    .isCloseTo(x, within(1e-13 + 4 * Math.ulp(probability) / Normal.density(x)));
        }
    }

    private static void relative(String what, double x, double ours, double exact, double tolerance) {
        assertThat(Math.abs(ours / exact - 1)).as("%s of %s", what, x).isLessThan(tolerance);
    }
}
