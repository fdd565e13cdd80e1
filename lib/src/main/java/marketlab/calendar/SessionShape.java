package marketlab.calendar;

/**
 * How a session's volume and variance are spread over its time: in a U, with both ends three times as busy as the
 * middle (Wood, McInish and Ord, <i>An Investigation of Transactions Data for NYSE Stocks</i>, Journal of Finance 40,
 * 1985). Thread-safe.
 */
public final class SessionShape {

    /** The variance is constant within each quarter of an hour, so that most neighbouring steps are equally long. */
    private static final int PIECE = 900;

    private SessionShape() {}

    /** Share that comes up to this fraction of the session. */
    public static double upTo(double fraction) {
        double centred = 2 * fraction - 1;
        return 0.6 * fraction + 0.2 * (centred * centred * centred + 1);
    }

    /** Share of the variance of so many seconds of trading that comes from one second to another. */
    public static double variance(int from, int to, int seconds) {
        double share = 0;
        for (int at = from; at < to; ) {
            int start = at - at % PIECE;
            int end = Math.min(seconds, start + PIECE);
            int until = Math.min(to, end);
            double piece = upTo((double) end / seconds) - upTo((double) start / seconds);
            share += piece * (until - at) / (end - start);
            at = until;
        }
        return share;
    }
}
