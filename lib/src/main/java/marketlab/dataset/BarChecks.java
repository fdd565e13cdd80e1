package marketlab.dataset;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Looks for bars that no market produces: a high below its low, prices below zero, days out of order. */
public final class BarChecks {

    private final Table table;
    /** The column that identifies a row. */
    private final Column<?> key;

    private final List<String> warnings = new ArrayList<>();

    private BarChecks(Table table, Column<?> key) {
        this.table = table;
        this.key = key;
    }

    /**
     * Warnings about the bars of a dataset, one line each, with the number of affected rows and the first of them.
     * Empty if there are none, or if the dataset has no bars. Missing values are not reported.
     */
    public static List<String> of(Dataset data) {
        if (data.table().columnCount() == 0) {
            return List.of();
        }
        Optional<Column<?>> index = data.frame().index().stream().findFirst().map(data.table()::column);
        BarChecks checks =
                new BarChecks(data.table(), index.orElseGet(() -> data.table().column(0)));
        checks.prices();
        index.ifPresent(column -> checks.order(column, data.frame().aside()));
        return List.copyOf(checks.warnings);
    }

    private void prices() {
        Optional<NumericColumn<?>> high = Columns.numeric(table, "High");
        Optional<NumericColumn<?>> low = Columns.numeric(table, "Low");
        if (high.isPresent() && low.isPresent()) {
            rows(
                    "High is below Low",
                    row -> high.get().getDouble(row) < low.get().getDouble(row));
        }
        for (String name : List.of("Open", "Close")) {
            Columns.numeric(table, name).ifPresent(price -> {
                high.ifPresent(top -> rows(name + " is above High", row -> price.getDouble(row) > top.getDouble(row)));
                low.ifPresent(
                        bottom -> rows(name + " is below Low", row -> price.getDouble(row) < bottom.getDouble(row)));
                rows(name + " is not above 0", row -> price.getDouble(row) <= 0);
            });
        }
    }

    private void order(Column<?> index, Frame.Aside aside) {
        if (index instanceof DateTimeColumn || index instanceof InstantColumn) {
            IntUnaryOperator finer = aside.nanosBeyondMillisecond(index);
            if (index.size() > 1
                    && IntStream.range(1, index.size()).allMatch(row -> isBeforeAbove(index, finer, row))) {
                warnings.add("the rows are newest first; what needs them oldest first sorts them");
                return;
            }
            rows(index.name() + " is before that of the row above", row -> row > 0 && isBeforeAbove(index, finer, row));
            Set<Object> seen = new HashSet<>();
            rows(
                    index.name() + " stands there twice",
                    row -> !index.isMissing(row) && !seen.add(exact(index.get(row), finer.applyAsInt(row))));
        }
    }

    /** A time with the nanoseconds that its column cannot hold. */
    private static Object exact(Object time, int nanos) {
        return nanos == 0 ? time : List.of(time, nanos);
    }

    private static boolean isBeforeAbove(Column<?> index, IntUnaryOperator finer, int row) {
        if (index.isMissing(row) || index.isMissing(row - 1)) {
            return false;
        }
        int order = index.get(row) instanceof LocalDateTime time
                ? time.compareTo((LocalDateTime) index.get(row - 1))
                : ((Instant) index.get(row)).compareTo((Instant) index.get(row - 1));
        return order < 0 || order == 0 && finer.applyAsInt(row) < finer.applyAsInt(row - 1);
    }

    private void rows(String what, IntPredicate odd) {
        int[] rows = IntStream.range(0, table.rowCount()).filter(odd).toArray();
        if (rows.length > 0) {
            warnings.add("%s in %s of %s rows, first in row %s: %s"
                    .formatted(what, rows.length, table.rowCount(), rows[0] + 1, text(rows[0])));
        }
    }

    private String text(int row) {
        String text = String.valueOf(key.get(row));
        return key instanceof DateTimeColumn ? text.replaceFirst("T00:00$", "") : text;
    }
}
