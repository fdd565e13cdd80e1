package marketlab.plot;

import java.util.Arrays;

/** Resamples a line at equal steps, as a {@link Braille} canvas needs it. */
final class Resampling {

    private static final int FEWEST = 1_024;
    private static final double SAME = 1e-9;

    private Resampling() {}

    /**
     * Values on the straight lines between these points, at equal steps from {@code first} to {@code last}; NaN beyond
     * the ends. Points that are already at equal steps stay unchanged.
     *
     * @param across ascending
     */
    static double[] evenly(double[] across, double[] values, double first, double last) {
        if (isEven(across, first, last)) {
            return values;
        }
        int count = Math.max(FEWEST, 2 * values.length) + 1;
        double[] points = new double[count];
        int right = 0;
        for (int i = 0; i < count; i++) {
            double at = first + (last - first) * i / (count - 1);
            while (right < across.length - 1 && across[right] < at) {
                right++;
            }
            int left = across[right] > at && right > 0 ? right - 1 : right;
            boolean beyond = at < across[0] || at > across[across.length - 1];
            double part = left == right ? 0 : (at - across[left]) / (across[right] - across[left]);
            points[i] = beyond
                    ? Double.NaN
                    : part == 0 ? values[left] : values[left] + part * (values[right] - values[left]);
        }
        return points;
    }

    private static boolean isEven(double[] across, double first, double last) {
        double[] even = new double[across.length];
        Arrays.setAll(even, i -> first + (last - first) * i / Math.max(1, across.length - 1));
        for (int i = 0; i < even.length; i++) {
            if (Math.abs(even[i] - across[i]) > SAME * Math.max(1, Math.abs(last - first))) {
                return false;
            }
        }
        return true;
    }
}
