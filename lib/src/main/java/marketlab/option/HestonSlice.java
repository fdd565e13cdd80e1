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

    private final HestonPricer model;
    private final BlackScholes.Terms terms;
    private final double variance;
    private final HestonNodes nodes;

    HestonSlice(HestonPricer model, JumpLaw jumps, BlackScholes.Terms terms, double farthest) {
        this.model = model;
        this.terms = terms;
        this.variance = model.meanTotalVariance(terms.varianceYears) + jumps.variance() * terms.varianceYears;
        this.nodes = new HestonNodes(model, jumps, terms.varianceYears, variance, farthest);
    }

    @Override
    public OptionValue value(double strike) {
        return values(new double[] {strike})[0];
    }

    @Override
    public OptionValue[] values(double[] strikes) {
        int count = strikes.length;
        HestonWaves waves =
                new HestonWaves(Arrays.stream(strikes).map(this::moneyness).toArray());
        HestonSums sums = new HestonSums(count);
        for (int node = 0; node < nodes.size; node++) {
            move(waves, node);
            sums.add(nodes, node, waves);
        }
        OptionValue[] values = new OptionValue[count];
        for (int i = 0; i < count; i++) {
            double strike = strikes[i];
            double scale = scale(strike);
            OptionValue base = terms.value(
                    strike, Math.sqrt(variance / terms.varianceYears), BlackScholes.Terms.logRatio(terms.spot, strike));
            values[i] = value(
                    strike,
                    base,
                    scale * sums.price[i],
                    scale * sums.delta[i] / terms.spot,
                    scale * sums.gamma[i] / (terms.spot * terms.spot),
                    scale * sums.byV[i],
                    scale * sums.byVV[i],
                    scale * sums.bySV[i] / terms.spot,
                    scale * sums.fromJumps[i]);
        }
        return values;
    }

    private void move(HestonWaves waves, int node) {
        int inPanel = node % GaussLegendre.POINTS;
        if (inPanel == 0) {
            waves.nextPanel(nodes.half[node / GaussLegendre.POINTS]);
        }
        waves.node(inPanel);
    }

    private double moneyness(double strike) {
        return BlackScholes.Terms.logRatio(terms.spot, strike) + terms.carry;
    }

    private double scale(double strike) {
        return Math.sqrt(terms.forwardLeg * strike * terms.discount) / Math.PI;
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
        double scale = scale(strike);
        double v = model.v0();
        double xi = model.xi();
        Complex byV = Complex.real(0);
        Complex byVV = Complex.real(0);
        Complex byST = Complex.real(0);
        Complex bySV = Complex.real(0);
        HestonWaves waves = new HestonWaves(moneyness(strike));
        for (int i = 0; i < nodes.size; i++) {
            move(waves, i);
            Complex slope = new Complex(nodes.slopeRe[i], nodes.slopeIm[i]);
            Complex bySpot = new Complex(0.5, nodes.u[i]);
            Complex wave = new Complex(waves.cos[0], waves.sin[0])
                    .times(new Complex(nodes.phiRe[i], nodes.phiIm[i]))
                    .times(-nodes.weight[i]);
            Complex perYear = Complex.real(-0.5 * v * (nodes.u[i] * nodes.u[i] + 0.25))
                    .plus(bySpot.times(slope).times(model.rho() * xi * v))
                    .plus(slope.times(slope).times(0.5 * xi * xi * v))
                    .plus(slope.times(model.kappa() * (model.theta() - v)))
                    .plus(new Complex(nodes.jumpRe[i], nodes.jumpIm[i]));
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
}
