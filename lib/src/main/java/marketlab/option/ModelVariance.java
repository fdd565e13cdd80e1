package marketlab.option;

import marketlab.calendar.Market;
import marketlab.index.Bates;
import marketlab.index.Egarch;
import marketlab.index.Garch;
import marketlab.index.GarchT;
import marketlab.index.Gbm;
import marketlab.index.Heston;
import marketlab.index.IndexModel;
import marketlab.index.Merton;
import marketlab.index.Ou;
import marketlab.index.Regime;

/** Variances of the index models, as options see them: under the pricing measure, given the model's state. */
final class ModelVariance {

    private ModelVariance() {}

    /** Long-run variance of the log-returns, annualised over 252 sessions. */
    static double longRun(IndexModel model) {
        if (model instanceof Merton merton) {
            return square(merton.volatility()) + jumps(merton).variance();
        }
        if (model instanceof Heston heston) {
            return heston.theta();
        }
        if (model instanceof Bates bates) {
            return bates.theta() + jumps(bates).variance();
        }
        if (model instanceof Regime regime) {
            double share = bullShare(regime);
            return share * square(regime.bullVolatility()) + (1 - share) * square(regime.bearVolatility());
        }
        return square(plainVolatility(model));
    }

    /** The state in which a path of the model begins; the bull regime of {@link Regime}. */
    static double start(IndexModel model) {
        if (model instanceof Heston heston) {
            return heston.v0();
        }
        if (model instanceof Bates bates) {
            return bates.v0();
        }
        if (model instanceof Regime regime) {
            return square(regime.bullVolatility());
        }
        return longRun(model);
    }

    /**
     * Mean of the variance of the log-return over the next years, times the years.
     *
     * @param state as in {@link marketlab.index.ModelState}; used by the GARCH models and {@link Regime} alone
     */
    static double total(IndexModel model, double state, double years) {
        if (model instanceof Heston heston) {
            return HestonPricer.of(heston).meanTotalVariance(years);
        }
        if (model instanceof Bates bates) {
            return diffusion(bates).meanTotalVariance(years) + jumps(bates).variance() * years;
        }
        if (model instanceof Garch garch) {
            double persistence = garch.alpha() + garch.beta() + 0.5 * garch.gamma();
            return reverting(longRun(garch), state, -StrictMath.log(persistence), years);
        }
        if (model instanceof GarchT garch) {
            return total(garch.garch(), state, years);
        }
        if (model instanceof Egarch egarch) {
            return egarch.meanTotalVariance(state, years);
        }
        if (model instanceof Regime regime) {
            return reverting(longRun(regime), state, 1 / regime.bullDays() + 1 / regime.bearDays(), years);
        }
        return longRun(model) * years;
    }

    static JumpLaw jumps(Merton model) {
        return new JumpLaw(model.jumpsPerYear(), model.jumpMean(), model.jumpDeviation());
    }

    static JumpLaw jumps(Bates model) {
        return new JumpLaw(model.jumpsPerYear(), model.jumpMean(), model.jumpDeviation());
    }

    /** The diffusion of Bates' model. */
    static HestonPricer diffusion(Bates model) {
        return new HestonPricer(model.v0(), model.kappa(), model.theta(), model.xi(), model.rho());
    }

    /** This model as it is now; only the GARCH models and {@link Regime} need the state beside it. */
    static IndexModel at(IndexModel model, double state) {
        if (model instanceof Heston heston) {
            return new Heston(heston.drift(), state, heston.kappa(), heston.theta(), heston.xi(), heston.rho());
        }
        if (model instanceof Bates bates) {
            return new Bates(
                    bates.drift(),
                    state,
                    bates.kappa(),
                    bates.theta(),
                    bates.xi(),
                    bates.rho(),
                    bates.jumpsPerYear(),
                    bates.jumpMean(),
                    bates.jumpDeviation());
        }
        return model;
    }

    static double bullShare(Regime model) {
        return model.bullDays() / (model.bullDays() + model.bearDays());
    }

    static double square(double volatility) {
        return volatility * volatility;
    }

    /** The sum over the sessions of a variance whose distance from the long run shrinks by this rate a session. */
    private static double reverting(double longRun, double now, double perSession, double years) {
        double sessions = years * Market.SESSIONS_PER_YEAR;
        double weighted = StrictMath.expm1(-perSession * sessions) / StrictMath.expm1(-perSession);
        return longRun * years + (now - longRun) * weighted / Market.SESSIONS_PER_YEAR;
    }

    private static double plainVolatility(IndexModel model) {
        if (model instanceof Gbm gbm) {
            return gbm.volatility();
        }
        if (model instanceof Ou ou) {
            return ou.volatility();
        }
        if (model instanceof Garch garch) {
            return garch.volatility();
        }
        if (model instanceof GarchT garch) {
            return garch.volatility();
        }
        if (model instanceof Egarch egarch) {
            return egarch.volatility();
        }
        throw new IllegalArgumentException(
                "[model] %s has no volatility to price options with".formatted(model.name()));
    }
}
