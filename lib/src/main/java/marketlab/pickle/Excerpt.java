package marketlab.pickle;

import java.io.IOException;
import java.util.Iterator;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import tech.tablesaw.columns.Column;

/**
 * The first and the last rows of a dataset. The dataset may be larger than memory.
 *
 * @param data these rows, with the metadata of the whole dataset
 * @param rows the number of rows of the whole dataset
 */
public record Excerpt(Dataset data, long rows) {

    /** Reads only the wanted rows if all columns are numbers and times, else all rows. */
    static Excerpt of(PickleInput in, Decoded frame, String name, int head, int tail) throws IOException {
        long rows = frame.rows().size();
        boolean whole = rows <= (long) head + tail;
        if (whole || frame.sources().stream().anyMatch(source -> source.numbers() == null)) {
            Dataset all = new TableLoader(in, name).load(frame);
            return new Excerpt(whole ? all : all.with(Columns.ends(all.table(), head, tail)), rows);
        }
        Dataset first = TableLoader.of(in, name, 0, head).load(frame);
        Iterator<Column<?>> last = TableLoader.of(in, name, rows - tail, tail)
                .load(frame)
                .table()
                .columns()
                .iterator();
        return new Excerpt(
                first.with(Columns.each(first.table(), column -> Columns.joined(column, last.next()))), rows);
    }
}
