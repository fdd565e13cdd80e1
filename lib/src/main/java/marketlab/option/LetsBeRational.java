package marketlab.option;

/**
 * Total volatility of a normalised option price: Jäckel, <i>Let's Be Rational</i>, Wilmott 75, 2015. A first guess by
 * rational cubics through three points of the price curve (section 4), then Householder's third-order steps on an
 * objective that suits the branch (section 5).
 */
final class LetsBeRational {

    private static final double SQRT_THREE = Math.sqrt(3);
    private static final double TWO_PI = 2 * Math.PI;
    private static final int STEPS = 3;

    private LetsBeRational() {}

    /**
     * @param beta price of the out-of-the-money option, divided by the discount factor and by √(forward · strike);
     * above 0 and below exp(x/2)
     * @param x −|ln(forward / strike)|
     * @return volatility · √(time to expiry)
     */
    static double totalVolatility(double beta, double x) {
        double most = StrictMath.exp(0.5 * x);
        double centre = Math.sqrt(2 * Math.abs(x));
        double priceAtCentre = centre == 0 ? 0 : price(x, centre);
        double slopeAtCentre = vega(x, centre);
        if (beta < priceAtCentre) {
            double low = centre - priceAtCentre / slopeAtCentre;
            double priceAtLow = price(x, low);
            return beta < priceAtLow
                    ? polishLow(beta, x, guessLow(beta, x, low, priceAtLow))
                    : polishMiddle(
                            beta,
                            x,
                            new RationalCubic(
                                            priceAtLow, priceAtCentre, low, centre, 1 / vega(x, low), 1 / slopeAtCentre)
                                    .curvedAtRight(beta, 0, false));
        }
        double high = centre + (most - priceAtCentre) / slopeAtCentre;
        double priceAtHigh = price(x, high);
        double guess = beta <= priceAtHigh
                ? new RationalCubic(priceAtCentre, priceAtHigh, centre, high, 1 / slopeAtCentre, 1 / vega(x, high))
                        .curvedAtLeft(beta, 0, false)
                : guessHigh(beta, x, most, high, priceAtHigh);
        return beta > 0.5 * most ? polishHigh(beta, x, most, guess) : polishMiddle(beta, x, guess);
    }

    /** Normalised Black price, for x ≤ 0. */
    private static double price(double x, double s) {
        double half = StrictMath.exp(0.5 * x);
        return BlackScholes.outOfTheMoney(half, 1 / half, x / s, s);
    }

    /** Derivative of {@link #price} by s. */
    private static double vega(double x, double s) {
        double h = s == 0 ? 0 : x / s;
        return StrictMath.exp(-0.5 * (h * h + 0.25 * s * s)) / Math.sqrt(TWO_PI);
    }

    /** Section 4.3: the price below the lower point, transformed to be nearly linear. */
    private static double guessLow(double beta, double x, double s, double priceAtLow) {
        double size = Math.abs(x);
        double z = size / (SQRT_THREE * s);
        double y = z * z;
        double square = s * s;
        double tail = Normal.cdf(-z);
        double scale = TWO_PI * size / (3 * SQRT_THREE);
        double value = scale * tail * tail * tail;
        double slope = TWO_PI * y * tail * tail * StrictMath.exp(y + square / 8);
        double second = Math.PI
                / 6
                * y
                / (square * s)
                * tail
                * (8 * SQRT_THREE * s * size + (3 * square * (square - 8) - 8 * x * x) * Normal.mills(-z))
                * StrictMath.exp(2 * y + square / 4);
        double f = new RationalCubic(0, priceAtLow, 0, value, 1, slope).curvedAtRight(beta, second, true);
        if (!(f > 0)) {
            double t = beta / priceAtLow;
            f = (value * t + priceAtLow * (1 - t)) * t;
        }
        return size / (SQRT_THREE * Math.abs(InverseNormal.of(StrictMath.cbrt(f / scale))));
    }

    /** Section 4.4: the price above the upper point. */
    private static double guessHigh(double beta, double x, double most, double s, double priceAtHigh) {
        double square = (x / s) * (x / s);
        double value = Normal.cdf(-0.5 * s);
        double slope = -0.5 * StrictMath.exp(0.5 * square);
        double second = Math.sqrt(Math.PI / 2) * StrictMath.exp(square + s * s / 8) * square / s;
        double f = new RationalCubic(priceAtHigh, most, value, 0, slope, -0.5).curvedAtLeft(beta, second, true);
        if (!(f > 0)) {
            double width = most - priceAtHigh;
            double t = (beta - priceAtHigh) / width;
            f = (value * (1 - t) + 0.5 * width * t) * (1 - t);
        }
        return -2 * InverseNormal.of(f);
    }

    private static double polishLow(double beta, double x, double guess) {
        double s = guess;
        double logBeta = StrictMath.log(beta);
        for (int i = 0; i < STEPS; i++) {
            double b = price(x, s);
            double ratio = vega(x, s) / b;
            double logB = StrictMath.log(b);
            double halley = halley(x, s);
            double newton = (logBeta - logB) * logB / logBeta / ratio;
            double second = halley - ratio * (1 + 2 / logB);
            double third = third(x, s, halley)
                    + 2 * ratio * ratio * (1 + 3 / logB * (1 + 1 / logB))
                    - 3 * halley * ratio * (1 + 2 / logB);
            s = step(s, newton, second, third);
        }
        return s;
    }

    private static double polishMiddle(double beta, double x, double guess) {
        double s = guess;
        for (int i = 0; i < STEPS; i++) {
            double halley = halley(x, s);
            s = step(s, (beta - price(x, s)) / vega(x, s), halley, third(x, s, halley));
        }
        return s;
    }

    private static double polishHigh(double beta, double x, double most, double guess) {
        double s = guess;
        for (int i = 0; i < STEPS; i++) {
            double rest = most - price(x, s);
            double slope = vega(x, s) / rest;
            double halley = halley(x, s);
            double newton = -StrictMath.log((most - beta) / rest) / slope;
            s = step(s, newton, halley + slope, third(x, s, halley) + slope * (2 * slope + 3 * halley));
        }
        return s;
    }

    /** Second derivative of the price divided by the first. */
    private static double halley(double x, double s) {
        double h = x / s;
        return h * h / s - 0.25 * s;
    }

    /** Third derivative of the price divided by the first. */
    private static double third(double x, double s, double halley) {
        double over = x / (s * s);
        return halley * halley - 3 * over * over - 0.25;
    }

    /** Householder's step; at most half of the way to zero. */
    private static double step(double s, double newton, double second, double third) {
        double change = newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton / 6));
        return Double.isFinite(change) ? s + Math.max(-0.5 * s, change) : s;
    }
}
