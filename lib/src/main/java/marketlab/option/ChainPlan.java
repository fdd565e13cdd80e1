package marketlab.option;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Provenance;

/**
 * Everything that a chain needs: the settings of an {@link OptionChainGenerator}, completed with the market's typical
 * values.
 *
 * @param model complete
 * @param valued the day on which the chain is valued
 * @param at time of the day, exchange-local; null for the close
 * @param strikes in index points, the same for each expiry
 * @param extras columns on request
 * @param source where the volatility comes from, see {@link PathDays}; may be empty
 * @param metadataColumn whether the dataset has the column of {@link MetadataColumn}
 * @param created time of generation, for the metadata
 */
record ChainPlan(
        ChainTerms terms,
        ChainModel model,
        LocalDate valued,
        LocalTime at,
        List<Maturity> maturities,
        double[] strikes,
        Set<ExtraColumn> extras,
        String source,
        long seed,
        String params,
        boolean metadataColumn,
        Instant created) {

    Market market() {
        return terms.market();
    }

    Dataset dataset() {
        ChainTable table = new ChainTable(maturities.size() * strikes.length, extras);
        for (int i = 0; i < maturities.size(); i++) {
            new ChainSlice(terms, model, valued, maturities.get(i), seed).fill(table, i * strikes.length, strikes);
        }
        Dataset made = Dataset.of(table.table(market().name())).with(metadata(table));
        return metadataColumn ? MetadataColumn.addTo(made) : made;
    }

    private Metadata metadata(ChainTable table) {
        return new Provenance(
                        "option_chain",
                        market().name(),
                        model.name(),
                        params,
                        seed,
                        ChainRecipe.STREAM,
                        table.fingerprint(),
                        table.units(model),
                        ChainRecipe.parameters(this),
                        created)
                .metadata();
    }
}
