package marketlab.index;

import java.util.Arrays;
import marketlab.dataset.Fingerprint;

/** The bars of one path, as arrays of equal length. Prices in index points, volume in shares. */
final class BarArrays {

    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final long[] volume;

    BarArrays(int size) {
        open = new double[size];
        high = new double[size];
        low = new double[size];
        close = new double[size];
        volume = new long[size];
    }

    int size() {
        return open.length;
    }

    String fingerprint() {
        double[] shares =
                Arrays.stream(volume).limit(Fingerprint.ROWS).asDoubleStream().toArray();
        return Fingerprint.of(open, high, low, close, shares);
    }
}
