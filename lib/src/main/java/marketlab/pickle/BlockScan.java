package marketlab.pickle;

import java.io.IOException;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import marketlab.dataset.RowBlocks;

/** Passes the numbers and times of the wanted columns to a receiver, one block of rows at a time, in one pass. */
final class BlockScan {

    private static final int ROWS = 1 << 16;

    private final PickleInput in;
    private final Decoded frame;
    private final ColumnLabels names = new ColumnLabels();

    BlockScan(PickleInput in, Decoded frame) {
        this.in = in;
        this.frame = frame;
    }

    private record Wanted(ColumnSource source, int part, double[] values) {}

    void run(RowBlocks taker) throws IOException {
        List<Wanted> wanted = wanted(taker.columns());
        double[][] values = wanted.stream().map(Wanted::values).toArray(double[][]::new);
        for (long from = 0; from < frame.rows().size(); from += ROWS) {
            int count = (int) Math.min(ROWS, frame.rows().size() - from);
            Map<ColumnSource, Cells[]> read = new IdentityHashMap<>();
            for (Wanted column : wanted) {
                ColumnSource source = column.source;
                if (!read.containsKey(source)) {
                    read.put(source, source.numbers().cells(in, from, count));
                }
                convert(source.kinds().get(column.part), read.get(source)[column.part], column.values, count);
            }
            taker.take(values, count);
        }
    }

    private List<Wanted> wanted(List<String> columns) throws IOException {
        List<String> known = new ArrayList<>();
        List<Wanted> all = new ArrayList<>();
        List<Axis.Level> levels = frame.rows().levels();
        for (int i = 0; i < levels.size(); i++) {
            String usual = levels.size() == 1 ? "index" : "level_" + i;
            Object name = levels.get(i).name();
            known.add(names.unique(name == null ? usual : String.valueOf(name)));
            all.add(new Wanted(levels.get(i).values(), 0, null));
        }
        List<String> labels = ColumnLabels.of(in, frame.columns());
        for (int i = 0; i < labels.size(); i++) {
            known.add(names.unique(labels.get(i)));
            all.add(new Wanted(
                    frame.lanes().get(i).source(), frame.lanes().get(i).part(), null));
        }
        List<Wanted> wanted = new ArrayList<>();
        for (String name : columns) {
            int place = known.indexOf(name);
            if (place < 0) {
                throw new PickleException(
                        0, "there is no column '%s'; there are: %s".formatted(name, ColumnLabels.few(known.stream())));
            }
            ColumnSource source = all.get(place).source;
            PandasType kind = source.kinds().get(all.get(place).part);
            boolean numbers =
                    kind instanceof Floats || kind instanceof Datetimes || kind instanceof Integers i && i.bytes() == 8;
            if (source.numbers() == null || !numbers) {
                throw new PickleException(
                        0, "column '%s' is of %s, which is not read block by block".formatted(name, kind.dtype()));
            }
            wanted.add(new Wanted(all.get(place).source, all.get(place).part, new double[ROWS]));
        }
        return wanted;
    }

    private static void convert(PandasType kind, Cells cells, double[] values, int count) {
        if (cells instanceof Cells.Doubles doubles) {
            System.arraycopy(doubles.values(), 0, values, 0, count);
        } else if (cells instanceof Cells.Longs longs && kind instanceof Datetimes moments) {
            milliseconds(moments, longs.values(), values, count);
        } else if (cells instanceof Cells.Longs longs) {
            Arrays.setAll(values, i -> i < count ? longs.values()[i] : 0);
        } else {
            Arrays.setAll(values, i -> i < count ? ((Cells.Singles) cells).values()[i] : 0);
        }
    }

    /** The time since 1970 on the clock of the column's zone. */
    private static void milliseconds(Datetimes kind, long[] counts, double[] values, int count) {
        double perMilli = kind.unit().perSecond / 1000.0;
        ZoneRules zone = kind.zone() == null ? null : kind.zone().id().getRules();
        for (int i = 0; i < count; i++) {
            double millis = Math.floor(counts[i] / perMilli);
            values[i] = counts[i] == Datetimes.NAT
                    ? Double.NaN
                    : zone == null
                            ? millis
                            : millis
                                    + 1000.0
                                            * zone.getOffset(Instant.ofEpochMilli((long) millis))
                                                    .getTotalSeconds();
        }
    }
}
