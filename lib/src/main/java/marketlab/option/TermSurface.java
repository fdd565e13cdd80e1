package marketlab.option;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import marketlab.dataset.Check;

/**
 * A preset surface around a volatility that differs by expiry. Between two expiries the total variance at the money is
 * linear in time; before the first and after the last the volatility is constant.
 *
 * @param preset name of the preset, see {@link VolatilitySurface#named}
 * @param byYears at-the-money volatility by time to expiry in years: annualised, log-normal, as a fraction
 */
record TermSurface(String preset, NavigableMap<Double, Double> byYears) implements VolatilitySurface {

    TermSurface {
        Check.positive("number of expiries", byYears.size());
        byYears = new TreeMap<>(byYears);
        byYears.values().forEach(volatility -> VolatilitySurface.named(preset, volatility));
    }

    @Override
    public double volatility(double strike, double forward, double years) {
        return VolatilitySurface.named(preset, level(years)).volatility(strike, forward, years);
    }

    @Override
    public double slope(double strike, double forward, double years) {
        return VolatilitySurface.named(preset, level(years)).slope(strike, forward, years);
    }

    boolean isFlat() {
        return preset.equals("flat");
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("surface", "term");
        parameters.put("preset", preset);
        Map<String, Object> volatilities = new LinkedHashMap<>();
        byYears.forEach((years, volatility) -> volatilities.put(years.toString(), volatility));
        parameters.put("volatilities", volatilities);
        return parameters;
    }

    private double level(double years) {
        Map.Entry<Double, Double> below = byYears.floorEntry(years);
        Map.Entry<Double, Double> above = byYears.ceilingEntry(years);
        if (below == null || above == null) {
            return (below == null ? above : below).getValue();
        }
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double share = (years - below.getKey()) / (above.getKey() - below.getKey());
        double variance = (1 - share) * total(below) + share * total(above);
        return Math.sqrt(variance / years);
    }

    private static double total(Map.Entry<Double, Double> expiry) {
        return expiry.getKey() * expiry.getValue() * expiry.getValue();
    }
}
