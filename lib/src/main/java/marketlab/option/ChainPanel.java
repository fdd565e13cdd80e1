package marketlab.option;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Provenance;
import marketlab.dataset.Streamed;
import tech.tablesaw.api.Table;

/**
 * The chains of all days of a history in one dataset. A contract that was once listed stays listed until its expiry,
 * whose last rows are the settlement at the close.
 */
final class ChainPanel {

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
        PanelPart all =
                new PanelPart(days, settings.extras(), seed, settings.general().progress());
        return dataset(settings, seed, all.table(), all.fingerprint());
    }

    /** The same dataset, priced while it is written. */
    Streamed stream(ChainSettings settings) {
        long seed = settings.general().seedOrDrawn();
        return new PanelStream(
                days, settings.extras(), seed, (ends, fingerprint) -> dataset(settings, seed, ends, fingerprint));
    }

    /** @param table of all rows, or of the first and the last one */
    private Dataset dataset(ChainSettings settings, long seed, Table table, String fingerprint) {
        ChainModel model = days.get(0).model();
        Map<String, Object> parameters = new LinkedHashMap<>(PanelRecipe.parameters(settings));
        parameters.put(PanelRecipe.ROWS, PanelPart.rows(days));
        Metadata metadata = new Provenance(
                        "option_panel",
                        table.name(),
                        model.name(),
                        settings.general().params(),
                        seed,
                        ChainRecipe.STREAM,
                        fingerprint,
                        PanelPart.units(table, settings.extras(), model),
                        parameters,
                        settings.general().now())
                .metadata();
        Dataset made = Dataset.of(table).with(metadata);
        return settings.general().metadataColumn() ? MetadataColumn.addTo(made) : made;
    }
}
