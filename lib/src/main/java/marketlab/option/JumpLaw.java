package marketlab.option;

/**
 * Jumps of normal log-size at Poisson times, compensated so that the forward stays the mean (Merton, <i>Option pricing
 * when underlying stock returns are discontinuous</i>, Journal of Financial Economics 3, 1976).
 *
 * @param perYear mean number of jumps per year
 * @param mean mean of the log-jump
 * @param deviation standard deviation of the log-jump
 */
record JumpLaw(double perYear, double mean, double deviation) {

    static final JumpLaw NONE = new JumpLaw(0, 0, 0);

    /** Variance of the log-return per year. */
    double variance() {
        return perYear * (mean * mean + deviation * deviation);
    }

    /** Mean relative change of the index at a jump. */
    double meanChange() {
        return StrictMath.expm1(mean + 0.5 * deviation * deviation);
    }

    /** The logarithm, per year, of the characteristic function at u − i/2. */
    Complex exponent(double u) {
        if (perYear == 0) {
            return Complex.real(0);
        }
        Complex z = new Complex(0.5, u);
        Complex jump = z.times(mean)
                .plus(z.times(z).times(0.5 * deviation * deviation))
                .exp();
        return jump.minus(Complex.real(1)).minus(z.times(meanChange())).times(perYear);
    }
}
