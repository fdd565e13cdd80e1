package marketlab.dataset;

import java.util.List;

/** Takes columns of a dataset in the order of its rows, a block at a time, so that the dataset need not fit into memory. */
public interface RowBlocks {

    /** Names of the columns that it takes. */
    List<String> columns();

    /**
     * Takes the next rows.
     *
     * @param values of each column, to be read at once; times as milliseconds since 1970 on the dataset's own clock, NaN for
     *     missing ones
     * @param count how many of them are set
     */
    void take(double[][] values, int count);
}
