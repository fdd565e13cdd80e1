package marketlab.index;

/**
 * Shares traded in a bar: the bar's usual share of a day, more when prices range further than they typically do
 * (volume and range move together: Karpoff, <i>The Relation Between Price Changes and Trading Volume</i>, JFQA 22, 1987),
 * times log-normal noise of mean one.
 */
final class VolumeModel {

    /** Mean range of a Brownian motion of unit variance, √(8/π) (Feller 1951). */
    private static final double MEAN_RANGE = Math.sqrt(8 / Math.PI);

    private static final double STEADY = 0.3;
    private static final double NOISE = 0.2;

    private final double[] steady;
    private final double[] perRange;

    /**
     * @param daily usual volume of a regular session
     * @param volatility typical for the market, annualised
     * @param years length of each bar
     * @param shares usual volume of each bar, in regular sessions
     */
    VolumeModel(double daily, double volatility, double[] years, double[] shares) {
        steady = new double[years.length];
        perRange = new double[years.length];
        for (int i = 0; i < years.length; i++) {
            double usual = daily * shares[i];
            steady[i] = STEADY * usual;
            perRange[i] = (1 - STEADY) * usual / (MEAN_RANGE * volatility * Math.sqrt(years[i]));
        }
    }

    /** Volume of a bar whose log-prices range this far. */
    long draw(RandomStream random, int bar, double range) {
        double eighth = SmallExp.exp((NOISE * Ziggurat.normal(random) - 0.5 * NOISE * NOISE) / 8);
        double square = eighth * eighth;
        double noise = square * square * (square * square);
        return (long) ((steady[bar] + perRange[bar] * range) * noise + 0.5);
    }
}
