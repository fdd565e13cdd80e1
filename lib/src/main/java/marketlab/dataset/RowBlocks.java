package marketlab.dataset;

import java.util.List;

/** Receives columns of a dataset in row order, block by block, so that the dataset need not fit into memory. */
public interface RowBlocks {

    /** Names of the columns to receive. */
    List<String> columns();

    /**
     * Receives the next rows.
     *
     * @param values values of each column, valid only during the call; times as milliseconds since 1970 in the
     * dataset's own time zone, NaN for missing ones
     * @param count number of rows
     */
    void take(double[][] values, int count);
}
