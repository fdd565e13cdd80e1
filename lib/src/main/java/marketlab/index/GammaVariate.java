package marketlab.index;

/** Gamma variates: Marsaglia and Tsang, <i>A Simple Method for Generating Gamma Variables</i>, ACM TOMS 26, 2000. */
final class GammaVariate {

    private GammaVariate() {}

    /** A gamma variate of this shape, at least 1, and scale 1. */
    static double of(RandomStream random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = Ziggurat.normal(random);
            double root = 1 + c * x;
            double v = root * root * root;
            double uniform = random.nextDouble();
            if (root > 0 && StrictMath.log(uniform) < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }
}
