package marketlab.option;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.Fingerprint;
import marketlab.dataset.Streamed;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/** A panel that is priced while it is written, some days at a time. */
final class PanelStream implements Streamed {

    private static final int ROWS_AT_ONCE = 1 << 16;
    private static final IntConsumer UNWATCHED = done -> {};

    private final List<PanelDay> days;
    private final Set<ExtraColumn> extras;
    private final long seed;
    private final Dataset ends;

    /** @param dataset makes a dataset of the first and last row and the fingerprint */
    PanelStream(List<PanelDay> days, Set<ExtraColumn> extras, long seed, BiFunction<Table, String, Dataset> dataset) {
        this.days = days;
        this.extras = extras;
        this.seed = seed;
        PanelPart first = part(days.subList(0, daysOf(0, Fingerprint.ROWS)));
        Table both = Columns.ends(first.table(), 1, 0);
        if (rows() > 1) {
            both.append(Columns.ends(
                    part(days.subList(days.size() - 1, days.size())).table(), 0, 1));
        }
        this.ends = dataset.apply(both, first.fingerprint());
    }

    private PanelPart part(List<PanelDay> some) {
        return new PanelPart(some, extras, seed, UNWATCHED);
    }

    /** The day after the first ones, from this one, that have so many rows together; at least one day. */
    private int daysOf(int from, int rows) {
        int to = from;
        for (int sum = 0; to < days.size() && sum < rows; to++) {
            sum += days.get(to).rows();
        }
        return to;
    }

    @Override
    public int rows() {
        return PanelPart.rows(days);
    }

    @Override
    public Dataset ends() {
        return ends;
    }

    @Override
    public void writeTo(Cells cells) throws IOException {
        int row = 0;
        for (int from = 0; from < days.size(); from = daysOf(from, ROWS_AT_ONCE)) {
            Table table = part(days.subList(from, daysOf(from, ROWS_AT_ONCE))).table();
            ByteBuffer bytes =
                    ByteBuffer.allocate(table.rowCount() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            List<Column<?>> columns = new ArrayList<>(table.columns());
            for (int column = 0; column < columns.size(); column++) {
                fill(bytes.clear(), columns.get(column));
                cells.put(column, row, bytes.flip());
            }
            row += table.rowCount();
        }
    }

    private static void fill(ByteBuffer bytes, Column<?> column) {
        for (int row = 0; row < column.size(); row++) {
            if (column instanceof DateTimeColumn times) {
                bytes.putLong(TimeUnit.SECONDS.toNanos(PackedLocalDateTime.asLocalDateTime(times.getLongInternal(row))
                        .toEpochSecond(ZoneOffset.UTC)));
            } else if (column instanceof LongColumn whole) {
                bytes.putLong(whole.getLong(row));
            } else {
                bytes.putDouble(((NumericColumn<?>) column).getDouble(row));
            }
        }
    }
}
