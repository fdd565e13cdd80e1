package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SineCosineTest {

    private final SineCosine both = new SineCosine();

    @Test
    void hasTheBitsOfStrictMathNearAndFarFromMultiplesOfAQuarterTurn() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double multiple = random.nextInt(60_000) * (Math.PI / 2);
            double near = 1 + (random.nextDouble() - 0.5) * Math.pow(2, -random.nextInt(53));
            check(multiple * near);
            check(-multiple * near);
            check(random.nextDouble(-10, 10));
            check(random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-12, 12)));
        }
    }

    @Test
    void hasTheBitsOfStrictMathAtTheLimits() {
        DoubleStream.of(0, -0.0, Double.MIN_VALUE, 0x1p-27, 0.3, Math.PI / 4, Math.PI / 2, 1e5, Double.MAX_VALUE)
                .flatMap(x -> DoubleStream.of(x, -x, Math.nextUp(x), Math.nextDown(x)))
                .forEach(this::check);
        DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY).forEach(this::check);
    }

    private void check(double angle) {
        both.set(angle);
        assertThat(Double.doubleToLongBits(both.sin))
                .as("sine of %s", angle)
                .isEqualTo(Double.doubleToLongBits(StrictMath.sin(angle)));
        assertThat(Double.doubleToLongBits(both.cos))
                .as("cosine of %s", angle)
                .isEqualTo(Double.doubleToLongBits(StrictMath.cos(angle)));
    }
}
