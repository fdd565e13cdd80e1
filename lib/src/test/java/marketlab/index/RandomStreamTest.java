package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import marketlab.index.RandomStream.Purpose;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    @Test
    void bitsAreThoseOfSplitMix64() {
        UniformRandomProvider reference = RandomSource.SPLIT_MIX_64.create(42L);
        SplittableRandom javas = new SplittableRandom(42);
        RandomStream stream = new RandomStream(42, GOLDEN);
        for (int i = 0; i < 100_000; i++) {
            assertThat(stream.nextLong()).isEqualTo(reference.nextLong()).isEqualTo(javas.nextLong());
        }
    }

    @Test
    void blockIsWhatSoManySingleNumbersAre() {
        RandomStream single = RandomStream.of(7, 3, Purpose.MOVES);
        RandomStream blocks = RandomStream.of(7, 3, Purpose.MOVES);
        double[] normals = new double[RandomStream.BLOCK];
        for (int block = 0; block < 100; block++) {
            blocks.fillNormals(normals, normals.length);
            assertThat(normals)
                    .containsExactly(DoubleStream.generate(() -> Ziggurat.normal(single))
                            .limit(normals.length)
                            .toArray());
        }
    }

    @Test
    void fiveOpposedPairsOfEightAreOfANumberAndItsComplementTheOthersOfTwoNumbers() {
        int n = RandomStream.BLOCK;
        RandomStream single = RandomStream.of(7, 3, Purpose.RANGE);
        RandomStream blocks = RandomStream.of(7, 3, Purpose.RANGE);
        double[] ones = new double[n];
        double[] others = new double[n];
        int opposite = 0;
        for (int block = 0; block < 1_000; block++) {
            long[] first = LongStream.generate(single::nextLong).limit(n).toArray();
            long[] second = LongStream.generate(single::nextLong).limit(n).toArray();
            blocks.fillOpposedExponentials(ones, others, n);
            for (int i = 0; i < n; i++) {
                assertThat(ones[i]).isEqualTo(Ziggurat.exponential(first[i]));
                assertThat(others[i]).isIn(Ziggurat.exponential(~first[i]), Ziggurat.exponential(second[i]));
                opposite += others[i] == Ziggurat.exponential(~first[i]) ? 1 : 0;
            }
        }
        assertThat(opposite / (1_000.0 * n)).isCloseTo(5 / 8.0, within(0.004));
    }

    @Test
    void opposedPairsAreExponentialEachAndNegativelyCorrelated() {
        int blocks = 2_000;
        int n = RandomStream.BLOCK;
        RandomStream random = RandomStream.of(5, 0, Purpose.RANGE);
        double[] ones = new double[blocks * n];
        double[] others = new double[blocks * n];
        double[] one = new double[n];
        double[] other = new double[n];
        for (int block = 0; block < blocks; block++) {
            random.fillOpposedExponentials(one, other, n);
            System.arraycopy(one, 0, ones, block * n, n);
            System.arraycopy(other, 0, others, block * n, n);
        }
        assertThat(Statistics.correlation(ones, others)).isBetween(-0.40, -0.35);
        assertThat(Statistics.kolmogorovSmirnov(ones, x -> -Math.expm1(-x))).isLessThan(1.95);
        assertThat(Statistics.kolmogorovSmirnov(others, x -> -Math.expm1(-x))).isLessThan(1.95);
    }

    @Test
    void partOfABlockIsItsBeginningAndTheNextIsTheSame() {
        RandomStream whole = RandomStream.of(7, 3, Purpose.MOVES);
        RandomStream part = RandomStream.of(7, 3, Purpose.MOVES);
        double[] normals = new double[RandomStream.BLOCK];
        double[] some = new double[10];
        whole.fillNormals(normals, normals.length);
        part.fillNormals(some, some.length);
        assertThat(some).isEqualTo(Arrays.copyOf(normals, some.length));
        assertThat(part.nextLong()).isEqualTo(whole.nextLong());
    }

    @Test
    void everyBitOfTheNextStreamsIsAsOftenSetAsNot() {
        int streams = 100_000;
        int[] set = new int[Long.SIZE];
        for (int path = 0; path < streams; path++) {
            long first = RandomStream.of(7, path, Purpose.MOVES).nextLong();
            for (int bit = 0; bit < set.length; bit++) {
                set[bit] += (int) (first >>> bit & 1);
            }
        }
        for (int bit = 0; bit < set.length; bit++) {
            assertThat((2.0 * set[bit] - streams) / Math.sqrt(streams))
                    .as("bit %d", bit)
                    .isBetween(-4.5, 4.5);
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
