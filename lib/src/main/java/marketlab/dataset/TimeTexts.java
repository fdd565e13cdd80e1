package marketlab.dataset;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Times as text for programs: ISO 8601 to the nanosecond, instants with the offset of their zone. */
public final class TimeTexts {

    private static final int NANOS_PER_MILLI = 1_000_000;

    private TimeTexts() {}

    /**
     * Replaces a time column by a text column if more than its milliseconds is known; returns other columns unchanged.
     */
    public static Column<?> of(Column<?> column, Frame.Aside aside) {
        IntUnaryOperator finer = aside.nanosBeyondMillisecond(column);
        boolean isFine = IntStream.range(0, column.size()).anyMatch(row -> finer.applyAsInt(row) != 0);
        if (column instanceof DateTimeColumn times && isFine) {
            return texts(
                    column,
                    row -> of(times.get(row).plusNanos(beyond(times.get(row).getNano(), finer, row))));
        }
        ZoneId zone = aside.zone(column.name());
        if (column instanceof InstantColumn instants && (isFine || !zone.equals(ZoneOffset.UTC))) {
            DateTimeFormatter format = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
            return texts(
                    column,
                    row -> format.format(
                            instants.get(row).plusNanos(beyond(instants.get(row).getNano(), finer, row))));
        }
        return column;
    }

    /** Always with seconds, which DuckDB needs to see that it is a time. */
    static String of(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    /** 0 if the column itself holds more than milliseconds. */
    private static int beyond(int nano, IntUnaryOperator finer, int row) {
        return nano % NANOS_PER_MILLI == 0 ? finer.applyAsInt(row) : 0;
    }

    private interface Text {
        String of(int row);
    }

    private static StringColumn texts(Column<?> column, Text text) {
        StringColumn texts = StringColumn.create(column.name());
        for (int row = 0; row < column.size(); row++) {
            texts.append(column.isMissing(row) ? "" : text.of(row));
        }
        return texts;
    }
}
