package marketlab.index;

/**
 * One path of {@link Heston}: Andersen 2008, section 3.2 for the variance, 4.2 for the index and 4.3 for the martingale
 * correction.
 */
final class QuadraticExponential implements ModelPath {

    /** Andersen's ψ_c: above it the exponential form of the variance is used, below it the quadratic one. */
    private static final double SWITCH = 1.5;

    private final Heston model;
    private final RandomStream events;
    private double v;

    private double years = Double.NaN;
    private double decay;
    private double varianceOfV;
    private double varianceOfTheta;
    private double k1;
    private double k2;
    private double k3;
    private double k4;

    QuadraticExponential(Heston model, RandomStream events) {
        this.model = model;
        this.events = events;
        this.v = model.v0();
    }

    @Override
    public void fill(StepBlock steps) {
        for (int i = 0; i < steps.size; i++) {
            if (steps.years[i] != years) {
                prepare(steps.years[i]);
            }
            double before = v;
            double k0 = stepVariance();
            double residual = Math.sqrt(k3 * before + k4 * v);
            steps.move[i] = model.drift() * years + k0 + k1 * before + k2 * v + residual * steps.shock[i];
            steps.variance[i] = 0.5 * (before + v) * years;
            if (steps.state != null) {
                steps.state[i] = v;
            }
        }
    }

    private void prepare(double years) {
        this.years = years;
        double kappa = model.kappa();
        double rho = model.rho();
        double xi = model.xi();
        decay = StrictMath.exp(-kappa * years);
        double grown = -StrictMath.expm1(-kappa * years);
        varianceOfV = xi * xi * decay * grown / kappa;
        varianceOfTheta = model.theta() * xi * xi * grown * grown / (2 * kappa);
        k1 = 0.5 * years * (kappa * rho / xi - 0.5) - rho / xi;
        k2 = 0.5 * years * (kappa * rho / xi - 0.5) + rho / xi;
        k3 = 0.5 * years * (1 - rho * rho);
        k4 = k3;
    }

    /** Advances the variance, and returns the constant that makes the index a martingale apart from its drift. */
    private double stepVariance() {
        double before = v;
        double mean = model.theta() + (before - model.theta()) * decay;
        double psi = (before * varianceOfV + varianceOfTheta) / (mean * mean);
        double a = k2 + 0.5 * k4;
        double known = (k1 + 0.5 * k3) * before;
        if (psi <= SWITCH) {
            double inverse = 2 / psi;
            double b2 = inverse - 1 + Math.sqrt(inverse) * Math.sqrt(inverse - 1);
            double scale = mean / (1 + b2);
            double root = Math.sqrt(b2) + Ziggurat.normal(events);
            v = scale * root * root;
            double room = 1 - 2 * a * scale;
            return room > 0 ? 0.5 * StrictMath.log(room) - a * b2 * scale / room - known : uncorrected();
        }
        double atZero = (psi - 1) / (psi + 1);
        double rate = (1 - atZero) / mean;
        double uniform = events.nextDouble();
        v = uniform <= atZero ? 0 : StrictMath.log((1 - atZero) / (1 - uniform)) / rate;
        return rate > a ? -StrictMath.log(atZero + rate * (1 - atZero) / (rate - a)) - known : uncorrected();
    }

    /** Andersen's K0 without the correction, which does not exist for steps of years with rho above zero. */
    private double uncorrected() {
        return -model.rho() * model.kappa() * model.theta() * years / model.xi();
    }
}
