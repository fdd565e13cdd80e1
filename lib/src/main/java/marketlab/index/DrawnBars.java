package marketlab.index;

/**
 * Of each step of a block, the bar that a path draws from a history as a whole, if it does. Log-returns; NaN where there
 * is none.
 */
final class DrawnBars {

    private final double[] gap = new double[StepBlock.CAPACITY];
    private final double[] rise = new double[StepBlock.CAPACITY];
    private final double[] fall = new double[StepBlock.CAPACITY];
    /** Volume of each step, as a multiple of the usual one. */
    final double[] volume = new double[StepBlock.CAPACITY];

    /** Draws none for this step. */
    void clear(int step) {
        gap[step] = Double.NaN;
        volume[step] = Double.NaN;
    }

    /** Draws a day for this step. */
    void set(int step, HistoricalDay day, double deviation) {
        gap[step] = day.hasBar() ? deviation * day.gap() : Double.NaN;
        rise[step] = deviation * day.rise();
        fall[step] = deviation * day.fall();
        volume[step] = day.volume();
    }

    /** Removes the gap of this step, because its path begins at an open. */
    void beginAtOpen(int step) {
        gap[step] *= 0;
    }

    /**
     * Replaces the opens and the extremes of the steps that have a bar.
     *
     * @param before the index before each step
     * @param after the index after each step
     */
    void replace(int size, double[] before, double[] after, double[] open, double[] high, double[] low) {
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(gap[i])) {
                open[i] = before[i] * StrictMath.exp(gap[i]);
                high[i] = Math.max(open[i], after[i]) * StrictMath.exp(rise[i]);
                low[i] = Math.min(open[i], after[i]) / StrictMath.exp(fall[i]);
            }
        }
    }
}
