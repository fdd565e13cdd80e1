package marketlab.dataset;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The cells of one dataset with the ends of another, with a progress report. */
record StreamedView(Streamed made, Dataset ends, LongConsumer written) implements Streamed {

    @Override
    public int rows() {
        return made.rows();
    }

    @Override
    public void writeTo(Cells cells) throws IOException {
        AtomicLong count = new AtomicLong();
        made.writeTo((column, row, values) -> {
            int more = values.remaining() / Long.BYTES;
            cells.put(column, row, values);
            written.accept(count.addAndGet(more));
        });
    }
}
