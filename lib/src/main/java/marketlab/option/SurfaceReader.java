package marketlab.option;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Creates a surface from its recorded parameters. */
final class SurfaceReader {

    private SurfaceReader() {}

    static Optional<VolatilitySurface> read(Map<String, ?> parameters) {
        return Optional.ofNullable(
                switch (String.valueOf(parameters.get("surface"))) {
                    case "flat" -> new FlatSurface(number(parameters, "volatility"));
                    case "ssvi" ->
                        new SsviSurface(
                                number(parameters, "volatility"),
                                number(parameters, "rho"),
                                number(parameters, "eta"),
                                number(parameters, "gamma"));
                    case "sabr" ->
                        new SabrSurface(
                                number(parameters, "alpha"),
                                number(parameters, "beta"),
                                number(parameters, "rho"),
                                number(parameters, "nu"));
                    case "term" ->
                        new TermSurface(
                                String.valueOf(parameters.get("preset")), volatilities(parameters.get("volatilities")));
                    case "svi" -> SviSurface.of(smiles(parameters.get("smiles")));
                    default -> null;
                });
    }

    private static NavigableMap<Double, Double> volatilities(Object recorded) {
        NavigableMap<Double, Double> byYears = new TreeMap<>();
        Map<?, ?> values = object("volatilities", recorded);
        values.keySet()
                .forEach(years -> byYears.put(Double.valueOf(years.toString()), number(values, years.toString())));
        return byYears;
    }

    private static Map<Double, Svi> smiles(Object recorded) {
        Map<Double, Svi> smiles = new TreeMap<>();
        object("smiles", recorded).forEach((years, smile) -> {
            Map<?, ?> values = object("smile", smile);
            smiles.put(
                    Double.valueOf(years.toString()),
                    new Svi(
                            number(values, "a"),
                            number(values, "b"),
                            number(values, "rho"),
                            number(values, "m"),
                            number(values, "sigma")));
        });
        return smiles;
    }

    private static Map<?, ?> object(String what, Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("%s must have parameters by name, got %s".formatted(what, value));
    }

    private static double number(Map<?, ?> parameters, String name) {
        if (parameters.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("%s must be a number, got %s".formatted(name, parameters.get(name)));
    }
}
