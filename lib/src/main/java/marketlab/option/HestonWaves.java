package marketlab.option;

/**
 * Cosines and sines of u times the moneyness of each strike, panel by panel of {@link HestonNodes}. Panels of the same
 * width share the turns from their middle to their nodes.
 */
final class HestonWaves {

    private final double[] moneyness;
    private final double[][] turnCos;
    private final double[][] turnSin;
    private final double[] middleCos;
    private final double[] middleSin;
    private final SineCosine angle = new SineCosine();
    private double width = Double.NaN;
    private double middle;
    /** Those of the node, by strike. */
    final double[] cos;

    final double[] sin;

    /** @param moneyness logarithm of the forward over each strike */
    HestonWaves(double... moneyness) {
        this.moneyness = moneyness;
        int strikes = moneyness.length;
        turnCos = new double[GaussLegendre.POINTS][strikes];
        turnSin = new double[GaussLegendre.POINTS][strikes];
        middleCos = new double[strikes];
        middleSin = new double[strikes];
        cos = new double[strikes];
        sin = new double[strikes];
    }

    /**
     * Moves to the next panel.
     *
     * @param half half of the width of the panel
     */
    void nextPanel(double half) {
        if (half != width) {
            width = half;
            for (int i = 0; i < GaussLegendre.POINTS; i++) {
                turn(width * GaussLegendre.NODE[i], turnCos[i], turnSin[i]);
            }
        }
        middle += half;
        turn(middle, middleCos, middleSin);
        middle += half;
    }

    /** Sets cosines and sines to those of this node of the panel. */
    void node(int i) {
        subtract(cos, middleCos, turnCos[i], middleSin, turnSin[i]);
        add(sin, middleSin, turnCos[i], middleCos, turnSin[i]);
    }

    private static void subtract(double[] to, double[] a, double[] b, double[] c, double[] d) {
        for (int k = 0; k < to.length; k++) {
            to[k] = a[k] * b[k] - c[k] * d[k];
        }
    }

    private static void add(double[] to, double[] a, double[] b, double[] c, double[] d) {
        for (int k = 0; k < to.length; k++) {
            to[k] = a[k] * b[k] + c[k] * d[k];
        }
    }

    private void turn(double u, double[] cos, double[] sin) {
        for (int k = 0; k < moneyness.length; k++) {
            angle.set(u * moneyness[k]);
            cos[k] = angle.cos;
            sin[k] = angle.sin;
        }
    }
}
