package marketlab.option;

/**
 * Interpolates between two points of a monotone, convex curve by a rational cubic: Delbourgo and Gregory, <i>Shape
 * preserving piecewise rational interpolation</i>, SIAM J. Sci. Stat. Comput. 6, 1985, as Jäckel 2015 uses it, section
 * 4.
 */
final class RationalCubic {

    private static final double LEAST = -(1 - Math.sqrt(Math.ulp(1.0)));
    private static final double MOST = 2 / (Math.ulp(1.0) * Math.ulp(1.0));

    private final double left;
    private final double width;
    private final double valueLeft;
    private final double valueRight;
    private final double slopeLeft;
    private final double slopeRight;

    RationalCubic(double left, double right, double valueLeft, double valueRight, double slopeLeft, double slopeRight) {
        this.left = left;
        this.width = right - left;
        this.valueLeft = valueLeft;
        this.valueRight = valueRight;
        this.slopeLeft = slopeLeft;
        this.slopeRight = slopeRight;
    }

    /** Value at x of the curve with this second derivative at its left end, if the shape allows it. */
    double curvedAtLeft(double x, double second, boolean preferShape) {
        double secant = (valueRight - valueLeft) / width;
        return at(x, Math.max(control(second, secant - slopeLeft), leastControl(secant, preferShape)));
    }

    /** Value at x of the curve with this second derivative at its right end, if the shape allows it. */
    double curvedAtRight(double x, double second, boolean preferShape) {
        double secant = (valueRight - valueLeft) / width;
        return at(x, Math.max(control(second, slopeRight - secant), leastControl(secant, preferShape)));
    }

    private double at(double x, double r) {
        double t = (x - left) / width;
        double u = 1 - t;
        if (r >= MOST) {
            return valueRight * t + valueLeft * u;
        }
        double numerator = valueRight * t * t * t
                + (r * valueRight - width * slopeRight) * t * t * u
                + (r * valueLeft + width * slopeLeft) * t * u * u
                + valueLeft * u * u * u;
        return numerator / (1 + (r - 3) * t * u);
    }

    private double control(double second, double denominator) {
        double numerator = 0.5 * width * second + (slopeRight - slopeLeft);
        if (numerator == 0) {
            return 0;
        }
        return denominator == 0 ? Math.copySign(MOST, numerator) : numerator / denominator;
    }

    /** The smallest control parameter that keeps the curve monotone and convex if its ends are. */
    private double leastControl(double secant, boolean preferShape) {
        boolean monotone = slopeLeft * secant >= 0 && slopeRight * secant >= 0;
        boolean convex = slopeLeft <= secant && secant <= slopeRight;
        boolean concave = slopeLeft >= secant && secant >= slopeRight;
        double least = LEAST;
        if (monotone) {
            least = secant != 0 ? (slopeRight + slopeLeft) / secant : preferShape ? MOST : LEAST;
        }
        if (convex || concave) {
            double rise = slopeRight - slopeLeft;
            boolean straight = secant == slopeLeft || secant == slopeRight;
            double bound = straight
                    ? (preferShape ? MOST : LEAST)
                    : Math.max(Math.abs(rise / (slopeRight - secant)), Math.abs(rise / (secant - slopeLeft)));
            return Math.max(LEAST, Math.max(least, bound));
        }
        return Math.max(LEAST, monotone && preferShape ? MOST : least);
    }
}
