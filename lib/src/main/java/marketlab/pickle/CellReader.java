package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Copies an array's items from the file into its columns, a block at a time, in one pass over its bytes. */
final class CellReader {

    /** The bytes of rows that are split into columns at a time. They fit in the processor's cache. */
    private static final int ROWS = 1 << 17;

    private final NdArray array;
    private final ByteRun run;

    CellReader(PickleInput in, NdArray array) {
        this.array = array;
        this.run = new ByteRun(in, array.bytes());
    }

    void read(Cells[] columns) throws IOException {
        if (array.interleaved()) {
            readRows(columns);
        } else {
            for (Cells column : columns) {
                readColumn(column);
            }
        }
        run.end();
    }

    private void readColumn(Cells column) throws IOException {
        int size = array.dtype().size();
        ByteBuffer block = block(PickleInput.BLOCK / size * size, array.rows() * size);
        for (int at = 0; at < array.rows(); ) {
            int count = (int) Math.min(array.rows() - at, block.capacity() / size);
            run.fill(block.clear().limit(count * size));
            column.put(block.flip(), at, count);
            at += count;
        }
    }

    private void readRows(Cells[] columns) throws IOException {
        int width = Math.multiplyExact(array.dtype().size(), columns.length);
        ByteBuffer block = block(Math.max(1, ROWS / width) * width, array.rows() * width);
        Cells rows = Cells.of(array.dtype(), block.capacity() / array.dtype().size(), array.offset());
        for (int at = 0; at < array.rows(); ) {
            int count = (int) Math.min(array.rows() - at, block.capacity() / width);
            run.fill(block.clear().limit(count * width));
            rows.put(block.flip(), 0, count * columns.length);
            for (int j = 0; j < columns.length; j++) {
                columns[j].pick(rows, j, columns.length, at, count);
            }
            at += count;
        }
    }

    private ByteBuffer block(int most, long needed) {
        return PickleInput.buffer((int) Math.min(most, needed))
                .order(array.dtype().order());
    }
}
