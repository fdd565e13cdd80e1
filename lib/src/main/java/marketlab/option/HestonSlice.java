package marketlab.option;

import java.util.Arrays;

/**
 * Prices and greeks of Heston's and Bates' models for the strikes of one expiry, by one integral of Lewis, <i>A Simple Option Formula for
 * General Jump-Diffusion and Other Exponential Lévy Processes</i>, 2001, equation 3.11, over the characteristic
 * function in the continuous form of Albrecher, Mayer, Schoutens and Tistaert, <i>The Little Heston Trap</i>, Wilmott
 * 2007. The price of Black and Scholes at the mean variance is subtracted from the integrand (Andersen and Piterbarg,
 * <i>Interest Rate Modeling</i>, 2010, section 9.4), so that little is left to integrate. The characteristic function
 * does not depend on the strike, so it is evaluated once.
 */
final class HestonSlice implements ExpiryPricer {

    private static final double NEGLIGIBLE = -42;
    private static final double MOST_PHASE = 5;
    private static final double FIRST_WIDTH = 0.25;
    private static final double GROWTH = 1.25;
    private static final int MOST_PANELS = 100_000;

    private final HestonPricer model;
    private final JumpLaw jumps;
    private final BlackScholes.Terms terms;
    private final double variance;
    /**
     * At each node: u, weight over u² + 1/4, characteristic function at u − i/2, the derivatives of its logarithm by v0
     * and, of the jumps alone, by time, and the control variate.
     */
    private double[] u = new double[1024];

    private double[] weight = new double[1024];
    private Complex[] phi = new Complex[1024];
    private Complex[] slope = new Complex[1024];
    private Complex[] jumping = new Complex[1024];
    private double[] control = new double[1024];
    private int nodes;

    HestonSlice(HestonPricer model, JumpLaw jumps, BlackScholes.Terms terms, double farthest) {
        this.model = model;
        this.jumps = jumps;
        this.terms = terms;
        this.variance = model.meanTotalVariance(terms.varianceYears) + jumps.variance() * terms.varianceYears;
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

    @Override
    public OptionValue value(double strike) {
        double logRatio = BlackScholes.Terms.logRatio(terms.spot, strike);
        double moneyness = logRatio + terms.carry;
        double scale = Math.sqrt(terms.forwardLeg * strike * terms.discount) / Math.PI;
        double price = 0;
        double delta = 0;
        double gamma = 0;
        double byV = 0;
        double byVV = 0;
        double bySV = 0;
        double fromJumps = 0;
        for (int i = 0; i < nodes; i++) {
            double cos = StrictMath.cos(u[i] * moneyness);
            double sin = StrictMath.sin(u[i] * moneyness);
            Complex wave = new Complex(cos, sin);
            Complex missing = wave.times(Complex.real(control[i]).minus(phi[i]));
            price += weight[i] * missing.re();
            delta += weight[i] * (0.5 * missing.re() - u[i] * missing.im());
            gamma -= weight[i] * (u[i] * u[i] + 0.25) * missing.re();
            Complex whole = wave.times(phi[i]);
            fromJumps -= weight[i] * whole.times(jumping[i]).re();
            Complex sloped = whole.times(slope[i]);
            byV -= weight[i] * sloped.re();
            byVV -= weight[i] * sloped.times(slope[i]).re();
            bySV -= weight[i] * (0.5 * sloped.re() - u[i] * sloped.im());
        }
        OptionValue base = terms.value(strike, Math.sqrt(variance / terms.varianceYears), logRatio);
        return value(
                strike,
                base,
                scale * price,
                scale * delta / terms.spot,
                scale * gamma / (terms.spot * terms.spot),
                scale * byV,
                scale * byVV,
                scale * bySV / terms.spot,
                scale * fromJumps);
    }

    /**
     * Adds the integrals to the price of Black and Scholes. Theta follows from Heston's equation (6), with the mean change
     * by jumps.
     */
    private OptionValue value(
            double strike,
            OptionValue base,
            double price,
            double delta,
            double gammaMore,
            double byV,
            double byVV,
            double bySV,
            double fromJumps) {
        double more = Math.max(price, -Math.min(base.callPrice(), base.putPrice()));
        double callPrice = base.callPrice() + more;
        double putPrice = base.putPrice() + more;
        double callDelta = base.callDelta() + delta;
        double putDelta = base.putDelta() + delta;
        double gamma = base.gamma() + gammaMore;
        double spot = terms.spot;
        double v = model.v0();
        double callTheta = terms.rate * callPrice
                - (terms.rate - terms.dividendYield) * spot * callDelta
                - 0.5 * v * spot * spot * gamma
                - model.rho() * model.xi() * v * spot * bySV
                - 0.5 * model.xi() * model.xi() * v * byVV
                - model.kappa() * (model.theta() - v) * byV
                - fromJumps;
        double putTheta = callTheta - terms.dividendYield * terms.forwardLeg + terms.rate * strike * terms.discount;
        return new OptionValue(
                callPrice,
                putPrice,
                callDelta,
                putDelta,
                gamma,
                callTheta,
                putTheta,
                2 * Math.sqrt(v) * byV,
                terms.years * (spot * callDelta - callPrice),
                terms.years * (spot * putDelta - putPrice));
    }

    private boolean addPanel(double from, double width) {
        boolean negligible = true;
        for (int i = 0; i < GaussLegendre.POINTS; i++) {
            if (nodes == u.length) {
                grow();
            }
            double at = from + 0.5 * width * (1 + GaussLegendre.NODE[i]);
            double square = at * at + 0.25;
            u[nodes] = at;
            weight[nodes] = 0.5 * width * GaussLegendre.WEIGHT[i] / square;
            control[nodes] = StrictMath.exp(-0.5 * variance * square);
            double size = characteristic(at);
            negligible &= size < NEGLIGIBLE && -0.5 * variance * square < NEGLIGIBLE;
            nodes++;
        }
        return negligible;
    }

    /**
     * Sets the function at u − i/2, for the log-return over the forward; returns the logarithm of its absolute value.
     */
    private double characteristic(double at) {
        double xi2 = model.xi() * model.xi();
        double years = terms.varianceYears;
        Complex beta = new Complex(model.kappa() - 0.5 * model.rho() * model.xi(), -model.rho() * model.xi() * at);
        Complex d = beta.times(beta).plus(Complex.real(xi2 * (at * at + 0.25))).sqrt();
        Complex below = beta.minus(d);
        Complex g = below.over(beta.plus(d));
        Complex decay = d.times(-years).exp();
        Complex one = Complex.real(1);
        Complex rest = one.minus(g.times(decay));
        slope[nodes] = below.times(1 / xi2).times(one.minus(decay)).over(rest);
        Complex level = below.times(years)
                .minus(rest.over(one.minus(g)).log().times(2))
                .times(model.kappa() * model.theta() / xi2);
        jumping[nodes] = jumps.exponent(at);
        Complex exponent = level.plus(slope[nodes].times(model.v0())).plus(jumping[nodes].times(years));
        phi[nodes] = exponent.exp();
        return exponent.re();
    }

    private void grow() {
        int size = 2 * nodes;
        u = Arrays.copyOf(u, size);
        weight = Arrays.copyOf(weight, size);
        phi = Arrays.copyOf(phi, size);
        slope = Arrays.copyOf(slope, size);
        jumping = Arrays.copyOf(jumping, size);
        control = Arrays.copyOf(control, size);
    }
}
