package marketlab.option;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import marketlab.dataset.Columns;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/** The contracts of consecutive days of a panel, priced on all cores. */
final class PanelPart {

    private static final Map<String, String> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("Date", "valuation day, at its close; or the moment of valuation");
        UNITS.put("Spot", "index points");
        UNITS.put("Forward", "index points, of the expiry");
        UNITS.put("Days", "calendar days to the expiry");
    }

    private final String name;
    private final long[] date;
    private final double[] spot;
    private final double[] forward;
    private final long[] left;
    private final ChainTable chains;

    /** @param done receives the number of finished days after each */
    PanelPart(List<PanelDay> days, Set<ExtraColumn> extras, long seed, IntConsumer done) {
        int rows = rows(days);
        name = days.get(0).terms().market().name();
        date = new long[rows];
        spot = new double[rows];
        forward = new double[rows];
        left = new long[rows];
        chains = new ChainTable(rows, extras);
        int[] first = new int[days.size()];
        for (int i = 1; i < first.length; i++) {
            first[i] = first[i - 1] + days.get(i - 1).rows();
        }
        AtomicInteger finished = new AtomicInteger();
        IntStream.range(0, first.length).parallel().forEach(i -> {
            fill(days.get(i), first[i], seed);
            done.accept(finished.incrementAndGet());
        });
    }

    private void fill(PanelDay day, int first, long seed) {
        int row = first;
        for (int k = 0; k < day.maturities().size(); k++) {
            Maturity maturity = day.maturities().get(k);
            double[] strikes = day.strikes().get(k);
            ChainSlice slice = new ChainSlice(day.terms(), day.model(), day.valued(), maturity, seed);
            slice.fill(chains, row, strikes);
            int to = row + strikes.length;
            Arrays.fill(date, row, to, PackedLocalDateTime.pack(day.time()));
            Arrays.fill(spot, row, to, day.terms().spot());
            Arrays.fill(forward, row, to, slice.forward());
            Arrays.fill(left, row, to, ChronoUnit.DAYS.between(day.valued(), maturity.expiry()));
            row = to;
        }
    }

    /**
     * Number of rows of these days.
     *
     * @throws ArithmeticException if a dataset cannot have so many
     */
    static int rows(List<PanelDay> days) {
        return Math.toIntExact(days.stream().mapToLong(PanelDay::rows).sum());
    }

    /** The columns of a panel. */
    Table table() {
        Table ofChains = chains.table(name);
        Table panel = Table.create(
                name,
                DateTimeColumn.createInternal("Date", date),
                Columns.of("Spot", spot),
                Columns.of("Forward", forward),
                ofChains.column("ExpiryDate"),
                LongColumn.create("Days", left),
                ofChains.column("Strike"));
        ofChains.columns().stream()
                .filter(column -> !panel.containsColumn(column.name()))
                .forEach(panel::addColumns);
        return panel;
    }

    /** Fingerprint of the first rows. */
    String fingerprint() {
        return chains.fingerprint();
    }

    /** Unit and basis of every column of a panel. */
    static Map<String, String> units(Table panel, Set<ExtraColumn> extras, ChainModel model) {
        Map<String, String> ofChain = new ChainTable(0, extras).units(model);
        Map<String, String> units = new LinkedHashMap<>();
        panel.columnNames().forEach(column -> units.put(column, UNITS.getOrDefault(column, ofChain.get(column))));
        return units;
    }
}
