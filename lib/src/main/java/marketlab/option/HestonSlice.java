package marketlab.option;

import java.util.Arrays;

/**
 * Prices and greeks of Heston's and Bates' models for the strikes of one expiry, by one integral of Lewis, <i>A Simple
 * Option Formula for General Jump-Diffusion and Other Exponential Lévy Processes</i>, 2001, equation 3.11, over the
 * characteristic function in the continuous form of Albrecher, Mayer, Schoutens and Tistaert, <i>The Little Heston
 * Trap</i>, Wilmott 2007. The price of Black and Scholes at the mean variance is subtracted from the integrand
 * (Andersen and Piterbarg, <i>Interest Rate Modeling</i>, 2010, section 9.4), so that little is left to integrate. The
 * characteristic function does not depend on the strike, so it is evaluated once.
 */
final class HestonSlice implements ExpiryPricer {

    private static final double NEGLIGIBLE = -42;
    private static final double MOST_PHASE = 5;
    private static final double FIRST_WIDTH = 0.25;
    private static final double GROWTH = 1.25;
    private static final int MOST_PANELS = 100_000;
    /** A smaller xi² changes no digit, and its reciprocal may be infinite. */
    private static final double LEAST_XI2 = 1e-300;

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
    private double[] phiRe = new double[1024];
    private double[] phiIm = new double[1024];
    private double[] slopeRe = new double[1024];
    private double[] slopeIm = new double[1024];
    private double[] jumpRe = new double[1024];
    private double[] jumpIm = new double[1024];
    private double[] control = new double[1024];
    private int nodes;
    /** Half of the width of each panel of nodes. */
    private double[] half = new double[64];
    /** Cosine and sine of u times the moneyness, for one strike. */
    private double[] cos;

    private double[] sin;

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
        setWaves(moneyness);
        for (int i = 0; i < nodes; i++) {
            double at = u[i];
            double wave = cos[i] * phiRe[i] - sin[i] * phiIm[i];
            double waveIm = cos[i] * phiIm[i] + sin[i] * phiRe[i];
            double missing = cos[i] * control[i] - wave;
            double missingIm = sin[i] * control[i] - waveIm;
            double sloped = wave * slopeRe[i] - waveIm * slopeIm[i];
            double slopedIm = wave * slopeIm[i] + waveIm * slopeRe[i];
            price += weight[i] * missing;
            delta += weight[i] * (0.5 * missing - at * missingIm);
            gamma -= weight[i] * (at * at + 0.25) * missing;
            byV -= weight[i] * sloped;
            byVV -= weight[i] * (sloped * slopeRe[i] - slopedIm * slopeIm[i]);
            bySV -= weight[i] * (0.5 * sloped - at * slopedIm);
            fromJumps -= weight[i] * (wave * jumpRe[i] - waveIm * jumpIm[i]);
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
     * Adds the integrals to the price of Black and Scholes. In far wings their rounding errors are larger than the
     * value, so each number is kept within its bounds: no price, gamma or vega below zero, no delta beyond that of the
     * forward. Theta follows from Heston's equation (6), with the mean change
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
        double deltaMore = Math.min(Math.max(delta, -base.callDelta()), -base.putDelta());
        double callPrice = base.callPrice() + more;
        double putPrice = base.putPrice() + more;
        double callDelta = base.callDelta() + deltaMore;
        double putDelta = base.putDelta() + deltaMore;
        double gamma = Math.max(base.gamma() + gammaMore, 0);
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
                2 * Math.sqrt(v) * Math.max(byV, 0),
                terms.years * (spot * callDelta - callPrice),
                terms.years * (spot * putDelta - putPrice));
    }

    /**
     * From derivatives of the integral. That by time is exact too: the logarithm of the characteristic function changes
     * per year by what the generator of the model makes of its exponent.
     */
    @Override
    public SecondOrderGreeks secondOrder(double strike, OptionValue value) {
        double moneyness = BlackScholes.Terms.logRatio(terms.spot, strike) + terms.carry;
        double scale = Math.sqrt(terms.forwardLeg * strike * terms.discount) / Math.PI;
        double v = model.v0();
        double xi = model.xi();
        Complex byV = Complex.real(0);
        Complex byVV = Complex.real(0);
        Complex byST = Complex.real(0);
        Complex bySV = Complex.real(0);
        setWaves(moneyness);
        for (int i = 0; i < nodes; i++) {
            Complex slope = new Complex(slopeRe[i], slopeIm[i]);
            Complex bySpot = new Complex(0.5, u[i]);
            Complex wave = new Complex(cos[i], sin[i])
                    .times(new Complex(phiRe[i], phiIm[i]))
                    .times(-weight[i]);
            Complex perYear = Complex.real(-0.5 * v * (u[i] * u[i] + 0.25))
                    .plus(bySpot.times(slope).times(model.rho() * xi * v))
                    .plus(slope.times(slope).times(0.5 * xi * xi * v))
                    .plus(slope.times(model.kappa() * (model.theta() - v)))
                    .plus(new Complex(jumpRe[i], jumpIm[i]));
            Complex sloped = wave.times(slope);
            byV = byV.plus(sloped);
            byVV = byVV.plus(sloped.times(slope));
            bySV = bySV.plus(sloped.times(bySpot));
            byST = byST.plus(wave.times(bySpot).times(perYear));
        }
        return SecondOrderGreeks.of(
                terms,
                value,
                2 * Math.sqrt(v) * scale * bySV.re() / terms.spot,
                scale * (2 * byV.re() + 4 * v * byVV.re()),
                -scale * byST.re() / terms.spot);
    }

    /** Sets cos and sin. Panels of the same width share the turns from their middle to their nodes. */
    private void setWaves(double moneyness) {
        if (cos == null) {
            cos = new double[nodes];
            sin = new double[nodes];
        }
        double[] turnCos = new double[GaussLegendre.POINTS];
        double[] turnSin = new double[GaussLegendre.POINTS];
        double width = Double.NaN;
        double middle = 0;
        for (int first = 0; first < nodes; first += GaussLegendre.POINTS) {
            double now = half[first / GaussLegendre.POINTS];
            if (now != width) {
                width = now;
                for (int i = 0; i < GaussLegendre.POINTS; i++) {
                    double turn = width * GaussLegendre.NODE[i] * moneyness;
                    turnCos[i] = StrictMath.cos(turn);
                    turnSin[i] = StrictMath.sin(turn);
                }
            }
            middle += now;
            double middleCos = StrictMath.cos(middle * moneyness);
            double middleSin = StrictMath.sin(middle * moneyness);
            middle += now;
            for (int i = 0; i < GaussLegendre.POINTS; i++) {
                cos[first + i] = middleCos * turnCos[i] - middleSin * turnSin[i];
                sin[first + i] = middleSin * turnCos[i] + middleCos * turnSin[i];
            }
        }
    }

    private boolean addPanel(double from, double width) {
        boolean negligible = true;
        if (nodes == u.length) {
            grow();
        }
        half[nodes / GaussLegendre.POINTS] = 0.5 * width;
        for (int i = 0; i < GaussLegendre.POINTS; i++) {
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
        double xi2 = Math.max(model.xi() * model.xi(), LEAST_XI2);
        double square = at * at + 0.25;
        double years = terms.varianceYears;
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
        phiRe[nodes] = phi.re();
        phiIm[nodes] = phi.im();
        slopeRe[nodes] = slope.re();
        slopeIm[nodes] = slope.im();
        jumpRe[nodes] = jump.re();
        jumpIm[nodes] = jump.im();
        return exponent.re();
    }

    private void grow() {
        int size = 2 * nodes;
        u = Arrays.copyOf(u, size);
        weight = Arrays.copyOf(weight, size);
        phiRe = Arrays.copyOf(phiRe, size);
        phiIm = Arrays.copyOf(phiIm, size);
        slopeRe = Arrays.copyOf(slopeRe, size);
        slopeIm = Arrays.copyOf(slopeIm, size);
        jumpRe = Arrays.copyOf(jumpRe, size);
        jumpIm = Arrays.copyOf(jumpIm, size);
        half = Arrays.copyOf(half, size / GaussLegendre.POINTS);
        control = Arrays.copyOf(control, size);
    }
}
