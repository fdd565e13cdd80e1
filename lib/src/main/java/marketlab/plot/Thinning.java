package marketlab.plot;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Thins out points when there are more than pixels; no visible extreme is lost. */
final class Thinning {

    /** The maximum number of bars drawn; lines have at most twice as many points. */
    static final int MOST = 2_000;

    private Thinning() {}

    /** Indices to draw: all, or the lowest and the highest point of each interval, and the first and last point. */
    static int[] extremes(double[] values) {
        int n = values.length;
        if (n <= 2 * MOST) {
            return all(values);
        }
        IntStream.Builder kept = IntStream.builder().add(0).add(n - 1);
        for (int i = 0; i < MOST; i++) {
            int from = (int) ((long) n * i / MOST);
            int to = (int) ((long) n * (i + 1) / MOST);
            int lowest = from;
            int highest = from;
            for (int k = from + 1; k < to; k++) {
                lowest = values[k] < values[lowest] || Double.isNaN(values[lowest]) ? k : lowest;
                highest = values[k] > values[highest] || Double.isNaN(values[highest]) ? k : highest;
            }
            kept.add(lowest).add(highest);
        }
        return kept.build().sorted().distinct().toArray();
    }

    static int[] all(double[] values) {
        return IntStream.range(0, values.length).toArray();
    }

    static double[] pick(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }

    /** {@code 1,000,000 bars, drawn as 2,000 with their extremes}; if all are drawn, their count. */
    static String note(long size, int drawn, String things) {
        String count = PlainLabel.count(size) + " " + things;
        return drawn < size ? count + ", drawn as " + PlainLabel.count(drawn) + " with their extremes" : count;
    }
}
