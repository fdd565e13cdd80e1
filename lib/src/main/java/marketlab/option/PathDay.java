package marketlab.option;

import java.util.List;
import java.util.TreeMap;
import marketlab.index.Bates;
import marketlab.index.Heston;
import marketlab.index.IndexModel;
import marketlab.index.Merton;
import marketlab.index.Regime;

/**
 * An index at the close of a day, with the model that its options follow.
 *
 * @param close in index points
 * @param model as it is at that moment: a path's own, or a volatility estimated from the closes so far
 * @param state see {@link marketlab.index.ModelState}
 */
record PathDay(double close, IndexModel model, double state) {

    /** This day with all variances multiplied by 1 plus the premium. */
    PathDay with(double premium) {
        if (premium == 0) {
            return this;
        }
        double volatility = Math.sqrt((1 + premium) * ModelVariance.longRun(model));
        return new PathDay(close, model.withVolatility(volatility), (1 + premium) * state);
    }

    /**
     * The model of the day's chain: what was asked for, around the volatility of the path.
     *
     * @param asked what the user chose
     */
    ChainModel chain(ChainModel asked, List<Maturity> maturities) {
        boolean priced = model instanceof Heston
                || model instanceof Bates
                || GarchDiffusion.fits(model)
                || model instanceof Merton
                || model instanceof Regime;
        if (asked.isUsual() && priced) {
            return ChainModel.of(model, state, true);
        }
        if (asked.model() != null) {
            boolean same = asked.name().equals(model.name());
            if (asked.hasFixedParameters()) {
                return same ? ChainModel.of(ModelVariance.at(asked.model(), state), state, true) : asked;
            }
            IndexModel scaled = asked.model().withVolatility(Math.sqrt(ModelVariance.longRun(model)));
            return ChainModel.of(ModelVariance.at(same ? model : scaled, state), state, true);
        }
        if (asked.surface() != null) {
            return asked;
        }
        String preset = asked.presetName();
        TreeMap<Double, Double> byYears = new TreeMap<>();
        maturities.stream()
                .map(Maturity::varianceYears)
                .filter(years -> years > 0)
                .forEach(years -> byYears.put(years, volatility(years)));
        return byYears.values().stream().distinct().count() > 1
                ? ChainModel.of(new TermSurface(preset, byYears))
                : ChainModel.of(VolatilitySurface.named(
                        preset,
                        byYears.isEmpty()
                                ? Math.sqrt(state)
                                : byYears.firstEntry().getValue()));
    }

    /** Mean volatility over these years: annualised over 252 sessions, as a fraction. */
    double volatility(double varianceYears) {
        return Math.sqrt(ModelVariance.total(model, state, varianceYears) / varianceYears);
    }
}
