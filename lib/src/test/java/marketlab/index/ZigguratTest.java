package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import marketlab.index.RandomStream.Purpose;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ZigguratTest {

    private static final int N = 1_000_000;
    private static final double LIMIT = 4.5;

    @Test
    void normalHasTheMomentsOfTheNormalLaw() {
        RandomStream random = RandomStream.of(2024, 0, Purpose.MOVES);
        double[] sample = sample(N, () -> Ziggurat.normal(random));
        double root = Math.sqrt(N);
        assertThat(Statistics.mean(sample) * root).isBetween(-LIMIT, LIMIT);
        assertThat((Statistics.variance(sample) - 1) * root / Math.sqrt(2)).isBetween(-LIMIT, LIMIT);
        assertThat(Statistics.skewness(sample) * root / Math.sqrt(6)).isBetween(-LIMIT, LIMIT);
        assertThat(Statistics.excessKurtosis(sample) * root / Math.sqrt(24)).isBetween(-LIMIT, LIMIT);
    }

    @Test
    void normalFollowsTheNormalLaw() {
        RandomStream random = RandomStream.of(1, 0, Purpose.MOVES);
        double[] sample = sample(N, () -> Ziggurat.normal(random));
        assertThat(Statistics.kolmogorovSmirnov(sample, x -> 0.5 * Erf.erfc(-x / Math.sqrt(2))))
                .isLessThan(1.95);
    }

    @Test
    void normalTailIsAsHeavyAsItShouldBe() {
        RandomStream random = RandomStream.of(3, 0, Purpose.MOVES);
        int n = 20_000_000;
        for (double threshold : new double[] {3.7, 4.2}) {
            double expected = n * Erf.erfc(threshold / Math.sqrt(2));
            long beyond = DoubleStream.generate(() -> Ziggurat.normal(random))
                    .limit(n)
                    .filter(x -> Math.abs(x) > threshold)
                    .count();
            assertThat((beyond - expected) / Math.sqrt(expected)).isBetween(-LIMIT, LIMIT);
        }
    }

    @Test
    void exponentialFollowsTheExponentialLaw() {
        RandomStream random = RandomStream.of(4, 0, Purpose.RANGE);
        double[] sample = sample(N, () -> Ziggurat.exponential(random));
        assertThat((Statistics.mean(sample) - 1) * Math.sqrt(N)).isBetween(-LIMIT, LIMIT);
        assertThat(Statistics.kolmogorovSmirnov(sample, x -> -Math.expm1(-x))).isLessThan(1.95);
    }

    @Test
    void samplesCannotBeToldFromThoseOfCommonsRng() {
        UniformRandomProvider source = RandomSource.XO_SHI_RO_256_PP.create(5L);
        ZigguratSampler.NormalizedGaussian normals = ZigguratSampler.NormalizedGaussian.of(source);
        ZigguratSampler.Exponential exponentials = ZigguratSampler.Exponential.of(source);
        RandomStream random = RandomStream.of(5, 0, Purpose.MOVES);
        assertThat(distance(sample(N, () -> Ziggurat.normal(random)), sample(N, normals::sample)))
                .isLessThan(1.95);
        assertThat(distance(sample(N, () -> Ziggurat.exponential(random)), sample(N, exponentials::sample)))
                .isLessThan(1.95);
    }

    /** Two-sample Kolmogorov-Smirnov statistic of samples of one size. */
    private static double distance(double[] a, double[] b) {
        Arrays.sort(a);
        Arrays.sort(b);
        int i = 0;
        int j = 0;
        int largest = 0;
        while (i < a.length && j < b.length) {
            if (a[i] <= b[j]) {
                i++;
            } else {
                j++;
            }
            largest = Math.max(largest, Math.abs(i - j));
        }
        return largest / Math.sqrt(2.0 * a.length);
    }

    private static double[] sample(int n, DoubleSupplier draw) {
        return DoubleStream.generate(draw).limit(n).toArray();
    }
}
