package marketlab.option;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import marketlab.calendar.Market;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Provenance;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/**
 * The chains of all days of a history in one dataset. A contract that was once listed stays listed until its expiry,
 * whose last rows are the settlement at the close.
 */
final class ChainPanel {

    private static final Map<String, String> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("Date", "valuation day, at its close; or the moment of valuation");
        UNITS.put("Spot", "index points");
        UNITS.put("Forward", "index points, of the expiry");
        UNITS.put("Days", "calendar days to the expiry");
    }

    private final Map<LocalDate, TreeSet<Double>> listed = new TreeMap<>();
    private final List<PanelDay> days = new ArrayList<>();

    /** Adds the next day, with the strikes that were listed before and those that are new. */
    void add(LocalDate valued, ChainTerms terms, ChainModel model, ChainContracts contracts) {
        Market market = terms.market();
        listed.keySet().removeIf(expiry -> expiry.isBefore(valued));
        Map<LocalDate, Maturity> byExpiry = new TreeMap<>();
        listed.keySet().stream()
                .filter(expiry -> expiry.isAfter(valued))
                .forEach(expiry -> byExpiry.put(expiry, Maturity.of(market, valued, contracts.at(), expiry)));
        contracts.maturitiesFrom(market, valued).forEach(maturity -> byExpiry.put(maturity.expiry(), maturity));
        List<Maturity> maturities = List.copyOf(byExpiry.values());
        List<double[]> strikes = new ArrayList<>();
        for (Maturity maturity : maturities) {
            TreeSet<Double> known = listed.computeIfAbsent(maturity.expiry(), expiry -> new TreeSet<>());
            if (maturity.varianceYears() > 0 || known.isEmpty()) {
                double deviation = deviation(terms, model, maturity);
                for (double strike : contracts.added(market, terms.spot(), maturity, deviation)) {
                    known.add(strike);
                }
            }
            strikes.add(known.stream().mapToDouble(Double::doubleValue).toArray());
        }
        days.add(new PanelDay(valued, contracts.at(), terms, model, maturities, strikes));
    }

    private static double deviation(ChainTerms terms, ChainModel model, Maturity maturity) {
        double years = maturity.varianceYears();
        return years == 0 ? 0 : model.level(terms.spot(), years) * Math.sqrt(years);
    }

    /**
     * The dataset of all days.
     *
     * @param settings with which the days were added
     */
    Dataset dataset(ChainSettings settings) {
        long seed = settings.general().seedOrDrawn();
        int rows = Math.toIntExact(days.stream().mapToLong(PanelDay::rows).sum());
        long[] date = new long[rows];
        double[] spot = new double[rows];
        double[] forward = new double[rows];
        long[] left = new long[rows];
        ChainTable table = new ChainTable(rows, settings.extras());
        int[] first = new int[days.size()];
        for (int i = 1; i < first.length; i++) {
            first[i] = first[i - 1] + days.get(i - 1).rows();
        }
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, days.size()).parallel().forEach(i -> {
            PanelDay day = days.get(i);
            int row = first[i];
            for (int k = 0; k < day.maturities().size(); k++) {
                Maturity maturity = day.maturities().get(k);
                double[] strikes = day.strikes().get(k);
                ChainSlice slice = new ChainSlice(day.terms(), day.model(), day.valued(), maturity, seed);
                slice.fill(table, row, strikes);
                int to = row + strikes.length;
                Arrays.fill(date, row, to, PackedLocalDateTime.pack(day.time()));
                Arrays.fill(spot, row, to, day.terms().spot());
                Arrays.fill(forward, row, to, slice.forward());
                Arrays.fill(left, row, to, ChronoUnit.DAYS.between(day.valued(), maturity.expiry()));
                row = to;
            }
            settings.general().progress().accept(done.incrementAndGet());
        });
        Market market = days.get(0).terms().market();
        Table chains = table.table(market.name());
        Table panel = Table.create(
                market.name(),
                DateTimeColumn.createInternal("Date", date),
                Columns.of("Spot", spot),
                Columns.of("Forward", forward),
                chains.column("ExpiryDate"),
                LongColumn.create("Days", left),
                chains.column("Strike"));
        chains.columns().stream()
                .filter(column -> !panel.containsColumn(column.name()))
                .forEach(panel::addColumns);
        ChainModel model = days.get(0).model();
        Map<String, String> units = new LinkedHashMap<>();
        Map<String, String> ofChain = table.units(model);
        panel.columnNames().forEach(name -> units.put(name, UNITS.getOrDefault(name, ofChain.get(name))));
        Map<String, Object> parameters = new LinkedHashMap<>(PanelRecipe.parameters(settings));
        parameters.put(PanelRecipe.ROWS, rows);
        Metadata metadata = new Provenance(
                        "option_panel",
                        market.name(),
                        model.name(),
                        settings.general().params(),
                        seed,
                        ChainRecipe.STREAM,
                        table.fingerprint(),
                        units,
                        parameters,
                        settings.general().now())
                .metadata();
        Dataset made = Dataset.of(panel).with(metadata);
        return settings.general().metadataColumn() ? MetadataColumn.addTo(made) : made;
    }
}
