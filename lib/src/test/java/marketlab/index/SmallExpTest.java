package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SmallExpTest {

    @Test
    void isTheExponentialToTheLastDigits() {
        RandomStream random = RandomStream.of(1, 0, RandomStream.Purpose.MOVES);
        for (int i = 0; i < 1_000_000; i++) {
            double x = 0.5 * (random.nextDouble() - 0.5);
            assertThat(Math.abs(SmallExp.exp(x) / StrictMath.exp(x) - 1)).isLessThan(8e-16);
        }
    }

    @Test
    void manyAreEachAsAlone() {
        RandomStream random = RandomStream.of(2, 0, RandomStream.Purpose.MOVES);
        for (double spread : new double[] {0.01, 0.3, 2, 1000}) {
            double[] x = DoubleStream.generate(() -> spread * (random.nextDouble() - 0.5))
                    .limit(301)
                    .toArray();
            x[17] = Double.NaN;
            double[] exponentials = new double[x.length];
            SmallExp.exp(x, exponentials, x.length);
            assertThat(exponentials)
                    .containsExactly(Arrays.stream(x).map(SmallExp::exp).toArray());
        }
    }

    @Test
    void edgesAreThoseOfTheExponential() {
        assertThat(SmallExp.exp(0)).isEqualTo(1);
        assertThat(SmallExp.exp(-1000)).isZero();
        assertThat(SmallExp.exp(1000)).isInfinite();
        assertThat(SmallExp.exp(Double.NaN)).isNaN();
    }
}
