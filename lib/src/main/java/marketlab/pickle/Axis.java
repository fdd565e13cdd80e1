package marketlab.pickle;

import java.util.List;
import marketlab.pickle.PythonNode.Call;

/**
 * A frame's rows or columns: a range that is counted, or levels that are values.
 *
 * @param range null if there are levels
 * @param levels outermost first; empty for a range
 */
record Axis(Range range, List<Level> levels) {

    /** {@code range(start, stop, step)} with an index's name, which is a scalar. */
    record Range(Object name, long start, long stop, long step) {

        static Range to(long size) {
            return new Range(null, 0, size, 1);
        }

        /** Whether it counts from 0 by 1, without a name, as that of a new frame. */
        boolean isPlain() {
            return name == null && start == 0 && step == 1;
        }

        /** How many numbers it counts; negative if they are more than a long can say. */
        long size() {
            boolean empty = step > 0 ? start >= stop : start <= stop;
            long span = step > 0 ? stop - start : start - stop; // without a sign, as is the step's size
            return empty ? 0 : Long.divideUnsigned(span - 1, Math.abs(step)) + 1;
        }
    }

    /**
     * One level of values.
     *
     * @param name a scalar; null if it has none
     * @param frequency the pandas offset that a DatetimeIndex knows its step by; else null
     */
    record Level(Object name, ColumnSource values, Call frequency) {}

    long size() {
        return range != null ? range.size() : levels.get(0).values().rows();
    }

    /** The only level's values, or the range's numbers. */
    ColumnSource values() throws PickleException {
        if (range == null) {
            return levels.get(0).values();
        }
        Range r = range;
        if (r.size() > Integer.MAX_VALUE - 8) {
            throw new PickleException(0, r.size() + " numbers are more than a column holds");
        }
        Integers kind = new Integers(8, true, false);
        return ColumnSource.of(kind, r.size(), in -> {
            if (r.size() > in.length()) {
                throw new PickleException(0, "a range of " + r.size() + " is more than its file can be about");
            }
            long[] numbers = new long[(int) r.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = r.start() + i * r.step();
            }
            return kind.of(new Cells.Longs(numbers), null);
        });
    }
}
