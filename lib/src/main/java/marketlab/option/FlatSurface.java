package marketlab.option;

import java.util.Map;

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
    public Map<String, Object> parameters() {
        return Map.of("surface", "flat", "volatility", volatility);
    }
}
