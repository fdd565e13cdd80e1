package marketlab.pickle;

import java.util.List;
import marketlab.pickle.PythonNode.Call;

/**
 * A frame's rows or columns: either a range of numbers, or one or more levels of values.
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

        /** Whether the range counts from 0 by 1 and has no name, as the index of a new frame. */
        boolean isPlain() {
            return name == null && start == 0 && step == 1;
        }

        /** The number of numbers in the range; negative if a long cannot hold it. */
        long size() {
            boolean empty = step > 0 ? start >= stop : start <= stop;
            long span = step > 0 ? stop - start : start - stop; // read as unsigned, as is the size of the step
            return empty ? 0 : Long.divideUnsigned(span - 1, Math.abs(step)) + 1;
        }
    }

    /**
     * One level of values.
     *
     * @param name a scalar; null if the level has no name
     * @param frequency the frequency of a DatetimeIndex, a pandas offset; null if there is none
     */
    record Level(Object name, ColumnSource values, Call frequency) {}

    long size() {
        return range != null ? range.size() : levels.get(0).values().rows();
    }

    /** The values of the only level, or the numbers of the range. */
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
                throw new PickleException(0, "a range of " + r.size() + " numbers is too long for this file");
            }
            long[] numbers = new long[(int) r.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = r.start() + i * r.step();
            }
            return kind.of(new Cells.Longs(numbers), null);
        });
    }
}
