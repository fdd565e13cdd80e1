package marketlab.option;

import java.util.LinkedHashMap;
import java.util.Map;
import marketlab.dataset.Check;

/**
 * One volatility for every strike and expiry.
 *
 * @param volatility annualised log-normal, as a fraction
 */
record FlatSurface(double volatility) implements VolatilitySurface {

    FlatSurface {
        Check.positive("volatility", volatility);
    }

    @Override
    public double volatility(double strike, double forward, double years) {
        return volatility;
    }

    @Override
    public double slope(double strike, double forward, double years) {
        return 0;
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("surface", "flat");
        parameters.put("volatility", volatility);
        return parameters;
    }
}
