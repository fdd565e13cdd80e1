package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static final int MANY = 1_000_000;

    @Test
    void fewPointsAreAllKept() {
        assertThat(Thinning.extremes(new double[4_000]))
                .isEqualTo(IntStream.range(0, 4_000).toArray());
    }

    @Test
    void everyRunKeepsItsLowestAndHighest() {
        double[] walk = walk();
        double[] kept = Thinning.pick(walk, Thinning.extremes(walk));
        assertThat(kept.length).isBetween(3_000, 4_002);
        assertThat(kept).startsWith(walk[0]).endsWith(walk[MANY - 1]);
        for (int from = 0; from < MANY; from += 500) {
            double[] run = Arrays.copyOfRange(walk, from, from + 500);
            assertThat(kept)
                    .contains(
                            Arrays.stream(run).min().orElseThrow(),
                            Arrays.stream(run).max().orElseThrow());
        }
    }

    @Test
    void missingPointsHideNoExtreme() {
        double[] walk = walk();
        for (int i = 0; i < MANY; i += 500) {
            walk[i] = Double.NaN;
        }
        walk[77_777] = 1e6;
        assertThat(Thinning.pick(walk, Thinning.extremes(walk))).contains(1e6);
    }

    @Test
    void mergedBarsKeepOpenHighLowCloseAndVolume() {
        double[] walk = walk();
        PlotBars bars = new PlotBars(walk, walk, walk, walk, walk, walk).merged(Thinning.MOST);
        assertThat(bars.size()).isEqualTo(2_000);
        double[] third = Arrays.copyOfRange(walk, 1_000, 1_500);
        assertThat(bars.time()[2]).isEqualTo(third[0]);
        assertThat(bars.open()[2]).isEqualTo(third[0]);
        assertThat(bars.high()[2]).isEqualTo(Arrays.stream(third).max().orElseThrow());
        assertThat(bars.low()[2]).isEqualTo(Arrays.stream(third).min().orElseThrow());
        assertThat(bars.close()[2]).isEqualTo(third[499]);
        assertThat(bars.volume()[2]).isEqualTo(Arrays.stream(third).sum());
    }

    @Test
    void mergingLeavesOutWhatIsMissing() {
        double[] open = {Double.NaN, 2, 3, Double.NaN, Double.NaN};
        PlotBars bars = new PlotBars(open, open, open, open, open, null).merged(2);
        assertThat(bars.open()).containsExactly(2, Double.NaN);
        assertThat(bars.close()).containsExactly(3, Double.NaN);
        assertThat(bars.volume()).isNull();
    }

    private static double[] walk() {
        Random random = new Random(5);
        double[] walk = new double[MANY];
        for (int i = 1; i < MANY; i++) {
            walk[i] = walk[i - 1] + random.nextGaussian();
        }
        return walk;
    }
}
