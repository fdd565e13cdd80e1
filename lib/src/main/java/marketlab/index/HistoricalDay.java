package marketlab.index;

import marketlab.dataset.Check;

/**
 * A day of a real history, from which a {@link Bootstrap} draws. Prices are log-returns, in deviations of the history's
 * daily log-return. What the history does not have is NaN.
 *
 * @param surprise from the close before to the close, less the mean of the history
 * @param gap from the close before to the open
 * @param rise from the higher one of open and close to the high, at least 0
 * @param fall from the low to the lower one of open and close, at least 0
 * @param volume as a multiple of the mean volume of the year around the day
 */
public record HistoricalDay(double surprise, double gap, double rise, double fall, double volume) {

    /** @throws IllegalArgumentException if the surprise is not finite */
    public HistoricalDay {
        Check.finite("surprise", surprise);
    }

    /** Whether open, high and low are known. */
    boolean hasBar() {
        return !Double.isNaN(gap + rise + fall);
    }

    boolean hasVolume() {
        return !Double.isNaN(volume);
    }
}
