package marketlab.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/**
 * A dataset that is made while it is written, so that it need not fit into memory: what its file looks like is known
 * beforehand, and its cells come in blocks, in any order, from many threads at once.
 */
public interface Streamed {

    /** The most rows that a dataset of ours has. */
    int MOST_ROWS = Integer.MAX_VALUE - 8;

    /** How many rows there are. */
    int rows();

    /**
     * A dataset of the same columns, index and metadata, of the first and the last row (or the only one) as far as times
     * go; numbers are 0. Its columns are of doubles, longs, and dates and times; behind them may stand the frame's
     * categories, each the same text in all rows, whose cells nobody makes.
     */
    Dataset ends();

    /**
     * Makes all cells, each once.
     *
     * @throws IOException as {@link Cells#put} does
     */
    void writeTo(Cells cells) throws IOException;

    /** Where cells go. Thread-safe. */
    interface Cells {

        /**
         * Takes a run of one column's cells.
         *
         * @param column place of the column in the table, the index included
         * @param row of the first cell
         * @param values the buffer's remaining bytes, eight a cell, little-endian: doubles, longs, and times as nanoseconds
         *     since 1970-01-01T00:00; the buffer is the caller's again afterwards
         * @throws IndexOutOfBoundsException if there is no such column, or not so many rows
         * @throws IOException if they cannot be written
         */
        void put(int column, int row, ByteBuffer values) throws IOException;
    }

    /** The same dataset with other metadata. */
    default Streamed with(Metadata metadata) {
        return new StreamedView(this, ends().with(metadata), written -> {});
    }

    /** The same dataset, telling how many of its cells are written, after each block, from the thread that wrote it. */
    default Streamed telling(LongConsumer written) {
        return new StreamedView(this, ends(), written);
    }
}
