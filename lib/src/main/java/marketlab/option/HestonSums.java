package marketlab.option;

/**
 * The integrals of {@link HestonSlice} for several strikes: of the price, and of its derivatives by the logarithm of the
 * spot and by the variance.
 */
final class HestonSums {

    final double[] price;
    final double[] delta;
    final double[] gamma;
    final double[] byV;
    final double[] byVV;
    final double[] bySV;
    final double[] fromJumps;

    private final double[] wave;
    private final double[] waveIm;
    private final double[] missing;
    private final double[] missingIm;
    private final double[] sloped;
    private final double[] slopedIm;

    HestonSums(int strikes) {
        price = new double[strikes];
        delta = new double[strikes];
        gamma = new double[strikes];
        byV = new double[strikes];
        byVV = new double[strikes];
        bySV = new double[strikes];
        fromJumps = new double[strikes];
        wave = new double[strikes];
        waveIm = new double[strikes];
        missing = new double[strikes];
        missingIm = new double[strikes];
        sloped = new double[strikes];
        slopedIm = new double[strikes];
    }

    /** Adds a node. Each loop sets one array alone, so that the compiler makes vector instructions of it. */
    void add(HestonNodes nodes, int node, HestonWaves waves) {
        double at = nodes.u[node];
        double weight = nodes.weight[node];
        double control = nodes.control[node];
        double phiRe = nodes.phiRe[node];
        double phiIm = nodes.phiIm[node];
        double slopeRe = nodes.slopeRe[node];
        double slopeIm = nodes.slopeIm[node];
        subtract(wave, waves.cos, phiRe, waves.sin, phiIm);
        add(waveIm, waves.cos, phiIm, waves.sin, phiRe);
        lessThanControl(missing, waves.cos, control, wave);
        lessThanControl(missingIm, waves.sin, control, waveIm);
        subtract(sloped, wave, slopeRe, waveIm, slopeIm);
        add(slopedIm, wave, slopeIm, waveIm, slopeRe);
        addTimes(price, weight, missing);
        addWeighted(delta, weight, missing, 0.5, missingIm, at);
        subtractTimes(gamma, weight * (at * at + 0.25), missing);
        subtractTimes(byV, weight, sloped);
        subtractWeighted(byVV, weight, sloped, slopeRe, slopedIm, slopeIm);
        subtractWeighted(bySV, weight, sloped, 0.5, slopedIm, at);
        subtractWeighted(fromJumps, weight, wave, nodes.jumpRe[node], waveIm, nodes.jumpIm[node]);
    }

    private static void subtract(double[] to, double[] a, double x, double[] b, double y) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] * x - b[i] * y;
        }
    }

    private static void add(double[] to, double[] a, double x, double[] b, double y) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] * x + b[i] * y;
        }
    }

    private static void lessThanControl(double[] to, double[] turn, double control, double[] wave) {
        for (int i = 0; i < to.length; i++) {
            to[i] = turn[i] * control - wave[i];
        }
    }

    private static void addTimes(double[] to, double weight, double[] a) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * a[i];
        }
    }

    private static void subtractTimes(double[] to, double weight, double[] a) {
        for (int i = 0; i < to.length; i++) {
            to[i] -= weight * a[i];
        }
    }

    private static void addWeighted(double[] to, double weight, double[] a, double x, double[] b, double y) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * (x * a[i] - y * b[i]);
        }
    }

    private static void subtractWeighted(double[] to, double weight, double[] a, double x, double[] b, double y) {
        for (int i = 0; i < to.length; i++) {
            to[i] -= weight * (x * a[i] - y * b[i]);
        }
    }
}
