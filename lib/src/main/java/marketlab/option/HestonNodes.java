package marketlab.option;

import java.util.Arrays;

/**
 * The characteristic function of Heston's or Bates' model until one expiry at the nodes of the integral of
 * {@link HestonSlice}: panels of sixteen nodes from 0 to where the function is negligible. In the continuous form of
 * Albrecher, Mayer, Schoutens and Tistaert, <i>The Little Heston Trap</i>, Wilmott 2007.
 */
final class HestonNodes {

    private static final double NEGLIGIBLE = -42;
    private static final double MOST_PHASE = 5;
    private static final double FIRST_WIDTH = 0.25;
    private static final double GROWTH = 1.25;
    private static final int MOST_PANELS = 100_000;
    /** A smaller xi² changes no digit, and its reciprocal may be infinite. */
    private static final double LEAST_XI2 = 1e-300;

    private final HestonPricer model;
    private final JumpLaw jumps;
    private final double years;
    private final double variance;
    /**
     * At each node: u, weight over u² + 1/4, characteristic function at u − i/2, the derivatives of its logarithm by v0
     * and, of the jumps alone, by time, and the control variate.
     */
    double[] u = new double[1024];

    double[] weight = new double[1024];
    double[] phiRe = new double[1024];
    double[] phiIm = new double[1024];
    double[] slopeRe = new double[1024];
    double[] slopeIm = new double[1024];
    double[] jumpRe = new double[1024];
    double[] jumpIm = new double[1024];
    double[] control = new double[1024];
    /** Number of nodes. */
    int size;
    /** Half of the width of each panel of nodes. */
    double[] half = new double[64];

    /**
     * @param years time in which the variance accrues
     * @param variance mean of the total variance until the expiry: that of the control variate
     * @param farthest largest log-moneyness of a strike
     */
    HestonNodes(HestonPricer model, JumpLaw jumps, double years, double variance, double farthest) {
        this.model = model;
        this.jumps = jumps;
        this.years = years;
        this.variance = variance;
        double widest = Math.min(0.5 / Math.sqrt(variance), MOST_PHASE / Math.max(farthest, 1e-3));
        double from = 0;
        double width = Math.min(FIRST_WIDTH, widest);
        for (int panel = 0; panel < MOST_PANELS; panel++) {
            boolean negligible = addPanel(from, width);
            if (negligible) {
                break;
            }
            from += width;
            width = Math.min(width * GROWTH, widest);
        }
    }

    private boolean addPanel(double from, double width) {
        boolean negligible = true;
        if (size == u.length) {
            grow();
        }
        half[size / GaussLegendre.POINTS] = 0.5 * width;
        for (int i = 0; i < GaussLegendre.POINTS; i++) {
            double at = from + 0.5 * width * (1 + GaussLegendre.NODE[i]);
            double square = at * at + 0.25;
            u[size] = at;
            weight[size] = 0.5 * width * GaussLegendre.WEIGHT[i] / square;
            control[size] = StrictMath.exp(-0.5 * variance * square);
            double log = characteristic(at);
            negligible &= log < NEGLIGIBLE && -0.5 * variance * square < NEGLIGIBLE;
            size++;
        }
        return negligible;
    }

    /**
     * Sets the function at u − i/2, for the log-return over the forward; returns the logarithm of its absolute value.
     */
    private double characteristic(double at) {
        double xi2 = Math.max(model.xi() * model.xi(), LEAST_XI2);
        double square = at * at + 0.25;
        Complex beta = new Complex(model.kappa() - 0.5 * model.rho() * model.xi(), -model.rho() * model.xi() * at);
        Complex d = beta.times(beta).plus(Complex.real(xi2 * square)).sqrt();
        Complex sum = beta.plus(d);
        // (beta − d) / xi², without the difference of two numbers that are nearly the same where xi is small
        Complex below = beta.re() < 0
                ? beta.minus(d).times(1 / xi2)
                : Complex.real(-square).over(sum);
        Complex g = below.times(xi2).over(sum);
        Complex one = Complex.real(1);
        Complex decay = d.times(-years).exp();
        Complex gone = one.minus(decay);
        Complex slope = below.times(gone).over(one.minus(g.times(decay)));
        Complex log = g.times(gone).over(one.minus(g)).log1p();
        Complex level = below.times(years).minus(log.times(2 / xi2)).times(model.kappa() * model.theta());
        Complex jump = jumps.exponent(at);
        Complex exponent = level.plus(slope.times(model.v0())).plus(jump.times(years));
        Complex phi = exponent.exp();
        phiRe[size] = phi.re();
        phiIm[size] = phi.im();
        slopeRe[size] = slope.re();
        slopeIm[size] = slope.im();
        jumpRe[size] = jump.re();
        jumpIm[size] = jump.im();
        return exponent.re();
    }

    private void grow() {
        int more = 2 * size;
        u = Arrays.copyOf(u, more);
        weight = Arrays.copyOf(weight, more);
        phiRe = Arrays.copyOf(phiRe, more);
        phiIm = Arrays.copyOf(phiIm, more);
        slopeRe = Arrays.copyOf(slopeRe, more);
        slopeIm = Arrays.copyOf(slopeIm, more);
        jumpRe = Arrays.copyOf(jumpRe, more);
        jumpIm = Arrays.copyOf(jumpIm, more);
        half = Arrays.copyOf(half, more / GaussLegendre.POINTS);
        control = Arrays.copyOf(control, more);
    }
}
