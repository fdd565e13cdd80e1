package marketlab.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/**
 * A dataset that is generated while it is written, so that it need not fit into memory. Its file layout is known
 * beforehand, and its cells come in blocks, in any order, from several threads.
 */
public interface Streamed {

    /** The maximum number of rows of a dataset. */
    int MOST_ROWS = Integer.MAX_VALUE - 8;

    /** Number of rows. */
    int rows();

    /**
     * A dataset with the same columns, index and metadata, but only the first and the last row (or the only one). Only
     * times need their values; numbers may be 0. The columns are doubles, longs, and dates with times. The frame's
     * categories may follow; each has the same text in all rows, and {@link #writeTo} does not write them.
     */
    Dataset ends();

    /**
     * Generates all cells, each once.
     *
     * @throws IOException as {@link Cells#put} does
     */
    void writeTo(Cells cells) throws IOException;

    /** Receives cells. Thread-safe. */
    interface Cells {

        /**
         * Receives consecutive cells of one column.
         *
         * @param column position of the column in the table, counting the index
         * @param row row of the first cell
         * @param values the buffer's remaining bytes, eight per cell, little-endian: doubles, longs, and times as
         * nanoseconds since 1970-01-01T00:00; after the call, the caller may reuse the buffer
         * @throws IndexOutOfBoundsException if there is no such column, or if there are fewer rows
         * @throws IOException if they cannot be written
         */
        void put(int column, int row, ByteBuffer values) throws IOException;
    }

    /** The same dataset with other metadata. */
    default Streamed with(Metadata metadata) {
        return new StreamedView(this, ends().with(metadata), written -> {});
    }

    /** The same dataset, reporting the number of written cells after each block, from the thread that wrote it. */
    default Streamed telling(LongConsumer written) {
        return new StreamedView(this, ends(), written);
    }
}
