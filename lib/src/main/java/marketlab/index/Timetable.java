package marketlab.index;

import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import marketlab.calendar.BusinessClock;
import marketlab.dataset.Streamed;
import tech.tablesaw.api.DateTimeColumn;

/**
 * The bars of a {@link TimeGrid} with one step per bar. Sessions with the same hours after equally many closed days share their bars, so the memory
 * does not grow with the number of sessions. Immutable.
 */
final class Timetable implements StepLengths {

    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private final List<LocalDate> sessions;
    private final List<Kind> kinds = new ArrayList<>();
    /** Number of bars before each session. */
    private final int[] before;

    private final int bars;
    private final boolean equalSteps;

    /** @throws IllegalArgumentException if a bar has more than one step, or a session is not in 1678 to 2261 */
    Timetable(IndexPlan plan) {
        HistoryLimit.requireSteps(plan.interval());
        sessions = plan.sessions();
        before = new int[sessions.size()];
        if (sessions.get(0).isBefore(HistoryLimit.FIRST)
                || sessions.get(before.length - 1).isAfter(HistoryLimit.LAST)) {
            throw new IllegalArgumentException(
                    "[rows] the sessions must be in 1678 to 2261, the range of datetime64[ns], got %s to %s"
                            .formatted(sessions.get(0), sessions.get(before.length - 1)));
        }
        Map<Object, Kind> known = new HashMap<>();
        BusinessClock clock = BusinessClock.of(plan.market().calendar());
        long count = 0;
        for (int i = 0; i < before.length; i++) {
            before[i] = (int) count;
            LocalDate session = sessions.get(i);
            Kind kind = known.computeIfAbsent(
                    List.of(plan.market().calendar().hours(session), clock.closedBefore(session)),
                    like -> Kind.of(plan, session));
            kinds.add(kind);
            count += kind.bars();
            if (plan.rows() == 0 && count > Streamed.MOST_ROWS) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "[rows] a dataset can have at most %,d rows", Streamed.MOST_ROWS));
            }
        }
        bars = plan.rows() > 0 ? plan.rows() : (int) count;
        TimeGrid first = kinds.get(0).grid();
        equalSteps = known.values().stream()
                .allMatch(kind -> kind.grid().hasEqualSteps() && kind.grid().stepYears(0) == first.stepYears(0));
    }

    /** What such sessions share. */
    private record Kind(TimeGrid grid, VolumeModel volume, long[] nanosOfDay) {

        static Kind of(IndexPlan plan, LocalDate session) {
            TimeGrid grid = plan.grid(List.of(session));
            return new Kind(
                    grid,
                    plan.volume(grid),
                    IntStream.range(0, grid.bars())
                            .mapToLong(bar -> grid.start(bar).toLocalTime().toNanoOfDay())
                            .toArray());
        }

        int bars() {
            return nanosOfDay.length;
        }
    }

    /** Receives bars that lie within one session. */
    private interface Part {
        void take(LocalDate session, Kind kind, int from, int at, int count);
    }

    @Override
    public int steps() {
        return bars;
    }

    @Override
    public int stepsOf(int sessions) {
        return sessions < before.length ? Math.min(bars, before[sessions]) : bars;
    }

    @Override
    public boolean hasEqualSteps() {
        return equalSteps;
    }

    @Override
    public void copyStepYears(int from, double[] years, int at, int count) {
        each(from, count, (session, kind, first, place, some) -> kind.grid()
                .copyStepYears(first, years, at + place, some));
    }

    /** The first step of the path has no night, because the path begins at an open. */
    @Override
    public void copyNights(int from, double[] nights, int at, int count) {
        each(from, count, (session, kind, first, place, some) -> kind.grid()
                .copyNights(first, nights, at + place, some));
        if (from == 0 && count > 0) {
            nights[at] = 0;
        }
    }

    /** Copies the usual volume of {@code count} bars, starting with this one. */
    void copyVolume(int from, VolumeModel volume, int count) {
        each(from, count, (session, kind, first, at, some) -> volume.copy(kind.volume(), first, at, some));
    }

    /**
     * Puts the start times of {@code count} bars, starting with this one, in nanoseconds since 1970, exchange-local.
     */
    void putStarts(int from, LongBuffer starts, int count) {
        each(from, count, (session, kind, first, at, some) -> {
            long midnight = session.toEpochDay() * NANOS_PER_DAY;
            for (int i = first; i < first + some; i++) {
                starts.put(midnight + kind.nanosOfDay()[i]);
            }
        });
    }

    /** Start times of the first bar and, if there are two, of the last one. */
    DateTimeColumn ends() {
        DateTimeColumn ends = DateTimeColumn.create(IndexPlan.TIMESTAMP);
        for (int bar : bars == 1 ? new int[] {0} : new int[] {0, bars - 1}) {
            each(
                    bar,
                    1,
                    (session, kind, first, at, some) ->
                            ends.append(session.atTime(kind.grid().start(first).toLocalTime())));
        }
        return ends;
    }

    private void each(int from, int count, Part part) {
        int found = Arrays.binarySearch(before, from);
        int session = found >= 0 ? found : -found - 2;
        for (int at = 0; at < count; session++) {
            Kind kind = kinds.get(session);
            int first = from + at - before[session];
            int some = Math.min(count - at, kind.bars() - first);
            part.take(sessions.get(session), kind, first, at, some);
            at += some;
        }
    }
}
