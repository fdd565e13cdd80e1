package marketlab.index;

/** The bars of one path, as arrays of one length. Prices in index points, volume in shares. */
final class Bars {

    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final long[] volume;

    Bars(int size) {
        open = new double[size];
        high = new double[size];
        low = new double[size];
        close = new double[size];
        volume = new long[size];
    }

    int size() {
        return open.length;
    }
}
