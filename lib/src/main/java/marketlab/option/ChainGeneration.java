package marketlab.option;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Listing;
import marketlab.dataset.Streamed;

/** What the settings of an {@link OptionChainGenerator} make: chains, a panel, or a volatility index. */
record ChainGeneration(ChainSettings settings) {

    /** The chain of the valuation date; along a history, that of its last day. */
    Dataset chain() {
        Market market = settings.market();
        LocalDate valued = settings.contracts()
                .valued(market, settings.general().today(market.calendar().zone()));
        return chain(valued, settings.days().get(valued));
    }

    /** The chains of all days of the history; without one, the one chain. */
    List<Dataset> chains() {
        List<Dataset> chains = new ArrayList<>();
        settings.days().forEach((day, at) -> {
            chains.add(new ChainGeneration(settings.with(settings.general().withWord(word(day)))).chain(day, at));
            settings.general().progress().accept(chains.size());
        });
        return Listing.of(settings.days().isEmpty() ? List.of(chain()) : chains, Dataset::summary);
    }

    Dataset panel() {
        return panelDays().dataset(settings);
    }

    Streamed panelStream() {
        return panelDays().stream(settings);
    }

    private ChainPanel panelDays() {
        if (settings.days().isEmpty()) {
            throw new IllegalArgumentException("a panel needs a history: add along(history)");
        }
        ChainPanel panel = new ChainPanel();
        settings.days().forEach((day, at) -> {
            ChainTerms now = settings.terms().withSpot(at.close());
            List<Maturity> maturities = settings.contracts().maturitiesFrom(settings.market(), day);
            panel.add(day, now, model(now, at, maturities), settings.contracts());
        });
        return panel;
    }

    Dataset volatilityIndex() {
        if (settings.days().isEmpty()) {
            throw new IllegalArgumentException("a volatility index needs a history: add along(history)");
        }
        if (!settings.extras().isEmpty()) {
            throw new IllegalArgumentException("a volatility index has no contracts: leave out greeks and forwards");
        }
        NavigableMap<LocalDateTime, Double> levels = new TreeMap<>();
        settings.days().forEach((day, at) -> {
            List<Maturity> around = VolatilityIndex.around(
                    settings.market(), day, settings.contracts().at());
            ChainTerms now = settings.terms().withSpot(at.close());
            levels.put(moment(day), VolatilityIndex.level(now, model(now, at, around), around));
            settings.general().progress().accept(levels.size());
        });
        ChainModel model = settings.model();
        return VolatilityIndex.dataset(
                levels,
                settings.market().name(),
                model.isUsual() ? settings.path().days().pricing() : model.name(),
                settings.general(),
                PanelRecipe.parameters(settings));
    }

    /** Where the volatility of the chains comes from, in one line. */
    String volatilitySource() {
        ChainModel model = settings.model();
        ChainTerms terms = settings.terms();
        if (model.surface() != null) {
            return "the volatility is that of the given surface";
        }
        PathDays days = settings.path().days();
        boolean isAlong = !days.days().isEmpty();
        if (model.hasFixedParameters() && !(isAlong && model.name().equals(days.pricing()))) {
            return (isAlong ? "the volatility is not that of the path, but " : "the volatility is ")
                    + "that of the given parameters of " + model.name();
        }
        if (terms.hasOwnVolatility() || !isAlong) {
            return String.format(
                    Locale.ROOT,
                    "the volatility is %s%s, %.4g",
                    isAlong ? "not that of the path, but " : "",
                    terms.hasOwnVolatility() ? "the given one" : "the market's typical one",
                    terms.volatility());
        }
        return days.source().startsWith(PathDays.ESTIMATED)
                ? "the volatility of each day is estimated from the closes up to that day: " + days.source()
                : "the volatility of each day is that of the path's model " + days.source();
    }

    /** What is made, in one line. */
    String summary() {
        double spot = settings.days().isEmpty()
                ? settings.terms().spot()
                : settings.days().lastEntry().getValue().close();
        return "option chain %s %s %s, %s strikes around %s; %s"
                .formatted(
                        settings.market().name(),
                        settings.model().name(),
                        settings.general().params(),
                        settings.contracts().strikesOrUsual(),
                        spot,
                        volatilitySource())
                .replace(" ,", ",");
    }

    /** @param at the path on this day; null for none */
    private Dataset chain(LocalDate valued, PathDay at) {
        Market market = settings.market();
        ChainContracts contracts = settings.contracts();
        List<Maturity> maturities = contracts.maturities(market, valued);
        ChainTerms now = at == null ? settings.terms() : settings.terms().withSpot(at.close());
        return new ChainPlan(
                        now,
                        model(now, at, maturities),
                        valued,
                        contracts.at(),
                        maturities,
                        contracts.ladder(market, now.spot()),
                        settings.extras(),
                        at == null || now.hasOwnVolatility()
                                ? settings.path().source()
                                : settings.path().days().source(),
                        settings.general().seedOrDrawn(),
                        settings.general().params(),
                        settings.general().metadataColumn(),
                        settings.general().now())
                .dataset();
    }

    private ChainModel model(ChainTerms now, PathDay at, List<Maturity> maturities) {
        ChainModel asked = at == null || now.hasOwnVolatility()
                ? settings.model()
                : at.with(settings.path().premium()).chain(settings.model(), maturities);
        ChainModel complete = asked.complete(now.volatility());
        ExtraColumn.check(settings.extras(), complete);
        return complete;
    }

    private LocalDateTime moment(LocalDate day) {
        return settings.contracts().at() == null
                ? day.atStartOfDay()
                : day.atTime(settings.contracts().at());
    }

    private String word(LocalDate day) {
        return settings.contracts().at() == null
                ? day.toString()
                : day + "_" + settings.contracts().at().toString().replace(":", "");
    }
}
