package marketlab.option;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import marketlab.dataset.Check;

/**
 * SVI smiles of several expiries. Between them, total variance is linear in time at a given log-moneyness; before the
 * first and after the last it is proportional to time. There is no calendar arbitrage: total variance never falls with
 * time.
 */
public final class SviSurface implements VolatilitySurface {

    private static final double REACH = 3;
    private static final double STEP = 0.005;

    private final NavigableMap<Double, Svi> smiles;

    private SviSurface(NavigableMap<Double, Svi> smiles) {
        this.smiles = smiles;
    }

    /**
     * A surface from these smiles, by time to expiry in years.
     *
     * @throws IllegalArgumentException if there is no smile, a time is not positive, or two smiles cross
     */
    public static SviSurface of(Map<Double, Svi> smiles) {
        NavigableMap<Double, Svi> sorted = new TreeMap<>(smiles);
        Check.positive("number of smiles", sorted.size());
        Check.positive("years", sorted.firstKey());
        Svi before = null;
        for (Map.Entry<Double, Svi> smile : sorted.entrySet()) {
            for (double k = -REACH; before != null && k <= REACH; k += STEP) {
                if (smile.getValue().totalVariance(k) < before.totalVariance(k)) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "the surface has calendar arbitrage: total variance at log-strike %.3f falls before %s"
                                    + " years",
                            k,
                            smile.getKey()));
                }
            }
            before = smile.getValue();
        }
        return new SviSurface(sorted);
    }

    @Override
    public double volatility(double strike, double forward, double years) {
        Check.positive("years", years);
        double k = -BlackScholes.Terms.logRatio(forward, strike);
        return Math.sqrt(between(years, smile -> smile.totalVariance(k)) / years);
    }

    @Override
    public double slope(double strike, double forward, double years) {
        double k = -BlackScholes.Terms.logRatio(forward, strike);
        return between(years, smile -> smile.slope(k)) / (2 * years * volatility(strike, forward, years));
    }

    /** A number of the smiles, as their total variance runs in time. */
    private double between(double years, ToDoubleFunction<Svi> number) {
        Map.Entry<Double, Svi> below = smiles.floorEntry(years);
        Map.Entry<Double, Svi> above = smiles.ceilingEntry(years);
        if (below == null || above == null) {
            Map.Entry<Double, Svi> end = below == null ? above : below;
            return number.applyAsDouble(end.getValue()) * years / end.getKey();
        }
        if (below.getKey().equals(above.getKey())) {
            return number.applyAsDouble(below.getValue());
        }
        double share = (years - below.getKey()) / (above.getKey() - below.getKey());
        return (1 - share) * number.applyAsDouble(below.getValue()) + share * number.applyAsDouble(above.getValue());
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("surface", "svi");
        Map<String, Object> byYears = new LinkedHashMap<>();
        smiles.forEach((years, smile) -> byYears.put(years.toString(), smile.parameters()));
        parameters.put("smiles", byYears);
        return parameters;
    }
}
