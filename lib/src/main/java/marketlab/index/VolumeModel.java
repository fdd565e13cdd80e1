package marketlab.index;

import marketlab.calendar.Market;

/**
 * Shares traded in a bar: the bar's usual part of a day's volume, times a level that changes slowly from day to day,
 * more if prices move more than they did lately (Karpoff, <i>The Relation Between Price Changes and Trading Volume</i>,
 * JFQA 22, 1987). The log of the level reverts to its mean; a range that is wider than the last ones raises it, and a
 * volatile market as a whole trades more. The log-volumes of days have an autocorrelation near 0.9, and a correlation
 * near 0.3 with the size of the day's return, as those of the S&amp;P 500 from 2000 to 2020 (0.94 and 0.17 to 0.52 in
 * spans of five years). Shorter bars have noise of their own besides.
 */
final class VolumeModel {

    /** Mean range of a Brownian motion with unit variance, √(8/π) (Feller 1951). */
    private static final double MEAN_RANGE = Math.sqrt(8 / Math.PI);

    /** Part of the volume that does not depend on how volatile the market is. */
    private static final double STEADY = 0.3;
    /** What the log-level keeps from one session to the next. */
    private static final double KEPT = 0.97;
    /** Weight of a session in the mean of the last ranges. */
    private static final double RECENT = 0.3;
    /** Effect of a wide range on the volume, today alone and for the days after. */
    private static final double TODAY = 0.5;

    private static final double LASTING = 0.3;
    /** Deviation of the other changes of the log-level in a session. */
    private static final double OWN = 0.05;
    /** Deviation of the noise of a bar that is much shorter than a session. */
    private static final double NOISE = 0.2;
    /** Mean surprise of the ranges of a Brownian motion, and half the variance of its log-volume: both measured. */
    private static final double MEAN_SURPRISE = -0.017;

    private static final double CORRECTION = 0.03;

    private static final double LOG_KEPT = StrictMath.log(KEPT);
    private static final double LOG_NOT_RECENT = StrictMath.log(1 - RECENT);
    /** Keeps the surprise small in a market that stands still. */
    private static final double NEVER_ZERO = 0.02;

    private final double[] usual;
    private final double[] perRange;
    private final double[] sessions;

    /** A model for this number of bars, whose usual volumes {@link #copy} sets. */
    VolumeModel(int bars) {
        usual = new double[bars];
        perRange = new double[bars];
        sessions = new double[bars];
    }

    /**
     * @param daily usual volume of a regular session, in shares
     * @param volatility typical volatility of the market, annualised
     */
    VolumeModel(double daily, double volatility, TimeGrid grid) {
        this(grid.bars());
        for (int bar = 0; bar < grid.bars(); bar++) {
            usual[bar] = daily * grid.share(bar);
            perRange[bar] = 1 / (MEAN_RANGE * volatility * Math.sqrt(grid.tradedYears(bar)));
            sessions[bar] = grid.years(bar) * Market.SESSIONS_PER_YEAR;
        }
    }

    /** What the volume remembers from one bar to the next, at the beginning of a path. */
    static final class Memory {
        /** Mean of the last ranges, where 1 is the market's usual range. */
        private double range = 1;

        private double logLevel;

        private double length = Double.NaN;
        private double kept;
        private double recent;
        private double lasting;
        private double own;
        private double noise;

        /** Prepares for bars of so many sessions. */
        private void setLength(double sessions) {
            length = sessions;
            kept = StrictMath.exp(LOG_KEPT * sessions);
            recent = -StrictMath.expm1(LOG_NOT_RECENT * sessions);
            lasting = LASTING * Math.min(1, sessions);
            own = OWN * Math.sqrt(sessions);
            noise = NOISE * Math.sqrt(Math.max(0, 1 - sessions));
        }
    }

    /** Copies the usual volumes of {@code count} bars of another model, starting with this one, to this place. */
    void copy(VolumeModel other, int from, int at, int count) {
        System.arraycopy(other.usual, from, usual, at, count);
        System.arraycopy(other.perRange, from, perRange, at, count);
        System.arraycopy(other.sessions, from, sessions, at, count);
    }

    /**
     * Sets the volume of a path's next bars from their price ranges.
     *
     * @param memory of the bars before these; afterwards, of these too
     */
    void draw(RandomStream random, BarArrays bars, Memory memory) {
        double[] noise = new double[StepBlock.CAPACITY];
        double[] range = new double[StepBlock.CAPACITY];
        double[] level = new double[StepBlock.CAPACITY];
        for (int from = 0; from < bars.size(); from += StepBlock.CAPACITY) {
            int count = Math.min(StepBlock.CAPACITY, bars.size() - from);
            random.fillNormals(noise, count);
            for (int i = 0; i < count; i++) {
                int bar = from + i;
                range[i] = perRange[bar] * (bars.high[bar] - bars.low[bar]) / bars.open[bar];
            }
            remember(memory, from, count, range, noise, level);
            SmallExp.exp(noise, range, count);
            for (int i = 0; i < count; i++) {
                double square = range[i] * range[i];
                double fourth = square * square;
                noise[i] = usual[from + i] * level[i] * (fourth * fourth) + 0.5;
            }
            for (int i = 0; i < count; i++) {
                bars.volume[from + i] = (long) noise[i];
            }
        }
    }

    /** The most bars that this has a usual volume of. */
    int bars() {
        return usual.length;
    }

    /**
     * Replaces the volumes of bars that were drawn from a history.
     *
     * @param drawn as multiples of the usual volumes; NaN where there is none
     */
    void replace(double[] drawn, BarArrays bars) {
        for (int bar = 0; bar < bars.size(); bar++) {
            if (!Double.isNaN(drawn[bar])) {
                bars.volume[bar] = (long) (usual[bar] * drawn[bar] + 0.5);
            }
        }
    }

    /**
     * Updates the memory bar by bar. Afterwards {@code noise} holds an eighth of the log of each volume, and {@code
     * level} the factor of the mean range.
     */
    private void remember(Memory memory, int from, int count, double[] range, double[] noise, double[] level) {
        double mean = memory.range;
        double logLevel = memory.logLevel;
        for (int i = 0; i < count; i++) {
            if (sessions[from + i] != memory.length) {
                memory.setLength(sessions[from + i]);
            }
            double surprise = (range[i] - mean) / (range[i] + mean + NEVER_ZERO) - MEAN_SURPRISE;
            logLevel = memory.kept * logLevel + memory.lasting * surprise + memory.own * noise[i];
            level[i] = STEADY + (1 - STEADY) * mean;
            noise[i] = (logLevel + TODAY * surprise + memory.noise * noise[i] - CORRECTION) / 8;
            mean += memory.recent * (range[i] - mean);
        }
        memory.range = mean;
        memory.logLevel = logLevel;
    }
}
