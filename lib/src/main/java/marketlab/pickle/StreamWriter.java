package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import marketlab.dataset.Dataset;
import marketlab.dataset.Streamed;
import tech.tablesaw.columns.Column;

/**
 * Writes a frame with gaps for the cells of its columns, and later each block of cells at its place. The checksum is
 * linear, so blocks can be added to it in any order.
 */
final class StreamWriter implements Streamed.Cells {

    private static final int CELL = Long.BYTES;

    private final FileChannel file;
    private final Streamed dataset;
    private final Dataset ends;
    /** The offset of each column's first cell in the file. */
    private final long[] starts;

    private final AtomicInteger sum = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();
    /** The length of the pickle, without the footer. */
    private long length;

    StreamWriter(FileChannel file, Streamed dataset) {
        this.file = file;
        this.dataset = dataset;
        this.ends = dataset.ends();
        this.starts = new long[ends.table().columnCount()];
    }

    /** The checksum of all cells that were written. */
    long bytes() {
        return (long) (starts.length - ends.frame().categories().size()) * dataset.rows() * CELL;
    }

    void write() throws IOException {
        OpcodeWriter out = new OpcodeWriter(file);
        new FrameWriter(out, ends, dataset.rows(), this::gap).write();
        length = out.stop();
        sum.set(out.sum());
        dataset.writeTo(this);
        if (written.get() * CELL != bytes()) {
            throw new IllegalStateException("%s of %s cells were written".formatted(written.get(), bytes() / CELL));
        }
        write(Footer.of(length, sum.get()), length);
    }

    @Override
    public void put(int column, int row, ByteBuffer values) throws IOException {
        int bytes = values.remaining();
        if (row < 0 || bytes % CELL != 0 || row > dataset.rows() - bytes / CELL) {
            throw new IndexOutOfBoundsException("%s bytes from row %s of %s".formatted(bytes, row, dataset.rows()));
        }
        long at = starts[column] + (long) row * CELL;
        int part = Checksum.followed(Checksum.of(values.duplicate()), length - at - bytes);
        sum.accumulateAndGet(part, (all, one) -> all ^ one);
        write(values, at);
        written.addAndGet(bytes / CELL);
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        for (long next = at; bytes.hasRemaining(); ) {
            next += file.write(bytes, next);
        }
    }

    /** The values of a column, as a gap in the file. */
    private ColumnValues gap(Column<?> column) {
        if (ends.frame().categories().contains(column.name())) {
            return Categories.constant(column, dataset.rows());
        }
        ColumnValues values = PandasType.natural(column);
        String dtype = dtype(column, values.kind());
        int place = ends.table().columnIndex(column.name());
        return new ColumnValues(
                values.kind(),
                dataset.rows(),
                true,
                name -> column,
                out -> starts[place] = out.gap(dtype, CELL, dataset.rows()));
    }

    private static String dtype(Column<?> column, PandasType kind) {
        if (kind.equals(new Floats(CELL, false))) {
            return "<f8";
        }
        if (kind.equals(new Integers(CELL, true, false))) {
            return "<i8";
        }
        if (kind.equals(new Datetimes(Datetimes.Unit.NS, null))) {
            return "<M8[ns]";
        }
        throw new IllegalArgumentException(
                "column '%s' is of %s, which is not streamed".formatted(column.name(), kind.dtype()));
    }
}
