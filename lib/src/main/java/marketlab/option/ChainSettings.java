package marketlab.option;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Set;
import marketlab.calendar.Market;
import marketlab.dataset.GeneratorSettings;

/**
 * The settings of an {@link OptionChainGenerator}. Each method returns new settings and changes nothing.
 *
 * @param model what the user chose; it may lack its volatility
 * @param extras columns on request
 */
record ChainSettings(
        ChainTerms terms,
        ChainModel model,
        ChainContracts contracts,
        Set<ExtraColumn> extras,
        GeneratorSettings general,
        PathSettings path) {

    /** The typical settings of a market. */
    static ChainSettings of(Market market) {
        return new ChainSettings(
                ChainTerms.of(market),
                ChainModel.USUAL,
                ChainContracts.USUAL,
                Set.of(),
                GeneratorSettings.USUAL,
                PathSettings.NONE);
    }

    ChainSettings with(ChainTerms terms) {
        return new ChainSettings(terms, model, contracts, extras, general, path);
    }

    ChainSettings with(ChainModel model) {
        return new ChainSettings(terms, model, contracts, extras, general, path);
    }

    ChainSettings with(ChainContracts contracts) {
        return new ChainSettings(terms, model, contracts, extras, general, path);
    }

    ChainSettings with(ExtraColumn extra) {
        Set<ExtraColumn> more = EnumSet.of(extra);
        more.addAll(extras);
        return new ChainSettings(terms, model, contracts, more, general, path);
    }

    ChainSettings with(GeneratorSettings general) {
        return new ChainSettings(terms, model, contracts, extras, general, path);
    }

    ChainSettings with(PathSettings path) {
        return new ChainSettings(terms, model, contracts, extras, general, path);
    }

    Market market() {
        return terms.market();
    }

    /** The days of the history; empty without one. */
    NavigableMap<LocalDate, PathDay> days() {
        return path.days().days();
    }
}
