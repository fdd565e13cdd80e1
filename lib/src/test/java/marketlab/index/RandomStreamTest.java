package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;

import marketlab.index.RandomStream.Purpose;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    @Test
    void bitsAreThoseOfXoshiro256PlusPlus() {
        long[] state = {1, -2, 0x123456789ABCDEFL, 42};
        UniformRandomProvider reference = RandomSource.XO_SHI_RO_256_PP.create(state);
        RandomStream stream = new RandomStream(state[0], state[1], state[2], state[3]);
        for (int i = 0; i < 100_000; i++) {
            assertThat(stream.nextLong()).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void sameSeedPathAndPurposeIsTheSameStream() {
        RandomStream one = RandomStream.of(7, 3, Purpose.MOVES);
        RandomStream other = RandomStream.of(7, 3, Purpose.MOVES);
        for (int i = 0; i < 100; i++) {
            assertThat(one.nextLong()).isEqualTo(other.nextLong());
        }
    }

    @Test
    void neighbouringStreamsAreUncorrelated() {
        int n = 1_000_000;
        RandomStream[] streams = {
            RandomStream.of(7, 0, Purpose.MOVES), RandomStream.of(7, 1, Purpose.MOVES),
            RandomStream.of(8, 0, Purpose.MOVES), RandomStream.of(7, 0, Purpose.RANGE)
        };
        double[] products = new double[streams.length];
        for (int i = 0; i < n; i++) {
            double first = Ziggurat.normal(streams[0]);
            for (int s = 1; s < streams.length; s++) {
                products[s] += first * Ziggurat.normal(streams[s]);
            }
        }
        for (int s = 1; s < streams.length; s++) {
            assertThat(products[s] / Math.sqrt(n)).isBetween(-4.5, 4.5);
        }
    }

    @Test
    void uniformIsNeverAnEnd() {
        RandomStream stream = RandomStream.of(1, 0, Purpose.MOVES);
        for (int i = 0; i < 1_000_000; i++) {
            assertThat(stream.nextDouble() > 0 && stream.nextDouble() < 1).isTrue();
        }
    }
}
