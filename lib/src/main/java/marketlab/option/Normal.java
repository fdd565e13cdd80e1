package marketlab.option;

import java.util.stream.IntStream;

/**
 * The normal distribution, accurate in the far tails: rational approximations of W. J. Cody, <i>Rational Chebyshev
 * approximations for the error function</i>, Mathematics of Computation 23 (1969). The relative error is a few 1e-16,
 * and a few 1e-15 for the tail probability, whose exponential is computed in two parts as by Cody. The same bits on
 * every JDK.
 */
final class Normal {

    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double SQRT_HALF_PI = Math.sqrt(Math.PI / 2);
    private static final double ONE_OVER_SQRT_PI = 1 / Math.sqrt(Math.PI);
    private static final double ONE_OVER_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);
    private static final double SMALL = 0.46875;
    private static final double LARGE = 4;
    private static final int GRID = 64;
    private static final double FARTHEST = 40;
    private static final double[] EXP_ON_GRID = IntStream.rangeClosed(0, (int) FARTHEST * GRID)
            .mapToDouble(i -> StrictMath.exp(-0.5 * i * i / (GRID * GRID)))
            .toArray();

    private static final double[] A = {
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3,
        1.85777706184603153e-1
    };
    private static final double[] B = {
        2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
    };
    private static final double[] C = {
        5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1, 2.98635138197400131e2,
        8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
        2.15311535474403846e-8
    };
    private static final double[] D = {
        1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3
    };
    private static final double[] P = {
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4,
        1.63153871373020978e-2
    };
    private static final double[] Q = {
        2.56852019228982242e0,
        1.87295284992346725e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private Normal() {}

    /** Density at x. */
    static double density(double x) {
        return ONE_OVER_SQRT_TWO_PI * expOfMinusHalfSquare(x);
    }

    /** Probability of a value below x. */
    static double cdf(double x) {
        double y = -x * SQRT_HALF;
        if (Math.abs(y) <= SMALL) {
            return 0.5 - 0.5 * erfOfSmall(y);
        }
        double tail = 0.5 * expOfMinusHalfSquare(x) * scaledErfcOfPositive(Math.abs(y));
        return x < 0 ? tail : 1 - tail;
    }

    /** Probability of a value above x ≥ 0, from the known density at x, which saves the exponential. */
    static double tail(double x, double density) {
        double y = x * SQRT_HALF;
        return y <= SMALL ? 0.5 - 0.5 * erfOfSmall(y) : SQRT_HALF_PI * density * scaledErfcOfPositive(y);
    }

    /** Mills ratio of the lower tail, {@link #cdf} / {@link #density}. */
    static double mills(double x) {
        double y = -x * SQRT_HALF;
        if (Math.abs(y) <= SMALL) {
            return SQRT_HALF_PI * (1 - erfOfSmall(y)) / expOfMinusHalfSquare(x);
        }
        double scaled = scaledErfcOfPositive(Math.abs(y));
        return SQRT_HALF_PI * (y > 0 ? scaled : 2 * StrictMath.exp(0.5 * x * x) - scaled);
    }

    /** exp(−x²/2) without the rounding error of x²: from a table with exact squares, times a small correction. */
    private static double expOfMinusHalfSquare(double x) {
        double size = Math.abs(x);
        if (!(size <= FARTHEST)) {
            return size > FARTHEST ? 0 : Double.NaN;
        }
        int place = (int) (size * GRID + 0.5);
        double near = (double) place / GRID;
        return EXP_ON_GRID[place] * exp(-0.5 * (size - near) * (size + near));
    }

    /** The exponential by its Taylor series for |x| ≤ 1/16; the remainder is below 3e-19. */
    private static double exp(double x) {
        if (!(Math.abs(x) <= 0.0625)) {
            return StrictMath.exp(x);
        }
        double square = x * x;
        double tail = (1.0 / 5040 + x * (1.0 / 40320)) + square * (1.0 / 362880);
        double middle = (1.0 / 24 + x * (1.0 / 120)) + square * (1.0 / 720 + x * tail);
        return 1 + (x + square * ((0.5 + x * (1.0 / 6)) + square * middle));
    }

    private static double erfOfSmall(double y) {
        double square = y * y;
        double numerator = A[4] * square;
        double denominator = square;
        for (int i = 0; i < 3; i++) {
            numerator = (numerator + A[i]) * square;
            denominator = (denominator + B[i]) * square;
        }
        return y * (numerator + A[3]) / (denominator + B[3]);
    }

    /** exp(y²)·erfc(y) for y above {@link #SMALL}. */
    private static double scaledErfcOfPositive(double y) {
        if (y <= LARGE) {
            double numerator = C[8] * y;
            double denominator = y;
            for (int i = 0; i < 7; i++) {
                numerator = (numerator + C[i]) * y;
                denominator = (denominator + D[i]) * y;
            }
            return (numerator + C[7]) / (denominator + D[7]);
        }
        double inverse = 1 / (y * y);
        double numerator = P[5] * inverse;
        double denominator = inverse;
        for (int i = 0; i < 4; i++) {
            numerator = (numerator + P[i]) * inverse;
            denominator = (denominator + Q[i]) * inverse;
        }
        return (ONE_OVER_SQRT_PI - inverse * (numerator + P[4]) / (denominator + Q[4])) / y;
    }
}
