package marketlab.index;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import marketlab.calendar.BusinessClock;
import marketlab.calendar.Hours;
import marketlab.calendar.Market;
import marketlab.calendar.SessionShape;
import marketlab.calendar.TradingCalendar;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/**
 * The bars of a range of sessions, divided into steps of at most a session. Time passes by the
 * {@link BusinessClock}.
 */
final class TimeGrid implements StepLengths {

    private final TradingCalendar calendar;
    private final BusinessClock clock;
    private long[] starts = new long[256];
    private double[] shares = new double[256];
    private int[] stepsBefore = new int[256];
    private double[] stepYears = new double[256];
    private double[] nights = new double[256];
    private final BitSet lastOfBar = new BitSet();
    private final BitSet firstOfSession = new BitSet();
    private boolean equalSteps = true;
    private int bars;
    private int steps;

    private TimeGrid(TradingCalendar calendar) {
        this.calendar = calendar;
        this.clock = BusinessClock.of(calendar);
    }

    /** @param overnight share of a session's variance that comes before its open */
    static TimeGrid of(TradingCalendar calendar, Interval interval, List<LocalDate> sessions, double overnight) {
        TimeGrid grid = new TimeGrid(calendar);
        LocalDate period = null;
        for (LocalDate session : sessions) {
            grid.firstOfSession.set(grid.steps);
            if (interval.isIntraday()) {
                grid.addBarsWithin(session, interval.seconds(), overnight);
            } else {
                LocalDate next = period(session, interval);
                if (!next.equals(period)) {
                    grid.addBar(session.atStartOfDay());
                }
                period = next;
                double length = grid.clock.sessions(session);
                double closed = grid.clock.closedBefore(session);
                grid.addStep(
                        length + closed,
                        closed == 0 ? overnight : (overnight * length + closed) / (length + closed),
                        grid.share(session));
            }
        }
        grid.starts = Arrays.copyOf(grid.starts, grid.bars);
        return grid;
    }

    /** A grid with this number of bars of one step each, for use without a calendar. */
    static TimeGrid regular(int bars, double years) {
        TimeGrid grid = new TimeGrid(Market.named("generic").calendar());
        for (int i = 0; i < bars; i++) {
            grid.firstOfSession.set(i);
            grid.addBar(LocalDateTime.of(2000, 1, 1, 0, 0));
            grid.addStep(years * Market.SESSIONS_PER_YEAR, 0, years * Market.SESSIONS_PER_YEAR);
        }
        return grid;
    }

    /** Number of bars. */
    int bars() {
        return bars;
    }

    /** Makes the first step one without a night, because a path begins at an open. */
    void beginAtOpen() {
        nights[0] = 0;
    }

    /** Drops the bars after this number; each bar must be one step. */
    void cut(int most) {
        bars = most;
        steps = most;
    }

    @Override
    public int steps() {
        return steps;
    }

    /** Number of steps in the bars before this one. */
    int stepsBefore(int bar) {
        return bar < bars ? stepsBefore[bar] : steps;
    }

    /** Whether each bar is one step. */
    boolean hasOneStepABar() {
        return bars == steps;
    }

    /** Whether a step is the last one of its bar. */
    boolean endsBar(int step) {
        return lastOfBar.get(step);
    }

    @Override
    public void copyStepYears(int from, double[] years, int at, int count) {
        System.arraycopy(stepYears, from, years, at, count);
    }

    @Override
    public void copyNights(int from, double[] nights, int at, int count) {
        System.arraycopy(this.nights, from, nights, at, count);
    }

    @Override
    public int stepsOf(int sessions) {
        int step = 0;
        for (int session = 0; session <= sessions && step >= 0; session++) {
            step = firstOfSession.nextSetBit(session == 0 ? 0 : step + 1);
        }
        return step < 0 ? steps : Math.min(steps, step);
    }

    @Override
    public boolean hasEqualSteps() {
        return equalSteps;
    }

    /** Length of a step in years of 252 regular sessions. */
    double stepYears(int step) {
        return stepYears[step];
    }

    /** Length of a bar in years of 252 regular sessions, without the night before it. */
    double tradedYears(int bar) {
        int first = stepsBefore(bar);
        return years(bar) - nights[first] * stepYears[first];
    }

    /** Length of a bar in years of 252 regular sessions. */
    double years(int bar) {
        double sum = 0;
        for (int step = stepsBefore(bar); step < stepsBefore(bar + 1); step++) {
            sum += stepYears[step];
        }
        return sum;
    }

    /** Usual volume of a bar, as a multiple of a regular session's: 1 for a day; U-shaped within a day. */
    double share(int bar) {
        return shares[bar];
    }

    /** Beginning of a bar, exchange-local. */
    LocalDateTime start(int bar) {
        return PackedLocalDateTime.asLocalDateTime(starts[bar]);
    }

    /** Beginning of each bar, exchange-local; for days and longer bars, midnight of the first session. */
    DateTimeColumn column() {
        long[] all = starts.length == bars ? starts : Arrays.copyOf(starts, bars); // the column makes its own copy
        return DateTimeColumn.createInternal(IndexPlan.TIMESTAMP, all);
    }

    boolean sameBarsAs(TimeGrid other) {
        return bars == other.bars
                && steps == other.steps
                && Arrays.equals(starts, 0, bars, other.starts, 0, bars)
                && Arrays.equals(stepYears, 0, steps, other.stepYears, 0, steps)
                && Arrays.equals(nights, 0, steps, other.nights, 0, steps);
    }

    private void addBarsWithin(LocalDate session, int seconds, double overnight) {
        double sessions = clock.sessions(session);
        double night = overnight * sessions + clock.closedBefore(session);
        for (Hours hours : calendar.hours(session)) {
            int whole = hours.minutes() * 60;
            double trading = (1 - overnight) * sessions * hours.minutes() / calendar.minutes(session);
            for (int from = 0; from < whole; from += seconds) {
                int to = Math.min(whole, from + seconds);
                addBar(session.atTime(hours.open().plusSeconds(from)));
                double length = trading * SessionShape.variance(from, to, whole);
                double share = SessionShape.upTo((double) to / whole) - SessionShape.upTo((double) from / whole);
                addStep(
                        night + length,
                        night / (night + length),
                        share * hours.minutes() / calendar.regularHours().minutes());
                night = 0;
            }
        }
    }

    /** Minutes of trading, as a share of those of a regular session. */
    private double share(LocalDate session) {
        return (double) calendar.minutes(session) / calendar.regularHours().minutes();
    }

    private void addBar(LocalDateTime start) {
        if (bars == starts.length) {
            starts = Arrays.copyOf(starts, 2 * bars);
            shares = Arrays.copyOf(shares, 2 * bars);
            stepsBefore = Arrays.copyOf(stepsBefore, 2 * bars);
        }
        starts[bars] = PackedLocalDateTime.pack(start);
        stepsBefore[bars] = steps;
        bars++;
    }

    /**
     * Adds a step to the last bar.
     *
     * @param sessions length in regular sessions
     * @param night share of the step that comes before its open
     * @param share of a regular session's volume
     */
    private void addStep(double sessions, double night, double share) {
        if (steps == stepYears.length) {
            stepYears = Arrays.copyOf(stepYears, 2 * steps);
            nights = Arrays.copyOf(nights, 2 * steps);
        }
        if (stepsBefore[bars - 1] < steps) {
            lastOfBar.clear(steps - 1);
        }
        lastOfBar.set(steps);
        stepYears[steps] = sessions / Market.SESSIONS_PER_YEAR;
        nights[steps] = night;
        equalSteps &= stepYears[steps] == stepYears[0];
        steps++;
        shares[bars - 1] += share;
    }

    private static LocalDate period(LocalDate session, Interval interval) {
        return switch (interval.unit()) {
            case WEEK -> session.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> session.withDayOfMonth(1);
            default -> session;
        };
    }
}
