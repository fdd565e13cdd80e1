package marketlab.index;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.dataset.Suggestion;

/** The known models by name. A model's parameters are its record's components. */
final class ModelCatalog {

    private static final List<IndexModel> TYPICAL = List.of(
            new Gbm(0.08, 0.15),
            new Merton(0.08, 0.12, 10, -0.01, 0.025),
            new Heston(0.08, 0.0225, 3, 0.0225, 0.35, -0.7),
            new Bates(0.08, 0.018, 3, 0.018, 0.3, -0.7, 6, -0.015, 0.03),
            new Garch(0.08, 0.15, 0.03, 0.9, 0.1),
            new GarchT(0.08, 0.15, 0.01, 0.9, 0.14, 5),
            new Egarch(0.08, 0.15, 0.2, 0.975, -0.16),
            new Ou(0.08, 0.15, 2),
            new Regime(0.18, -0.22, 0.11, 0.26, 120, 40));

    private ModelCatalog() {}

    /** The models that have parameters, each with those of a typical equity index. */
    static List<IndexModel> typical() {
        return TYPICAL;
    }

    static List<String> names() {
        return Stream.concat(TYPICAL.stream().map(IndexModel::name), Stream.of(Bootstrap.NAME))
                .toList();
    }

    static IndexModel named(String name, Map<String, ? extends Number> parameters) {
        if (name.equals(Bootstrap.NAME)) {
            throw new IllegalArgumentException(
                    "[model] bootstrap needs a history to draw from; use --from HISTORY, or in Java"
                            + " Bootstrap.of(history, 10)");
        }
        IndexModel typical = TYPICAL.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("[model] unknown model '%s'; %sthere are: %s"
                        .formatted(name, Suggestion.hint(name, names()), String.join(", ", names()))));
        return with(typical, parameters);
    }

    static Map<String, Object> parameters(IndexModel model) {
        return Arrays.stream(model.getClass().getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName, component -> get(component, model), (a, b) -> a, LinkedHashMap::new));
    }

    /** The model with these parameters changed. */
    static IndexModel with(IndexModel model, Map<String, ? extends Number> changes) {
        Map<String, Object> values = parameters(model);
        changes.forEach((parameter, value) -> {
            if (!values.containsKey(parameter)) {
                throw new IllegalArgumentException("[model] %s has no parameter '%s'; %sthere are: %s"
                        .formatted(
                                model.name(),
                                parameter,
                                Suggestion.hint(parameter, values.keySet()),
                                String.join(", ", values.keySet())));
            }
            values.put(parameter, value.doubleValue());
        });
        return make(model.getClass(), values);
    }

    private static IndexModel make(Class<? extends IndexModel> type, Map<String, Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new);
        try {
            Constructor<? extends IndexModel> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values.values().toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(type.getSimpleName() + " cannot be made of " + values, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be made of " + values, e);
        }
    }

    private static Object get(RecordComponent component, IndexModel model) {
        try {
            return component.getAccessor().invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
