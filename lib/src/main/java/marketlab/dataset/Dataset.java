package marketlab.dataset;

import java.util.List;
import java.util.Objects;
import tech.tablesaw.api.Table;

/**
 * A table, its {@link Metadata}, and the {@link Frame}: what a pandas DataFrame has that a table cannot hold.
 *
 * <p>The three parts are fixed. The table is Tablesaw's mutable {@link Table}, which is shared, not copied. Thread-safe
 * as long as nobody changes the table.
 */
public final class Dataset {

    private final Table table;
    private final Metadata metadata;
    private final Frame frame;

    private Dataset(Table table, Metadata metadata, Frame frame) {
        this.table = Objects.requireNonNull(table, "table");
        this.metadata = Objects.requireNonNull(metadata, "metadata");
        this.frame = Objects.requireNonNull(frame, "frame");
    }

    /** A dataset without metadata and with a plain index. */
    public static Dataset of(Table table) {
        return new Dataset(table, Metadata.EMPTY, Frame.PLAIN);
    }

    /**
     * This dataset with a table derived from its own. Unchanged columns keep their additional pandas data.
     *
     * @throws IllegalArgumentException if the table lacks a column of the index
     */
    public Dataset with(Table table) {
        return new Dataset(table, metadata, frame).withIndex(frame.index().toArray(String[]::new));
    }

    /** This dataset with other metadata. */
    public Dataset with(Metadata metadata) {
        return new Dataset(table, metadata, frame);
    }

    /** This dataset with another frame. */
    public Dataset with(Frame frame) {
        return new Dataset(table, metadata, frame);
    }

    /**
     * This dataset with these columns as the frame's index, outermost level first.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public Dataset withIndex(String... columns) {
        for (String column : columns) {
            if (!table.containsColumn(column)) {
                throw new IllegalArgumentException(
                        "no column '%s' to be the index; there are: %s".formatted(column, table.columnNames()));
            }
        }
        return with(frame.withIndex(List.of(columns)));
    }

    public Table table() {
        return table;
    }

    public Metadata metadata() {
        return metadata;
    }

    public Frame frame() {
        return frame;
    }

    /** Shape, name and origin in one line: {@code 252 rows x 6 columns, index/nifty/gbm bullish, seed 7, …}. */
    public String summary() {
        return DatasetText.summary(this);
    }

    /** Every column, the first and the last rows, and the {@link #summary}: the text that a prompt shows. */
    @Override
    public String toString() {
        return DatasetText.of(this);
    }
}
